//! Properties: values round-trip, nothing panics, and no secret is shown.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first surprise")]

use std::time::Duration;

use proptest::prelude::*;
use token04_core::{
    ErrorCode, Issuer, Login, Mode, Privilege, Profile, RoomPrivilege, Verifier, inspect, kit,
};

const SECRET: &str = "0123456789abcdef0123456789ABCDEF";

fn any_mode() -> impl Strategy<Value = Mode> {
    prop_oneof![Just(Mode::Cbc), Just(Mode::Gcm)]
}

proptest! {
    #[test]
    fn what_goes_in_comes_out(
        app_id in 1_u32..,
        user_id in ".{1,80}|(?s:.){1,40}",
        payload in any::<String>(),
        ttl in 1_u64..1 << 40,
        mode in any_mode(),
    ) {
        let issuer = Issuer::new(app_id, SECRET).unwrap().mode(mode);
        let token = issuer.issue_with_payload(&user_id, Duration::from_secs(ttl), &payload).unwrap();
        let claims = Verifier::new(app_id, SECRET).unwrap().verify(&token).unwrap();
        prop_assert_eq!(claims.app_id, app_id);
        prop_assert_eq!(claims.user_id, user_id);
        prop_assert_eq!(claims.payload, payload);
        prop_assert_eq!(claims.expire - claims.ctime, ttl as i64);
        prop_assert_eq!(inspect(&token).unwrap().expires_at, claims.expire);
    }

    #[test]
    fn a_privilege_comes_back(
        room_id in "(?s:.){1,40}",
        login: bool,
        publish: bool,
        streams in proptest::option::of(proptest::collection::vec("(?s:.){1,20}", 1..5)),
    ) {
        let mut privilege = RoomPrivilege::new(&room_id).login(login).publish(publish);
        if let Some(streams) = &streams {
            privilege = privilege.streams(streams);
        }
        let read = Privilege::parse(&privilege.payload().unwrap()).unwrap();
        prop_assert_eq!((read.room_id, read.login, read.publish), (room_id, Some(login), Some(publish)));
        prop_assert_eq!(read.streams, streams);
    }

    #[test]
    fn a_room_is_issued_or_refused_as_its_payload_is(
        room_id in "[a-z0-9|\"\\\\张]{0,3}[a-z]{0,140}",
        streams in proptest::option::of(proptest::collection::vec("[a-z\"\n]{0,9}", 0..3)),
        profile in proptest::option::of(proptest::sample::select(Profile::ALL)),
    ) {
        let issuer = Issuer::new(1, SECRET).unwrap().profile(profile);
        let mut privilege = RoomPrivilege::new(room_id);
        if let Some(streams) = streams {
            privilege = privilege.streams(streams);
        }
        let payload = |token: String| Verifier::new(1, SECRET).unwrap().verify(&token).unwrap().payload;
        let hour = Duration::from_secs(3600);
        let text = privilege.payload();
        let expected = text.and_then(|text| issuer.issue_with_payload("user1", hour, &text)).map(payload);
        prop_assert_eq!(issuer.issue_room("user1", hour, &privilege).map(payload), expected);
    }

    #[test]
    fn any_text_is_read_or_refused(text in "(04)?[A-Za-z0-9+/=#%]{0,200}|(?s:.)*") {
        let verifier = Verifier::new(1, SECRET).unwrap();
        let refused = verifier.verify(&text).unwrap_err().code();
        prop_assert!(matches!(refused, ErrorCode::Malformed | ErrorCode::Undecipherable));
        let _ = (inspect(&text), kit::decode(&text), Privilege::parse(&text));
    }

    #[test]
    fn a_changed_gcm_token_never_opens(at in 0_usize.., bit in 0_u8..6, mode in any_mode()) {
        let issuer = Issuer::new(1, SECRET).unwrap().mode(mode);
        let token = issuer.issue("user1", Duration::from_secs(3600)).unwrap();
        let mut bytes = token.clone().into_bytes();
        let at = at % bytes.len();
        bytes[at] ^= 1 << bit;
        prop_assume!(bytes.is_ascii());
        let changed = String::from_utf8(bytes).unwrap();
        let result = Verifier::new(1, SECRET).unwrap().verify_login(&changed, &Login::new().user_id("user1"));
        // The part after a # is not read, and the envelope's expiry is not encrypted.
        let in_cipher = at >= 2 + (8 + 2 + 12 + 2) * 4 / 3;
        if mode == Mode::Gcm && in_cipher && !changed.contains('#') {
            let code = result.unwrap_err().code();
            prop_assert!(matches!(code, ErrorCode::Malformed | ErrorCode::Undecipherable), "{:?}", code);
        } else if let Ok(claims) = result {
            prop_assert_eq!(claims.app_id, 1);
        }
    }
}

#[test]
fn a_megabyte_of_anything_is_refused_quickly() {
    for piece in ["A", "{", "#", "%", "=", "0", "张", "\0"] {
        let text = format!("04{}", piece.repeat(1_000_000 / piece.len()));
        assert_eq!(inspect(&text).unwrap_err().code(), ErrorCode::Malformed);
        assert_eq!(kit::decode(&text).unwrap_err().code(), ErrorCode::Malformed);
    }
}

#[test]
fn no_secret_is_shown() {
    let issuer = Issuer::new(1, SECRET).unwrap();
    let verifier = Verifier::new(1, SECRET).unwrap().previous_secret(SECRET).unwrap();
    let short = Issuer::new(1, &SECRET[1..]).unwrap_err();
    let text = format!("{issuer:?} {issuer:#?} {verifier:?} {short:?} {short}");
    assert!(text.contains("[redacted]"));
    assert!(!text.contains(&SECRET[1..9]));
}

#[test]
fn issuer_and_verifier_are_shared_between_threads() {
    let issuer = Issuer::new(1, SECRET).unwrap();
    let verifier = Verifier::new(1, SECRET).unwrap();
    let work = || {
        for _ in 0..2_000 {
            let token = issuer.issue("user1", Duration::from_secs(60)).unwrap();
            assert_eq!(verifier.verify(&token).unwrap().user_id, "user1");
        }
    };
    std::thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(work);
        }
    });
}

//! Runs the shared conformance vectors, which a second implementation made.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first surprise")]

use std::time::Duration;

use token04_core::fixed::{self, Fixed};
use token04_core::kit::{self, KitUser};
use token04_core::{
    Error, ErrorCode, Issuer, Login, Mode, Privilege, Profile, RoomPrivilege, Verifier, inspect,
};
use token04_vectors::{ArgumentsCase, Call, Claims, KitDirection, PrivilegeCase};

const MODES: [Mode; 2] = [Mode::Cbc, Mode::Gcm];

fn mode(name: &str) -> Mode {
    MODES.into_iter().find(|mode| mode.name() == name).unwrap()
}

fn code<T>(result: &Result<T, Error>) -> i32 {
    result.as_ref().err().map_or(0, |error| error.code().number())
}

fn claims(read: token04_core::Claims) -> Claims {
    let token04_core::Claims { app_id, user_id, nonce, ctime, expire, payload, .. } = read;
    Claims { app_id, user_id, nonce, ctime, expire, payload }
}

fn privilege(read: Option<Privilege>) -> Option<token04_vectors::Privilege> {
    read.map(|Privilege { room_id, login, publish, streams, .. }| token04_vectors::Privilege {
        room_id,
        login,
        publish,
        streams,
    })
}

fn bytes<const N: usize>(hex: &str) -> [u8; N] {
    let mut bytes = [0; N];
    for (byte, digits) in bytes.iter_mut().zip(hex.as_bytes().chunks(2)) {
        *byte = u8::from_str_radix(std::str::from_utf8(digits).unwrap(), 16).unwrap();
    }
    bytes
}

#[test]
fn issues_exactly_the_same_token() {
    for case in token04_vectors::issue() {
        let issuer = Issuer::new(case.app_id, &case.secret).unwrap().mode(mode(&case.mode));
        let fixed = Fixed { now: case.now, nonce: case.nonce.try_into().unwrap(), iv: bytes(&case.iv) };
        let ttl = Duration::from_secs(case.ttl);
        let token = fixed::issue(&issuer, &case.user_id, ttl, &case.payload, fixed);
        assert_eq!(token.as_ref(), Ok(&case.token), "{}", case.id);
        // Every way of issuing gives a token of the predicted length that opens again.
        let len = match issuer.token_len(&case.user_id, ttl, &case.payload) {
            Ok(len) => len,
            // A short fixed nonce leaves room for bytes that our drawn nonces need.
            Err(error) => {
                assert_eq!(error.code(), ErrorCode::TooLong, "{}", case.id);
                continue;
            }
        };
        assert!(len <= token04_core::token_len_bound(case.user_id.len(), case.payload.len()), "{}", case.id);
        let mut buffer = vec![0; len];
        assert_eq!(issuer.issue_into(&case.user_id, ttl, &case.payload, &mut buffer), Ok(len), "{}", case.id);
        let into = String::from_utf8(buffer).unwrap();
        let lent = issuer.issue_with(&case.user_id, ttl, &case.payload, <[u8]>::to_vec).unwrap();
        let lent = String::from_utf8(lent).unwrap();
        let verifier = Verifier::new(case.app_id, &case.secret).unwrap();
        for token in [into, lent] {
            assert_eq!(token.len(), len, "{}", case.id);
            let read = verifier.verify(&token).unwrap();
            assert_eq!(
                (read.user_id, read.payload),
                (case.user_id.clone(), case.payload.clone()),
                "{}",
                case.id
            );
        }
    }
}

#[test]
fn opens_every_official_style() {
    for case in token04_vectors::open() {
        let verifier = Verifier::new(case.app_id, &case.secret).unwrap();
        let read = verifier.verify_login(&case.token, &Login::new().now(case.now));
        let read = read.unwrap_or_else(|error| panic!("{}: {error}", case.id));
        assert_eq!(privilege(read.privilege()), case.privilege, "{}", case.id);
        assert_eq!(claims(read), case.claims, "{}", case.id);
        let header = inspect(&case.token).unwrap();
        assert_eq!(header.mode, mode(&case.mode), "{}", case.id);
        assert_eq!(
            (header.expires_at, header.iv_bytes, header.ciphertext_bytes),
            (case.expires_at, case.iv_bytes, case.ciphertext_bytes),
            "{}",
            case.id
        );
        assert!(!header.is_expired(case.now), "{}", case.id);
    }
}

#[test]
fn refuses_with_the_first_code_that_applies() {
    for case in token04_vectors::reject() {
        let mut verifier =
            Verifier::new(case.app_id, &case.secret).unwrap().leeway(Duration::from_secs(case.leeway));
        if let Some(previous) = &case.previous_secret {
            verifier = verifier.previous_secret(previous).unwrap();
        }
        let login = Login::new()
            .now(case.now)
            .user_id(case.login.user_id.as_deref())
            .room_id(case.login.room_id.as_deref())
            .stream_id(case.login.stream_id.as_deref())
            .publish(case.login.publish)
            .require_privilege(case.login.require_privilege);
        let result = verifier.verify_login(&case.token, &login);
        assert_eq!(code(&result), case.code, "{}", case.id);
        let text = format!("{result:?}{verifier:?}");
        assert!(!text.contains(&case.secret), "{}", case.id);
        // `inspect` agrees on which texts are tokens.
        assert_eq!(inspect(&case.token).is_err(), case.code == 201, "{}", case.id);
    }
}

#[test]
fn refuses_bad_arguments() {
    let mut ran = 0;
    for case in token04_vectors::arguments() {
        if let Some(code) = call(&case) {
            assert_eq!(code, case.code, "{}", case.id);
            ran += 1;
        }
    }
    // The bindings run the cases that Rust's types cannot carry.
    assert!(ran > 100, "only {ran} cases ran");
}

/// The code of a case, or `None` if Rust's types cannot carry its arguments.
fn call(case: &ArgumentsCase) -> Option<i32> {
    let (app_id, secret, user_id) = (case.app_id()?, case.secret()?, case.user_id()?);
    if case.call == Call::DropIn {
        let (ttl, payload) = (case.ttl_signed()?, case.payload()?);
        return Some(code(&token04_core::generate_token04(app_id, &user_id, &secret, ttl, &payload)));
    }
    let ttl = Duration::from_secs(case.ttl()?);
    let profile = case.profile.as_deref().map(profile);
    let issuer = match Issuer::new(app_id, &secret) {
        Ok(issuer) => issuer.mode(mode(case.mode.as_deref().unwrap_or("cbc"))).profile(profile),
        Err(error) => return Some(error.code().number()),
    };
    let result = match (case.call, &case.room) {
        (Call::IssueRoom, Some(room)) => {
            let mut privilege = RoomPrivilege::new(room.room_id()?);
            if let Some(login) = room.login {
                privilege = privilege.login(login);
            }
            if let Some(publish) = room.publish {
                privilege = privilege.publish(publish);
            }
            if let Some(streams) = &room.streams {
                privilege = privilege.streams(streams);
            }
            issuer.issue_room(&user_id, ttl, &privilege)
        }
        (Call::Kit, Some(room)) => {
            let user = KitUser::new(app_id, user_id, room.room_id()?);
            kit::issue(&issuer, &user.user_name(case.user_name.as_deref()?), ttl, &case.payload()?)
        }
        _ => issuer.issue_with_payload(&user_id, ttl, &case.payload()?),
    };
    Some(code(&result))
}

fn profile(name: &str) -> Profile {
    name.parse().unwrap()
}

#[test]
fn writes_and_reads_privileges() {
    for case in token04_vectors::privilege() {
        match case {
            PrivilegeCase::Write { id, room_id, login, publish, streams, payload } => {
                let mut written = RoomPrivilege::new(&room_id).login(login).publish(publish);
                if let Some(streams) = &streams {
                    written = written.streams(streams);
                }
                assert_eq!(written.payload().as_ref(), Ok(&payload), "{id}");
                let read = privilege(Privilege::parse(&payload)).unwrap();
                assert_eq!((read.room_id, read.streams), (room_id, streams), "{id}");
                assert_eq!((read.login, read.publish), (Some(login), Some(publish)), "{id}");
            }
            PrivilegeCase::Read { id, payload, privilege: expected } => {
                assert_eq!(privilege(Privilege::parse(&payload)), expected, "{id}");
            }
        }
    }
}

#[test]
fn writes_and_reads_kit_tokens() {
    for case in token04_vectors::kit() {
        let user = case
            .user
            .as_ref()
            .map(|user| KitUser::new(user.app_id, &user.user_id, &user.room_id).user_name(&user.user_name));
        if case.direction != KitDirection::Decode {
            let result = kit::encode(case.token.as_ref().unwrap(), user.as_ref().unwrap());
            assert_eq!(code(&result), case.code, "{}", case.id);
            assert_eq!(result.ok(), case.kit_token, "{}", case.id);
        }
        if case.direction != KitDirection::Encode {
            let result = kit::decode(case.kit_token.as_ref().unwrap());
            assert_eq!(code(&result), case.code, "{}", case.id);
            if let Ok((token, read)) = result {
                assert_eq!((Some(token), Some(read)), (case.token.as_deref(), user), "{}", case.id);
            }
        }
    }
}

//! Properties of every diagnosis: it never fails, and it agrees with the verifier.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first surprise")]

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use aes::Aes256;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use cbc::cipher::block_padding::Pkcs7;
use cbc::cipher::{BlockModeEncrypt, KeyIvInit};
use proptest::prelude::*;
use token04_core::{
    FindingId, Issuer, Language, Login, Mode, Profile, Question, Report, Severity, Verifier, diagnose,
};

const APP_ID: u32 = 1_234_567_890;
const SECRET: &str = "0123456789abcdef0123456789ABCDEF";
const NOW: i64 = 1_700_000_000;

/// A token with this body, expiry and bytes after the ciphertext.
fn token_of(body: &[u8], expire: i64, tail: &[u8]) -> String {
    let iv = [7; 16];
    let cipher = cbc::Encryptor::<Aes256>::new_from_slices(SECRET.as_bytes(), &iv).unwrap();
    let ciphertext = cipher.encrypt_padded_vec::<Pkcs7>(body);
    let mut envelope = expire.to_be_bytes().to_vec();
    envelope.extend([0, 16]);
    envelope.extend(iv);
    envelope.extend((ciphertext.len() as u16).to_be_bytes());
    envelope.extend(ciphertext);
    envelope.extend(tail);
    format!("04{}", STANDARD.encode(envelope))
}

/// Diagnoses under every profile, checks what every report must satisfy, and returns the report for the given
/// question.
fn ask(token: &str, question: &Question<'_>) -> Report {
    let report = diagnose(token, question);
    let ids: BTreeSet<FindingId> = report.findings.iter().map(|finding| finding.id).collect();
    assert_eq!(ids.len(), report.findings.len(), "an id is reported twice: {report:?}");
    let worst_first = report.findings.iter().skip_while(|finding| finding.id == FindingId::SecretExposed);
    assert!(worst_first.is_sorted_by_key(|finding| (finding.severity, finding.id)), "{report:?}");
    assert_eq!(report.is_ok(), report.findings.iter().all(|finding| finding.severity != Severity::Error));
    for &profile in Profile::ALL {
        let _ = diagnose(token, &question.clone().profile(profile).lang(Language::Zh));
    }
    report
}

/// A token that the verifier refuses has an error. A token that it accepts has no errors, except those that a
/// verifier does not check.
fn agrees_with_the_verifier(token: &str, login: &Login<'_>, question: &Question<'_>) {
    let verified = Verifier::new(APP_ID, SECRET).unwrap().verify_login(token, login);
    let report = ask(token, &question.clone().secret(SECRET).app_id(APP_ID));
    let unverified = |id: FindingId| {
        id.name().starts_with("payload-")
            || [
                FindingId::KitPart,
                FindingId::DoublePadding,
                FindingId::MisplacedClaims,
                FindingId::SwappedArguments,
                FindingId::Milliseconds,
                FindingId::ExpireIsDuration,
                FindingId::LittleEndian,
            ]
            .contains(&id)
    };
    match verified {
        Err(error) => assert!(!report.is_ok(), "{error}: {report:?}\n{token}"),
        Ok(claims) => {
            let mut errors = report.findings.iter().filter(|finding| finding.severity == Severity::Error);
            assert!(errors.all(|finding| unverified(finding.id)), "{report:?}\n{token}");
            let user_id = report.claims.map(|claims| claims.user_id);
            assert!(user_id == Some(claims.user_id) || user_id.as_deref() == Some("[redacted]"), "{token}");
        }
    }
}

fn sound_token(mode: Mode, payload: &str) -> String {
    let issuer = Issuer::new(APP_ID, SECRET).unwrap().mode(mode);
    issuer.issue_with_payload("user1", Duration::from_secs(3600), payload).unwrap()
}

fn any_claims() -> impl Strategy<Value = String> {
    let value = prop_oneof![
        Just("1234567890".to_owned()),
        Just("\"user1\"".to_owned()),
        Just("1700000000".to_owned()),
        Just("1700003600".to_owned()),
        Just("1700003600000".to_owned()),
        Just("3600".to_owned()),
        Just("0".to_owned()),
        Just("-1".to_owned()),
        Just("1.5".to_owned()),
        Just("1e30".to_owned()),
        Just("18446744073709551615".to_owned()),
        Just("null".to_owned()),
        Just("true".to_owned()),
        Just("\"\"".to_owned()),
        Just("[]".to_owned()),
        Just("{}".to_owned()),
        Just(format!("\"{SECRET}\"")),
        Just(r#""{\"room_id\":\"room1\",\"privilege\":{\"1\":1},\"stream_id_list\":[]}""#.to_owned()),
        Just(r#""{\"room_id\":\"\",\"privilege\":{\"1\":1,\"2\":0}}""#.to_owned()),
        Just(
            r#""{\"room_id\":\"room2\",\"privilege\":{\"1\":0,\"2\":2},\"stream_id_list\":[\"s1\"]}""#
                .to_owned()
        ),
        Just(r#""\"{}\"""#.to_owned()),
    ];
    let key = prop_oneof![
        Just("app_id"),
        Just("user_id"),
        Just("nonce"),
        Just("ctime"),
        Just("expire"),
        Just("payload"),
        Just("room_id"),
        Just("exp"),
        Just("sub"),
        Just("appId"),
        Just("x"),
    ];
    let sound = |key: &'static str, value: &'static str, other: BoxedStrategy<String>| {
        prop_oneof![8 => Just(Some(format!("\"{key}\":{value}"))), 1 => Just(None),
            2 => other.prop_map(move |other| Some(format!("\"{key}\":{other}")))]
    };
    let value = value.boxed();
    let claims = (
        sound("app_id", "1234567890", value.clone()),
        sound("user_id", "\"user1\"", value.clone()),
        sound("nonce", "1", value.clone()),
        sound("ctime", "1700000000", value.clone()),
        sound("expire", "1700003600", value.clone()),
        sound("payload", "\"\"", value.clone()),
        proptest::collection::vec((key, value).prop_map(|(key, value)| format!("\"{key}\":{value}")), 0..2),
    );
    claims.prop_map(|(a, b, c, d, e, f, more)| {
        let entries: Vec<String> = [a, b, c, d, e, f].into_iter().flatten().chain(more).collect();
        format!("{{{}}}", entries.join(","))
    })
}

proptest! {
    #[test]
    fn any_text_and_any_secret_have_an_answer(
        token in any::<String>(), secret in any::<String>(), user_id in any::<String>(), now in any::<i64>(),
    ) {
        let report = ask(&token, &Question::new().secret(&*secret).user_id(&*user_id).room_id(&*user_id).now(now));
        prop_assert!(!report.is_ok());
        prop_assert!(report.claims.is_none());
    }

    #[test]
    fn any_envelope_has_an_answer(
        bytes in proptest::collection::vec(any::<u8>(), 0..200), head in any::<bool>(), rest in "[#A-Za-z0-9+/=%_.\\- ]{0,12}",
    ) {
        let head: &[u8] = if head { &[0, 0, 0, 0, 101, 83, 241, 0, 0, 16] } else { &[] };
        let token = format!("04{}{rest}", STANDARD.encode([head, &bytes].concat()));
        agrees_with_the_verifier(&token, &Login::new().now(NOW), &Question::new().now(NOW));
    }

    #[test]
    fn what_becomes_of_a_token_has_the_answer_of_the_verifier(
        gcm in any::<bool>(), at in any::<prop::sample::Index>(), len in 0..4_usize, put in ".{0,3}", private in any::<bool>(),
    ) {
        let payload = if private { r#"{"room_id":"room1","privilege":{"1":1,"2":0},"stream_id_list":["s1"]}"# } else { "" };
        let sound = sound_token(if gcm { Mode::Gcm } else { Mode::Cbc }, payload);
        let at = at.index(sound.len());
        let mut token = sound.clone();
        token.replace_range(at..(at + len).min(sound.len()), &put);
        agrees_with_the_verifier(&token, &Login::new().room_id("room1"), &Question::new().room_id("room1"));
    }

    #[test]
    fn any_body_has_the_answer_of_the_verifier(
        body in any_claims(), expire in prop_oneof![4 => Just(1_700_003_600_i64), 1 => any::<i64>()],
        room in any::<bool>(), publish in any::<bool>(), stream in any::<bool>(), tail in prop_oneof![Just(&b""[..]), Just(&b"\0"[..])],
    ) {
        let token = token_of(body.as_bytes(), expire, tail);
        let room_id = room.then_some("room1");
        let stream_id = stream.then_some("s2");
        let login = Login::new().user_id("user1").room_id(room_id).publish(publish).stream_id(stream_id).now(NOW);
        let question = Question::new().user_id("user1").room_id(room_id).publish(publish).stream_id(stream_id).now(NOW);
        agrees_with_the_verifier(&token, &login, &question);
    }

    #[test]
    fn any_bytes_as_a_body_have_a_report(body in proptest::collection::vec(any::<u8>(), 0..100)) {
        let token = token_of(&body, 1_700_003_600, b"");
        agrees_with_the_verifier(&token, &Login::new().now(NOW), &Question::new().now(NOW));
    }
}

/// Texts that could make a parser slow: each has a start and a repeated part.
fn long_texts(len: usize) -> impl Iterator<Item = String> {
    let token = sound_token(Mode::Cbc, "");
    let units = [
        "{",
        "#",
        "%",
        "%25",
        "\\",
        "\"",
        " ",
        "\n",
        "=",
        "A",
        "04",
        "04AAAA",
        "eyJ",
        "eyJ.",
        "MDRBQUFB",
        "[",
        "-",
        "é",
        "\u{feff}",
        "{\"a\":",
        "04AAAA \n",
        "%7B%22",
        SECRET,
        &token,
    ];
    let texts: Vec<String> = units
        .into_iter()
        .flat_map(|unit| {
            ["", "04", &token, "04#"].map(|start| start.to_owned() + &unit.repeat(len / unit.len()))
        })
        .collect();
    texts.into_iter()
}

#[test]
fn long_texts_have_a_report() {
    for text in long_texts(1 << 12) {
        assert!(!ask(&text, &Question::new().secret(SECRET).now(NOW)).is_ok());
    }
}

#[test]
fn texts_of_a_megabyte_have_a_report_quickly() {
    for unit in ["{", "#", "%", "A", "%25"] {
        let started = Instant::now();
        let report = diagnose(&unit.repeat((1 << 20) / unit.len()), &Question::new().secret(SECRET).now(NOW));
        assert!(!report.is_ok(), "{unit}");
        // It takes milliseconds; if it were not linear, it would take minutes.
        assert!(started.elapsed() < Duration::from_secs(20), "{unit}: {:?}", started.elapsed());
    }
}

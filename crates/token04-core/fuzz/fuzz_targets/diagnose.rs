//! Any text, envelope, body or kit part in a diagnosis: it returns a report without the secret, and with an
//! error for whatever the verifier refuses.
#![no_main]

use std::collections::HashSet;

use aes::Aes256;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use cbc::cipher::block_padding::Pkcs7;
use cbc::cipher::{BlockModeEncrypt, KeyIvInit};
use libfuzzer_sys::fuzz_target;
use token04_core::{Language, Login, Profile, Question, Verifier, diagnose};

const APP_ID: u32 = 1_234_567_890;
const SECRET: &str = "0123456789abcdef0123456789ABCDEF";
const NOW: i64 = 1_700_000_000;
/// A valid token, so that the part after it is reached.
const TOKEN: &str = "04AAAAAGVT/xAAEEJ/dvVI0cjZDFpRgrHRmM0AcE955KCQvHfsSkFzd5XBSWGWZnw6LxJZyp6vgB+M9tisDEaVpWm7Fs3APuCaVsenUQcw7ZBqCBGMz33ntAiV10wsa6vzdNgtNtslQjYqZo55MrRfWNusyF2xucbIvkArgDKrmsAmShj4wxYPmXLDatY=";

fuzz_target!(|input: &[u8]| {
    let Some((&choice, rest)) = input.split_first() else { return };
    let token = match choice % 4 {
        0 => String::from_utf8_lossy(rest).into_owned(),
        1 => format!("04{}", STANDARD.encode(rest)),
        2 => token_of(rest),
        _ => format!("{TOKEN}#{}", STANDARD.encode(rest)),
    };
    let secret = if choice & 4 == 0 { SECRET } else { std::str::from_utf8(rest).unwrap_or_default() };
    let profile = Profile::ALL.get(usize::from(choice >> 3) % (Profile::ALL.len() + 1)).copied();
    let lang = if choice & 32 == 0 { Language::En } else { Language::Zh };
    let question = Question::new().app_id(APP_ID).user_id("user1").room_id("room1").stream_id("s1").publish(true);
    let question = question.now(NOW).lang(lang);
    let report = diagnose(&token, &question.clone().secret(secret).profile(profile));

    let mut ids = HashSet::new();
    for finding in &report.findings {
        assert!(ids.insert(finding.id), "an id is told twice");
        assert!(!finding.message.contains(SECRET) && !finding.fix.contains(SECRET));
    }
    let login = Login::new().user_id("user1").room_id("room1").stream_id("s1").publish(true).now(NOW);
    let verified = Verifier::new(APP_ID, SECRET).unwrap().verify_login(&token, &login);
    if verified.is_err() {
        assert!(!diagnose(&token, &question.secret(SECRET)).is_ok(), "{verified:?}");
    }
});

/// A token with this body.
fn token_of(body: &[u8]) -> String {
    let cipher = cbc::Encryptor::<Aes256>::new_from_slices(SECRET.as_bytes(), &[7; 16]).unwrap();
    let ciphertext = cipher.encrypt_padded_vec::<Pkcs7>(body);
    let mut envelope = 1_700_003_600_i64.to_be_bytes().to_vec();
    envelope.extend([0, 16]);
    envelope.extend([7; 16]);
    envelope.extend((ciphertext.len() as u16).to_be_bytes());
    envelope.extend(ciphertext);
    format!("04{}", STANDARD.encode(envelope))
}

//! A straightforward implementation: rand, serde_json, cbc with the key expanded each time, base64, format!.

use std::time::{SystemTime, UNIX_EPOCH};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use cbc::cipher::block_padding::Pkcs7;
use cbc::cipher::{BlockModeDecrypt, BlockModeEncrypt, KeyIvInit};
use rand::RngExt;
use serde_json::{Value, json};

pub fn issue(app_id: u32, user_id: &str, secret: &str, ttl: i64, payload: &str) -> String {
    let mut rng = rand::rng();
    let ctime = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs() as i64;
    let expire = ctime + ttl;
    let body = json!({
        "app_id": app_id,
        "user_id": user_id,
        "nonce": rng.random_range(0..=i32::MAX),
        "ctime": ctime,
        "expire": expire,
        "payload": payload,
    })
    .to_string();
    let iv: [u8; 16] = rng.random();
    let cipher = cbc::Encryptor::<aes::Aes256>::new_from_slices(secret.as_bytes(), &iv).unwrap();
    let ciphertext = cipher.encrypt_padded_vec::<Pkcs7>(body.as_bytes());
    let mut envelope = Vec::new();
    envelope.extend(expire.to_be_bytes());
    envelope.extend((iv.len() as u16).to_be_bytes());
    envelope.extend(iv);
    envelope.extend((ciphertext.len() as u16).to_be_bytes());
    envelope.extend(ciphertext);
    format!("04{}", STANDARD.encode(envelope))
}

pub fn verify(token: &str, secret: &str) -> Value {
    let envelope = STANDARD.decode(token.strip_prefix("04").unwrap()).unwrap();
    let expire = i64::from_be_bytes(envelope[..8].try_into().unwrap());
    let (iv, ciphertext) = (&envelope[10..26], &envelope[28..]);
    let cipher = cbc::Decryptor::<aes::Aes256>::new_from_slices(secret.as_bytes(), iv).unwrap();
    let body = cipher.decrypt_padded_vec::<Pkcs7>(ciphertext).unwrap();
    let claims: Value = serde_json::from_slice(&body).unwrap();
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs() as i64;
    assert!(claims["expire"] == expire && now < expire);
    claims
}

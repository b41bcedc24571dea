//! A straightforward implementation on the usual crates, written with care: rand, serde with derived structs,
//! cbc over the one direction of AES that it needs, base64. It expands the key each time.

use std::time::{SystemTime, UNIX_EPOCH};

use aes::{Aes256Dec, Aes256Enc};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use cbc::cipher::block_padding::Pkcs7;
use cbc::cipher::{BlockModeDecrypt, BlockModeEncrypt, KeyIvInit};
use rand::RngExt;
use serde::{Deserialize, Serialize};

#[derive(Serialize)]
struct Body<'a> {
    app_id: u32,
    user_id: &'a str,
    nonce: i32,
    ctime: i64,
    expire: i64,
    payload: &'a str,
}

#[derive(Deserialize)]
#[allow(dead_code, reason = "a caller would use them")]
pub struct Claims {
    app_id: u32,
    user_id: String,
    nonce: i64,
    ctime: i64,
    expire: i64,
    payload: String,
}

pub fn issue(app_id: u32, user_id: &str, secret: &str, ttl: i64, payload: &str) -> String {
    let mut rng = rand::rng();
    let ctime = now();
    let expire = ctime + ttl;
    let nonce = rng.random_range(0..=i32::MAX);
    let body = serde_json::to_vec(&Body { app_id, user_id, nonce, ctime, expire, payload }).unwrap();
    let iv: [u8; 16] = rng.random();
    let cipher = cbc::Encryptor::<Aes256Enc>::new_from_slices(secret.as_bytes(), &iv).unwrap();
    let ciphertext = cipher.encrypt_padded_vec::<Pkcs7>(&body);
    let mut envelope = Vec::with_capacity(28 + ciphertext.len());
    envelope.extend(expire.to_be_bytes());
    envelope.extend((iv.len() as u16).to_be_bytes());
    envelope.extend(iv);
    envelope.extend((ciphertext.len() as u16).to_be_bytes());
    envelope.extend(ciphertext);
    let mut token = String::from("04");
    STANDARD.encode_string(envelope, &mut token);
    token
}

pub fn verify(token: &str, secret: &str) -> Claims {
    let mut envelope = STANDARD.decode(token.strip_prefix("04").unwrap()).unwrap();
    let expire = i64::from_be_bytes(envelope[..8].try_into().unwrap());
    let (head, ciphertext) = envelope.split_at_mut(28);
    let cipher = cbc::Decryptor::<Aes256Dec>::new_from_slices(secret.as_bytes(), &head[10..26]).unwrap();
    let body = cipher.decrypt_padded::<Pkcs7>(ciphertext).unwrap();
    let claims: Claims = serde_json::from_slice(body).unwrap();
    assert!(claims.expire == expire && now() < expire);
    claims
}

fn now() -> i64 {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs() as i64
}

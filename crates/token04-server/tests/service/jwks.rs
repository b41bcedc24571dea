//! Key sets: with several keys, with keys for other uses, and from an address.

use serde_json::{Value, json};

use crate::harness::{Answering, Folder};
use crate::signer::{Signer, jwt_of, user};

fn service(keys: &[Value], algorithms: &str) -> Answering {
    let folder = Folder::new();
    folder.write("jwks.json", json!({ "keys": keys }).to_string());
    let text = format!("[auth.jwt]\nalgorithms = [{algorithms}]\njwks_file = 'jwks.json'\n");
    let service = folder.service(&text).unwrap();
    Answering::new(folder, service)
}

fn with_id(signer: &Signer, id: &str) -> String {
    signer.jwt_with(&json!({ "alg": signer.algorithm(), "kid": id }), &user("user1"))
}

#[tokio::test]
async fn the_key_is_the_one_that_the_jwt_names() {
    let (rsa, ec, ed, old) = (Signer::rsa(), Signer::ec(), Signer::ed(), Signer::ec());
    let keys = [rsa.jwk("rsa"), ec.jwk("ec"), ed.jwk("ed"), old.jwk("old")];
    let service = service(&keys, "'RS256', 'ES256', 'EdDSA'");
    for (signer, id) in [(&rsa, "rsa"), (&ec, "ec"), (&ed, "ed"), (&old, "old")] {
        service.ask(&with_id(signer, id), "").await.claims();
        service.ask(&signer.jwt(&user("user1")), "").await.claims();
    }
    service.ask(&with_id(&ec, "old"), "").await.refuses(401, 901);
    service.ask(&with_id(&ec, "rsa"), "").await.refuses(401, 901);
    service.ask(&with_id(&ec, "unknown"), "").await.refuses(401, 901);
    service.ask(&with_id(&Signer::ec(), "ec"), "").await.refuses(401, 901);
}

#[tokio::test]
async fn keys_for_other_uses_are_passed_over() {
    let (signer, other) = (Signer::ec(), Signer::rsa());
    let mut encrypts = other.jwk("rsa");
    encrypts["use"] = "enc".into();
    let unheard = json!({ "kty": "new", "kid": "new" });
    let curve = json!({ "kty": "EC", "crv": "P-384", "x": "AA", "y": "AA", "kid": "p384" });
    let shared = Signer::shared().jwk("shared");
    let service = service(&[encrypts, unheard, curve, shared, signer.jwk("ec")], "'ES256', 'RS256'");
    service.ask(&signer.jwt(&user("user1")), "").await.claims();
    service.ask(&other.jwt(&user("user1")), "").await.refuses(401, 901);
    // A shared key in a public set is ignored unless the configuration allows it.
    service.ask(&jwt_of("user1"), "").await.refuses(401, 901);
}

#[test]
fn sets_without_a_key_for_us_are_refused() {
    let folder = Folder::new();
    let p384 = json!({ "keys": [{ "kty": "EC", "crv": "P-384", "x": "AA", "y": "AA" }] }).to_string();
    for (content, reason) in [
        ("{}", "Key Set"),
        ("[]", "Key Set"),
        (r#"{"keys":[]}"#, "no key for ES256"),
        (&p384, "no key for ES256"),
    ] {
        folder.write("jwks.json", content);
        let error =
            folder.service("[auth.jwt]\nalgorithms = ['ES256']\njwks_file = 'jwks.json'\n").err().unwrap();
        assert!(error.to_string().contains(reason), "{error}");
    }
}

/// Why a set with one key is refused at the start.
fn refusal(key: &Value, algorithm: &str) -> String {
    let folder = Folder::new();
    folder.write("jwks.json", json!({ "keys": [key] }).to_string());
    let text = format!("[auth.jwt]\nalgorithms = ['{algorithm}']\njwks_file = 'jwks.json'\n");
    folder.service(&text).err().map_or_else(|| "accepted".to_owned(), |error| error.to_string())
}

#[test]
fn keys_that_cannot_work_or_that_anybody_knows_are_refused_at_the_start() {
    let with = |mut key: Value, field: &str, value: Value| {
        key[field] = value;
        key
    };
    let (ec, rsa, ed) = (Signer::ec(), Signer::rsa(), Signer::ed());
    assert_eq!(refusal(&ec.jwk("ec"), "ES256"), "accepted");
    let verifies = with(ec.jwk("ec"), "key_ops", json!(["verify"]));
    assert_eq!(refusal(&verifies, "ES256"), "accepted");
    let off_curve = with(ec.jwk("ec"), "x", json!("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"));
    let public_as_shared = json!({ "kty": "oct", "k": base64_of(rsa.pem().as_bytes()) });
    let modulus_of_1024 = base64_of(&[0xff; 128]);
    for (key, algorithm, reason) in [
        (off_curve, "ES256", "on the curve P-256"),
        (with(ec.jwk("ec"), "x", json!("AA")), "ES256", "on the curve P-256"),
        (with(ec.jwk("ec"), "x", json!("not base64!")), "ES256", "a key that can be read"),
        (with(ec.jwk("ec"), "key_ops", json!(["encrypt"])), "ES256", "no key for ES256"),
        (with(ec.jwk("ec"), "use", json!("enc")), "ES256", "no key for ES256"),
        (with(ec.jwk("ec"), "alg", json!("ES384")), "ES256", "no key for ES256"),
        (with(rsa.jwk("rsa"), "n", json!(modulus_of_1024)), "RS256", "this one has 1024"),
        (with(ed.jwk("ed"), "x", json!("AAAA")), "EdDSA", "32 bytes"),
        (json!({ "kty": "oct", "k": "" }), "HS256", "this one has 0"),
        (json!({ "kty": "oct", "k": base64_of(&[7; 31]) }), "HS256", "this one has 31"),
        (public_as_shared, "HS256", "which anyone can sign with"),
    ] {
        let error = refusal(&key, algorithm);
        assert!(error.contains(reason), "{key}: {error}");
    }
}

fn base64_of(bytes: &[u8]) -> String {
    use base64::Engine as _;
    base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(bytes)
}

#[cfg(not(feature = "jwks-url"))]
#[test]
fn an_address_needs_the_feature() {
    let text = "[auth.jwt]\nalgorithms = ['ES256']\njwks_url = 'https://id.example/jwks'\n";
    let error = Folder::new().service(text).err().unwrap().to_string();
    assert!(error.contains("jwks-url"), "{error}");
}

#[cfg(feature = "jwks-url")]
mod address {
    use super::*;
    use std::sync::{Arc, Mutex};
    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};

    /// An identity provider whose response can be changed. It counts the requests.
    async fn provider() -> (String, Arc<Mutex<(String, u32)>>) {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/jwks", listener.local_addr().unwrap());
        let state = Arc::new(Mutex::new((String::new(), 0)));
        let shared = Arc::clone(&state);
        tokio::spawn(async move {
            loop {
                let (mut stream, _) = listener.accept().await.unwrap();
                let _ = stream.read(&mut [0; 4096]).await;
                let answer = {
                    let mut state = shared.lock().unwrap();
                    state.1 += 1;
                    format!(
                        "HTTP/1.1 200 OK\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{}",
                        state.0.len(),
                        state.0
                    )
                };
                let _ = stream.write_all(answer.as_bytes()).await;
            }
        });
        (url, state)
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn keys_are_fetched_kept_and_fetched_again_when_one_is_missing() {
        let (url, state) = provider().await;
        let (first, second) = (Signer::ec(), Signer::ec());
        state.lock().unwrap().0 = json!({ "keys": [first.jwk("first")] }).to_string();
        let folder = Folder::new();
        let text = format!("[auth.jwt]\nalgorithms = ['ES256']\njwks_url = '{url}'\n");
        let service = folder.service(&text).unwrap();
        let service = Answering::new(folder, service);
        service.ask(&with_id(&first, "first"), "").await.claims();
        assert_eq!(service.send(crate::harness::get("/readyz", &[])).await.status, 200);
        let asked = state.lock().unwrap().1;
        for _ in 0..20 {
            service.ask(&with_id(&first, "first"), "").await.claims();
            service.ask(&with_id(&second, "second"), "").await.refuses(401, 901);
        }
        assert_eq!(state.lock().unwrap().1, asked, "the provider is pressed");
    }

    #[tokio::test]
    async fn a_service_without_keys_is_not_ready() {
        let folder = Folder::new();
        let text = "[auth.jwt]\nalgorithms = ['ES256']\njwks_url = 'http://127.0.0.1:1/jwks'\n";
        let service = folder.service(text).unwrap();
        let service = Answering::new(folder, service);
        assert_eq!(service.send(crate::harness::get("/readyz", &[])).await.status, 503);
        assert_eq!(service.send(crate::harness::get("/healthz", &[])).await.status, 200);
    }
}

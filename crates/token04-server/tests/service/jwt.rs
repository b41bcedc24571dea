//! Users with a JWT from the app's identity provider.

use serde_json::json;

use crate::harness::{Answering, Folder, now};
use crate::signer::{Signer, jwt_of, user};

#[tokio::test]
async fn the_user_is_the_claim_and_nobody_else() {
    let service = Answering::with_jwt("");
    assert_eq!(service.ask(&jwt_of("user1"), "").await.claims().user_id, "user1");
    assert_eq!(service.ask(&jwt_of("user1"), "{}").await.claims().user_id, "user1");
    assert_eq!(service.ask(&jwt_of("user1"), r#"{"user_id":"user1"}"#).await.claims().user_id, "user1");
    service.ask(&jwt_of("user1"), r#"{"user_id":"user2"}"#).await.refuses(403, 206);
    service.ask(&jwt_of("user1"), r#"{"user_id":""}"#).await.refuses(403, 206);
}

#[tokio::test]
async fn the_claim_can_be_another_and_deep() {
    let service = Answering::with_jwt("user_claim = '/app/id'");
    let jwt = Signer::shared().jwt(&json!({ "sub": "a", "app": { "id": 42 }, "exp": now() + 60 }));
    assert_eq!(service.ask(&jwt, "").await.claims().user_id, "42");
    service.ask(&jwt_of("user1"), "").await.refuses(401, 901);
}

#[tokio::test]
async fn every_algorithm_is_checked_with_its_own_key_file() {
    for signer in [Signer::rsa(), Signer::ec(), Signer::ed()] {
        let folder = Folder::new();
        folder.write("key.pem", signer.pem());
        let text = format!("[auth.jwt]\nalgorithms = ['{}']\nkey_file = 'key.pem'\n", signer.algorithm());
        let service = folder.service(&text).unwrap();
        let service = Answering::new(folder, service);
        let jwt = signer.jwt(&user("user1"));
        assert_eq!(service.ask(&jwt, "").await.claims().user_id, "user1", "{}", signer.algorithm());

        // The public key used as a shared one: the classic algorithm confusion.
        let confused = Signer::Shared(signer.pem().into_bytes()).jwt(&user("admin"));
        service.ask(&confused, "").await.refuses(401, 901);
        service.ask(&jwt_of("user1"), "").await.refuses(401, 901);
        let (message, signature) = jwt.rsplit_once('.').unwrap();
        service.ask(&format!("{message}."), "").await.refuses(401, 901);
        let swapped = if signature.starts_with('A') { 'B' } else { 'A' };
        service.ask(&format!("{message}.{swapped}{}", &signature[1..]), "").await.refuses(401, 901);
    }
}

#[tokio::test]
async fn only_the_algorithms_that_are_listed_are_accepted() {
    let service = Answering::with_jwt("");
    for algorithm in
        ["none", "None", "NONE", "", "HS512", "HS384", "hs256", "RS256", "ES256", "EdDSA", "PS256"]
    {
        let jwt = Signer::shared().jwt_with(&json!({ "alg": algorithm }), &user("user1"));
        service.ask(&jwt, "").await.refuses(401, 901);
    }
    let unsigned = Signer::shared().jwt_with(&json!({ "alg": "none" }), &user("user1"));
    let unsigned = unsigned.rsplit_once('.').unwrap().0;
    service.ask(&format!("{unsigned}."), "").await.refuses(401, 901);
    let unheard =
        Signer::shared().jwt_with(&json!({ "alg": "HS256", "crit": ["x"], "x": 1 }), &user("user1"));
    service.ask(&unheard, "").await.refuses(401, 901);
}

#[tokio::test]
async fn the_times_count_and_an_end_is_required() {
    let service = Answering::with_jwt("");
    let of = |claims| Signer::shared().jwt(&claims);
    let detail = service.ask(&of(json!({ "sub": "user1" })), "").await.refuses(401, 901);
    assert!(detail.contains("no exp"), "{detail}");
    for exp in [now() - 1, now()] {
        let detail = service.ask(&of(json!({ "sub": "user1", "exp": exp })), "").await.refuses(401, 901);
        assert!(detail.contains("expired"), "{detail}");
    }
    let early = json!({ "sub": "user1", "exp": now() + 60, "nbf": now() + 30 });
    let detail = service.ask(&of(early.clone()), "").await.refuses(401, 901);
    assert!(detail.contains("not valid yet"), "{detail}");
    for exp in [json!("9999999999"), json!(null), json!([9_999_999_999_i64]), json!(-1), json!(true)] {
        service.ask(&of(json!({ "sub": "user1", "exp": exp })), "").await.refuses(401, 901);
    }

    let lenient = Answering::with_jwt("leeway = '1m'");
    lenient.ask(&of(json!({ "sub": "user1", "exp": now() - 30 })), "").await.claims();
    lenient.ask(&of(early), "").await.claims();
    lenient.ask(&of(json!({ "sub": "user1", "exp": now() - 70 })), "").await.refuses(401, 901);
}

#[tokio::test]
async fn a_token_of_another_kind_is_refused() {
    let service = Answering::with_jwt("");
    let of = |typ: &str| Signer::shared().jwt_with(&json!({ "alg": "HS256", "typ": typ }), &user("user1"));
    for typ in ["JWT", "jwt", "at+jwt", "application/at+JWT", "application/jwt"] {
        service.ask(&of(typ), "").await.claims();
    }
    service.ask(&Signer::shared().jwt_with(&json!({ "alg": "HS256" }), &user("user1")), "").await.claims();
    for typ in ["dpop+jwt", "logout+jwt", "secevent+jwt", "", "jwt ", "application/application/jwt"] {
        service.ask(&of(typ), "").await.refuses(401, 901);
    }
    // The header's fields as a JSON array.
    let array =
        json!(["JWT", "HS256", null, null, null, null, null, null, null, null, null, null, null, null]);
    service.ask(&Signer::shared().jwt_with(&array, &user("user1")), "").await.refuses(401, 901);
}

#[tokio::test]
async fn issuer_and_audience_count_where_they_are_set() {
    let service = Answering::with_jwt("issuer = 'https://id.example'\naudience = 'chat'");
    let of = |issuer: &str, audience: serde_json::Value| {
        let claims = json!({ "sub": "user1", "exp": now() + 60, "iss": issuer, "aud": audience });
        Signer::shared().jwt(&claims)
    };
    service.ask(&of("https://id.example", json!("chat")), "").await.claims();
    service.ask(&of("https://id.example", json!(["x", "chat"])), "").await.claims();
    service.ask(&of("https://evil.example", json!("chat")), "").await.refuses(401, 901);
    service.ask(&of("https://id.example", json!("shop")), "").await.refuses(401, 901);
    service.ask(&jwt_of("user1"), "").await.refuses(401, 901);

    let open = Answering::with_jwt("");
    open.ask(&of("https://id.example", json!("chat")), "").await.claims();
}

#[tokio::test]
async fn what_is_no_jwt_is_refused_in_few_words() {
    let service = Answering::with_jwt("[policy]\nrate_failures = '1000/s'");
    let good = jwt_of("user1");
    let cut = &good[..good.len() - 5];
    let long = format!("{good}{}", "A".repeat(20_000));
    for jwt in [
        "a",
        "a.b",
        "..",
        "...",
        "e30.e30.",
        cut,
        &good[1..],
        &long,
        &format!("{good}.x"),
        &good.replace('.', ""),
    ] {
        let answer = service.ask(jwt, "").await;
        answer.refuses(401, 901);
        assert!(!answer.text.contains(jwt) || jwt.len() < 4, "repeats it: {answer:?}");
    }
    for claims in [
        json!([]),
        json!("user1"),
        json!({ "sub": "", "exp": now() + 60 }),
        json!({ "sub": {}, "exp": now() + 60 }),
    ] {
        service.ask(&Signer::shared().jwt(&claims), "").await.refuses(401, 901);
    }
}

#[tokio::test]
async fn a_user_id_that_the_profile_refuses_is_told() {
    let service = Answering::with_jwt("[policy]\nprofile = 'rtc'");
    let detail = service.ask(&jwt_of("auth0|1234"), "").await.refuses(400, 3);
    assert!(detail.contains("profile rtc"), "{detail}");
}

#[tokio::test]
async fn jwts_and_api_keys_can_stand_beside_each_other() {
    let folder = Folder::new();
    folder.write("jwt.key", crate::harness::SHARED_KEY);
    let made = token04_server::NewKey::new("backend").unwrap();
    folder.write("keys.toml", &made.entry);
    let text =
        "[auth.jwt]\nalgorithms = ['HS256']\nkey_file = 'jwt.key'\n[auth.api_keys]\nfile = 'keys.toml'\n";
    let service = folder.service(text).unwrap();
    let service = Answering::new(folder, service);
    service.ask(&jwt_of("user1"), "").await.claims();
    service.ask(&made.key, r#"{"user_id":"user1"}"#).await.claims();
    service.ask("t04_x", "{}").await.refuses(401, 901);
}

#[test]
fn keys_that_do_not_fit_are_refused_at_the_start() {
    let folder = Folder::new();
    folder.write("rsa.pem", Signer::rsa().pem());
    folder.write("ec.pem", Signer::ec().pem());
    folder.write("private.pem", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");
    folder.write("empty", "\n");
    folder.write("short", "a".repeat(31) + "\r\n");
    folder.write("rsa-1024.pem", include_str!("keys/rsa-1024-public.pem"));
    folder.write("p384.pem", include_str!("keys/p384-public.pem"));
    folder.write("off-curve.pem", off_curve(&Signer::ec().pem()));
    for (algorithms, file, reason) in [
        ("'HS256'", "rsa.pem", "anyone can sign with"),
        ("'RS256'", "ec.pem", "RSA public key"),
        ("'ES256'", "rsa.pem", "P-256"),
        ("'EdDSA'", "rsa.pem", "Ed25519"),
        ("'RS256'", "private.pem", "not the private one"),
        ("'HS256'", "empty", "this one has 0"),
        ("'HS256'", "short", "this one has 31"),
        ("'RS256'", "rsa-1024.pem", "this one has 1024"),
        ("'ES256'", "p384.pem", "P-256"),
        ("'ES256'", "off-curve.pem", "P-256"),
        ("'HS256', 'RS256'", "rsa.pem", "exactly one"),
        ("", "rsa.pem", "must contain"),
        ("'none'", "rsa.pem", "unknown variant"),
        ("'HS256'", "nowhere", "nowhere"),
    ] {
        let text = format!("[auth.jwt]\nalgorithms = [{algorithms}]\nkey_file = '{file}'\n");
        let error = folder.service(&text).err().expect(reason).to_string();
        assert!(error.contains(reason), "{reason}: {error}");
    }
}

/// The PEM of a P-256 key with the last byte of its point changed.
fn off_curve(pem: &str) -> String {
    use base64::Engine as _;
    use base64::engine::general_purpose::STANDARD;
    let base64 = pem.lines().nth(1).unwrap();
    let mut der = STANDARD.decode(base64).unwrap();
    *der.last_mut().unwrap() ^= 1;
    pem.replace(base64, &STANDARD.encode(der))
}

//! Backends with an API key.

use token04_server::NewKey;

use crate::harness::{Answering, Folder, post};

#[tokio::test]
async fn a_key_is_good_as_bearer_and_in_a_header_of_its_own() {
    let (service, key) = Answering::with_api_key("");
    let claims = service.ask(&key, r#"{"user_id":"user1"}"#).await.claims();
    assert_eq!(
        (claims.user_id.as_str(), claims.expire - claims.ctime, claims.payload.as_str()),
        ("user1", 86_400, "")
    );
    let body = r#"{"user_id":"user1","ttl":60}"#;
    let claims = service.send(post(body, &[("x-api-key", &key)])).await.claims();
    assert_eq!(claims.expire - claims.ctime, 60);
    service.send(post(body, &[("authorization", &format!("bearer  {key}"))])).await.claims();
}

#[tokio::test]
async fn anything_else_is_refused() {
    let (service, key) = Answering::with_api_key("rate_failures = '1000/s'");
    let body = r#"{"user_id":"user1"}"#;
    let upper = key.to_uppercase();
    for wrong in ["", "t04_", &key[1..], &key[..key.len() - 1], &format!("{key}x"), &upper, "a.b.c", "04AAAA"]
    {
        service.ask(wrong, body).await.refuses(401, 901);
    }
    for headers in [
        &[][..],
        &[("authorization", key.as_str())],
        &[("authorization", &format!("Basic {key}"))],
        &[("authorization", &format!("Bearer {key}")), ("x-api-key", &key)],
        &[("x-api-key", &key), ("x-api-key", &key)],
        &[("cookie", &key)],
    ] {
        service.send(post(body, headers)).await.refuses(401, 901);
    }
}

#[tokio::test]
async fn a_backend_names_the_user() {
    let (service, key) = Answering::with_api_key("");
    service.ask(&key, "").await.refuses(400, 3);
    service.ask(&key, "{}").await.refuses(400, 3);
    service.ask(&key, r#"{"user_id":""}"#).await.refuses(400, 3);
}

#[tokio::test]
async fn each_key_has_its_own_policy() {
    let folder = Folder::new();
    let (phones, tablets) = (NewKey::new("phones").unwrap(), NewKey::new("tablets").unwrap());
    let own = "[keys.policy]\nmax_ttl = 60\nusers = ['tablet-*']\nrooms = ['lobby']\npublish = false\n";
    folder.write("keys.toml", format!("{}\n{}\n{own}", phones.entry, tablets.entry));
    let service = folder.service("[auth.api_keys]\nfile = 'keys.toml'\n[policy]\nmax_ttl = 3600\n").unwrap();
    let service = Answering::new(folder, service);

    service.ask(&phones.key, r#"{"user_id":"user1","ttl":3600}"#).await.claims();
    service.ask(&tablets.key, r#"{"user_id":"user1"}"#).await.refuses(403, 206);
    service.ask(&tablets.key, r#"{"user_id":"tablet-1"}"#).await.refuses(403, 208);
    let claims =
        service.ask(&tablets.key, r#"{"user_id":"tablet-1","room":{"room_id":"lobby"}}"#).await.claims();
    assert_eq!(claims.expire - claims.ctime, 60);
    let too_long = r#"{"user_id":"tablet-1","ttl":61,"room":{"room_id":"lobby"}}"#;
    service.ask(&tablets.key, too_long).await.refuses(403, 6);
    let publish = r#"{"user_id":"tablet-1","room":{"room_id":"lobby","publish":true}}"#;
    service.ask(&tablets.key, publish).await.refuses(403, 208);
}

#[tokio::test]
async fn a_thousand_wrong_keys_are_held_up_and_lock_nobody_out() {
    let (service, key) = Answering::with_api_key("");
    let mut refused = std::collections::BTreeMap::<u16, u32>::new();
    for count in 0..1000 {
        let answer = service.ask(&format!("t04_{count:043}"), "{}").await;
        *refused.entry(answer.status.as_u16()).or_default() += 1;
    }
    assert_eq!(refused.keys().collect::<Vec<_>>(), [&401, &429]);
    assert!(refused[&401] <= 31, "{refused:?}");
    service.ask(&key, r#"{"user_id":"user1"}"#).await.claims();
}

#[test]
fn files_that_are_not_as_they_should_be_are_refused() {
    let good = NewKey::new("backend").unwrap().entry;
    let other = NewKey::new("backend").unwrap().entry;
    for (content, reason) in [
        ("", "it contains no key"),
        (&good.replace("sha256", "sha512"), "unknown field"),
        (&good.replace("sha256 = \"", "sha256 = \"0"), "64 hexadecimal digits"),
        (&good.replace("backend", "back end"), "letters, digits"),
        (&format!("{good}\n{other}"), "another key has this name"),
        (&format!("{good}\n{}", good.replace("backend", "other")), "another key has this name or digest"),
        (&format!("{good}[keys.policy]\ncors_origins = []\n"), "unknown field `cors_origins`"),
        (&format!("{good}[keys.policy]\nmax_ttl = '0s'\n"), "at least 1 second"),
    ] {
        let folder = Folder::new();
        folder.write("keys.toml", content);
        let error = folder.service("[auth.api_keys]\nfile = 'keys.toml'\n").err().expect(reason).to_string();
        assert!(error.contains(reason), "{error}");
    }
}

#[test]
fn new_keys_go_into_a_file_beside_the_old_ones() {
    let folder = Folder::new();
    let path = folder.0.join("keys.toml");
    NewKey::new("one").unwrap().add_to(&path).unwrap();
    NewKey::new("two").unwrap().add_to(&path).unwrap();
    let error = NewKey::new("one").unwrap().add_to(&path).unwrap_err().to_string();
    assert!(error.contains("already"), "{error}");
    let text = std::fs::read_to_string(&path).unwrap();
    assert_eq!(text.matches("[[keys]]").count(), 2);
    folder.service("[auth.api_keys]\nfile = 'keys.toml'\n").unwrap();
}

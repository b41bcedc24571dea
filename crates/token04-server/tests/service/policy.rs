//! What is granted, and what is refused rather than reduced.

use serde_json::{Value, json};
use token04_core::kit;

use crate::harness::{Answering, Folder, now};
use crate::signer::Signer;

async fn ask(service: &(Answering, String), body: Value) -> crate::harness::Answer {
    service.0.ask(&service.1, body.to_string()).await
}

#[tokio::test]
async fn a_ttl_beyond_the_longest_is_refused() {
    let service = Answering::with_api_key("default_ttl = '1m'\nmax_ttl = '1h'");
    let claims = ask(&service, json!({ "user_id": "u" })).await.claims();
    assert_eq!(claims.expire - claims.ctime, 60);
    let claims = ask(&service, json!({ "user_id": "u", "ttl": 3600 })).await.claims();
    assert_eq!(claims.expire - claims.ctime, 3600);
    let detail = ask(&service, json!({ "user_id": "u", "ttl": 3601 })).await.refuses(403, 6);
    assert!(detail.contains("at most 3600"), "{detail}");
    ask(&service, json!({ "user_id": "u", "ttl": u64::MAX })).await.refuses(403, 6);
}

#[tokio::test]
async fn a_room_makes_a_privilege_token() {
    let service = Answering::with_api_key("");
    let claims = ask(&service, json!({ "user_id": "u", "room": { "room_id": "r" } })).await.claims();
    assert_eq!(claims.payload, r#"{"room_id":"r","privilege":{"1":1,"2":0},"stream_id_list":null}"#);
    let room = json!({ "room_id": "r", "login": false, "publish": true, "streams": ["s"] });
    let claims = ask(&service, json!({ "user_id": "u", "room": room })).await.claims();
    assert_eq!(claims.payload, r#"{"room_id":"r","privilege":{"1":0,"2":1},"stream_id_list":["s"]}"#);
    for room in [
        json!({ "room_id": "" }),
        json!({ "room_id": "r", "streams": [] }),
        json!({ "room_id": "r", "streams": [""] }),
    ] {
        ask(&service, json!({ "user_id": "u", "room": room })).await.refuses(400, 102);
    }
}

#[tokio::test]
async fn rooms_rights_and_streams_can_be_limited() {
    let policy = "rooms = ['lobby', 'class-*', '{user_id}-*']\npublish = false\nstreams = ['{user_id}*']";
    let service = Answering::with_api_key(policy);
    for room_id in ["lobby", "class-1", "u-home"] {
        let room = json!({ "room_id": room_id, "streams": ["u", "u-screen"] });
        ask(&service, json!({ "user_id": "u", "room": room })).await.claims();
    }
    for room in [
        json!({ "room_id": "other", "streams": ["u"] }),
        json!({ "room_id": "class", "streams": ["u"] }),
        json!({ "room_id": "v-home", "streams": ["u"] }),
        json!({ "room_id": "lobby", "streams": ["u", "v"] }),
        json!({ "room_id": "lobby" }),
        json!({ "room_id": "lobby", "streams": ["u"], "publish": true }),
    ] {
        ask(&service, json!({ "user_id": "u", "room": room })).await.refuses(403, 208);
    }
    // A token without a room would be valid for every room.
    ask(&service, json!({ "user_id": "u" })).await.refuses(403, 208);
    ask(&service, json!({ "user_id": "u", "kit": { "room_id": "lobby" } })).await.refuses(403, 208);
}

#[tokio::test]
async fn tokens_without_a_room_can_be_refused() {
    let service = Answering::with_api_key("identity = false");
    ask(&service, json!({ "user_id": "u" })).await.refuses(403, 208);
    ask(&service, json!({ "user_id": "u", "room": { "room_id": "any" } })).await.claims();
}

#[tokio::test]
async fn a_kit_token_has_room_and_name_behind_it() {
    let service = Answering::with_api_key("");
    let answer = ask(&service, json!({ "user_id": "u", "kit": { "room_id": "r", "user_name": "阿" } })).await;
    assert_eq!(answer.claims().payload, "");
    let json = answer.json();
    let (_, user) = kit::decode(json["token"].as_str().unwrap()).unwrap();
    assert_eq!((user.user_id.as_str(), user.room_id.as_str(), user.user_name.as_str()), ("u", "r", "阿"));

    let both =
        json!({ "user_id": "u", "kit": { "room_id": "r" }, "room": { "room_id": "r", "publish": true } });
    assert!(ask(&service, both).await.claims().privilege().unwrap().publish.unwrap());
    let two = json!({ "user_id": "u", "kit": { "room_id": "r" }, "room": { "room_id": "s" } });
    ask(&service, two).await.refuses(409, 102);
    ask(&service, json!({ "user_id": "u", "kit": { "room_id": "ä" } })).await.refuses(400, 102);
    ask(&service, json!({ "user_id": "ü", "kit": { "room_id": "r" } })).await.refuses(400, 3);
}

#[tokio::test]
async fn the_profile_holds() {
    let service = Answering::with_api_key("profile = 'zim'\nmode = 'gcm'");
    let answer = ask(&service, json!({ "user_id": "u", "ttl": 60 })).await;
    answer.claims();
    assert_eq!(
        token04_core::inspect(answer.json()["token"].as_str().unwrap()).unwrap().mode,
        token04_core::Mode::Gcm
    );
    ask(&service, json!({ "user_id": "u".repeat(33) })).await.refuses(400, 3);
    ask(&service, json!({ "user_id": "u", "ttl": 29 })).await.refuses(403, 6);
    ask(&service, json!({ "user_id": "u", "room": { "room_id": "r" } })).await.refuses(403, 104);
}

#[tokio::test]
async fn claims_of_a_jwt_limit_rooms_and_rights() {
    let service = Answering::with_jwt(
        "room_claim = 'rooms'\npublish_claim = 'publish'\nstreams_claim = 'streams'\n[policy]\nmetrics = 'main'",
    );
    let ask = async |claims: Value, body: Value| {
        let mut all = json!({ "sub": "u", "exp": now() + 60 });
        all.as_object_mut().unwrap().extend(claims.as_object().unwrap().clone());
        service.ask(&Signer::shared().jwt(&all), body.to_string()).await
    };
    let one = json!({ "rooms": "r", "publish": true, "streams": ["s"] });
    // The only room may be left out, and the claims decide the rest.
    let payload = ask(one.clone(), json!({})).await.claims().payload;
    assert_eq!(payload, r#"{"room_id":"r","privilege":{"1":1,"2":1},"stream_id_list":["s"]}"#);
    let kit = ask(one.clone(), json!({ "kit": { "room_id": "r" } })).await.claims();
    assert_eq!(kit.payload, payload);
    ask(one.clone(), json!({ "room": { "room_id": "r", "streams": ["s"] } })).await.claims();
    // Tokens are counted by their kind, whatever the request contains.
    let metrics = service.send(crate::harness::get("/metrics", &[])).await.text;
    for (kind, count) in [("identity", 0), ("privilege", 2), ("kit", 1)] {
        let line = format!("token04_tokens_total{{kind=\"{kind}\"}} {count}");
        assert!(metrics.contains(&line), "{line} is not in\n{metrics}");
    }
    ask(one.clone(), json!({ "room": { "room_id": "r" } })).await.refuses(403, 208);
    ask(one.clone(), json!({ "room": { "room_id": "r", "streams": ["t"] } })).await.refuses(403, 208);
    ask(one.clone(), json!({ "kit": { "room_id": "q" } })).await.refuses(403, 208);
    ask(one, json!({ "room": { "room_id": "q", "streams": ["s"] } })).await.refuses(403, 208);

    let two = json!({ "rooms": ["q", "r"], "streams": "s" });
    ask(two.clone(), json!({ "room": { "room_id": "q", "streams": ["s"] } })).await.claims();
    ask(two.clone(), json!({})).await.refuses(403, 208);
    ask(two, json!({ "room": { "room_id": "q", "streams": ["s"], "publish": true } }))
        .await
        .refuses(403, 208);
    for none in [
        json!({}),
        json!({ "rooms": null }),
        json!({ "rooms": { "r": 1 } }),
        json!({ "rooms": [1], "publish": "true" }),
    ] {
        ask(none.clone(), json!({})).await.refuses(403, 208);
        ask(none, json!({ "room": { "room_id": "r", "streams": ["s"] } })).await.refuses(403, 208);
    }
}

#[tokio::test]
async fn callers_and_all_together_have_rates() {
    let service = Answering::with_api_key("rate_per_caller = '2/h'");
    ask(&service, json!({ "user_id": "u" })).await.claims();
    ask(&service, json!({ "user_id": "u" })).await.claims();
    let answer = ask(&service, json!({ "user_id": "u" })).await;
    answer.refuses(429, 901);
    assert!((1..=1801).contains(&answer.header("retry-after").parse::<u64>().unwrap()));

    let service = Answering::with_jwt("[policy]\nrate_per_caller = '1/h'\nrate_total = '2/h'");
    for (user, status) in [("a", 200), ("a", 429), ("b", 200), ("c", 429)] {
        let jwt = crate::signer::jwt_of(user);
        assert_eq!(service.ask(&jwt, "").await.status, status, "{user}");
    }
}

#[test]
fn policies_that_contradict_themselves_are_refused() {
    for (policy, reason) in [
        ("default_ttl = '2d'\nmax_ttl = '1d'", "longer than"),
        ("max_ttl = 0", "at least 1"),
        ("max_ttl = '1y'", "invalid value"),
        ("max_ttl = 1.5", "invalid type"),
        ("max_tll = 60", "unknown field"),
        ("profile = 'RTC'", "profile must be one of rtc, zim, kit, call"),
        ("profile = 'zim'\ndefault_ttl = 20", "default_ttl"),
        ("rooms = ['']", "policy.rooms"),
        ("rooms = ['{room}']", "policy.rooms"),
        ("rooms = ['a']\nidentity = true", "identity"),
        ("cors_origins = ['app.example']", "cors_origins"),
        ("cors_origins = ['*']", "cors_origins"),
        ("cors_origins = ['https://app.example/']", "cors_origins"),
        ("trusted_proxies = ['10.0.0.0/33']", "trusted_proxies"),
        ("metrics = 'here'", "metrics must be"),
        ("rate_total = '1'", "a rate such as"),
    ] {
        let folder = Folder::new();
        folder.write("jwt.key", crate::harness::SHARED_KEY);
        let text = format!("[auth.jwt]\nalgorithms = ['HS256']\nkey_file = 'jwt.key'\n[policy]\n{policy}\n");
        let error = folder.service(&text).err().expect(reason).to_string();
        assert!(error.contains(reason), "{reason}: {error}");
    }
}

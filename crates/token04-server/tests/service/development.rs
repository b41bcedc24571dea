//! `--dev`: anyone on this machine, and nobody else.

use serde_json::{Value, json};

use crate::harness::{Answering, Folder, credentials, get, post, request};

const BODY: &str = r#"{"user_id":"user1"}"#;

#[tokio::test]
async fn everybody_at_a_loopback_name_may_ask() {
    let service = Answering::dev("");
    for host in ["localhost:8404", "127.0.0.1:8404", "[::1]:8404"] {
        assert_eq!(service.send(post(BODY, &[("host", host)])).await.claims().user_id, "user1");
    }
    let own = [("host", "localhost:8404"), ("origin", "http://localhost:8404")];
    service.send(post(BODY, &own)).await.claims();
}

#[tokio::test]
async fn names_and_pages_of_others_are_refused() {
    let service = Answering::dev("");
    for headers in [
        &[][..],
        &[("host", "evil.example")],
        &[("host", "localhost.evil.example:8404")],
        &[("host", "localhost:8404"), ("origin", "http://evil.example")],
        &[("host", "localhost:8404"), ("origin", "http://localhost:3000")],
        &[("host", "localhost:8404"), ("origin", "null")],
        &[("host", "localhost:8404"), ("origin", "")],
        &[("host", "localhost:8404"), ("sec-fetch-site", "cross-site")],
    ] {
        for (method, path) in
            [("POST", "/v1/token"), ("GET", "/"), ("GET", "/metrics"), ("GET", "/healthz"), ("GET", "/x")]
        {
            let answer = service.send(request(method, path, headers, BODY)).await;
            answer.refuses(403, 901);
            assert!(!answer.headers.contains_key("access-control-allow-origin"));
        }
    }
}

#[tokio::test]
async fn other_machines_are_refused_whatever_they_say() {
    let question = r#"{"text":"04AAAA"}"#;
    for peer in [Some([192, 0, 2, 1].into()), Some([0, 0, 0, 0].into()), None] {
        let service = Answering { peer, ..Answering::dev("") };
        for headers in [
            &[("host", "localhost:8404")][..],
            &[("host", "localhost:8404"), ("origin", "http://localhost:8404")],
            &[("host", "127.0.0.1"), ("x-forwarded-for", "127.0.0.1")],
        ] {
            for (method, path) in [("POST", "/dev/read"), ("POST", "/v1/token"), ("GET", "/dev/about")] {
                service.send(request(method, path, headers, question)).await.refuses(403, 901);
            }
        }
    }
}

#[tokio::test]
async fn no_other_page_has_a_token_decrypted() {
    let service = Answering::dev("");
    let question = r#"{"text":"04AAAA"}"#;
    for headers in [
        &[("host", "evil.example")][..],
        &[("host", "localhost"), ("origin", "http://evil.example")],
        &[("host", "localhost"), ("origin", "null"), ("content-type", "text/plain")],
        &[("host", "localhost"), ("sec-fetch-site", "same-site")],
    ] {
        service.send(request("POST", "/dev/read", headers, question)).await.refuses(403, 901);
    }
    assert_eq!(look_inside(&service, json!({ "text": "04AAAA" })).await["ok"], false);
}

#[tokio::test]
async fn the_policy_holds_there_too() {
    let service = Answering::dev("[policy]\nmax_ttl = 60\nprofile = 'rtc'\n");
    let ask = |body: &'static str| service.send(post(body, &[("host", "localhost")]));
    ask(r#"{"user_id":"u","ttl":61}"#).await.refuses(403, 6);
    ask(r#"{"user_id":"ü"}"#).await.refuses(400, 3);
    ask("{}").await.refuses(400, 3);
}

async fn look_inside(service: &Answering, question: Value) -> Value {
    let request = request("POST", "/dev/read", &[("host", "localhost")], question.to_string());
    let answer = service.send(request).await;
    assert_eq!(answer.status, 200, "{answer:?}");
    answer.json()["inside"].clone()
}

#[tokio::test]
async fn the_page_can_run_nothing_but_its_own() {
    let page = Answering::dev("").send(get("/", &[("host", "localhost")])).await;
    assert_eq!((page.status.as_u16(), page.header("content-type")), (200, "text/html; charset=utf-8"));
    let policy = page.header("content-security-policy");
    assert!(
        policy.starts_with("default-src 'none'; script-src 'sha256-") && !policy.contains("unsafe"),
        "{policy}"
    );
    assert!(policy.contains("frame-ancestors 'none'"), "{policy}");
    for elsewhere in ["src=\"http", "src=\"//", "@import", "url(http", " onclick=", " style=\""] {
        assert!(!page.text.contains(elsewhere), "{elsewhere}");
    }
    assert!(!page.text.contains("/*STYLE*/") && !page.text.contains("/*SCRIPT*/"));
}

#[tokio::test]
async fn the_page_is_told_the_policy_and_no_secret() {
    let service =
        Answering::dev("[policy]\ndefault_ttl = 60\nmax_ttl = 120\nprofile = 'kit'\nmode = 'gcm'\n");
    let about = service.send(get("/dev/about", &[("host", "localhost")])).await.json();
    let expected = json!({ "app_id": 1_234_567_890, "default_ttl": 60, "max_ttl": 120, "profile": "kit", "mode": "gcm", "version": env!("CARGO_PKG_VERSION") });
    assert_eq!(about, expected);
}

#[tokio::test]
async fn a_token_is_opened_and_diagnosed() {
    let service = Answering::dev("");
    let asked = post(r#"{"user_id":"u","room":{"room_id":"r"}}"#, &[("host", "localhost")]);
    let token = service.send(asked).await.json()["token"].clone();
    let inside = look_inside(&service, json!({ "text": token, "user_id": "u", "room_id": "r" })).await;
    assert_eq!((&inside["ok"], &inside["claims"]["user_id"]), (&json!(true), &json!("u")));
    assert_eq!(
        inside["claims"]["privilege"],
        json!({ "room_id": "r", "login": true, "publish": false, "streams": null })
    );
    assert_eq!(
        (&inside["header"]["mode"], &inside["header"]["iv_bytes"], &inside["kit"]),
        (&json!("cbc"), &json!(16), &Value::Null)
    );

    let inside = look_inside(&service, json!({ "text": token, "room_id": "other", "lang": "zh" })).await;
    assert_eq!((&inside["ok"], &inside["findings"][0]["id"]), (&json!(false), &json!("room-mismatch")));
    assert!(!inside["findings"][0]["message"].as_str().unwrap().is_ascii());
}

#[tokio::test]
async fn a_code_is_explained_and_its_causes_come_first() {
    let service = Answering::dev("");
    let explain = |question: Value| {
        service.send(request("POST", "/dev/read", &[("host", "localhost")], question.to_string()))
    };
    let explained = explain(json!({ "text": "50119" })).await.json()["explained"].clone();
    assert_eq!((&explained["known"], &explained["causes"][0]), (&json!(true), &json!("jwt")));
    assert_eq!(explained["causes"].as_array().unwrap().len(), explained["titles"].as_array().unwrap().len());
    let explained = explain(json!({ "text": "-200003", "lang": "zh" })).await.json()["explained"].clone();
    assert_eq!((&explained["known"], &explained["near"][0]), (&json!(false), &json!(-200_002)));
    assert!(!explained["meaning"].as_str().unwrap().is_ascii());
    for broken in [json!({}), json!({ "text": 50119 }), json!({ "text": "1", "token": "" })] {
        explain(broken).await.refuses(400, 901);
    }

    let token =
        service.send(post(r#"{"user_id":"u"}"#, &[("host", "localhost")])).await.json()["token"].clone();
    let quoted = format!("'{}'", token.as_str().unwrap());
    let question = json!({ "text": quoted, "user_id": "v", "code": 1_002_077 });
    assert_eq!(look_inside(&service, question).await["findings"][0]["id"], "user-id-mismatch");
}

#[tokio::test]
async fn another_secret_and_the_previous_one_open_their_tokens() {
    let service = Answering::dev("");
    let token = |app_id, secret: &str| {
        let issuer = token04_core::Issuer::new(app_id, secret).unwrap();
        issuer.issue("u", std::time::Duration::from_secs(60)).unwrap()
    };
    let other = "another secret of 32 characters!";
    let inside = look_inside(&service, json!({ "text": token(7, other) })).await;
    assert_eq!((&inside["findings"][0]["id"], &inside["claims"]), (&json!("wrong-secret"), &Value::Null));
    let inside =
        look_inside(&service, json!({ "text": token(7, other), "secret": other, "app_id": 7 })).await;
    assert_eq!((&inside["ok"], &inside["claims"]["app_id"]), (&json!(true), &json!(7)));
    let previous = token(crate::harness::APP_ID, crate::harness::PREVIOUS_SECRET);
    assert_eq!(look_inside(&service, json!({ "text": previous })).await["ok"], true);
    for broken in ["", "nonsense", "{\"text\":1}", "{\"text\":\"x\",\"secret\":1}"] {
        let answer = service.send(request("POST", "/dev/read", &[("host", "localhost")], broken)).await;
        answer.refuses(400, 901);
    }
}

#[tokio::test]
async fn nothing_of_it_is_there_otherwise() {
    let (service, key) = Answering::with_api_key("");
    for (method, path) in [("GET", "/"), ("GET", "/dev/about"), ("POST", "/dev/read")] {
        let headers = [("host", "localhost"), ("x-api-key", key.as_str())];
        service.send(request(method, path, &headers, BODY)).await.refuses(404, 901);
    }
    // A reload does not turn a service into a development service.
    let folder = Folder::new();
    folder.write("jwt.key", crate::harness::SHARED_KEY);
    let config = folder.config("[auth.jwt]\nalgorithms = ['HS256']\nkey_file = 'jwt.key'\n").unwrap();
    let open = Answering::dev("");
    open.live.replace(token04_server::Service::new(&config, &credentials()).unwrap());
    open.send(get("/dev/about", &[("host", "localhost")])).await.refuses(404, 901);
}

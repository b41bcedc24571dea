//! `--dev`: everybody on this machine, and nobody else.

use crate::harness::{Answering, post, request};

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
async fn the_policy_holds_there_too() {
    let service = Answering::dev("[policy]\nmax_ttl = 60\nprofile = 'rtc'\n");
    let ask = |body: &'static str| service.send(post(body, &[("host", "localhost")]));
    ask(r#"{"user_id":"u","ttl":61}"#).await.refuses(403, 6);
    ask(r#"{"user_id":"ü"}"#).await.refuses(400, 3);
    ask("{}").await.refuses(400, 3);
}

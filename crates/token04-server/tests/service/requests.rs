//! Invalid requests.

use axum::body::Body;

use crate::harness::{Answering, post, request};

#[tokio::test]
async fn malformed_bodies_are_refused() {
    let (service, key) = Answering::with_api_key("");
    for (body, code) in [
        (&b"{"[..], 901),
        (b"nonsense", 901),
        (b"[]", 901),
        (b"{\"user_id\":\"u\",}", 901),
        (b"{\"user_id\":\"u\"}{}", 901),
        (b"{\"user_id\":\"\xff\"}", 901),
        (b"\xef\xbb\xbf{}", 901),
        (b"\0", 901),
        (b"{\"user_id\":\"\\ud800\"}", 3),
        (b"{\"user_id\":[\"u\"]}", 3),
        (b"{\"user_id\":\"u\",\"ttl\":\"60\"}", 6),
        (b"{\"user_id\":\"u\",\"secret\":\"x\"}", 901),
        (b"{\"user_id\":\"u\",\"room\":{\"room_id\":\"r\",\"streams\":\"s\"}}", 102),
    ] {
        service.ask(&key, body).await.refuses(400, code);
    }
}

#[tokio::test]
async fn depth_and_size_are_limited() {
    let (service, key) = Answering::with_api_key("");
    let deep = format!("{{\"room\":{}", "{\"room_id\":".repeat(5_000));
    service.ask(&key, deep).await.refuses(400, 901);
    let list = format!("{{\"user_id\":{}", "[".repeat(60_000));
    service.ask(&key, list).await.refuses(400, 901);
    let exactly = format!("{{\"user_id\":\"u\"{}}}", " ".repeat((64 << 10) - 16));
    service.ask(&key, exactly).await.claims();
    service.ask(&key, " ".repeat((64 << 10) + 1)).await.refuses(413, 901);
    let unannounced = Body::from_stream(futures_util::stream::iter(
        (0..1000).map(|_| Ok::<_, std::io::Error>(vec![b' '; 1000])),
    ));
    service.ask(&key, unannounced).await.refuses(413, 901);
    let announced = [("authorization", format!("Bearer {key}")), ("content-length", "99999999".to_owned())];
    let announced: Vec<(&str, &str)> =
        announced.iter().map(|(name, value)| (*name, value.as_str())).collect();
    service.send(post("", &announced)).await.refuses(413, 901);

    let (small, key) = Answering::with_api_key("body_limit = 20");
    small.ask(&key, r#"{"user_id":"u"}"#).await.claims();
    small.ask(&key, r#"{"user_id":"longer than it may be"}"#).await.refuses(413, 901);
}

#[tokio::test]
async fn credentials_come_first() {
    let (service, _) = Answering::with_api_key("");
    service.send(post("{", &[])).await.refuses(401, 901);
    service.send(post(" ".repeat(1 << 20), &[])).await.refuses(401, 901);
}

#[tokio::test]
async fn a_body_that_never_ends_is_given_up() {
    let (service, key) = Answering::with_api_key("request_timeout = 1");
    let stalled = Body::from_stream(futures_util::stream::pending::<Result<Vec<u8>, std::io::Error>>());
    service.ask(&key, stalled).await.refuses(408, 901);
    let broken =
        Body::from_stream(futures_util::stream::iter([Err::<Vec<u8>, _>(std::io::Error::other("cut"))]));
    service.ask(&key, broken).await.refuses(400, 901);
}

#[tokio::test]
async fn other_addresses_and_methods_are_told() {
    let (service, key) = Answering::with_api_key("");
    for path in ["/", "/v1", "/v1/token/", "/v1/token/x", "//v1/token", "/access_token", "/dev/inspect"] {
        service.send(request("GET", path, &[], "")).await.refuses(404, 901);
    }
    for method in ["GET", "PUT", "DELETE", "PATCH", "OPTIONS", "NEW"] {
        let answer = service.send(request(method, "/v1/token", &[("x-api-key", &key)], "")).await;
        answer.refuses(405, 901);
        assert_eq!(answer.header("allow"), "POST");
    }
}

#[tokio::test]
async fn every_answer_has_an_id() {
    let (service, _) = Answering::with_api_key("");
    let answer = service.send(post("", &[("x-request-id", "0123-4567")])).await;
    assert_eq!(
        (answer.header("x-request-id"), answer.header("x-content-type-options")),
        ("0123-4567", "nosniff")
    );
    let (one, two) =
        (service.send(post("", &[])).await, service.send(post("", &[("x-request-id", "<script>")])).await);
    assert_ne!(one.header("x-request-id"), two.header("x-request-id"));
    assert_ne!(two.header("x-request-id"), "<script>");
}

#[tokio::test]
async fn ids_of_any_script_are_taken_where_there_is_no_profile() {
    let (service, key) = Answering::with_api_key("");
    for user_id in ["用户", "a b", "\u{0}", "🎉", "\"\\", "t04_"] {
        let body = serde_json::json!({ "user_id": user_id }).to_string();
        assert_eq!(service.ask(&key, body).await.claims().user_id, user_id);
    }
    let long = serde_json::json!({ "user_id": "x".repeat(60_000) }).to_string();
    service.ask(&key, long).await.claims();
    let long = serde_json::json!({ "user_id": "x".repeat(65_500) }).to_string();
    service.ask(&key, long).await.refuses(400, 101);
}

#[tokio::test]
async fn a_request_says_for_which_host_it_is() {
    let (service, key) = Answering::with_api_key("");
    let authorization = format!("Bearer {key}");
    for hosts in [&["a b"][..], &["token.example", "other.example"], &["http://token.example"]] {
        let mut headers = vec![("authorization", authorization.as_str())];
        headers.extend(hosts.iter().map(|host| ("host", *host)));
        service.send(post(r#"{"user_id":"u"}"#, &headers)).await.refuses(400, 901);
    }
}

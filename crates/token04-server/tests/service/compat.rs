//! The addresses that clients of other token servers ask, on request.

use axum::http::Request;
use token04_core::{Claims, Verifier};

use crate::harness::{APP_ID, Answering, Folder, SECRET, get};
use crate::signer::jwt_of;

fn service() -> Answering {
    let folder = Folder::new();
    folder.write("jwt.key", crate::harness::SHARED_KEY);
    let text = "compat = true\n[auth.jwt]\nalgorithms = ['HS256']\nkey_file = 'jwt.key'\n\
                [policy]\nmax_ttl = 7200\npublish = false\n";
    let service = folder.service(text).unwrap();
    Answering::new(folder, service)
}

#[tokio::test]
async fn it_answers_as_the_samples_do_and_only_to_those_who_may_ask() {
    let service = service();
    let bearer = format!("Bearer {}", jwt_of("user1"));
    let ask =
        |query: &str| service.send(get(&format!("/access_token{query}"), &[("authorization", &bearer)]));
    for (query, ttl) in [
        ("?userID=user1&expired_ts=7200", 7200),
        ("?userID=user1", 7200),
        ("?userId=user1&expired_ts=", 7200),
        ("", 7200),
        ("?expired_ts=60", 60),
    ] {
        let answer = ask(query).await;
        assert_eq!(answer.status, 200, "{query} {answer:?}");
        let json = answer.json();
        assert_eq!(json.as_object().unwrap().len(), 1);
        let claims = Verifier::new(APP_ID, SECRET).unwrap().verify(json["token"].as_str().unwrap()).unwrap();
        assert_eq!((claims.user_id.as_str(), claims.expire - claims.ctime), ("user1", ttl));
    }
    ask("?userID=user2").await.refuses(403, 206);
    ask("?userID=user1&expired_ts=7201").await.refuses(403, 6);
    for query in [
        "?expired_ts=0",
        "?expired_ts=-1",
        "?expired_ts=1.5",
        "?expired_ts=x",
        "?expired_ts=99999999999999999999",
    ] {
        ask(query).await.refuses(400, 6);
    }
    ask("?userID=a&userID=b").await.refuses(400, 901);
    // Invalid UTF-8 must not become a token for U+FFFD, which is a possible user id.
    for query in ["?userID=%ff", "?userID=user1%c3", "?userID=user1&expired_ts=%ff"] {
        ask(query).await.refuses(400, 901);
    }
    ask("?userID=%ef%bf%bd").await.refuses(403, 206);
    service.send(get("/access_token?userID=user1", &[])).await.refuses(401, 901);
}

fn claims(token: &str) -> Claims {
    Verifier::new(APP_ID, SECRET).unwrap().verify(token).unwrap()
}

fn as_user1(path: &str) -> Request<axum::body::Body> {
    get(path, &[("authorization", &format!("Bearer {}", jwt_of("user1")))])
}

#[tokio::test]
async fn a_token_is_given_as_text() {
    let service = service();
    for (query, ttl) in [
        ("?userId=user1&effectiveTime=60&payload=", 60),
        ("?userId=user1&effectiveTime=7200", 7200),
        ("", 7200),
    ] {
        let answer = service.send(as_user1(&format!("/api/zego/token{query}"))).await;
        assert_eq!(answer.status, 200, "{query} {answer:?}");
        assert_eq!(answer.header("content-type"), "text/plain; charset=utf-8");
        assert_eq!(answer.header("cache-control"), "no-store");
        let claims = claims(&answer.text);
        assert_eq!((&*claims.user_id, claims.expire - claims.ctime, &*claims.payload), ("user1", ttl, ""));
    }
}

#[tokio::test]
async fn a_payload_is_a_room_under_the_policy() {
    let service = service();
    let ask = async |payload: &str| {
        let path = format!("/api/zego/token?userId=user1&payload={}", percent_encoded(payload));
        service.send(as_user1(&path)).await
    };
    let granted = ask(r#"{"room_id":"room1","privilege":{"1":1,"2":0},"stream_id_list":["s"]}"#).await;
    let privilege = claims(&granted.text).privilege().unwrap();
    assert_eq!((&*privilege.room_id, privilege.login, privilege.publish), ("room1", Some(true), Some(false)));
    assert_eq!(privilege.streams, Some(vec!["s".to_owned()]));
    // A right that is left out is not granted.
    let granted = ask(r#"{"room_id":"room1","privilege":{}}"#).await;
    let privilege = claims(&granted.text).privilege().unwrap();
    assert_eq!((privilege.login, privilege.publish, privilege.streams), (Some(false), Some(false), None));
    // The policy does not let this caller publish.
    ask(r#"{"room_id":"room1","privilege":{"1":1,"2":1},"stream_id_list":null}"#).await.refuses(403, 208);
    for other in ["room1", "{}", r#"{"room_id":"r","video_id":"v"}"#, r#"{"role":"host"}"#] {
        ask(other).await.refuses(403, 104);
    }
    ask(r#"{"room_id":"","privilege":{"1":1,"2":0}}"#).await.refuses(400, 102);
}

#[tokio::test]
async fn a_token_is_given_with_its_user_and_expiry() {
    let service = service();
    for query in ["?userId=user1", ""] {
        let answer = service.send(as_user1(&format!("/api/zego-token{query}"))).await;
        assert_eq!(answer.status, 200, "{answer:?}");
        let json = answer.json();
        assert_eq!(json.as_object().unwrap().len(), 5);
        let claims = claims(json["token"].as_str().unwrap());
        assert_eq!((&json["code"], &json["message"]), (&0.into(), &"success".into()));
        assert_eq!(json["user_id"], claims.user_id);
        assert_eq!(json["expire_time"], claims.expire * 1000);
    }
}

#[tokio::test]
async fn each_of_them_has_the_same_rules() {
    let service = service();
    for path in ["/access_token", "/api/zego/token", "/api/zego-token"] {
        service.send(as_user1(&format!("{path}?userId=user2"))).await.refuses(403, 206);
        service.send(as_user1(&format!("{path}?userId=%ff"))).await.refuses(400, 901);
        service.send(as_user1(&format!("{path}?userId=a&userID=b"))).await.refuses(400, 901);
        service.send(as_user1(&format!("{path}?effectiveTime=7201"))).await.refuses(403, 6);
        service.send(as_user1(&format!("{path}?payload=room1"))).await.refuses(403, 104);
        service.send(get(&format!("{path}?userId=user1"), &[])).await.refuses(401, 901);
        // They exist only on request.
        Answering::with_jwt("").send(get(&format!("{path}?userId=user1"), &[])).await.refuses(404, 901);
    }
    let contract = service.send(get("/openapi.json", &[])).await.json();
    let paths: Vec<&String> = contract["paths"].as_object().unwrap().keys().collect();
    let expected =
        ["/access_token", "/api/zego-token", "/api/zego/token", "/healthz", "/readyz", "/v1/token"];
    assert_eq!(paths, expected);
}

fn percent_encoded(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02x}")).collect()
}

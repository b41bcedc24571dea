//! `GET /access_token?userID=…&expired_ts=…`, on request.

use token04_core::Verifier;

use crate::harness::{APP_ID, Answering, Folder, SECRET, get};
use crate::signer::jwt_of;

fn service() -> Answering {
    let folder = Folder::new();
    folder.write("jwt.key", crate::harness::SHARED_KEY);
    let text =
        "compat = true\n[auth.jwt]\nalgorithms = ['HS256']\nkey_file = 'jwt.key'\n[policy]\nmax_ttl = 7200\n";
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

#[tokio::test]
async fn it_is_not_there_unless_asked_for() {
    Answering::with_jwt("").send(get("/access_token?userID=user1", &[])).await.refuses(404, 901);
}

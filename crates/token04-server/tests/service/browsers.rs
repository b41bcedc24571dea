//! Pages of other origins: only listed ones may send requests.

use crate::harness::{Answering, post, request};
use crate::signer::jwt_of;

#[tokio::test]
async fn listed_origins_may_ask() {
    let service = Answering::with_jwt("[policy]\ncors_origins = ['https://app.example']");
    let preflight = [
        ("origin", "https://app.example"),
        ("access-control-request-method", "POST"),
        ("access-control-request-headers", "authorization,content-type"),
    ];
    let answer = service.send(request("OPTIONS", "/v1/token", &preflight, "")).await;
    assert_eq!(
        (answer.status.as_u16(), answer.header("access-control-allow-origin")),
        (200, "https://app.example")
    );
    assert!(answer.header("access-control-allow-headers").contains("authorization"));
    assert!(!answer.headers.contains_key("access-control-allow-credentials"));

    let bearer = format!("Bearer {}", jwt_of("user1"));
    let answer =
        service.send(post("", &[("origin", "https://app.example"), ("authorization", &bearer)])).await;
    answer.claims();
    assert_eq!(answer.header("access-control-allow-origin"), "https://app.example");
    // The page can also read refusals.
    let answer = service.send(post("", &[("origin", "https://app.example")])).await;
    answer.refuses(401, 901);
    assert_eq!(answer.header("access-control-allow-origin"), "https://app.example");
}

#[tokio::test]
async fn others_may_not() {
    for service in
        [Answering::with_jwt(""), Answering::with_jwt("[policy]\ncors_origins = ['https://app.example']")]
    {
        for origin in [
            "https://evil.example",
            "http://app.example",
            "https://app.example:8443",
            "null",
            "https://app.example.evil.example",
        ] {
            let headers = [("origin", origin), ("access-control-request-method", "POST")];
            let answer = service.send(request("OPTIONS", "/v1/token", &headers, "")).await;
            assert!(!answer.headers.contains_key("access-control-allow-origin"), "{origin} {answer:?}");
        }
    }
}

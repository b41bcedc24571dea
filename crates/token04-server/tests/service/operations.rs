//! The endpoints for operators and monitoring.

use axum::body::Body;
use futures_util::FutureExt as _;

use crate::harness::{Answering, get};
use crate::signer::jwt_of;

#[tokio::test]
async fn it_is_alive_and_ready_until_it_drains() {
    let service = Answering::with_jwt("");
    for path in ["/healthz", "/readyz"] {
        let answer = service.send(get(path, &[])).await;
        assert_eq!((answer.status.as_u16(), answer.text.as_str()), (200, r#"{"status":"ok"}"#));
    }
    service.live.drain();
    service.send(get("/readyz", &[])).await.refuses(503, 901);
    assert_eq!(service.send(get("/healthz", &[])).await.status, 200);
    let answer = service.ask(&jwt_of("user1"), "").await;
    answer.claims();
    assert_eq!(answer.header("connection"), "close");
}

#[tokio::test]
async fn metrics_count_what_was_asked() {
    let service = Answering::with_jwt("[policy]\nmetrics = 'main'");
    service.ask(&jwt_of("user1"), r#"{"room":{"room_id":"r"}}"#).await.claims();
    service.ask("x", "").await.refuses(401, 901);
    service.send(get("/secret-token-in-a-path", &[])).await.refuses(404, 901);
    let answer = service.send(get("/metrics", &[])).await;
    assert!(answer.header("content-type").starts_with("text/plain; version=0.0.4"), "{answer:?}");
    for line in [
        "token04_tokens_total{kind=\"privilege\"} 1",
        "token04_requests_total{route=\"/v1/token\",status=\"200\"} 1",
        "token04_requests_total{route=\"/v1/token\",status=\"401\"} 1",
        "token04_requests_total{route=\"other\",status=\"404\"} 1",
        "token04_refusals_total{code=\"901\",reason=\"unauthenticated\"} 1",
    ] {
        assert!(answer.text.contains(line), "{line} is not in\n{}", answer.text);
    }
    assert!(!answer.text.contains("secret-token") && !answer.text.contains("user1"));
}

#[tokio::test]
async fn requests_whose_clients_leave_are_no_longer_under_way() {
    let (service, key) = Answering::with_api_key("metrics = 'main'");
    let stalled = Body::from_stream(futures_util::stream::pending::<Result<Vec<u8>, std::io::Error>>());
    assert!(service.ask(&key, stalled).now_or_never().is_none(), "waits for the body");
    // The request for the metrics is itself in progress.
    let metrics = service.send(get("/metrics", &[])).await.text;
    assert!(metrics.contains("token04_requests_in_flight 1\n"), "{metrics}");
}

#[tokio::test]
async fn metrics_are_kept_from_the_public() {
    for place in ["", "metrics = 'off'", "metrics = '127.0.0.1:0'"] {
        let service = Answering::with_jwt(&format!("[policy]\n{place}"));
        service.send(get("/metrics", &[])).await.refuses(404, 901);
    }
}

#[tokio::test]
async fn the_contract_is_openapi_3_1() {
    let service = Answering::with_jwt("[policy]\nprofile = 'zim'");
    let contract = service.send(get("/openapi.json", &[])).await.json();
    assert_eq!(contract["openapi"], "3.1.0");
    let paths: Vec<&String> = contract["paths"].as_object().unwrap().keys().collect();
    assert_eq!(paths, ["/healthz", "/readyz", "/v1/token"]);
    let token = &contract["paths"]["/v1/token"]["post"];
    let statuses: Vec<&String> = token["responses"].as_object().unwrap().keys().collect();
    assert_eq!(statuses, ["200", "400", "401", "403", "408", "409", "413", "429", "500", "503"]);
    assert_eq!(token["security"].as_array().unwrap().len(), 2);
    let schemas = &contract["components"]["schemas"];
    assert_eq!(schemas["TokenRequest"]["properties"]["user_id"]["maxLength"], 32);
    let replaces = &schemas["Replaces"]["oneOf"];
    assert_eq!((&replaces[0]["type"], &replaces[1]["type"]), (&"string".into(), &"integer".into()));
    assert!(replaces[0]["pattern"].as_str().unwrap().starts_with("^04"), "{replaces}");
    for (name, count) in [("TokenRequest", 5), ("Room", 4), ("Kit", 2), ("Granted", 3), ("Problem", 5)] {
        assert_eq!(schemas[name]["properties"].as_object().map(serde_json::Map::len), Some(count), "{name}");
    }
}

#[tokio::test]
async fn addresses_come_from_trusted_proxies_alone() {
    // Invalid credentials are counted by address, which shows whose address is trusted.
    let status = async |service: &Answering, forwarded: &str| {
        let headers = [("x-forwarded-for", forwarded)];
        service.send(crate::harness::post("", &headers)).await.status.as_u16()
    };
    let open = Answering::with_jwt("[policy]\nrate_failures = '1/h'");
    assert_eq!([status(&open, "198.51.100.1").await, status(&open, "198.51.100.2").await], [401, 429]);

    let behind = Answering::with_jwt(
        "[policy]\nrate_failures = '1/h'\ntrusted_proxies = ['192.0.2.0/24', '203.0.113.9/32']",
    );
    for (forwarded, expected) in [
        ("198.51.100.1", 401),
        ("198.51.100.1", 429),
        ("198.51.100.2", 401),
        // What a client writes there itself comes before what the proxies add.
        ("1.1.1.1, 198.51.100.2", 429),
        ("2.2.2.2, 198.51.100.2, 203.0.113.9", 429),
        ("nonsense, 198.51.100.3", 401),
        ("198.51.100.3, nonsense", 401),
        ("198.51.100.4, nonsense", 429),
        ("", 429),
    ] {
        assert_eq!(status(&behind, forwarded).await, expected, "{forwarded}");
    }
}

//! `GET /openapi.json`: the contract, generated from the code that implements it.

mod particular;

use std::sync::Arc;

use axum::extract::State;
use utoipa::OpenApi;
use utoipa::openapi::header::HeaderBuilder;
use utoipa::openapi::security::{ApiKey, ApiKeyValue, Http, HttpAuthScheme, SecurityScheme};
use utoipa::openapi::{ContentBuilder, Ref, Response, ResponseBuilder, SecurityRequirement};

use super::answer::json;
use crate::problem::Kind;
use crate::service::{Live, Service};

#[derive(OpenApi)]
#[openapi(
    info(
        title = "token04 service",
        description = "Issues ZEGO Token04 to authorized callers. Every response except 200 is a problem of RFC 9457 with the error code that all token04 libraries share."
    ),
    paths(super::token::answer, super::operations::health, super::operations::ready),
    components(schemas(crate::problem::Body))
)]
struct Contract;

/// The responses of each address besides 200.
const REFUSALS: [(&str, &[Kind]); 5] = [
    (
        "/v1/token",
        &[
            Kind::Malformed,
            Kind::Unauthenticated,
            Kind::Forbidden,
            Kind::Timeout,
            Kind::Conflict,
            Kind::TooLarge,
            Kind::TooManyRequests,
            Kind::Internal,
            Kind::Unavailable,
        ],
    ),
    ("/access_token", COMPATIBLE),
    ("/api/zego/token", COMPATIBLE),
    ("/api/zego-token", COMPATIBLE),
    ("/readyz", &[Kind::Unavailable]),
];

const COMPATIBLE: &[Kind] =
    &[Kind::Malformed, Kind::Unauthenticated, Kind::Forbidden, Kind::TooManyRequests, Kind::Internal];

pub(super) async fn answer(State(live): State<Arc<Live>>) -> axum::response::Response {
    let service = live.service();
    let mut contract = serde_json::to_value(contract(&service)).unwrap_or_default();
    particular::tell(&mut contract, &service);
    json(&contract)
}

fn contract(service: &Service) -> utoipa::openapi::OpenApi {
    let mut contract = Contract::openapi();
    if service.compat {
        contract.merge(super::compat::Contract::openapi());
    }
    let open = service.dev.is_some();
    for (path, kinds) in REFUSALS {
        let Some(item) = contract.paths.paths.get_mut(path) else { continue };
        for operation in [&mut item.get, &mut item.post].into_iter().flatten() {
            let refusals =
                kinds.iter().map(|kind| (kind.status().as_str().to_owned(), refusal(*kind).into()));
            operation.responses.responses.extend(refusals);
            if !open && kinds.contains(&Kind::Unauthenticated) {
                let either =
                    ["bearer", "api_key"].map(|name| SecurityRequirement::new(name, [] as [&str; 0]));
                operation.security = Some(either.to_vec());
            }
        }
    }
    if let (false, Some(components)) = (open, &mut contract.components) {
        components.add_security_scheme("bearer", SecurityScheme::Http(Http::new(HttpAuthScheme::Bearer)));
        let header = ApiKeyValue::new("X-API-Key");
        components.add_security_scheme("api_key", SecurityScheme::ApiKey(ApiKey::Header(header)));
    }
    contract
}

fn refusal(kind: Kind) -> Response {
    let content = ContentBuilder::new().schema(Some(Ref::from_schema_name("Problem"))).build();
    let response =
        ResponseBuilder::new().description(kind.title()).content("application/problem+json", content);
    let header = |text: &str| HeaderBuilder::new().description(Some(text)).build();
    match kind {
        Kind::Unauthenticated => {
            response.header("WWW-Authenticate", header("The scheme of the credentials.")).build()
        }
        Kind::TooManyRequests => response
            .header("Retry-After", header("How many seconds to wait before the next attempt."))
            .build(),
        _ => response.build(),
    }
}

//! `GET /openapi.json`: the contract, made from the code that keeps it.

use std::sync::Arc;

use axum::extract::State;
use token04_core::Profile;
use utoipa::OpenApi;
use utoipa::openapi::header::HeaderBuilder;
use utoipa::openapi::schema::{ObjectBuilder, Schema};
use utoipa::openapi::security::{ApiKey, ApiKeyValue, Http, HttpAuthScheme, SecurityScheme};
use utoipa::openapi::{ContentBuilder, Ref, RefOr, Response, ResponseBuilder, SecurityRequirement};

use super::token::json;
use crate::problem::Kind;
use crate::service::Live;

#[derive(OpenApi)]
#[openapi(
    info(
        title = "token04 service",
        description = "Gives ZEGO Token04 to those who may have one. Any answer but 200 is a problem of RFC 9457, with the error code that every token04 library shares."
    ),
    paths(super::token::answer, super::operations::health, super::operations::ready),
    components(schemas(crate::problem::Body))
)]
struct Contract;

/// What each address may answer beside 200.
const REFUSALS: [(&str, &[Kind]); 3] = [
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
        ],
    ),
    (
        "/access_token",
        &[Kind::Malformed, Kind::Unauthenticated, Kind::Forbidden, Kind::TooManyRequests, Kind::Internal],
    ),
    ("/readyz", &[Kind::Unavailable]),
];

pub(super) async fn answer(State(live): State<Arc<Live>>) -> axum::response::Response {
    let service = live.service();
    json(&contract(service.profile(), service.dev.is_some(), service.compat))
}

fn contract(profile: Option<Profile>, dev: bool, compat: bool) -> utoipa::openapi::OpenApi {
    let mut contract = Contract::openapi();
    if compat {
        contract.merge(super::compat::Contract::openapi());
    }
    for (path, kinds) in REFUSALS {
        let Some(item) = contract.paths.paths.get_mut(path) else { continue };
        for operation in [&mut item.get, &mut item.post].into_iter().flatten() {
            let refusals =
                kinds.iter().map(|kind| (kind.parts().0.as_str().to_owned(), refusal(*kind).into()));
            operation.responses.responses.extend(refusals);
            if !dev && kinds.contains(&Kind::Unauthenticated) {
                let either =
                    ["bearer", "api_key"].map(|name| SecurityRequirement::new(name, [] as [&str; 0]));
                operation.security = Some(either.to_vec());
            }
        }
    }
    if let (false, Some(components)) = (dev, &mut contract.components) {
        components.add_security_scheme("bearer", SecurityScheme::Http(Http::new(HttpAuthScheme::Bearer)));
        let header = ApiKeyValue::new("X-API-Key");
        components.add_security_scheme("api_key", SecurityScheme::ApiKey(ApiKey::Header(header)));
    }
    if let Some(profile) = profile {
        narrow(&mut contract, profile);
    }
    contract
}

fn refusal(kind: Kind) -> Response {
    let content = ContentBuilder::new().schema(Some(Ref::from_schema_name("Problem"))).build();
    let response =
        ResponseBuilder::new().description(kind.parts().2).content("application/problem+json", content);
    let header = |text: &str| HeaderBuilder::new().description(Some(text)).build();
    match kind {
        Kind::Unauthenticated => {
            response.header("WWW-Authenticate", header("The scheme of the credentials.")).build()
        }
        Kind::TooManyRequests => {
            response.header("Retry-After", header("After how many seconds to try again.")).build()
        }
        _ => response.build(),
    }
}

/// Tells the limits of the profile, which a client can then check before it asks.
fn narrow(contract: &mut utoipa::openapi::OpenApi, profile: Profile) {
    let (user_id, room_id) = (profile.user_id_limits(), Profile::Rtc.room_id_limits());
    let Some(components) = &mut contract.components else { return };
    for (schema, field, limits) in
        [("TokenRequest", "user_id", user_id), ("Room", "room_id", room_id), ("Kit", "room_id", room_id)]
    {
        if let Some(RefOr::T(Schema::Object(object))) = components.schemas.get_mut(schema)
            && let Some(RefOr::T(Schema::Object(field))) = object.properties.get_mut(field)
        {
            let pattern = format!("^[A-Za-z0-9{}]+$", escaped(limits.1));
            *field =
                ObjectBuilder::from(field.clone()).max_length(Some(limits.0)).pattern(Some(pattern)).build();
        }
    }
}

/// Punctuation within the brackets of a regular expression.
fn escaped(punctuation: &str) -> String {
    punctuation.chars().flat_map(|char| ['\\', char]).filter(|char| *char != '~').collect()
}

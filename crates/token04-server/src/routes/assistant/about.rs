//! `GET /dev/about`: what the page shows about the service. None of it is secret.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use serde::Serialize;

use crate::grants::Terms;
use crate::problem::{Kind, Problem};
use crate::routes::answer::json;
use crate::service::Live;

#[derive(Serialize)]
struct About {
    #[serde(flatten)]
    terms: Terms,
    version: &'static str,
}

pub(super) async fn answer(State(live): State<Arc<Live>>) -> Result<Response, Problem> {
    let service = live.service();
    let dev = service
        .dev
        .as_ref()
        .ok_or_else(|| Problem::plain(Kind::NotFound, "nothing is served at this address"))?;
    Ok(json(&About { terms: dev.terms, version: token04_core::VERSION }))
}

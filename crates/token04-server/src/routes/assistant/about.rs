//! `GET /dev/about`: what the page shows of the service. Nothing of it is secret.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use serde::Serialize;

use crate::grants::Summary;
use crate::problem::{Kind, Problem};
use crate::routes::answer::json;
use crate::service::Live;

#[derive(Serialize)]
struct About {
    #[serde(flatten)]
    policy: Summary,
    version: &'static str,
}

pub(super) async fn answer(State(live): State<Arc<Live>>) -> Result<Response, Problem> {
    let service = live.service();
    let dev = service.dev.as_ref().ok_or_else(|| Problem::plain(Kind::NotFound, "there is nothing here"))?;
    Ok(json(&About { policy: dev.policy, version: token04_core::VERSION }))
}

//! `POST /dev/explain`: what an error code means, and what to check.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::State;
use axum::response::Response;
use serde::{Deserialize, Serialize};
use token04_core::{ErrorCode, Explanation, Language, explain};

use crate::problem::{Kind, Problem};
use crate::routes::answer::json;
use crate::service::Live;

/// The page's question.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Asked {
    code: i64,
    lang: Option<Language>,
}

/// What the page shows.
#[derive(Serialize)]
struct Explained {
    #[serde(flatten)]
    explanation: Explanation,
    /// The causes in words, in the same order.
    titles: Vec<&'static str>,
}

pub(super) async fn answer(State(live): State<Arc<Live>>, body: Bytes) -> Result<Response, Problem> {
    if live.service().dev.is_none() {
        return Err(Problem::plain(Kind::NotFound, "nothing is served at this address"));
    }
    let Asked { code, lang } = serde_json::from_slice(&body).map_err(|_| {
        Problem::malformed(ErrorCode::InvalidArgument, "the body is not a question of the page")
    })?;
    let lang = lang.unwrap_or_default();
    let explanation = explain(code, lang);
    let titles = explanation.causes.iter().map(|cause| cause.title(lang)).collect();
    Ok(json(&Explained { explanation, titles }))
}

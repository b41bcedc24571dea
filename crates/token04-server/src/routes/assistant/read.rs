//! `POST /dev/read`: what is in a pasted text: an error code and what it means, or a token and what is wrong with it.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::State;
use axum::response::Response;
use token04_core::{ErrorCode, Verifier};
use token04_page::{Project, Question};

use crate::credentials::Credentials;
use crate::problem::{Kind, Problem};
use crate::routes::answer::json;
use crate::service::Live;

pub(super) async fn answer(State(live): State<Arc<Live>>, body: Bytes) -> Result<Response, Problem> {
    let service = live.service();
    let dev = service
        .dev
        .as_ref()
        .ok_or_else(|| Problem::plain(Kind::NotFound, "nothing is served at this address"))?;
    let question = Question::parse(&body).ok_or_else(|| {
        Problem::malformed(ErrorCode::InvalidArgument, "the body is not a question of the page")
    })?;
    let own =
        |token: &str| Some(Project { app_id: dev.terms.app_id, secret: secret_of(&dev.credentials, token) });
    Ok(json(&question.answer(own)))
}

/// The secret that a token was made with, or the current one if none matches.
fn secret_of<'a>(credentials: &'a Credentials, token: &str) -> &'a str {
    let opens = |secret: &str| {
        let opened =
            Verifier::new(credentials.app_id, secret).and_then(|verifier| verifier.verify(token.trim()));
        opened.map_or_else(|error| error.code() == ErrorCode::Expired, |_| true)
    };
    match &credentials.previous {
        Some(previous) if !opens(&credentials.secret) && opens(previous) => previous,
        _ => &credentials.secret,
    }
}

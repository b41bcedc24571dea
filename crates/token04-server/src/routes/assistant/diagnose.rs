//! `POST /dev/diagnose`: the content of a token, and what is wrong with it.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::State;
use axum::response::Response;
use serde::{Deserialize, Serialize};
use token04_core::kit::{self, KitUser};
use token04_core::{ErrorCode, Header, Language, Profile, Question, Report, Verifier, diagnose, inspect};
use zeroize::Zeroizing;

use crate::credentials::Credentials;
use crate::problem::{Kind, Problem};
use crate::routes::answer::json;
use crate::service::{Dev, Live};

/// The page's question. A secret that was typed in is wiped with it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Asked {
    token: String,
    secret: Option<Zeroizing<String>>,
    app_id: Option<u32>,
    user_id: Option<String>,
    room_id: Option<String>,
    stream_id: Option<String>,
    publish: Option<bool>,
    profile: Option<Profile>,
    code: Option<i64>,
    lang: Option<Language>,
}

/// What the page shows.
#[derive(Serialize)]
struct Inside {
    header: Option<Header>,
    /// As text: JavaScript would round the number.
    nonce: Option<String>,
    kit: Option<KitUser>,
    #[serde(flatten)]
    report: Report,
}

pub(super) async fn answer(State(live): State<Arc<Live>>, body: Bytes) -> Result<Response, Problem> {
    let service = live.service();
    let dev = service
        .dev
        .as_ref()
        .ok_or_else(|| Problem::plain(Kind::NotFound, "nothing is served at this address"))?;
    // The parser's error could quote the secret, so it is not reported.
    let asked: Asked = serde_json::from_slice(&body).map_err(|_| {
        Problem::malformed(ErrorCode::InvalidArgument, "the body is not a question of the page")
    })?;
    Ok(json(&look_inside(&asked, dev)))
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

fn look_inside(asked: &Asked, dev: &Dev) -> Inside {
    // A token of another project is not for our app, and our limits do not apply to it.
    let own = asked.secret.is_none();
    let secret =
        asked.secret.as_deref().map_or_else(|| secret_of(&dev.credentials, &asked.token), String::as_str);
    let question = Question::new()
        .secret(secret)
        .app_id(asked.app_id.or(own.then_some(dev.terms.app_id)))
        .user_id(asked.user_id.as_deref())
        .room_id(asked.room_id.as_deref())
        .stream_id(asked.stream_id.as_deref())
        .publish(asked.publish.unwrap_or(false))
        .profile(asked.profile)
        .code(asked.code)
        .lang(asked.lang.unwrap_or_default());
    let report = diagnose(&asked.token, &question);
    Inside {
        header: inspect(asked.token.trim()).ok(),
        nonce: report.claims.as_ref().map(|claims| claims.nonce.to_string()),
        kit: kit::decode(asked.token.trim()).ok().map(|(_, user)| user),
        report,
    }
}

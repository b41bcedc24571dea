//! `POST /dev/diagnose`: what a token says, and what is wrong with it.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::State;
use axum::response::Response;
use serde::{Deserialize, Serialize};
use token04_core::{
    Claims, ErrorCode, Finding, Header, Language, Mode, Privilege, Question, diagnose, inspect, kit,
};
use zeroize::Zeroizing;

use crate::config::ProfileName;
use crate::problem::{Kind, Problem};
use crate::routes::token::json;
use crate::service::{Dev, Live};

/// What the page asks. A secret that was typed in lives no longer than this.
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
    profile: Option<ProfileName>,
    lang: Option<Lang>,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Lang {
    En,
    Zh,
}

/// What the page shows.
#[derive(Serialize)]
struct Inside {
    header: Option<HeaderShown>,
    claims: Option<ClaimsShown>,
    privilege: Option<PrivilegeShown>,
    kit: Option<KitShown>,
    ok: bool,
    findings: Vec<FindingShown>,
}

#[derive(Serialize)]
struct HeaderShown {
    mode: &'static str,
    expires_at: i64,
    iv_bytes: usize,
    ciphertext_bytes: usize,
}

#[derive(Serialize)]
struct ClaimsShown {
    app_id: u32,
    user_id: String,
    /// As text: JavaScript would round it.
    nonce: String,
    ctime: i64,
    expire: i64,
    payload: String,
}

#[derive(Serialize)]
struct PrivilegeShown {
    room_id: String,
    login: Option<bool>,
    publish: Option<bool>,
    streams: Option<Vec<String>>,
}

#[derive(Serialize)]
struct KitShown {
    user_id: String,
    room_id: String,
    user_name: String,
}

#[derive(Serialize)]
struct FindingShown {
    id: &'static str,
    severity: &'static str,
    message: String,
    fix: String,
    client_codes: Vec<u32>,
}

pub(super) async fn answer(State(live): State<Arc<Live>>, body: Bytes) -> Result<Response, Problem> {
    let service = live.service();
    let dev = service.dev.as_ref().ok_or_else(|| Problem::plain(Kind::NotFound, "there is nothing here"))?;
    // What is wrong with it could quote the secret, so it is not told.
    let asked: Asked = serde_json::from_slice(&body).map_err(|_| {
        Problem::malformed(ErrorCode::InvalidArgument, "the question is not one that the page asks")
    })?;
    Ok(json(&look_inside(&asked, dev)))
}

fn look_inside(asked: &Asked, dev: &Dev) -> Inside {
    // A token of another project is not for our app, nor are our limits its own.
    let own = asked.secret.is_none();
    let secret =
        asked.secret.as_deref().map_or_else(|| dev.credentials.secret_of(&asked.token), String::as_str);
    let profile = asked.profile.map(Into::into);
    let question = Question::new()
        .secret(secret)
        .app_id(asked.app_id.or(own.then_some(dev.policy.app_id)))
        .user_id(asked.user_id.as_deref())
        .room_id(asked.room_id.as_deref())
        .stream_id(asked.stream_id.as_deref())
        .publish(asked.publish.unwrap_or(false))
        .profile(profile)
        .lang(match asked.lang {
            Some(Lang::Zh) => Language::Zh,
            _ => Language::En,
        });
    let report = diagnose(&asked.token, &question);
    let ok = report.is_ok();
    Inside {
        header: inspect(asked.token.trim()).ok().map(HeaderShown::from),
        privilege: report.claims.as_ref().and_then(Claims::privilege).map(PrivilegeShown::from),
        claims: report.claims.map(ClaimsShown::from),
        kit: kit::decode(asked.token.trim()).ok().map(|(_, user)| KitShown::from(user)),
        ok,
        findings: report.findings.into_iter().map(FindingShown::from).collect(),
    }
}

impl From<Header> for HeaderShown {
    fn from(header: Header) -> Self {
        let mode = match header.mode {
            Mode::Cbc => "cbc",
            Mode::Gcm => "gcm",
        };
        let Header { expires_at, iv_bytes, ciphertext_bytes, .. } = header;
        Self { mode, expires_at, iv_bytes, ciphertext_bytes }
    }
}

impl From<Claims> for ClaimsShown {
    fn from(claims: Claims) -> Self {
        let Claims { app_id, user_id, nonce, ctime, expire, payload, .. } = claims;
        Self { app_id, user_id, nonce: nonce.to_string(), ctime, expire, payload }
    }
}

impl From<Privilege> for PrivilegeShown {
    fn from(privilege: Privilege) -> Self {
        let Privilege { room_id, login, publish, streams, .. } = privilege;
        Self { room_id, login, publish, streams }
    }
}

impl From<kit::KitUser> for KitShown {
    fn from(user: kit::KitUser) -> Self {
        Self { user_id: user.user_id, room_id: user.room_id, user_name: user.user_name }
    }
}

impl From<Finding> for FindingShown {
    fn from(finding: Finding) -> Self {
        let Finding { id, severity, message, fix, client_codes, .. } = finding;
        Self { id: id.name(), severity: severity.name(), message, fix, client_codes }
    }
}

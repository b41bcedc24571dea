//! What is in a token: what anyone can read, what the secret opens, and what is wrong with it.

use serde::Serialize;
use token04_core::kit::{self, KitUser};
use token04_core::{Header, Report, diagnose, inspect};

use crate::map::{self, Map};
use crate::question::{Project, Question};

/// The content of a token.
#[derive(Serialize)]
pub(crate) struct Inside {
    header: Option<Header>,
    map: Option<Map>,
    /// As text: JavaScript would round the number.
    nonce: Option<String>,
    kit: Option<KitUser>,
    #[serde(flatten)]
    report: Report,
}

pub(crate) fn look(token: &str, asked: &Question, code: Option<i64>, own: Option<Project<'_>>) -> Inside {
    let own = own.as_ref();
    let question = token04_core::Question::new()
        .secret(asked.secret.as_deref().map(String::as_str).or(own.map(|own| own.secret)))
        .app_id(asked.app_id.or(own.map(|own| own.app_id)))
        .user_id(asked.user_id.as_deref())
        .room_id(asked.room_id.as_deref())
        .stream_id(asked.stream_id.as_deref())
        .publish(asked.publish.unwrap_or(false))
        .profile(asked.profile)
        .code(code)
        .lang(asked.lang.unwrap_or_default());
    let report = diagnose(token, &question);
    let token = token.trim();
    Inside {
        header: inspect(token).ok(),
        map: map::of(token),
        nonce: report.claims.as_ref().map(|claims| claims.nonce.to_string()),
        kit: kit::decode(token).ok().map(|(_, user)| user),
        report,
    }
}

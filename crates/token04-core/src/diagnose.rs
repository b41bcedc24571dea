//! Explains why a token is refused, and how to fix it.
//!
//! A diagnosis reads the [`text`] and then the bytes ([`layouts`]), opens them ([`key`]), reads the [`body`],
//! and compares it with what is [`expected`]. Each step adds facts to [`collected`]. At the end, the list in
//! [`findings`] turns them into text.

mod body;
mod check;
pub(crate) mod codes;
mod collected;
mod examination;
mod expected;
mod findings;
mod key;
mod layouts;
mod question;
mod redaction;
mod report;
mod text;

pub use check::{Check, Outcome};
pub use findings::{FindingId, Severity};
pub use question::{Language, Question};
pub use report::{Finding, Report};

use collected::Collected;
use findings::{Fact, Voice};
use redaction::Redaction;
use text::arrival::{self, Arrival};
use text::exposure;

use crate::{secret, traces};

/// Explains what is wrong with a token, and how to fix it.
///
/// ZEGO refuses an invalid token without an explanation. This function takes the token and what is known
/// about it, and reports what is wrong, how to fix it, and which client error codes it may show as. With the
/// secret it also tries the usual mistakes of handwritten generators: other keys made from the secret, other
/// layouts, other modes. `docs/en/diagnose/by-finding.md` lists every finding.
///
/// It accepts any text and never fails. Its time grows linearly with the length of the token.
///
/// ```
/// use token04_core::{FindingId, Issuer, Question, diagnose};
///
/// # fn main() -> Result<(), token04_core::Error> {
/// let secret = "0123456789abcdef0123456789abcdef";
/// let token = Issuer::new(1234567890, secret)?.issue("user1", std::time::Duration::from_secs(3600))?;
///
/// let pasted = format!("\"{token}\"");
/// let report = diagnose(&pasted, &Question::new().secret(secret).user_id("user1"));
/// assert!(!report.is_ok());
/// assert_eq!(report.findings[0].id, FindingId::TransportDamage);
/// assert_eq!(report.findings[0].message, "the token was changed on its way: quotes around it");
/// assert_eq!(report.claims.map(|claims| claims.app_id), Some(1234567890));
/// # Ok(())
/// # }
/// ```
#[must_use]
pub fn diagnose(token: &str, question: &Question<'_>) -> Report {
    traces::wiped(|| report(token, question))
}

fn report(token: &str, question: &Question<'_>) -> Report {
    let (now, mut collected) = (question.login.time(), Collected::new());
    let claims = match arrival::read(token) {
        Arrival::Nothing(fact) => {
            collected.add(fact);
            None
        }
        Arrival::Token(token) => examination::check(token, question, now, &mut collected),
    };
    if let Some(secret) = question.secret {
        exposure::check(token, secret, &mut collected);
        if secret::is_app_sign(secret::bare(secret)) {
            collected.add(Fact::AppSignGiven {});
        }
    }
    let redaction = Redaction::of(question.secret);
    let voice = Voice { language: question.language, now, redaction: &redaction };
    Report {
        checks: collected.checks(),
        findings: collected.into_findings(question.code, &voice),
        claims: claims.map(|claims| redaction.claims(claims)),
    }
}

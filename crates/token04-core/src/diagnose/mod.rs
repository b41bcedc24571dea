//! Why a token is refused: names the mistake in it, and the cure.
//!
//! The steps, each a module of its own: the text ([`carried`]), the bytes ([`layouts`]), key and mode
//! ([`opening`]), the [`body`], and what was expected of it. [`verdict`] draws them together, and every text
//! stands in [`findings`].

mod body;
mod carried;
mod claim_names;
mod client_codes;
mod expectations;
mod exposure;
mod findings;
mod json;
mod keys;
mod kit_part;
mod layouts;
mod lookalikes;
mod loose;
mod opening;
mod payload;
mod plaintext;
mod question;
mod report;
mod show;
mod times;
mod undo;
mod verdict;
mod words;

pub use client_codes::client_codes;
pub use findings::FindingId;
pub use question::{Language, Question};
pub use report::{Finding, Report, Severity};

use carried::Carried;
use findings::Fact;
use report::Findings;
use show::Voice;

use crate::traces;

/// Says what is wrong with a token, and how to mend it.
///
/// ZEGO answers a bad token with a bare refusal. This takes the token and what is known beside it, and tells
/// what is wrong, how to mend it, and which client error codes it may show as. With the secret it also tries
/// what people get wrong when they write a generator by hand: keys made of the secret, layouts, modes. What
/// can be found stands in `docs/diagnose.md`.
///
/// It takes any text and never fails. Its time grows with the length of the token, and not faster.
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
    let secret = question.secret;
    let hidden = secret.map(keys::hidden).unwrap_or_default();
    let mut findings = Findings::new(Voice::new(question.language, question.time(), hidden));
    let claims = match carried::read(token) {
        Carried::Nothing(fact) => {
            findings.add(fact);
            None
        }
        Carried::Token(token) => verdict::check(token, question, &mut findings),
    };
    if let Some(secret) = secret {
        exposure::check(token, secret, &mut findings);
        if crate::secret::is_app_sign(secret.trim()) {
            findings.add(Fact::AppSignGiven {});
        }
    }
    findings.into_report(claims, secret)
}

//! The answer to a question, and how findings are gathered into it.

use super::exposure;
use super::findings::{Fact, FindingId};
use super::show::Voice;
use super::words::IdFault;
use crate::claims::Claims;
use crate::vocabulary::vocabulary;

vocabulary! {
    /// How bad a finding is.
    #[derive(PartialOrd, Ord)]
    Severity;
    Error = 0, "error", "The token will be refused, or must be replaced.";
    Warning = 1, "warning", "The token may be refused, or allows less or more than intended.";
    Note = 2, "note", "For information only.";
}

/// One thing that was found.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct Finding {
    /// What it is.
    pub id: FindingId,
    /// How bad it is in this case.
    pub severity: Severity,
    /// What is wrong, with the values of this case; never with the secret.
    pub message: String,
    /// How to mend it.
    pub fix: String,
    /// The client error codes that it may show as. Which the service really answers was never observed.
    pub client_codes: Vec<u32>,
}

/// What is wrong with a token, if anything.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Report {
    /// What was found, in order of what to do first; each id at most once. A sound token in mode CBC still
    /// gives a note.
    pub findings: Vec<Finding>,
    /// What the token says, where it could be opened and read, by whichever key or layout. A value that
    /// holds the secret is replaced by `[redacted]`.
    pub claims: Option<Claims>,
}

impl Report {
    /// Whether no finding is an error.
    #[must_use]
    pub fn is_ok(&self) -> bool {
        self.findings.iter().all(|finding| finding.severity != Severity::Error)
    }
}

/// The findings so far.
pub(super) struct Findings {
    voice: Voice,
    found: Vec<Finding>,
}

impl Findings {
    pub fn new(voice: Voice) -> Self {
        Self { voice, found: Vec::new() }
    }

    /// The time of the question.
    pub fn now(&self) -> i64 {
        self.voice.now
    }

    /// Adds a fact, as bad as its kind is as a rule.
    pub fn add(&mut self, fact: Fact) {
        self.add_as(fact.id().severity(), fact);
    }

    /// Adds a fact that is as bad as told. Of two with one id, the worse stays.
    pub fn add_as(&mut self, severity: Severity, fact: Fact) {
        let id = fact.id();
        if let Some(at) = self.found.iter().position(|finding| finding.id == id) {
            if self.found[at].severity <= severity {
                return;
            }
            self.found.remove(at);
        }
        let (message, fix) = (fact.message(&self.voice), fact.fix(&self.voice));
        self.found.push(Finding { id, severity, message, fix, client_codes: client_codes(&fact) });
    }

    pub fn has(&self, id: FindingId) -> bool {
        self.found.iter().any(|finding| finding.id == id)
    }

    pub fn has_error_of(&self, id: FindingId) -> bool {
        self.found.iter().any(|finding| finding.id == id && finding.severity == Severity::Error)
    }

    /// The report: first an exposed secret, then errors, warnings and notes, each in the order of the list.
    pub fn into_report(mut self, claims: Option<Claims>, secret: Option<&str>) -> Report {
        self.found
            .sort_by_key(|finding| (finding.id != FindingId::SecretExposed, finding.severity, finding.id));
        let claims = claims.map(|claims| redacted(claims, secret));
        Report { findings: self.found, claims }
    }
}

/// The claims without the secret, which stands among them where arguments were swapped.
fn redacted(mut claims: Claims, secret: Option<&str>) -> Claims {
    let secret = secret.unwrap_or_default().trim();
    let holds = |text: &str| memchr::memmem::find(text.as_bytes(), secret.as_bytes()).is_some();
    if secret.len() >= exposure::SHORTEST {
        for text in [&mut claims.user_id, &mut claims.payload].into_iter().filter(|text| holds(text)) {
            "[redacted]".clone_into(text);
        }
    }
    claims
}

/// The client codes of a case: all of its id's, or where these depend on what exactly is wrong, some.
fn client_codes(fact: &Fact) -> Vec<u32> {
    match fact {
        Fact::WrongTypes { claims } => {
            let mut codes: Vec<u32> = claims.iter().filter_map(|wrong| wrong.client_code()).collect();
            codes.dedup();
            codes
        }
        Fact::UserIdOutside { faults, .. } => faults
            .iter()
            .map(|fault| if matches!(fault, IdFault::Character { .. }) { 1_002_006 } else { 1_002_007 })
            .collect(),
        Fact::RoomIdOutside { faults, .. } => faults
            .iter()
            .map(|fault| match fault {
                IdFault::Empty => 1_002_011,
                IdFault::Character { .. } => 1_002_012,
                IdFault::TooLong { .. } => 1_002_013,
            })
            .collect(),
        _ => fact.id().client_codes().to_vec(),
    }
}

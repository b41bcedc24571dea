//! The facts found so far, and the checks that were made.

use super::check::{Check, Outcome};
use super::codes;
use super::findings::{Fact, FindingId, Severity, Voice};
use super::report::Finding;

/// The facts as data: they become text only once, at the end.
pub(super) struct Collected {
    facts: Vec<(Severity, Fact)>,
    outcomes: Vec<(Check, Outcome)>,
}

impl Collected {
    pub fn new() -> Self {
        let outcomes = Check::ALL.iter().map(|check| (*check, Outcome::NotMade)).collect();
        Self { facts: Vec::new(), outcomes }
    }

    /// Adds a fact with the usual severity of its kind.
    pub fn add(&mut self, fact: Fact) {
        self.add_as(fact.id().severity(), fact);
    }

    /// Adds a fact with its own severity. Of two facts with the same id, the more severe stays.
    pub fn add_as(&mut self, severity: Severity, fact: Fact) {
        match self.facts.iter_mut().find(|(_, found)| found.id() == fact.id()) {
            None => self.facts.push((severity, fact)),
            Some(found) if severity < found.0 => *found = (severity, fact),
            Some(_) => {}
        }
    }

    pub fn has(&self, id: FindingId) -> bool {
        self.facts.iter().any(|(_, fact)| fact.id() == id)
    }

    pub fn has_error_of(&self, id: FindingId) -> bool {
        self.facts.iter().any(|(severity, fact)| fact.id() == id && *severity == Severity::Error)
    }

    /// Records that a check was made. The facts decide whether it passed.
    pub fn made(&mut self, check: Check) {
        self.note(check, Outcome::Passed);
    }

    /// Records that a check needs the secret.
    pub fn needs_secret(&mut self, check: Check) {
        self.note(check, Outcome::NeedsSecret);
    }

    fn note(&mut self, check: Check, outcome: Outcome) {
        self.outcomes.iter_mut().filter(|(noted, _)| *noted == check).for_each(|(_, noted)| *noted = outcome);
    }

    /// Every check and its outcome.
    pub fn checks(&self) -> Vec<(Check, Outcome)> {
        let complains = |check: Check| {
            self.facts
                .iter()
                .any(|(severity, fact)| *severity != Severity::Note && fact.id().check() == check)
        };
        let outcome = |check, noted| if complains(check) { Outcome::Failed } else { noted };
        self.outcomes.iter().map(|(check, noted)| (*check, outcome(*check, *noted))).collect()
    }

    /// The findings: an exposed secret first, then the causes of a code in their order, then errors, warnings
    /// and notes, each in the order of the list.
    pub fn into_findings(mut self, code: Option<i64>, voice: &Voice<'_>) -> Vec<Finding> {
        let causes = code.map_or(&[][..], codes::causes);
        let rank = |id| causes.iter().position(|cause| *cause == id).unwrap_or(causes.len());
        self.facts.sort_by_key(|(severity, fact)| {
            (fact.id() != FindingId::SecretExposed, rank(fact.id()), *severity, fact.id())
        });
        let finding = |(severity, fact): (Severity, Fact)| Finding {
            id: fact.id(),
            severity,
            message: fact.message(voice),
            fix: fact.fix(voice),
            client_codes: fact.client_codes(),
        };
        self.facts.into_iter().map(finding).collect()
    }
}

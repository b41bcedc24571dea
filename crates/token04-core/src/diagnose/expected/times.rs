//! Checks when a token was issued and when it expires.

use crate::diagnose::check::Check;
use crate::diagnose::collected::Collected;
use crate::diagnose::findings::{ExpireOf, Fact, Severity, Span, Time};
use crate::diagnose::layouts::PLAUSIBLE_TIMES;
use crate::profile::{Profile, ZIM_TTL};

/// The times of a token, as far as they can be read, and the current time.
pub(crate) struct Times {
    pub envelope: Option<i64>,
    pub body: Option<i64>,
    pub ctime: Option<i64>,
    pub now: i64,
}

impl Times {
    /// Checks the times in the body, or the envelope's if the body could not be read.
    pub fn check(&self, profile: Option<Profile>, collected: &mut Collected) {
        if self.envelope.or(self.body).or(self.ctime).is_some() {
            collected.made(Check::Times);
        }
        if let Some(fact) = self.in_milliseconds() {
            return collected.add(fact);
        }
        self.check_clock(collected);
        if let Some(fact) = self.is_duration() {
            return collected.add(fact);
        }
        if let (Some(envelope), Some(body)) = (self.envelope, self.body)
            && envelope != body
        {
            collected.add(Fact::TwoExpiries { envelope: Time(envelope), body: Time(body) });
        }
        if let Some(expire) = self.body.or(self.envelope) {
            self.check_validity(expire, profile, collected);
        }
    }

    fn in_milliseconds(&self) -> Option<Fact> {
        let candidates = match self.ctime {
            Some(ctime) => [Some(("ctime", ctime)), None],
            None => [self.body, self.envelope].map(|expire| Some(("expire", expire?))),
        };
        let found = candidates.into_iter().flatten().find(|(_, value)| *value > PLAUSIBLE_TIMES.end);
        found.map(|(claim, value)| Fact::InMilliseconds { claim, value })
    }

    fn is_duration(&self) -> Option<Fact> {
        let duration = |expire: Option<i64>| expire.filter(|expire| *expire < PLAUSIBLE_TIMES.start);
        let (place, expire) = match (duration(self.envelope), duration(self.body)) {
            (Some(expire), Some(other)) if expire == other => (ExpireOf::Both, expire),
            (_, Some(expire)) => (ExpireOf::Body, expire),
            (Some(expire), None) => (ExpireOf::Envelope, expire),
            (None, None) => return None,
        };
        Some(Fact::IsDuration { place, expire })
    }

    fn check_validity(&self, expire: i64, profile: Option<Profile>, collected: &mut Collected) {
        let left = expire.saturating_sub(self.now);
        if left <= 0 {
            collected.add(Fact::HasExpired { expire: Time(expire) });
        } else if left.unsigned_abs() < *ZIM_TTL.start() {
            collected.add(Fact::EndsSoon { expire: Time(expire) });
        }
        let validity = self.ctime.map_or(left, |ctime| left.max(expire.saturating_sub(ctime)));
        let seconds = u64::try_from(validity).unwrap_or(0);
        if seconds > *ZIM_TTL.end() {
            let strict = matches!(profile, Some(Profile::Zim | Profile::Kit | Profile::Call));
            let severity = if strict { Severity::Error } else { Severity::Warning };
            collected.add_as(severity, Fact::LongValidity { validity: Span(seconds), seconds });
        }
    }

    fn check_clock(&self, collected: &mut Collected) {
        if let Some(ctime) = self.ctime.filter(|ctime| ctime.saturating_sub(self.now) > 1) {
            collected.add(Fact::MadeInFuture { ctime: Time(ctime) });
        }
    }
}

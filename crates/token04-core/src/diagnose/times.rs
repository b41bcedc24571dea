//! When a token was made and when it ends.

use super::body::Body;
use super::findings::{Fact, FindingId};
use super::report::{Findings, Severity};
use super::show::{Span, Time};
use super::words::ExpireOf;
use crate::profile::Profile;

/// No time of our days is before this one, of 2001: what is less is a duration.
const EARLIEST: i64 = 1_000_000_000;
/// No time of our days, in seconds, is after this one, of the year 5138.
const LATEST: i64 = 100_000_000_000;
/// In-app Chat, and the SDKs' own warnings, call less than this too short.
const SOON: i64 = 30;
const LONGEST: i64 = 24 * 24 * 3600;

/// Checks the times of a token: those of its body, and where that could not be read the envelope's.
pub(super) fn check(
    envelope: Option<i64>,
    body: Option<&Body>,
    profile: Option<Profile>,
    findings: &mut Findings,
) {
    let (ctime, inner) = body.map_or((None, None), |body| (body.ctime, body.expire));
    check_units(envelope, inner, ctime, findings);
    if findings.has(FindingId::Milliseconds) || findings.has(FindingId::ExpireIsDuration) {
        if !findings.has(FindingId::Milliseconds) {
            check_clock(ctime, findings);
        }
        return;
    }
    if let (Some(envelope), Some(body)) = (envelope, inner)
        && envelope != body
    {
        findings.add(Fact::TwoExpiries { envelope: Time(envelope), body: Time(body) });
    }
    if let Some(expire) = inner.or(envelope) {
        check_validity(expire, ctime, profile, findings);
    }
    check_clock(ctime, findings);
}

/// Times that are no unix seconds.
fn check_units(envelope: Option<i64>, body: Option<i64>, ctime: Option<i64>, findings: &mut Findings) {
    let millisecond_claims = match ctime {
        Some(ctime) => [Some(("ctime", ctime)), None],
        None => [body.map(|expire| ("expire", expire)), envelope.map(|expire| ("expire", expire))],
    };
    if let Some((claim, value)) = millisecond_claims.into_iter().flatten().find(|(_, value)| *value > LATEST)
    {
        findings.add(Fact::InMilliseconds { claim, value });
        return;
    }
    let duration = |expire: Option<i64>| expire.filter(|expire| *expire < EARLIEST);
    let found = match (duration(envelope), duration(body)) {
        (Some(expire), Some(other)) if expire == other => Some((ExpireOf::Both, expire)),
        (_, Some(expire)) => Some((ExpireOf::Body, expire)),
        (Some(expire), None) => Some((ExpireOf::Envelope, expire)),
        (None, None) => None,
    };
    if let Some((place, expire)) = found {
        findings.add(Fact::IsDuration { place, expire });
    }
}

fn check_validity(expire: i64, ctime: Option<i64>, profile: Option<Profile>, findings: &mut Findings) {
    let left = expire.saturating_sub(findings.now());
    if left <= 0 {
        findings.add(Fact::HasExpired { expire: Time(expire) });
    } else if left < SOON {
        findings.add(Fact::EndsSoon { expire: Time(expire) });
    }
    let validity = ctime.map_or(left, |ctime| left.max(expire.saturating_sub(ctime)));
    if validity > LONGEST {
        let strict = matches!(profile, Some(Profile::Zim | Profile::Kit));
        let severity = if strict { Severity::Error } else { Severity::Warning };
        let seconds = validity.unsigned_abs();
        findings.add_as(severity, Fact::LongValidity { validity: Span(seconds), seconds });
    }
}

fn check_clock(ctime: Option<i64>, findings: &mut Findings) {
    if let Some(ctime) = ctime.filter(|ctime| ctime.saturating_sub(findings.now()) > 1) {
        findings.add(Fact::MadeInFuture { ctime: Time(ctime) });
    }
}

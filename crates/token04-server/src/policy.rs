//! What a caller may get: decides on each request, and refuses rather than cuts.

mod decide;
mod pattern;

use serde::Serialize;
use token04_core::{ErrorCode, Issuer, Mode, Profile, kit};

pub(crate) use decide::Decision;
use pattern::Pattern;

use crate::config::{PolicyConfig, Seconds};
use crate::credentials::Credentials;
use crate::problem::Problem;
use crate::rates::RateOfEach;
use crate::startup::StartError;

const DEFAULT_TTL: u64 = 24 * 3600;
const MAX_TTL: u64 = 7 * 24 * 3600;

/// What one group of callers may get.
#[derive(Debug)]
pub(crate) struct Grants {
    issuer: Issuer,
    default_ttl: u64,
    max_ttl: u64,
    profile: Option<Profile>,
    mode: Mode,
    users: Option<Vec<Pattern>>,
    rooms: Option<Vec<Pattern>>,
    identity: bool,
    publish: bool,
    streams: Option<Vec<Pattern>>,
    rate: Option<RateOfEach>,
}

/// What a policy grants, for people to read.
#[derive(Clone, Copy, Debug, Serialize)]
pub(crate) struct Summary {
    pub app_id: u32,
    pub default_ttl: u64,
    pub max_ttl: u64,
    pub profile: Option<&'static str>,
    pub mode: &'static str,
}

impl Grants {
    pub fn summary(&self) -> Summary {
        Summary {
            app_id: self.issuer.app_id(),
            default_ttl: self.default_ttl,
            max_ttl: self.max_ttl,
            profile: self.profile.map(Profile::name),
            mode: self.mode.name(),
        }
    }

    /// Counts a request of a caller, and refuses it where it is one too many.
    pub fn admit(&self, caller: &str) -> Result<(), Problem> {
        let Some(rate) = &self.rate else { return Ok(()) };
        rate.admit(caller, "too many requests of this caller: try again later")
    }

    /// Makes the token that was decided on, for `ttl` seconds.
    pub fn issue(&self, decision: &Decision, ttl: u64) -> Result<String, Problem> {
        let ttl = Seconds(ttl).duration();
        let token = match (&decision.kit, &decision.room) {
            (Some(user), None) => kit::issue(&self.issuer, user, ttl, ""),
            (Some(user), Some(room)) => {
                room.payload().and_then(|payload| kit::issue(&self.issuer, user, ttl, &payload))
            }
            (None, Some(room)) => self.issuer.issue_room(&decision.user_id, ttl, room),
            (None, None) => self.issuer.issue(&decision.user_id, ttl),
        };
        token.map_err(refused)
    }
}

/// What the product does not take as long, as short or at all is not granted; what it cannot read is malformed.
fn refused(error: token04_core::Error) -> Problem {
    match error.code() {
        code @ (ErrorCode::InvalidTtl | ErrorCode::InvalidPayload) => {
            Problem::forbidden(code, error.message().to_owned())
        }
        _ => error.into(),
    }
}

/// What grants are made from: the credentials, and the general policy that an API key's own may replace
/// field by field.
pub(crate) struct GrantsFrom<'a> {
    pub credentials: &'a Credentials,
    pub policy: &'a PolicyConfig,
}

impl GrantsFrom<'_> {
    /// The grants of callers without a policy of their own.
    pub fn general(&self) -> Result<Grants, StartError> {
        self.grants(&PolicyConfig::default())
    }

    /// The grants of an API key.
    pub fn of_key(&self, own: &PolicyConfig) -> Result<Grants, StartError> {
        if own.is_about_the_service() {
            return Err(StartError::new(
                "its policy may set default_ttl, max_ttl, profile, mode, users, rooms, identity, publish, streams and rate_per_caller alone",
            ));
        }
        self.grants(own)
    }

    fn grants(&self, own: &PolicyConfig) -> Result<Grants, StartError> {
        let general = self.policy;
        let profile = own.profile.or(general.profile);
        let mode = own.mode.or(general.mode).unwrap_or_default();
        let issuer = self.credentials.issuer()?.mode(mode).profile(profile);
        let (default_ttl, max_ttl) =
            times(own.default_ttl.or(general.default_ttl), own.max_ttl.or(general.max_ttl))?;
        check_profile_ttl(&issuer, default_ttl)?;
        let patterns = |name: &str, own: &Option<Vec<String>>, general: &Option<Vec<String>>| {
            let Some(texts) = own.as_ref().or(general.as_ref()) else { return Ok(None) };
            let patterns = texts.iter().map(|text| Pattern::parse(text)).collect::<Option<Vec<_>>>();
            patterns.map(Some).ok_or_else(|| {
                StartError::new(format!(
                    "policy.{name}: a pattern must not be empty, and {{user_id}} is the only placeholder"
                ))
            })
        };
        let rooms = patterns("rooms", &own.rooms, &general.rooms)?;
        let streams = patterns("streams", &own.streams, &general.streams)?;
        let limited = rooms.is_some() || streams.is_some();
        let identity = own.identity.or(general.identity);
        if identity == Some(true) && limited {
            return Err(StartError::new(
                "policy.identity = true gives tokens that are good for any room and stream, which policy.rooms or policy.streams forbid",
            ));
        }
        Ok(Grants {
            issuer,
            default_ttl,
            max_ttl,
            profile,
            mode,
            users: patterns("users", &own.users, &general.users)?,
            rooms,
            identity: identity.unwrap_or(!limited),
            publish: own.publish.or(general.publish).unwrap_or(true),
            streams,
            rate: own.rate_per_caller.or(general.rate_per_caller).map(RateOfEach::new),
        })
    }
}

/// The default and the longest time to live, in seconds.
fn times(default: Option<Seconds>, max: Option<Seconds>) -> Result<(u64, u64), StartError> {
    let max_ttl = max.map_or(MAX_TTL, |max| max.0);
    let default_ttl = default.map_or(DEFAULT_TTL.min(max_ttl), |default| default.0);
    if default_ttl == 0 || max_ttl == 0 {
        return Err(StartError::new("policy.default_ttl and policy.max_ttl must be at least 1 second"));
    }
    if default_ttl > max_ttl {
        return Err(StartError::new(format!(
            "policy.default_ttl of {default_ttl} s is longer than policy.max_ttl of {max_ttl} s"
        )));
    }
    Ok((default_ttl, max_ttl))
}

/// What the profile refuses for everybody is found at the start, not at the first request.
fn check_profile_ttl(issuer: &Issuer, default_ttl: u64) -> Result<(), StartError> {
    match issuer.token_len("user", Seconds(default_ttl).duration(), "") {
        Ok(_) => Ok(()),
        Err(error) => Err(StartError::new(format!("policy.default_ttl: {error}"))),
    }
}

impl PolicyConfig {
    /// Whether it sets what holds for the service as a whole.
    fn is_about_the_service(&self) -> bool {
        self.rate_total.is_some()
            || self.rate_failures.is_some()
            || self.trusted_proxies.is_some()
            || self.metrics.is_some()
            || self.cors_origins.is_some()
            || self.body_limit.is_some()
            || self.max_connections.is_some()
            || self.header_timeout.is_some()
            || self.request_timeout.is_some()
            || self.idle_timeout.is_some()
            || self.drain_delay.is_some()
            || self.drain_timeout.is_some()
    }
}

//! What a group of callers may get under the policy.

mod pattern;

use serde::Serialize;
use token04_core::{Issuer, Mode, Profile};

use pattern::Pattern;

use crate::config::{GrantsConfig, Seconds};
use crate::credentials::Credentials;
use crate::problem::Problem;
use crate::rates::RateOfEach;
use crate::start_error::StartError;

const DEFAULT_TTL: u64 = 24 * 3600;
const MAX_TTL: u64 = 7 * 24 * 3600;

/// What one group of callers may get.
#[derive(Debug)]
pub(crate) struct Grants {
    pub issuer: Issuer,
    pub terms: Terms,
    pub users: Ids,
    pub rooms: Ids,
    /// Whether a token without a room is granted.
    pub identity: bool,
    pub publish: bool,
    pub streams: Ids,
    rate: Option<RateOfEach>,
}

/// What all tokens of a group have in common, in the form shown to people.
#[derive(Clone, Copy, Debug, Serialize)]
pub(crate) struct Terms {
    pub app_id: u32,
    pub default_ttl: u64,
    pub max_ttl: u64,
    pub profile: Option<Profile>,
    pub mode: Mode,
}

/// The ids that match one of the patterns, or any id if there are no patterns.
#[derive(Debug)]
pub(crate) struct Ids(Option<Vec<Pattern>>);

impl Grants {
    /// Counts a request of a caller, and refuses it if the rate is exceeded.
    pub fn admit(&self, caller: &str) -> Result<(), Problem> {
        let Some(rate) = &self.rate else { return Ok(()) };
        rate.admit(caller, "too many requests from this caller: try again later")
    }
}

impl Ids {
    /// Parses patterns. `field` is their name in the policy.
    fn parse(field: &str, patterns: Option<&Vec<String>>) -> Result<Self, StartError> {
        let Some(texts) = patterns else { return Ok(Self(None)) };
        let patterns = texts.iter().map(|text| Pattern::parse(text)).collect::<Option<_>>();
        patterns.map(|patterns| Self(Some(patterns))).ok_or_else(|| {
            StartError::new(format!(
                "policy.{field}: a pattern must not be empty, and {{user_id}} is the only placeholder"
            ))
        })
    }

    /// Whether an id matches, for this user.
    pub fn contain(&self, id: &str, user_id: &str) -> bool {
        self.0.as_ref().is_none_or(|patterns| patterns.iter().any(|pattern| pattern.fits(id, user_id)))
    }

    /// Whether there are patterns.
    pub fn are_limited(&self) -> bool {
        self.0.is_some()
    }
}

/// Builds grants from the credentials and the general policy, which an API key's own policy may override by field.
pub(crate) struct GrantsBuilder<'a> {
    pub credentials: &'a Credentials,
    pub general: &'a GrantsConfig,
}

impl GrantsBuilder<'_> {
    /// The grants of callers without a policy of their own.
    pub fn general(&self) -> Result<Grants, StartError> {
        self.of_key(&GrantsConfig::default())
    }

    /// The grants of an API key with a policy of its own.
    pub fn of_key(&self, own: &GrantsConfig) -> Result<Grants, StartError> {
        let general = self.general;
        let profile = own.profile.or(general.profile);
        let mode = own.mode.or(general.mode).unwrap_or_default();
        let issuer = self.credentials.issuer()?.mode(mode).profile(profile);
        let (default_ttl, max_ttl) =
            times(own.default_ttl.or(general.default_ttl), own.max_ttl.or(general.max_ttl))?;
        check_profile_ttl(&issuer, default_ttl)?;
        let users = Ids::parse("users", own.users.as_ref().or(general.users.as_ref()))?;
        let rooms = Ids::parse("rooms", own.rooms.as_ref().or(general.rooms.as_ref()))?;
        let streams = Ids::parse("streams", own.streams.as_ref().or(general.streams.as_ref()))?;
        let limited = rooms.are_limited() || streams.are_limited();
        let identity = own.identity.or(general.identity);
        if identity == Some(true) && limited {
            return Err(StartError::new(
                "policy.identity = true grants tokens that are valid for any room and stream, which policy.rooms or policy.streams forbid",
            ));
        }
        Ok(Grants {
            terms: Terms { app_id: issuer.app_id(), default_ttl, max_ttl, profile, mode },
            issuer,
            users,
            rooms,
            identity: identity.unwrap_or(!limited),
            publish: own.publish.or(general.publish).unwrap_or(true),
            streams,
            rate: own.rate_per_caller.or(general.rate_per_caller).map(RateOfEach::new),
        })
    }
}

/// The default and the maximum time to live, in seconds.
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

/// Finds settings that the profile always refuses at the start, not at the first request.
fn check_profile_ttl(issuer: &Issuer, default_ttl: u64) -> Result<(), StartError> {
    match issuer.token_len("user", Seconds(default_ttl).duration(), "") {
        Ok(_) => Ok(()),
        Err(error) => Err(StartError::new(format!("policy.default_ttl: {error}"))),
    }
}

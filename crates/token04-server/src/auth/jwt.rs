//! JWTs from the app's own identity provider: the user id is a claim, and the caller cannot choose it.

use std::sync::Arc;

use jsonwebtoken::errors::ErrorKind;
use jsonwebtoken::{Algorithm, Header, Validation, decode, decode_header};
use serde_json::{Map, Value};

use super::jwks::{self, Key};
#[cfg(feature = "jwks-url")]
use super::jwks_url::FetchedKeys;
use super::ring_provider;
use crate::caller::{Caller, ClaimLimits, User};
use crate::config::JwtConfig;
use crate::grants::{Grants, GrantsBuilder};
use crate::problem::Problem;
use crate::start_error::StartError;

/// How JWTs are verified, and what their claims mean.
pub(super) struct Jwt {
    keys: Keys,
    validation: Validation,
    user_claim: String,
    room_claim: Option<String>,
    publish_claim: Option<String>,
    streams_claim: Option<String>,
    grants: Arc<Grants>,
    pub warnings: Vec<&'static str>,
}

enum Keys {
    Read(Vec<Key>),
    #[cfg(feature = "jwks-url")]
    Fetched(FetchedKeys),
}

impl Jwt {
    pub fn new(config: &JwtConfig, grants: &GrantsBuilder<'_>) -> Result<Self, StartError> {
        ring_provider::install();
        let algorithms = &config.algorithms;
        if algorithms.is_empty() {
            return Err(StartError::new("auth.jwt.algorithms must contain HS256, RS256, ES256 or EdDSA"));
        }
        let keys = match (&config.key_file, &config.jwks_file, &config.jwks_url) {
            (Some(path), None, None) => Keys::Read(jwks::read_key_file(path, algorithms)?),
            (None, Some(path), None) => Keys::Read(jwks::read_jwks_file(path, algorithms)?),
            (None, None, Some(url)) => fetched(url, algorithms)?,
            _ => {
                return Err(StartError::new(
                    "auth.jwt must have exactly one of key_file, jwks_file and jwks_url",
                ));
            }
        };
        Ok(Self {
            warnings: warnings(config),
            keys,
            validation: validation(config),
            user_claim: config.user_claim.clone(),
            room_claim: config.room_claim.clone(),
            publish_claim: config.publish_claim.clone(),
            streams_claim: config.streams_claim.clone(),
            grants: Arc::new(grants.general()?),
        })
    }

    /// The caller with this JWT. If no key matches it, the keys of an address are fetched again.
    #[cfg_attr(not(feature = "jwks-url"), allow(clippy::unused_async, reason = "with the feature it waits"))]
    pub async fn authenticate(&self, jwt: &str) -> Result<Caller, Problem> {
        let caller = self.caller(jwt)?;
        #[cfg(feature = "jwks-url")]
        let caller = match (caller, &self.keys) {
            (None, Keys::Fetched(keys)) => {
                keys.refresh().await;
                self.caller(jwt)?
            }
            (caller, _) => caller,
        };
        caller.ok_or_else(|| not_good("no key matches it"))
    }

    /// The caller with this JWT; `None` if no key matches its key id and algorithm.
    fn caller(&self, jwt: &str) -> Result<Option<Caller>, Problem> {
        let header = header_of(jwt).ok_or_else(|| not_good("it is not a JWT"))?;
        if !header.typ.as_deref().is_none_or(is_access_token) {
            // RFC 8725, section 3.11: a token of another kind must not be accepted as this one.
            return Err(not_good("its typ is neither JWT nor at+jwt"));
        }
        if header.crit.is_some() {
            // RFC 7515: a critical extension that is not understood must be refused. We understand none.
            return Err(not_good("it needs an extension that is not supported"));
        }
        let claims = match &self.keys {
            Keys::Read(keys) => self.check(jwt, header.alg, header.kid.as_deref(), keys),
            #[cfg(feature = "jwks-url")]
            Keys::Fetched(keys) => self.check(jwt, header.alg, header.kid.as_deref(), &keys.current()),
        };
        claims.map(|claims| self.caller_of(&claims?)).transpose()
    }

    /// The claims of a JWT that one of the keys verifies; `None` if no key matches its key id and algorithm.
    fn check(
        &self,
        jwt: &str,
        algorithm: Algorithm,
        id: Option<&str>,
        keys: &[Key],
    ) -> Option<Result<Map<String, Value>, Problem>> {
        let names_it = |key: &&Key| match (id, &key.id) {
            (Some(id), Some(known)) => id == known,
            _ => true,
        };
        let mut refusal = None;
        for key in keys.iter().filter(|key| key.algorithm == algorithm).filter(names_it) {
            let mut validation = self.validation.clone();
            validation.algorithms = vec![key.algorithm];
            match decode::<Map<String, Value>>(jwt, &key.decoding, &validation) {
                Ok(data) => return Some(Ok(data.claims)),
                Err(error) => refusal = Some(not_good(reason(error.kind()))),
            }
        }
        refusal.map(Err)
    }

    fn caller_of(&self, claims: &Map<String, Value>) -> Result<Caller, Problem> {
        let user_id = match find(claims, &self.user_claim) {
            Some(Value::String(text)) if !text.is_empty() => text.clone(),
            Some(Value::Number(number)) if number.is_i64() || number.is_u64() => number.to_string(),
            _ => return Err(not_good("it has no user id")),
        };
        let list = |name: &Option<String>| name.as_ref().map(|name| texts(find(claims, name)));
        let allowed = |name: &String| matches!(find(claims, name), Some(Value::Bool(true)));
        let limits = ClaimLimits {
            rooms: list(&self.room_claim),
            publish: self.publish_claim.as_ref().map(allowed),
            streams: list(&self.streams_claim),
        };
        let limited = limits.rooms.is_some() || limits.publish.is_some() || limits.streams.is_some();
        Ok(Caller {
            name: format!("jwt:{user_id}").into(),
            user: User::Fixed(user_id),
            grants: Arc::clone(&self.grants),
            limits: limited.then_some(limits),
        })
    }

    pub fn is_ready(&self) -> bool {
        match &self.keys {
            Keys::Read(_) => true,
            #[cfg(feature = "jwks-url")]
            Keys::Fetched(keys) => !keys.current().is_empty(),
        }
    }
}

#[cfg(feature = "jwks-url")]
fn fetched(url: &str, algorithms: &[crate::config::JwtAlgorithm]) -> Result<Keys, StartError> {
    FetchedKeys::new(url, algorithms).map(Keys::Fetched)
}

#[cfg(not(feature = "jwks-url"))]
fn fetched(_url: &str, _algorithms: &[crate::config::JwtAlgorithm]) -> Result<Keys, StartError> {
    Err(StartError::new("auth.jwt.jwks_url needs a build with the cargo feature jwks-url"))
}

/// Settings that are allowed but probably unintended.
fn warnings(config: &JwtConfig) -> Vec<&'static str> {
    let mut warnings = Vec::new();
    if config.key_file.is_none() && config.audience.is_none() {
        warnings.push(
            "auth.jwt.audience is not set: a JWT that the identity provider issued for another app is accepted too",
        );
    }
    warnings
}

fn validation(config: &JwtConfig) -> Validation {
    let mut validation = Validation {
        leeway: config.leeway.0,
        // RFC 7519: a JWT is not accepted on or after its expiry.
        reject_tokens_expiring_in_less_than: 1,
        validate_nbf: true,
        // Without a configured audience, the JWT's own cannot be checked.
        validate_aud: config.audience.is_some(),
        ..Validation::default()
    };
    let mut required = vec!["exp"];
    if let Some(audience) = &config.audience {
        validation.set_audience(&[audience]);
        required.push("aud");
    }
    if let Some(issuer) = &config.issuer {
        validation.set_issuer(&[issuer]);
        required.push("iss");
    }
    validation.set_required_spec_claims(&required);
    validation
}

/// The header of a JWT. It must be a JSON object: serde would also accept an array of its values.
fn header_of(jwt: &str) -> Option<Header> {
    // Only base64url text that begins with `e` can decode to text that begins with `{`.
    jwt.starts_with('e').then(|| decode_header(jwt).ok()).flatten()
}

/// Whether a `typ` is that of a JWT (RFC 7519) or of an access token (RFC 9068), with or without the prefix that
/// RFC 7515 makes optional.
fn is_access_token(typ: &str) -> bool {
    let lower = typ.to_ascii_lowercase();
    matches!(lower.strip_prefix("application/").unwrap_or(&lower), "jwt" | "at+jwt")
}

/// A claim by name, or by JSON pointer if the name begins with `/`.
fn find<'a>(claims: &'a Map<String, Value>, name: &str) -> Option<&'a Value> {
    let Some(pointer) = name.strip_prefix('/') else {
        return claims.get(name);
    };
    let (first, rest) = pointer.split_once('/').map_or((pointer, None), |(first, rest)| (first, Some(rest)));
    let value = claims.get(&first.replace("~1", "/").replace("~0", "~"))?;
    match rest {
        None => Some(value),
        Some(rest) => value.pointer(&format!("/{rest}")),
    }
}

/// A string or a list of strings. Anything else is an empty list, which grants nothing.
fn texts(value: Option<&Value>) -> Vec<String> {
    match value {
        Some(Value::String(text)) => vec![text.clone()],
        Some(Value::Array(list)) => list.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
        _ => Vec::new(),
    }
}

fn not_good(reason: &'static str) -> Problem {
    Problem::unauthenticated(format!("the JWT is invalid: {reason}"))
}

/// Why a JWT is invalid. Most reasons are reported only after the signature is verified, so they tell strangers
/// nothing.
fn reason(kind: &ErrorKind) -> &'static str {
    match kind {
        ErrorKind::ExpiredSignature => "it has expired",
        ErrorKind::ImmatureSignature => "it is not valid yet",
        ErrorKind::InvalidIssuer => "it is from another issuer",
        ErrorKind::InvalidAudience => "it is for another audience",
        ErrorKind::MissingRequiredClaim(claim) if claim == "exp" => "it has no exp",
        ErrorKind::MissingRequiredClaim(_) => "it lacks a required claim",
        ErrorKind::InvalidSignature => "its signature does not match",
        _ => "it cannot be read",
    }
}

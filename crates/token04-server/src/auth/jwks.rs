//! The keys that verify JWTs: from a PEM file, a file with a shared key, or a JSON Web Key Set.

use std::path::Path;

use jsonwebtoken::jwk::{AlgorithmParameters, EllipticCurve, Jwk, KeyOperations, PublicKeyUse};
use jsonwebtoken::{Algorithm, DecodingKey};
use serde::Deserialize;

use super::key_checks;
use crate::config::{JwtAlgorithm, read_file};
use crate::redact;
use crate::start_error::StartError;

/// One key for one algorithm, so that it cannot be used with another.
pub(super) struct Key {
    pub id: Option<String>,
    pub algorithm: Algorithm,
    pub decoding: DecodingKey,
}

/// Reads a PEM file with a public key, or for HS256 a file that contains exactly the shared key.
pub(super) fn read_key_file(path: &Path, algorithms: &[JwtAlgorithm]) -> Result<Vec<Key>, StartError> {
    let place = redact::path(path);
    let &[algorithm] = algorithms else {
        return Err(StartError::new(format!(
            "{place}: a key_file is for one algorithm, so algorithms must contain exactly one"
        )));
    };
    let text = zeroize::Zeroizing::new(read_file("key", path)?);
    let wrong = |what: &str| StartError::new(format!("{place}: for {algorithm:?} it must hold {what}"));
    if text.contains("PRIVATE KEY-----") {
        return Err(wrong("the public key, not the private one"));
    }
    let bytes = text.as_bytes();
    let decoding = match algorithm {
        JwtAlgorithm::HS256 => {
            let line = text.strip_suffix('\n').unwrap_or(&text);
            DecodingKey::from_secret(line.strip_suffix('\r').unwrap_or(line).as_bytes())
        }
        JwtAlgorithm::RS256 => {
            DecodingKey::from_rsa_pem(bytes).map_err(|_| wrong("the PEM of an RSA public key"))?
        }
        JwtAlgorithm::ES256 => {
            DecodingKey::from_ec_pem(bytes).map_err(|_| wrong("the PEM of a P-256 public key"))?
        }
        JwtAlgorithm::EdDSA => {
            DecodingKey::from_ed_pem(bytes).map_err(|_| wrong("the PEM of an Ed25519 public key"))?
        }
    };
    key_checks::check(algorithm, &decoding).map_err(|what| wrong(&what))?;
    Ok(vec![Key { id: None, algorithm: algorithm.into(), decoding }])
}

/// Reads a file with a JSON Web Key Set. Every key for one of the algorithms must be valid.
pub(super) fn read_jwks_file(path: &Path, algorithms: &[JwtAlgorithm]) -> Result<Vec<Key>, StartError> {
    let text = read_file("jwks", path)?;
    let keys = parse(&text, algorithms).and_then(|(keys, faults)| match faults.into_iter().next() {
        Some(fault) => Err(fault),
        None => Ok(keys),
    });
    keys.map_err(|error| StartError::new(format!("{}: {error}", redact::path(path))))
}

/// The keys of a JSON Web Key Set that are for one of the algorithms, and the faults of those that cannot be
/// used. Keys of other types and for other uses are skipped, as RFC 7517 requires.
pub(super) fn parse(
    text: &str,
    algorithms: &[JwtAlgorithm],
) -> Result<(Vec<Key>, Vec<StartError>), StartError> {
    #[derive(Deserialize)]
    struct Set {
        keys: Vec<serde_json::Value>,
    }
    let malformed = || StartError::new("it must be a JSON Web Key Set: {\"keys\":[…]}");
    let set: Set = match text.trim_start().starts_with('{') {
        true => serde_json::from_str(text).map_err(|_| malformed())?,
        false => return Err(malformed()),
    };
    let (mut keys, mut faults) = (Vec::new(), Vec::new());
    for (index, value) in set.keys.into_iter().enumerate() {
        let Ok(jwk) = serde_json::from_value::<Jwk>(value) else { continue };
        let Some(algorithm) = purpose(&jwk).filter(|algorithm| algorithms.contains(algorithm)) else {
            continue;
        };
        match usable(&jwk, algorithm) {
            Ok(key) => keys.push(key),
            Err(what) => {
                let fault = format!("key {} of the set: for {algorithm:?} it must hold {what}", index + 1);
                faults.push(StartError::new(fault));
            }
        }
    }
    if keys.is_empty() && faults.is_empty() {
        let names = algorithms.iter().map(|algorithm| format!("{algorithm:?}")).collect::<Vec<_>>();
        return Err(StartError::new(format!("it contains no key for {}", names.join(", "))));
    }
    Ok((keys, faults))
}

/// The algorithm that a key is for; `None` if it is for another one, or not for verifying signatures.
fn purpose(jwk: &Jwk) -> Option<JwtAlgorithm> {
    let algorithm = match &jwk.algorithm {
        AlgorithmParameters::RSA(_) => JwtAlgorithm::RS256,
        AlgorithmParameters::EllipticCurve(key) if key.curve == EllipticCurve::P256 => JwtAlgorithm::ES256,
        AlgorithmParameters::OctetKeyPair(key) if key.curve == EllipticCurve::Ed25519 => JwtAlgorithm::EdDSA,
        AlgorithmParameters::OctetKey(_) => JwtAlgorithm::HS256,
        _ => return None,
    };
    let common = &jwk.common;
    let named = common.key_algorithm.is_none_or(|name| name.to_string() == format!("{algorithm:?}"));
    let signs = matches!(common.public_key_use, None | Some(PublicKeyUse::Signature));
    let verifies = common.key_operations.as_ref().is_none_or(|all| all.contains(&KeyOperations::Verify));
    (named && signs && verifies).then_some(algorithm)
}

fn usable(jwk: &Jwk, algorithm: JwtAlgorithm) -> Result<Key, String> {
    let decoding = DecodingKey::from_jwk(jwk).map_err(|_| "a key that can be read".to_owned())?;
    key_checks::check(algorithm, &decoding)?;
    Ok(Key { id: jwk.common.key_id.clone(), algorithm: algorithm.into(), decoding })
}

impl From<JwtAlgorithm> for Algorithm {
    fn from(algorithm: JwtAlgorithm) -> Self {
        match algorithm {
            JwtAlgorithm::HS256 => Algorithm::HS256,
            JwtAlgorithm::RS256 => Algorithm::RS256,
            JwtAlgorithm::ES256 => Algorithm::ES256,
            JwtAlgorithm::EdDSA => Algorithm::EdDSA,
        }
    }
}

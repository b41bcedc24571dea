//! The keys that JWTs are checked with: from a PEM file, a file with a shared key, or a JSON Web Key Set.

use std::path::Path;

use jsonwebtoken::jwk::{AlgorithmParameters, EllipticCurve, Jwk, PublicKeyUse};
use jsonwebtoken::{Algorithm, DecodingKey};
use serde::Deserialize;

use crate::config::{JwtAlgorithm, read_file};
use crate::start_error::StartError;

/// The least bytes of a key for HS256, as RFC 7518 has it.
pub(super) const LEAST_SHARED_KEY: usize = 32;

/// One key, good for one algorithm, so that no other can be made to use it.
pub(super) struct Key {
    pub id: Option<String>,
    pub algorithm: Algorithm,
    pub decoding: DecodingKey,
}

/// Reads a PEM file with a public key, or for HS256 a file with the shared key as it stands.
pub(super) fn read_key_file(path: &Path, algorithms: &[JwtAlgorithm]) -> Result<Vec<Key>, StartError> {
    let place = path.display();
    let &[algorithm] = algorithms else {
        return Err(StartError::new(format!(
            "{place}: a key_file is good for one algorithm, so algorithms must name exactly one"
        )));
    };
    let text = zeroize::Zeroizing::new(read_file("key", path)?);
    let wrong = |what: &str| StartError::new(format!("{place}: for {algorithm:?} it must hold {what}"));
    let is_pem = text.trim_start().starts_with("-----BEGIN");
    if text.contains("PRIVATE KEY-----") {
        return Err(wrong("no private key: the service needs only the public one"));
    }
    let bytes = text.as_bytes();
    let decoding = match algorithm {
        JwtAlgorithm::HS256 if is_pem => return Err(wrong("the shared key, not a PEM")),
        JwtAlgorithm::HS256 => {
            let line = text.strip_suffix('\n').unwrap_or(&text);
            let key = line.strip_suffix('\r').unwrap_or(line);
            if key.is_empty() {
                return Err(wrong("the shared key, and it is empty"));
            }
            DecodingKey::from_secret(key.as_bytes())
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
    Ok(vec![Key { id: None, algorithm: algorithm.into(), decoding }])
}

/// Reads a file with a JSON Web Key Set.
pub(super) fn read_jwks_file(path: &Path, algorithms: &[JwtAlgorithm]) -> Result<Vec<Key>, StartError> {
    let text = read_file("jwks", path)?;
    parse(&text, algorithms).map_err(|error| StartError::new(format!("{}: {error}", path.display())))
}

/// The keys of a JSON Web Key Set that are for one of the algorithms. Others are passed over, as RFC 7517
/// asks for.
pub(super) fn parse(text: &str, algorithms: &[JwtAlgorithm]) -> Result<Vec<Key>, StartError> {
    #[derive(Deserialize)]
    struct Set {
        keys: Vec<serde_json::Value>,
    }
    let set: Set = serde_json::from_str(text)
        .map_err(|_| StartError::new("it must be a JSON Web Key Set: {\"keys\":[…]}"))?;
    let usable = |value: serde_json::Value| usable(&serde_json::from_value(value).ok()?, algorithms);
    let keys: Vec<Key> = set.keys.into_iter().filter_map(usable).collect();
    if keys.is_empty() {
        let names = algorithms.iter().map(|algorithm| format!("{algorithm:?}")).collect::<Vec<_>>();
        return Err(StartError::new(format!("there is no key for {} in it", names.join(", "))));
    }
    Ok(keys)
}

fn usable(jwk: &Jwk, algorithms: &[JwtAlgorithm]) -> Option<Key> {
    let algorithm = match &jwk.algorithm {
        AlgorithmParameters::RSA(_) => JwtAlgorithm::RS256,
        AlgorithmParameters::EllipticCurve(key) if key.curve == EllipticCurve::P256 => JwtAlgorithm::ES256,
        AlgorithmParameters::OctetKeyPair(key) if key.curve == EllipticCurve::Ed25519 => JwtAlgorithm::EdDSA,
        AlgorithmParameters::OctetKey(_) => JwtAlgorithm::HS256,
        _ => return None,
    };
    let common = &jwk.common;
    let named = common.key_algorithm.map(|name| name.to_string());
    let signs = matches!(common.public_key_use, None | Some(PublicKeyUse::Signature));
    if !signs
        || named.is_some_and(|name| name != format!("{algorithm:?}"))
        || !algorithms.contains(&algorithm)
    {
        return None;
    }
    let decoding = DecodingKey::from_jwk(jwk).ok()?;
    Some(Key { id: common.key_id.clone(), algorithm: algorithm.into(), decoding })
}

impl Key {
    /// Whether it is a shared key that could be guessed from one JWT.
    pub fn is_weak(&self) -> bool {
        self.algorithm == Algorithm::HS256
            && self.decoding.try_get_as_bytes().is_ok_and(|key| key.len() < LEAST_SHARED_KEY)
    }
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

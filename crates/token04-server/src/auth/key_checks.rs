//! Checks keys before they verify a JWT: a key that cannot work, or that anyone can know, is found at the start and
//! not at the first forged JWT.

use jsonwebtoken::{DecodingKey, DecodingKeyKind};
use ring::agreement::{self, ECDH_P256, EphemeralPrivateKey};
use ring::rand::SystemRandom;
use simple_asn1::ASN1Block;

use crate::config::JwtAlgorithm;

/// The minimum length of a key for HS256, in bytes (RFC 7518, section 3.2).
const MIN_SHARED_KEY: usize = 32;
/// The minimum length of an RSA modulus, in bits (RFC 7518, section 3.3).
const MIN_RSA_BITS: u64 = 2048;

/// Checks a key for its algorithm. The reason completes "it must hold …".
pub(super) fn check(algorithm: JwtAlgorithm, key: &DecodingKey) -> Result<(), String> {
    match (algorithm, key.kind()) {
        (JwtAlgorithm::HS256, DecodingKeyKind::SecretOrDer(bytes)) => check_shared(bytes),
        (JwtAlgorithm::RS256, DecodingKeyKind::SecretOrDer(der)) => check_rsa(rsa_bits(der)),
        (JwtAlgorithm::RS256, DecodingKeyKind::RsaModulusExponent { n, .. }) => check_rsa(Some(bits(n))),
        (JwtAlgorithm::ES256, DecodingKeyKind::SecretOrDer(point)) => check_p256(point),
        (JwtAlgorithm::EdDSA, DecodingKeyKind::SecretOrDer(bytes)) if bytes.len() == 32 => Ok(()),
        (JwtAlgorithm::EdDSA, _) => Err("an Ed25519 public key of 32 bytes".to_owned()),
        _ => Err("a key of the matching type".to_owned()),
    }
}

/// Checks a key for HS256: it must be long enough and not the public key of another algorithm. With a public key
/// as the shared key, anyone could sign.
pub(super) fn check_shared(key: &[u8]) -> Result<(), String> {
    if is_public(key) {
        return Err(
            "the shared key, and this is a public key or a certificate, which anyone can sign with: \
                    for a public key set algorithms to RS256, ES256 or EdDSA"
                .to_owned(),
        );
    }
    if key.len() < MIN_SHARED_KEY {
        return Err(format!(
            "a shared key of at least {MIN_SHARED_KEY} bytes, and this one has {}: whoever has one JWT could find it \
             by trying (make one with `openssl rand -base64 48`)",
            key.len()
        ));
    }
    Ok(())
}

/// Whether the bytes are a public key, a certificate or a key set, in any of the usual encodings.
fn is_public(key: &[u8]) -> bool {
    let is_der = |bytes: &[u8]| bytes.first() == Some(&0x30) && simple_asn1::from_der(bytes).is_ok();
    let Ok(text) = std::str::from_utf8(key) else { return is_der(key) };
    let text = text.trim_matches(|char: char| char.is_whitespace() || char == '\u{feff}');
    let is_json_key = serde_json::from_str::<serde_json::Map<String, serde_json::Value>>(text)
        .is_ok_and(|object| object.contains_key("kty") || object.contains_key("keys"));
    let is_ssh = ["ssh-", "ecdsa-sha2-", "sk-ssh-", "sk-ecdsa-"].iter().any(|start| text.starts_with(start));
    text.contains("-----BEGIN ")
        || is_ssh
        || is_json_key
        || base64_decoded(text).is_some_and(|bytes| is_der(&bytes))
}

fn base64_decoded(text: &str) -> Option<Vec<u8>> {
    use base64::Engine as _;
    use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
    let text: String = text.split_ascii_whitespace().collect();
    STANDARD.decode(&text).or_else(|_| URL_SAFE_NO_PAD.decode(&text)).ok()
}

fn check_rsa(bits: Option<u64>) -> Result<(), String> {
    match bits {
        Some(bits) if bits >= MIN_RSA_BITS => Ok(()),
        Some(bits) => {
            Err(format!("an RSA public key of at least {MIN_RSA_BITS} bits, and this one has {bits}"))
        }
        None => Err("an RSA public key".to_owned()),
    }
}

/// The length of the modulus of an `RSAPublicKey` (RFC 8017, A.1.1) in DER.
fn rsa_bits(der: &[u8]) -> Option<u64> {
    let blocks = simple_asn1::from_der(der).ok()?;
    let [ASN1Block::Sequence(_, numbers)] = &blocks[..] else { return None };
    match &numbers[..] {
        [ASN1Block::Integer(_, modulus), ASN1Block::Integer(_, _)] => Some(modulus.bits()),
        _ => None,
    }
}

/// The length of a big-endian number, in bits.
fn bits(number: &[u8]) -> u64 {
    let zeros = number.iter().take_while(|byte| **byte == 0).count();
    let significant = &number[zeros..];
    significant.first().map_or(0, |first| 8 * significant.len() as u64 - u64::from(first.leading_zeros()))
}

/// Checks that an uncompressed point is on the curve: ring does this when it agrees on a key with it.
fn check_p256(point: &[u8]) -> Result<(), String> {
    let on_curve = EphemeralPrivateKey::generate(&ECDH_P256, &SystemRandom::new()).is_ok_and(|own| {
        agreement::agree_ephemeral(own, &agreement::UnparsedPublicKey::new(&ECDH_P256, point), |_| ()).is_ok()
    });
    if on_curve { Ok(()) } else { Err("a public key on the curve P-256".to_owned()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn public_keys_are_known_in_every_encoding() {
        let pem = include_str!("../../tests/service/keys/rsa-public.pem");
        let base64: String = pem.lines().filter(|line| !line.starts_with('-')).collect();
        let der = base64_decoded(&base64).unwrap();
        for key in [
            pem.as_bytes(),
            format!("\u{feff}{pem}").as_bytes(),
            format!("Bag Attributes\n    friendlyName: id\n{pem}").as_bytes(),
            base64.as_bytes(),
            &der,
            b"ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQ id@example",
            b"ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTY id@example",
            br#" {"keys":[{"kty":"RSA","n":"AQAB","e":"AQAB"}]}"#,
            br#"{"kty":"EC","crv":"P-256","x":"AA","y":"AA"}"#,
        ] {
            let error = check_shared(key).unwrap_err();
            assert!(error.contains("public key"), "{error}: {}", String::from_utf8_lossy(key));
        }
        for key in [&[0x30; 40][..], &[b'k'; 32], b"{not a key set, but a long passphrase}", &[0xff; 64]] {
            assert_eq!(check_shared(key), Ok(()), "{}", String::from_utf8_lossy(key));
        }
        assert!(check_shared(&[b'k'; 31]).unwrap_err().contains("at least 32 bytes"));
        assert!(check_shared(b"").is_err());
    }

    #[test]
    fn lengths_are_counted_in_bits() {
        assert_eq!((bits(&[]), bits(&[0, 0]), bits(&[0, 1]), bits(&[0x80, 0])), (0, 0, 1, 16));
    }
}

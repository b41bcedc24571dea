//! Checks that HTTP/1.1 requests have exactly one valid Host header (RFC 9112, section 3.2): otherwise proxies and the
//! service could disagree about the target of a request.

use axum::extract::Request;
use axum::http::uri::Authority;
use axum::http::{HeaderValue, Version, header};
use token04_core::ErrorCode;

use crate::problem::Problem;

/// Refuses a request without exactly one valid host.
pub(super) fn check(request: &Request) -> Result<(), Problem> {
    let mut hosts = request.headers().get_all(header::HOST).iter();
    let good = match (hosts.next(), hosts.next()) {
        (None, _) => request.version() != Version::HTTP_11,
        (Some(host), None) => is_host(host),
        (Some(_), Some(_)) => false,
    };
    let detail =
        "the request must have exactly one header Host: a name or an address, optionally with a port";
    if good { Ok(()) } else { Err(Problem::malformed(ErrorCode::InvalidArgument, detail)) }
}

fn is_host(value: &HeaderValue) -> bool {
    let Ok(text) = value.to_str() else { return false };
    if is_plain(text) {
        return true;
    }
    let Ok(authority) = text.parse::<Authority>() else { return false };
    let Some(rest) = authority.as_str().strip_prefix(authority.host()) else { return false };
    let port = rest.strip_prefix(':').unwrap_or_default();
    !authority.host().is_empty()
        && rest.len() == port.len() + usize::from(rest.starts_with(':'))
        && is_port(port)
}

/// Whether a host is a plain name or IPv4 address, optionally with a port. Nearly all are, and this needs no memory.
fn is_plain(text: &str) -> bool {
    let (name, port) = text.split_once(':').unwrap_or((text, ""));
    !name.is_empty()
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-.".contains(&byte))
        && is_port(port)
}

/// A port may be left out after its colon.
fn is_port(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit()) && (text.is_empty() || text.parse::<u16>().is_ok())
}

#[cfg(test)]
mod tests {
    use axum::body::Body;

    use super::*;

    fn is_good(version: Version, hosts: &[&[u8]]) -> bool {
        let mut request = Request::new(Body::empty());
        *request.version_mut() = version;
        for host in hosts {
            request.headers_mut().append(header::HOST, HeaderValue::from_bytes(host).unwrap());
        }
        check(&request).is_ok()
    }

    #[test]
    fn one_valid_host_is_needed() {
        for host in [
            "token.example",
            "token.example:443",
            "token.example:",
            "a_b",
            "127.0.0.1:8404",
            "[::1]:8404",
            "[2001:db8::1]",
            "a:65535",
        ] {
            assert!(is_good(Version::HTTP_11, &[host.as_bytes()]), "{host}");
        }
        for host in [
            "", ":80", "a b", "a/b", "u@a", "a:b", "a:+1", "a:65536", "a:99999", "a:1:2", ":", "http://a",
            "[::1", "a?b", "a#b", "\u{e9}",
        ] {
            assert!(!is_good(Version::HTTP_11, &[host.as_bytes()]), "{host}");
        }
        assert!(!is_good(Version::HTTP_11, &[]));
        assert!(!is_good(Version::HTTP_11, &[b"a", b"a"]));
        assert!(!is_good(Version::HTTP_10, &[b"a", b"b"]));
        assert!(is_good(Version::HTTP_10, &[]));
        assert!(is_good(Version::HTTP_2, &[]));
    }
}

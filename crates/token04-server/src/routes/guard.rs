//! In development anyone on this machine, and nobody else, may request any token and have any token decrypted. So
//! the connection must come from loopback. Any page in a browser can send requests there too, and its own domain can
//! resolve to loopback: so the host must be a loopback name, and a page must be the service's own.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use axum::extract::{ConnectInfo, Request};
use axum::http::uri::Authority;
use axum::http::{HeaderMap, Method, header};
use token04_core::ErrorCode;

use crate::problem::Problem;

/// Refuses requests that may come from elsewhere than this machine.
pub(super) fn loopback_alone(request: &Request) -> Result<(), Problem> {
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>();
    // A connection without a known address may come from anyone.
    let is_loopback = peer.is_some_and(|ConnectInfo(address)| address.ip().to_canonical().is_loopback());
    let checked = match is_loopback {
        true => check(request.method(), request.uri().authority(), request.headers()),
        false => Err("in development only connections from this machine are answered"),
    };
    checked.map_err(|detail| Problem::forbidden(ErrorCode::InvalidArgument, detail))
}

fn check(method: &Method, target: Option<&Authority>, headers: &HeaderMap) -> Result<(), &'static str> {
    if headers.contains_key("x-forwarded-for") || headers.contains_key(header::FORWARDED) {
        return Err("in development requests through a proxy are not answered: anyone could be behind it");
    }
    let mut hosts = headers.get_all(header::HOST).iter();
    let named = hosts.next().map(|host| host.to_str().ok().and_then(|text| text.parse::<Authority>().ok()));
    let host = match (target, named) {
        (Some(target), None) => Some(target.clone()),
        (Some(target), Some(host)) => host.filter(|host| host == target),
        (None, Some(host)) => host,
        (None, None) => None,
    };
    let Some(host) = host.filter(|host| hosts.next().is_none() && is_loopback(host)) else {
        return Err("in development only requests to localhost, 127.0.0.1 or [::1] are answered");
    };
    let own = |origin: &str| {
        origin.strip_prefix("http://").or(origin.strip_prefix("https://")) == Some(host.as_str())
    };
    if headers.get_all(header::ORIGIN).iter().any(|origin| !origin.to_str().is_ok_and(own)) {
        return Err("in development only the service's own page may send requests from a browser");
    }
    // An image or a script on another page sends no origin, but the browser reports the site in Sec-Fetch-Site.
    if headers.get("sec-fetch-site").is_some_and(|site| site == "cross-site" || site == "same-site")
        && !(method.is_safe() && headers.get("sec-fetch-mode").is_some_and(|mode| mode == "navigate"))
    {
        return Err("in development only the service's own page may send requests from a browser");
    }
    Ok(())
}

/// Whether an authority is a loopback name, with or without a port, and without user information.
fn is_loopback(authority: &Authority) -> bool {
    let host = authority.host();
    let bracketed = host.strip_prefix('[').and_then(|host| host.strip_suffix(']'));
    let is_loopback = host.eq_ignore_ascii_case("localhost")
        || host.parse::<Ipv4Addr>().is_ok_and(|address| address.is_loopback())
        || bracketed.is_some_and(|host| host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback()));
    is_loopback && !authority.as_str().contains('@')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answered(lines: &[(&'static str, &str)]) -> bool {
        answers(&Method::GET, lines)
    }

    fn answers(method: &Method, lines: &[(&'static str, &str)]) -> bool {
        let mut headers = HeaderMap::new();
        for (name, value) in lines {
            headers.append(*name, value.parse().unwrap());
        }
        check(method, None, &headers).is_ok()
    }

    #[test]
    fn loopback_names_are_answered() {
        for host in
            ["localhost", "localhost:8404", "LOCALHOST:1", "127.0.0.1:8404", "127.1.2.3", "[::1]:8404"]
        {
            assert!(answered(&[("host", host)]), "{host}");
        }
        assert!(answered(&[("host", "localhost:8404"), ("origin", "http://localhost:8404")]));
        assert!(answered(&[
            ("host", "localhost:1"),
            ("sec-fetch-site", "cross-site"),
            ("sec-fetch-mode", "navigate")
        ]));
    }

    #[test]
    fn other_names_and_pages_are_not() {
        for host in [
            "evil.example",
            "localhost.evil.example",
            "127.0.0.1.evil.example",
            "evil.example:8404",
            "0.0.0.0",
            "192.168.0.1",
            "[::]",
            "x@localhost",
            "localhost@evil.example",
            "",
            "2130706433",
        ] {
            assert!(!answered(&[("host", host)]), "{host}");
        }
        for origin in [
            "http://evil.example",
            "null",
            "http://localhost:3000",
            "http://127.0.0.1:8404",
            "localhost:8404",
        ] {
            assert!(!answered(&[("host", "localhost:8404"), ("origin", origin)]), "{origin}");
        }
        assert!(!answered(&[]));
        assert!(!answered(&[("host", "localhost"), ("host", "evil.example")]));
        assert!(!answered(&[
            ("host", "localhost"),
            ("sec-fetch-site", "cross-site"),
            ("sec-fetch-mode", "no-cors")
        ]));
        // A form that another page submits is also a navigation.
        let form = [("host", "localhost"), ("sec-fetch-site", "cross-site"), ("sec-fetch-mode", "navigate")];
        assert!(answers(&Method::GET, &form) && !answers(&Method::POST, &form));
        for forwarded in ["x-forwarded-for", "forwarded"] {
            assert!(!answered(&[("host", "localhost"), (forwarded, "203.0.113.7")]));
        }
        let mut headers = HeaderMap::new();
        headers.insert("host", "localhost".parse().unwrap());
        assert!(check(&Method::GET, Some(&"evil.example".parse().unwrap()), &headers).is_err());
    }
}

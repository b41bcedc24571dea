//! Requests with a secret in every part: the sender's own, and misplaced ones.

use super::files::Files;
use super::plants::{Plants, fill};

/// A JWT of [`USER_OF_JWT`] until the year 2100, signed with the shared key.
const SIGNED_JWT: &str = concat!(
    "eyJhbGciOiJIUzI1NiJ9.",
    "eyJzdWIiOiJ0MDRfa3E3eDJtOXd2NHI4enQxYm42eWQzaGo1cGMwc2Y3Z2wya2E5ZTR1OG8xaSIsImV4cCI6NDEwMjQ0NDgwMH0.",
    "nf2DpQyAqMMUVS4qiev6Z-Q5WCgDrsuzVA3FZzT7NAk",
);
/// A user id that has the form of an API key.
const USER_OF_JWT: &str = "t04_kq7x2m9wv4r8zt1bn6yd3hj5pc0sf7gl2ka9e4u8o1i";

/// A request, and the place of its secret.
pub struct Request {
    pub place: String,
    pub bytes: Vec<u8>,
    /// Whether the request is left incomplete.
    pub is_cut: bool,
}

impl Request {
    /// A request with a method, a target, and these header lines besides the required ones.
    pub fn new(place: &str, line: &str, headers: &[&str], body: &str) -> Self {
        let has = |name: &str| headers.iter().any(|header| header.starts_with(name));
        let mut text = match line.contains(" HTTP/") {
            true => format!("{line}\r\n"),
            false => format!("{line} HTTP/1.1\r\n"),
        };
        let length = format!("Content-Length: {}", body.len());
        for (name, header) in
            [("Host:", "Host: localhost"), ("Connection:", "Connection: close"), ("Content-Length:", &length)]
        {
            if !has(name) {
                text += &format!("{header}\r\n");
            }
        }
        for header in headers {
            text += &format!("{header}\r\n");
        }
        let bytes = format!("{text}\r\n{body}").into_bytes();
        Self { place: place.to_owned(), bytes, is_cut: false }
    }
}

/// Headers of a request with valid credentials, KEY, or without credentials.
const HEADERS: [&[&str]; 41] = [
    &["Authorization: Bearer SECRET"],
    &["Authorization: Bearer t04_SECRET"],
    &["Authorization: Bearer KEYSECRET"],
    &["Authorization: Bearer SECRET.SECRET.SECRET"],
    &["Authorization: Bearer eyJhbGciOiJIUzI1NiJ9.SECRET.SECRET"],
    &["Authorization: Bearer SIGNEDSECRET"],
    &["Authorization: Bearer \u{e9}SECRET"],
    &["Authorization: Basic SECRET"],
    &["Authorization: SECRET"],
    &["Authorization: SECRET SECRET"],
    &["Authorization: Bearer KEY", "Authorization: Bearer SECRET"],
    &["Authorization: Bearer KEY", "X-Api-Key: SECRET"],
    &["X-Api-Key: SECRET"],
    &["X-Api-Key: t04_SECRET"],
    &["X-Api-Key: KEY", "X-Api-Key: SECRET"],
    &["X-Api-Key: \u{e9}SECRET"],
    &["X-Api-Key: KEY", "X-Request-Id: KEY"],
    &["X-Api-Key: KEY", "X-Request-Id: t04_SECRET"],
    &["X-Request-Id: x-t04_SECRET"],
    &["X-Request-Id: SECRET/SECRET"],
    &["X-Request-Id: OWN"],
    &["X-Api-Key: KEY", "Host: SECRET"],
    &["X-Api-Key: KEY", "Host: user:SECRET@localhost:SECRET"],
    &["X-Api-Key: KEY", "Cookie: session=SECRET"],
    &["X-Api-Key: KEY", "Origin: https://SECRET.example"],
    &["X-Api-Key: KEY", "Referer: https://app.example/?key=SECRET"],
    &["X-Api-Key: KEY", "User-Agent: SECRET"],
    &["X-Api-Key: KEY", "X-Forwarded-For: SECRET"],
    &["X-Api-Key: KEY", "Forwarded: for=SECRET"],
    &["X-Api-Key: KEY", "Content-Type: SECRET"],
    &["X-Api-Key: KEY", "Content-Length: SECRET"],
    &["X-Api-Key: KEY", "Transfer-Encoding: SECRET"],
    &["X-Api-Key: KEY", "Transfer-Encoding: chunked", "Trailer: SECRET"],
    &["X-Api-Key: KEY", "Connection: close, SECRET"],
    &["X-Api-Key: KEY", "Upgrade: SECRET"],
    &["X-Api-Key: KEY", "Accept: SECRET"],
    &["X-Api-Key: KEY", "Expect: SECRET"],
    &["X-Api-Key: SECRET", "Expect: 100-continue"],
    &["X-Api-Key: KEY", "SECRET: SECRET"],
    &["X-Api-Key: KEY", "SECRET SECRET"],
    &["Authorization: Bearer SIGNED"],
];

/// Lines of requests with valid credentials.
const LINES: [&str; 28] = [
    "GET /SECRET",
    "GET /?SECRET",
    "GET /v1/token/SECRET",
    "POST /v1/token?key=SECRET",
    "GET /v1/token?SECRET",
    "SECRET /v1/token",
    "DELETE /SECRET",
    "GET /healthz?SECRET",
    "GET /dev/SECRET",
    "GET /openapi.json?SECRET",
    "GET /metrics?SECRET",
    "GET http://user:SECRET@localhost/SECRET",
    "GET //SECRET",
    "GET SECRET",
    "OPTIONS /SECRET",
    "CONNECT SECRET:443",
    "GET /v1/token HTTP/SECRET",
    "GET /access_token?userID=t04_SECRET",
    "GET /access_token?userID=KEY",
    "GET /access_token?userID=OWN",
    "GET /access_token?userID=u&expired_ts=SECRET",
    "GET /access_token?userID=SECRET&userID=SECRET",
    "GET /access_token?SECRET=1&userID=%ff",
    "GET /access_token?userID=u&expired_ts=99999999999&SECRET",
    "GET /api/zego/token?userId=OWN&effectiveTime=SECRET",
    "GET /api/zego/token?userId=u&payload=SECRET",
    "GET /api/zego-token?userId=t04_SECRET",
    "GET /api/zego-token?userId=OWN",
];

/// Bodies of requests with valid credentials.
const BODIES: [&str; 44] = [
    r#"{"user_id":"t04_SECRET"}"#,
    r#"{"user_id":"KEY"}"#,
    r#"{"user_id":"OWN"}"#,
    r#"{"user_id":"PREVIOUS"}"#,
    r#"{"user_id":"t04_SECRET","ttl":999999999}"#,
    r#"{"user_id":"t04_SECRET\u0000"}"#,
    r#"{"user_id":"t04_SECRET\ud800"}"#,
    r#"{"user_id":["SECRET"]}"#,
    r#"{"user_id":{"SECRET":1}}"#,
    r#"{"user_id":SECRET}"#,
    r#"{"user_id":"a","user_id":"SECRET"}"#,
    r#"{"user_id":"SECRET"#,
    r#"{"user_id":"SECRET"}SECRET"#,
    r#"{"user_id":"\qSECRET"}"#,
    r#"{"user_id":"a","ttl":"SECRET"}"#,
    r#"{"user_id":"a","ttl":["SECRET"]}"#,
    r#"{"user_id":"a","ttl":{"SECRET":1}}"#,
    r#"{"user_id":"a","ttl":SECRET}"#,
    r#"{"user_id":"a","SECRET":1}"#,
    r#"{"user_id":"a","secret":"SECRET"}"#,
    r#"{"user_id":"a","room":"SECRET"}"#,
    r#"{"user_id":"a","room":{"room_id":"SECRET"}}"#,
    r#"{"user_id":"a","room":{"room_id":"OWN"}}"#,
    r#"{"user_id":"a","room":{"room_id":["SECRET"]}}"#,
    r#"{"user_id":"a","room":{"room_id":"SECRET\u0000"}}"#,
    r#"{"user_id":"a","room":{"room_id":"r","SECRET":1}}"#,
    r#"{"user_id":"a","room":{"room_id":"r","login":"SECRET"}}"#,
    r#"{"user_id":"a","room":{"room_id":"r","streams":["SECRET"]}}"#,
    r#"{"user_id":"a","room":{"room_id":"r","streams":["SECRET","SECRET",""]}}"#,
    r#"{"user_id":"a","kit":"SECRET"}"#,
    r#"{"user_id":"a","kit":{"room_id":"SECRET"}}"#,
    r#"{"user_id":"a","kit":{"room_id":"r","user_name":"SECRET"}}"#,
    r#"{"user_id":"a","kit":{"room_id":"r","SECRET":1}}"#,
    r#"{"user_id":"a","kit":{"room_id":"SECRET"},"room":{"room_id":"SECRETx"}}"#,
    r#"{"user_id":"a","replaces":"SECRET"}"#,
    r#"{"user_id":"a","replaces":"04SECRET"}"#,
    r#"{"user_id":"a","replaces":"KEY"}"#,
    r#"{"user_id":"a","replaces":"OWN"}"#,
    r#"{"user_id":"a","replaces":["SECRET"]}"#,
    r#"{"user_id":"a","replaces":{"SECRET":1}}"#,
    r#"["SECRET"]"#,
    r#""SECRET""#,
    "SECRET",
    "OWN",
];

/// Requests to a service that accepts the API key or a JWT.
pub fn all(plants: &mut Plants, files: &Files) -> Vec<Request> {
    plants.plant("the user id of the JWT", USER_OF_JWT);
    let mut planter = Planter { plants, files };
    let mut requests = Vec::new();
    for headers in HEADERS {
        requests.push(planter.request("POST /v1/token", headers, r#"{"user_id":"a"}"#));
    }
    for line in LINES {
        requests.push(planter.request(line, &["X-Api-Key: KEY"], ""));
    }
    for body in BODIES {
        requests.push(planter.request("POST /v1/token", &["X-Api-Key: KEY"], body));
    }
    let own = ["Authorization: Bearer SIGNED"];
    requests.push(planter.request("POST /v1/token", &own, ""));
    requests.push(planter.request("GET /access_token", &own, ""));
    let large = format!(r#"{{"user_id":"SECRET{}"}}"#, "a".repeat(100_000));
    requests.push(planter.request("POST /v1/token", &["X-Api-Key: KEY"], &large));
    let headers = ["X-Api-Key: KEY", "Content-Length: 1000"];
    requests.push(Request {
        is_cut: true,
        ..planter.request("POST /v1/token", &headers, r#"{"user_id":"SECRET"#)
    });
    requests.push(Request {
        bytes: planter.fill("no HTTP", "SECRET\r\n\r\n"),
        ..Request::new("no HTTP", "", &[], "")
    });
    requests
}

/// More requests with invalid credentials than the strictest rate limit allows.
pub fn bad_credentials(plants: &mut Plants, files: &Files) -> Vec<Request> {
    let mut planter = Planter { plants, files };
    (0..3).map(|_| planter.request("POST /v1/token", &["Authorization: Bearer SECRET"], "")).collect()
}

/// Requests to a development service, which accepts anyone on this machine and reads their tokens.
pub fn of_development(plants: &mut Plants, files: &Files) -> Vec<Request> {
    let token = token04_core::Issuer::new(1_234_567_890, &files.secret).unwrap();
    let token = token.issue("user1", std::time::Duration::from_secs(60)).unwrap();
    let mut planter = Planter { plants, files };
    let mut requests = vec![
        planter.request("GET /", &[], ""),
        planter.request("GET /dev/about?SECRET", &[], ""),
        planter.request("GET /dev/about", &["Host: SECRET"], ""),
        planter.request("GET /dev/about", &["Origin: https://SECRET.example"], ""),
        planter.request("POST /v1/token", &["Authorization: Bearer SECRET"], r#"{"user_id":"OWN"}"#),
        planter.request("POST /v1/token", &[], r#"{"user_id":"t04_SECRET"}"#),
    ];
    for question in [
        r#"{"text":"TOKEN"}"#,
        r#"{"text":"TOKEN","secret":"SECRET"}"#,
        r#"{"text":"TOKEN","secret":"SHORT"}"#,
        r#"{"text":"TOKEN","secret":"SECRET","lang":"zh"}"#,
        r#"{"text":"TOKEN","secret":["SECRET"]}"#,
        r#"{"text":"TOKEN","SECRET":1}"#,
        r#"{"text":"TOKEN","lang":"SECRET"}"#,
        r#"{"text":"04","secret":"SECRET"}"#,
        r#"{"secret":"SECRET"#,
        r#"SECRET"#,
    ] {
        requests.push(planter.request("POST /dev/read", &[], &question.replace("TOKEN", &token)));
    }
    requests
}

/// Puts secrets into the places of requests: new ones, and those that the service knows.
struct Planter<'a> {
    plants: &'a mut Plants,
    files: &'a Files,
}

impl Planter<'_> {
    fn request(&mut self, line: &str, headers: &[&str], body: &str) -> Request {
        let start: String = body.chars().take(80).collect();
        let place = format!("{line} {headers:?} {start}");
        // A separate secret for each part would find no more: the place identifies them all.
        let secret = self.plants.secret(&place);
        let fill = |text: &str| String::from_utf8(self.filled(text, &secret)).unwrap();
        let headers: Vec<String> = headers.iter().map(|header| fill(header)).collect();
        let headers: Vec<&str> = headers.iter().map(String::as_str).collect();
        Request::new(&place, &fill(line), &headers, &fill(body))
    }

    fn fill(&mut self, place: &str, text: &str) -> Vec<u8> {
        let secret = self.plants.secret(place);
        self.filled(text, &secret)
    }

    fn filled(&self, text: &str, secret: &str) -> Vec<u8> {
        let Files { key, secret: own, previous, .. } = self.files;
        let names = [
            ("SECRET", secret),
            ("SHORT", &secret[..31]),
            ("KEY", key),
            ("OWN", own),
            ("PREVIOUS", previous),
            ("SIGNED", SIGNED_JWT),
        ];
        fill(text.as_bytes(), &names)
    }
}

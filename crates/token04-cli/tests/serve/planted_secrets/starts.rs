//! What can be wrong with the configuration, the files that it names, and the environment, with a secret in it.

use std::ffi::OsString;
use std::fmt::Write as _;
use std::os::unix::ffi::OsStringExt as _;

use super::plants::{Plants, fill};
use super::service::Files;

/// The lines of a configuration: table, key, value.
#[derive(Clone, Default)]
pub struct Configuration(Vec<(String, String, String)>);

impl Configuration {
    /// Sets a key to a value, both as they are written.
    pub fn set(&mut self, table: &str, key: &str, value: &str) {
        self.0.retain(|(other, name, _)| (other.as_str(), name.as_str()) != (table, key));
        self.0.push((table.to_owned(), key.to_owned(), value.to_owned()));
    }

    /// The configuration with another line, and those that it cannot be without.
    pub fn with(&self, table: &str, key: &str, value: &str) -> Self {
        let mut changed = self.clone();
        if matches!(key, "jwks_file" | "jwks_url") {
            changed.0.retain(|(_, name, _)| name != "key_file");
        }
        if table == "tls" {
            changed.set("tls", "cert_file", "'cert.pem'");
            changed.set("tls", "key_file", "'key.pem'");
        }
        changed.set(table, key, value);
        changed
    }

    pub fn text(&self) -> String {
        let mut tables: Vec<&str> = self.0.iter().map(|(table, ..)| table.as_str()).collect();
        tables.sort_unstable();
        tables.dedup();
        let mut text = String::new();
        for table in tables {
            if !table.is_empty() {
                writeln!(text, "[{table}]").unwrap();
            }
            for (_, key, value) in self.0.iter().filter(|(other, ..)| other == table) {
                writeln!(text, "{key} = {value}").unwrap();
            }
        }
        text
    }
}

/// Files and variables, instead of those that are valid.
pub struct Case {
    files: Vec<(&'static str, Vec<u8>)>,
    pub variables: Vec<(&'static str, OsString)>,
}

impl Case {
    pub fn write(&self, files: &Files) {
        for (name, content) in &self.files {
            files.folder.write(name, content);
        }
    }

    pub fn undo(&self, files: &Files, good: &Configuration) {
        for (name, _) in &self.files {
            files.restore(name, good);
        }
    }
}

/// Every key of the configuration.
const KEYS: [(&str, &[&str]); 5] = [
    ("", &["listen", "app_id", "secret_file", "previous_secret_file", "log", "compat", "auth", "policy"]),
    (
        "auth.jwt",
        &[
            "algorithms",
            "key_file",
            "jwks_file",
            "jwks_url",
            "user_claim",
            "room_claim",
            "publish_claim",
            "streams_claim",
            "issuer",
            "audience",
            "leeway",
        ],
    ),
    ("auth.api_keys", &["file"]),
    (
        "policy",
        &[
            "default_ttl",
            "max_ttl",
            "profile",
            "mode",
            "users",
            "rooms",
            "identity",
            "publish",
            "streams",
            "rate_per_caller",
            "rate_total",
            "rate_failures",
            "trusted_proxies",
            "metrics",
            "cors_origins",
            "body_limit",
            "max_connections",
            "header_timeout",
            "request_timeout",
            "idle_timeout",
            "drain_delay",
            "drain_timeout",
        ],
    ),
    ("tls", &["cert_file", "key_file"]),
];

/// A secret as the value of a key: of the right type or a wrong one, and where the syntax is wrong.
const VALUES: [&str; 8] = [
    "'SECRET'",
    "['SECRET']",
    "{ SECRET = 1 }",
    "SECRET",
    "'SECRET",
    "{} # SECRET",
    "= 1 # SECRET",
    "'t04_SECRET'",
];

/// Lines that are wrong where only this key is looked at.
const LINES: [(&str, &str, &str); 16] = [
    ("", "SECRET", "1"),
    ("", "secret", "'SECRET'"),
    ("", "listen", "'127.0.0.1:SECRET'"),
    ("auth", "SECRET", "1"),
    ("auth.jwt", "SECRET", "1"),
    ("auth.jwt", "jwks_url", "'http://user:SECRET@id.example/'"),
    ("auth.jwt", "jwks_url", "'http://id.example/?key=SECRET'"),
    ("auth.api_keys", "key", "'t04_SECRET'"),
    ("policy", "SECRET", "1"),
    ("policy", "rate_total", "'10/SECRET'"),
    ("policy", "users", "['a{SECRET}']"),
    ("policy", "trusted_proxies", "['SECRET/8']"),
    ("policy", "cors_origins", "['https://user:SECRET@app.example/path']"),
    ("policy", "metrics", "'127.0.0.1:SECRET'"),
    ("tls", "SECRET", "1"),
    ("SECRET", "key", "1"),
];

/// A line of the configuration: table, key, value.
type Line = (&'static str, &'static str, &'static str);

/// What a file may hold instead of what belongs there, and the line of the configuration that has it read.
const CONTENTS: [(&str, Option<Line>, &[&[u8]]); 10] = [
    ("token04.toml", None, CONFIGURATIONS),
    ("keys.toml", None, KEY_FILES),
    ("secret", None, SECRETS),
    ("previous", None, SECRETS),
    ("shared.key", None, PUBLIC_KEYS),
    ("shared.key", Some(("auth.jwt", "algorithms", "['RS256']")), PUBLIC_KEYS),
    ("shared.key", Some(("auth.jwt", "algorithms", "['ES256']")), PUBLIC_KEYS),
    ("jwks.json", Some(("auth.jwt", "jwks_file", "'jwks.json'")), KEY_SETS),
    ("cert.pem", Some(("tls", "cert_file", "'cert.pem'")), CERTIFICATES),
    ("key.pem", Some(("tls", "key_file", "'key.pem'")), CERTIFICATES),
];

const CONFIGURATIONS: &[&[u8]] = &[
    b"SECRET",
    b"SECRET\n",
    b"SHORT",
    b"SECRETx",
    b"t04_SECRET",
    b"SECRET = 1\nSECRET = 2\n",
    b"[SECRET]\n[SECRET]\n",
    b"[policy]\nmax_ttl = 5 SECRET\n",
    b"listen = \"\\qSECRET\"\n",
    b"listen = 'SECRET\0'\n",
    b"# SECRET\xff\n",
];

const KEY_FILES: &[&[u8]] = &[
    b"SECRET",
    b"SHORT",
    b"SECRETx",
    b"t04_SECRET\n",
    b"# SECRET\xff\n",
    b"[SECRET]\n",
    b"keys = 'SECRET'\n",
    b"[[keys]]\nSECRET = 1\n",
    b"[[keys]]\nname = 'SECRET\n",
    b"[[keys]]\nname = { SECRET = 1 }\n",
    b"[[keys]]\nname = 't04_SECRET'\n",
    b"[[keys]]\nname = 't04_SECRET'\nsha256 = 'short'\n",
    b"[[keys]]\nname = 't04_SECRET/'\nsha256 = 'short'\n",
    b"[[keys]]\nname = 't04_SECRET'\nsha256 = 'DIGEST'\n",
    b"[[keys]]\nname = 't04_SECRET'\nsha256 = 'DIGEST'\npolicy.users = ['']\n",
    b"[[keys]]\nname = 't04_SECRET'\nsha256 = 'DIGEST'\n[[keys]]\nname = 't04_SECRET'\nsha256 = 'DIGEST'\n",
    b"[[keys]]\nname = 'a'\nkey = 't04_SECRET'\n",
    b"[[keys]]\nname = 'a'\nsha256 = 't04_SECRET'\n",
    b"[[keys]]\nname = 'a'\nsha256 = 'SECRETSECRET'\n",
    b"[[keys]]\nname = 'a'\nsha256 = ['SECRET']\n",
    b"[[keys]]\nname = 'a'\nsha256 = 'DIGEST'\npolicy.SECRET = 1\n",
    b"[[keys]]\nname = 'a'\nsha256 = 'DIGEST'\npolicy.users = ['{SECRET}']\n",
    b"[[keys]]\nname = 'a'\nsha256 = 'DIGEST'\npolicy.rate_per_caller = 'SECRET'\n",
];

const SECRETS: &[&[u8]] = &[
    b"SHORT",
    b"SECRETx",
    b"SECRET\n\n",
    b" SECRET",
    b"SECRETSECRET",
    b"secret = 'SECRET'\n",
    b"\xef\xbb\xbfSECRET",
    b"SECRET\xff",
];

const PUBLIC_KEYS: &[&[u8]] = &[
    b"SECRET",
    b"SHORT",
    b"SECRET\xff",
    b"-----BEGIN SECRET-----\n",
    b"-----BEGIN PUBLIC KEY-----\nSECRET\n-----END PUBLIC KEY-----\n",
    b"-----BEGIN PRIVATE KEY-----\nSECRET\n-----END PRIVATE KEY-----\n",
];

const KEY_SETS: &[&[u8]] = &[
    b"SECRET",
    b"\"SECRET\"",
    b"[\"SECRET\"]",
    b"{\"SECRET\":1}",
    b"{\"keys\":\"SECRET\"}",
    b"{\"keys\":[{\"kty\":\"SECRET\"}]}",
    b"{\"keys\":[{\"kty\":\"oct\",\"k\":\"SECRET",
    b"{\"keys\":[{\"kty\":\"oct\",\"k\":\"SECRET\",}]}",
    b"{\"keys\":[{\"kty\":\"oct\",\"k\":[\"SECRET\"]}]}",
    b"{\"keys\":[{\"kty\":\"oct\",\"k\":\"SECRET!\"}]}",
    b"{\"keys\":[{\"kty\":\"oct\",\"k\":\"SECRET\",\"alg\":\"HS512\"}]}",
    b"{\"keys\":[{\"kty\":\"oct\",\"k\":\"SECRET\",\"alg\":\"SECRET\",\"kid\":\"SECRET\"}]}",
    b"{\"keys\":[{\"kty\":\"oct\",\"k\":\"SECRET\"}]}",
    b"{\"keys\":[{\"kty\":\"RSA\",\"n\":\"SECRET\",\"e\":\"SECRET\"}]}",
    b"SECRET\xff",
];

const CERTIFICATES: &[&[u8]] = &[
    b"SECRET",
    b"SECRET\xff",
    b"SECRET\n-----BEGIN CERTIFICATE-----\nSECRET!\n-----END CERTIFICATE-----\n",
    b"SECRET\n-----BEGIN CERTIFICATE-----\nSECRET\n-----END CERTIFICATE-----\nSECRET\n",
    b"-----BEGIN SECRET-----\nSECRET\n-----END SECRET-----\n",
    b"-----BEGIN SECRET\n",
    b"-----BEGIN SECRET-----\n",
    b"-----BEGIN PRIVATE KEY-----\nSECRET\n-----END SECRET-----\n",
    b"-----BEGIN PRIVATE KEY-----\nSECRET!\n-----END PRIVATE KEY-----\n",
    b"-----BEGIN PRIVATE KEY-----\nSECRET\n-----END PRIVATE KEY-----\n",
    b"-----BEGIN EC PRIVATE KEY-----\nSECRET\n-----END EC PRIVATE KEY-----\n",
];

/// What a variable may hold.
const VARIABLES: [(&str, &[&[u8]]); 3] = [
    ("ZEGO_APP_ID", &[b"SECRET", b"12 SECRET", b"SECRET\xff"]),
    ("ZEGO_SERVER_SECRET", SECRETS),
    ("ZEGO_SERVER_SECRET_PREVIOUS", SECRETS),
];

/// Every case, from a configuration that is valid.
pub fn cases(plants: &mut Plants, good: &Configuration) -> Vec<Case> {
    let mut cases = Vec::new();
    let values = KEYS.iter().flat_map(|(table, keys)| keys.iter().map(move |key| (*table, *key)));
    let values = values.flat_map(|(table, key)| VALUES.map(|value| (table, key, value)));
    for (table, key, value) in values.chain(LINES) {
        let secret = plants.secret(&format!("token04.toml [{table}] {key} = {value}"));
        let plant = |text: &str| text.replace("SECRET", &secret);
        let text = good.with(&plant(table), &plant(key), &plant(value)).text();
        cases.push(Case { files: vec![("token04.toml", text.into_bytes())], variables: Vec::new() });
    }
    for (file, line, contents) in CONTENTS {
        let configuration =
            line.map_or_else(|| good.clone(), |(table, key, value)| good.with(table, key, value));
        for content in contents {
            let content = planted(plants, file, content);
            let files = vec![("token04.toml", configuration.text().into_bytes()), (file, content)];
            cases.push(Case { files, variables: Vec::new() });
        }
    }
    cases
}

/// What only a start reads.
pub fn variables(plants: &mut Plants) -> Vec<Case> {
    let mut cases = Vec::new();
    for (variable, contents) in VARIABLES {
        for content in contents {
            let content = planted(plants, variable, content);
            let variables = vec![(variable, OsString::from_vec(content))];
            cases.push(Case { files: Vec::new(), variables });
        }
    }
    cases
}

/// A content with a secret of its own.
fn planted(plants: &mut Plants, name: &str, content: &[u8]) -> Vec<u8> {
    let secret = plants.secret(&format!("{name}: {}", content.escape_ascii()));
    let names = [("SECRET", secret.as_str()), ("SHORT", &secret[..31]), ("DIGEST", DIGEST)];
    fill(content, &names)
}

/// The SHA-256 of no key.
const DIGEST: &str = "0000000000000000000000000000000000000000000000000000000000000000";

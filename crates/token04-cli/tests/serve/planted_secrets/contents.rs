//! Contents for the configuration, the files it refers to, and the environment, with SECRET in them.

/// Every key of the configuration.
pub const KEYS: [(&str, &[&str]); 5] = [
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

/// A line of the configuration: table, key, value.
type Line = (&'static str, &'static str, &'static str);

/// A secret as the value of a key: of the right type or a wrong one, and where the syntax is wrong.
pub const VALUES: [&str; 8] = [
    "'SECRET'",
    "['SECRET']",
    "{ SECRET = 1 }",
    "SECRET",
    "'SECRET",
    "{} # SECRET",
    "= 1 # SECRET",
    "'t04_SECRET'",
];

/// Lines that are wrong by this key alone.
pub const LINES: [Line; 16] = [
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

/// A file, the line of the configuration that has it read where the valid one does not, and what the file may hold.
type Contents = (&'static str, Option<Line>, &'static [&'static [u8]]);

/// Wrong contents of each file.
pub const CONTENTS: [Contents; 10] = [
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

/// Contents of a variable.
pub const VARIABLES: [(&str, &[&[u8]]); 3] = [
    ("ZEGO_APP_ID", &[b"SECRET", b"12 SECRET", b"SECRET\xff"]),
    ("ZEGO_SERVER_SECRET", SECRETS),
    ("ZEGO_SERVER_SECRET_PREVIOUS", SECRETS),
];

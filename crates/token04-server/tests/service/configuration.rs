//! Configuration files, and a service that is replaced while it answers.

use crate::harness::{Answering, Folder, SHARED_KEY, credentials};
use crate::signer::jwt_of;
use token04_server::{Credentials, Service};

/// The example of the documentation, which must keep working.
const EXAMPLE: &str = r#"
listen = "0.0.0.0:8404"
[auth.jwt]                # and/or [auth.api_keys] file = "keys.toml"
algorithms = ["HS256"]
key_file = "jwt.key"      # or jwks_file, jwks_url
user_claim = "sub"
[policy]
default_ttl = "1d"
max_ttl = "7d"
profile = "rtc"
cors_origins = ["https://app.example"]
"#;

#[tokio::test]
async fn the_example_is_good() {
    let folder = Folder::new();
    folder.write("jwt.key", format!("{SHARED_KEY}\n"));
    let service = folder.service(EXAMPLE).unwrap();
    assert!(service.warnings().is_empty());
    let claims = Answering::new(folder, service).ask(&jwt_of("user1"), "").await.claims();
    assert_eq!(claims.expire - claims.ctime, 86_400);
}

#[test]
fn somebody_must_be_let_in() {
    for text in ["", "[policy]\nmax_ttl = 60\n", "[auth]\n"] {
        let error = Folder::new().service(text).err().unwrap().to_string();
        assert!(
            error.contains("[auth.jwt]") && error.contains("[auth.api_keys]") && error.contains("--dev"),
            "{error}"
        );
    }
}

#[test]
fn mistakes_are_told_with_their_place() {
    for (text, reason) in [
        ("lisen = 'x'", "unknown field `lisen`"),
        ("[auth.jwt]\nkey_file = 'x'\n", "missing field `algorithms`"),
        ("[auth.jwt]\nalgorithms = ['HS256']\n", "one of key_file"),
        ("[auth.jwt]\nalgorithms = ['HS256']\nkey_file = 'a'\njwks_file = 'b'\n", "one of key_file"),
        ("[auth.api_keys]\nfile = 'nowhere.toml'\n", "nowhere.toml"),
        ("[tls]\ncert_file = 'a'\n", "missing field `key_file`"),
        ("listen = \n", "line 1"),
    ] {
        let error = Folder::new().service(text).err().expect(reason).to_string();
        assert!(error.contains(reason), "{reason}: {error}");
    }
}

#[test]
fn bad_secrets_are_refused_and_not_shown() {
    let folder = Folder::new();
    folder.write("jwt.key", SHARED_KEY);
    let config = folder.config("[auth.jwt]\nalgorithms = ['HS256']\nkey_file = 'jwt.key'\n").unwrap();
    let short = "a secret that is too short";
    let refused = [
        Credentials::new(0, crate::harness::SECRET),
        Credentials::new(1, short),
        Credentials::new(1, crate::harness::SECRET).previous_secret(short),
    ];
    for (credentials, reason) in
        refused.iter().zip(["app_id", "32 bytes", "previous secret: secret must be 32 bytes"])
    {
        let error = Service::new(&config, credentials).err().unwrap();
        assert!(
            error.to_string().contains(reason) && !format!("{error:?} {credentials:?}").contains(short),
            "{error}"
        );
    }
}

#[tokio::test]
async fn a_service_can_be_replaced_while_it_answers() {
    let service = Answering::with_jwt("");
    service.ask(&jwt_of("user1"), "").await.claims();
    service.folder.write("jwt.key", "another shared key, also of 32 bytes");
    let text = "[auth.jwt]\nalgorithms = ['HS256']\nkey_file = 'jwt.key'\n";
    service.live.replace(Service::new(&service.folder.config(text).unwrap(), &credentials()).unwrap());
    service.ask(&jwt_of("user1"), "").await.refuses(401, 901);
    let signer = crate::signer::Signer::Shared(b"another shared key, also of 32 bytes".to_vec());
    service.ask(&signer.jwt(&crate::signer::user("user1")), "").await.claims();
}

//! The files that the service reads: valid, each with a secret in it.

use std::process::Command;

use super::configuration::Configuration;
use super::plants::Plants;
use crate::process::{APP_ID, Folder, command};

/// The key of HS256 that the tests' JWT is signed with.
const SHARED_KEY: &str = "qz84hv1xk93nt0wm57rj2cy6bd8pf3sg4la9ue1o";
/// The form of a PEM file, whatever its bytes mean.
const PEM: &str = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";

/// A directory with a valid configuration and all files it refers to.
pub struct Files {
    pub folder: Folder,
    /// The content of each file except the configuration.
    contents: Vec<(&'static str, String)>,
    pub secret: String,
    pub previous: String,
    pub key: String,
}

impl Files {
    pub fn new(plants: &mut Plants) -> Self {
        let folder = Folder::new();
        let (_, key) = folder.with_key("");
        let keys = std::fs::read_to_string(folder.0.join("keys.toml")).unwrap();
        plants.plant("the API key", &key);
        plants.plant("the shared key of JWTs", SHARED_KEY);
        let secret = plants.secret("the ServerSecret");
        let previous = plants.secret("the previous ServerSecret");
        let contents = vec![
            ("keys.toml", keys),
            ("secret", secret.clone()),
            ("previous", format!("{previous}\n")),
            ("shared.key", SHARED_KEY.to_owned()),
            ("cert.pem", PEM.to_owned()),
            ("key.pem", PEM.replace("CERTIFICATE", "PRIVATE KEY")),
            ("jwks.json", r#"{"keys":[]}"#.to_owned()),
        ];
        for (name, content) in &contents {
            folder.write(name, content);
        }
        Self { folder, contents, secret, previous, key }
    }

    /// The valid configuration.
    pub fn configuration(&self, listen: &str, level: &str) -> Configuration {
        let mut configuration = Configuration::default();
        for (table, key, value) in [
            ("", "listen", format!("'{listen}'").as_str()),
            ("", "log", &format!("'{level}'")),
            ("", "app_id", APP_ID),
            ("", "secret_file", "'secret'"),
            ("", "previous_secret_file", "'previous'"),
            ("", "compat", "true"),
            ("auth.api_keys", "file", "'keys.toml'"),
            ("auth.jwt", "algorithms", "['HS256']"),
            ("auth.jwt", "key_file", "'shared.key'"),
            ("policy", "rate_failures", "'100000/s'"),
            ("policy", "max_ttl", "'2d'"),
            ("policy", "metrics", "'main'"),
        ] {
            configuration.set(table, key, value);
        }
        self.folder.write("token04.toml", configuration.text());
        configuration
    }

    /// Restores a file.
    pub fn restore(&self, name: &str, configuration: &Configuration) {
        match self.contents.iter().find(|(known, _)| *known == name) {
            Some((_, content)) => self.folder.write(name, content),
            None => self.folder.write("token04.toml", configuration.text()),
        };
    }

    /// The program with the configuration.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = command(arguments);
        command.env_remove("ZEGO_APP_ID").env_remove("ZEGO_SERVER_SECRET");
        command.arg("--config").arg(self.folder.0.join("token04.toml"));
        command
    }

    /// Everything written so far.
    pub fn written(&self) -> String {
        let read = |name: &str| std::fs::read(self.folder.0.join(name)).unwrap();
        String::from_utf8_lossy(&[read("stdout"), read("stderr")].concat()).into_owned()
    }
}

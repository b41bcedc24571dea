//! The table `[policy]`: what a caller may get, which an API key's own policy may set too, and what the service takes.

use std::net::SocketAddr;

use ipnet::IpNet;
use serde::Deserialize;
use token04_core::{Mode, Profile};

use super::amount::{Rate, Seconds, Size};

/// The table `[policy]`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(from = "Table")]
pub struct PolicyConfig {
    /// What a caller may get.
    pub grants: GrantsConfig,
    /// How much the service takes.
    pub service: ServiceConfig,
}

/// Declares the parts of the table, and the table itself, in which an unknown key is an error with its place.
macro_rules! parts {
    ($($(#[$about:meta])* $part:ident: $name:ident { $($(#[$doc:meta])* $field:ident: $of:ty,)* })*) => {
        $(
            $(#[$about])*
            #[derive(Clone, Debug, Default, Deserialize)]
            #[serde(deny_unknown_fields)]
            pub struct $name {
                $($(#[$doc])* pub $field: Option<$of>,)*
            }
        )*

        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Table {
            $($($field: Option<$of>,)*)*
        }

        impl From<Table> for PolicyConfig {
            fn from(table: Table) -> Self {
                Self { $($part: $name { $($field: table.$field,)* },)* }
            }
        }
    };
}

parts! {
    /// What a caller may get. An API key's own policy replaces it field by field.
    grants: GrantsConfig {
        /// The time to live of a token where the request names none.
        default_ttl: Seconds,
        /// The longest time to live that is granted.
        max_ttl: Seconds,
        /// The product whose limits apply.
        profile: Profile,
        /// How tokens are encrypted.
        mode: Mode,
        /// Which user ids a backend may ask for, as patterns.
        users: Vec<String>,
        /// Which rooms may be asked for, as patterns.
        rooms: Vec<String>,
        /// Whether a token without a room, which is good for any, is granted.
        identity: bool,
        /// Whether publishing is granted.
        publish: bool,
        /// Which streams may be asked for, as patterns.
        streams: Vec<String>,
        /// How many requests a caller may send.
        rate_per_caller: Rate,
    }

    /// How much the service takes.
    service: ServiceConfig {
        /// How many requests all callers together may send.
        rate_total: Rate,
        /// How many requests with bad credentials an address may send.
        rate_failures: Rate,
        /// Proxies whose `X-Forwarded-For` is believed.
        trusted_proxies: Vec<IpNet>,
        /// Where `/metrics` is served.
        metrics: MetricsPlace,
        /// Origins whose pages may ask from a browser.
        cors_origins: Vec<String>,
        /// The longest request body.
        body_limit: Size,
        /// How many connections are held at once; more wait.
        max_connections: usize,
        /// How many of them one address holds; further ones are closed at once. Trusted proxies have no limit.
        max_connections_per_address: usize,
        /// How long the head of a request may take to arrive.
        header_timeout: Seconds,
        /// How long a request may take from its head to its answer.
        request_timeout: Seconds,
        /// How long a connection may be idle.
        idle_timeout: Seconds,
        /// How long the service still takes new connections after SIGTERM, while `/readyz` says that it ends.
        drain_delay: Seconds,
        /// How long requests under way may take to end after that.
        drain_timeout: Seconds,
    }
}

/// Where `/metrics` is served.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MetricsPlace {
    /// Nowhere.
    #[default]
    Off,
    /// On the address of the service itself, which should not be public then.
    Main,
    /// On an address of its own, which can be kept from the public.
    At(SocketAddr),
}

impl<'de> Deserialize<'de> for MetricsPlace {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        match text.as_str() {
            "main" => Ok(Self::Main),
            "off" => Ok(Self::Off),
            address => address.parse().map(Self::At).map_err(|_| {
                serde::de::Error::custom(
                    "metrics must be \"main\", \"off\" or an address such as \"127.0.0.1:9404\"",
                )
            }),
        }
    }
}

//! The table `[policy]`: what a caller may get, which an API key's own policy may also set, and the service's limits.

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
    /// The limits of the service.
    pub service: ServiceConfig,
}

/// Declares the parts of the table and the table itself, in which an unknown key is an error with its position.
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
        /// The time to live of a token if the request has none.
        default_ttl: Seconds,
        /// The maximum time to live.
        max_ttl: Seconds,
        /// The product whose limits apply.
        profile: Profile,
        /// How tokens are encrypted.
        mode: Mode,
        /// The user ids that a backend may request, as patterns.
        users: Vec<String>,
        /// The rooms that may be requested, as patterns.
        rooms: Vec<String>,
        /// Whether a token without a room, which is valid for any room, is granted.
        identity: bool,
        /// Whether publishing is granted.
        publish: bool,
        /// The streams that may be requested, as patterns.
        streams: Vec<String>,
        /// How many requests a caller may send.
        rate_per_caller: Rate,
    }

    /// The limits of the service.
    service: ServiceConfig {
        /// How many requests all callers together may send.
        rate_total: Rate,
        /// How many requests with invalid credentials an address may send.
        rate_failures: Rate,
        /// Proxies whose `X-Forwarded-For` is trusted.
        trusted_proxies: Vec<IpNet>,
        /// Where `/metrics` is served.
        metrics: MetricsPlace,
        /// Origins whose pages may send requests from a browser.
        cors_origins: Vec<String>,
        /// The maximum length of a request body.
        body_limit: Size,
        /// How many connections are open at once; more wait.
        max_connections: usize,
        /// How many connections one address may hold; more are closed at once. Trusted proxies have no limit.
        max_connections_per_address: usize,
        /// How long the head of a request may take to arrive.
        header_timeout: Seconds,
        /// How long a request may take from its head to its response.
        request_timeout: Seconds,
        /// How long a connection may be idle.
        idle_timeout: Seconds,
        /// How long the service still accepts connections after SIGTERM, while `/readyz` reports that it is stopping.
        drain_delay: Seconds,
        /// How long requests in progress may take to finish after that.
        drain_timeout: Seconds,
    }
}

/// Where `/metrics` is served.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MetricsPlace {
    /// Nowhere.
    #[default]
    Off,
    /// On the address of the service, which then should not be public.
    Main,
    /// On a separate address, which can be private.
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

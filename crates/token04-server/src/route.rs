//! The addresses that are answered, by the names that logs and metrics have for them.

/// An address that is answered, by the name that logs and metrics have for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Route {
    Token,
    Compat,
    Health,
    Ready,
    Metrics,
    OpenApi,
    Assistant,
    Other,
}

impl Route {
    pub fn of(path: &str) -> Self {
        match path {
            "/v1/token" => Self::Token,
            "/access_token" => Self::Compat,
            "/healthz" => Self::Health,
            "/readyz" => Self::Ready,
            "/metrics" => Self::Metrics,
            "/openapi.json" => Self::OpenApi,
            "/" => Self::Assistant,
            path if path.starts_with("/dev/") => Self::Assistant,
            _ => Self::Other,
        }
    }

    /// The name in logs and metrics. What else people put into a path is not repeated there: it could be a
    /// token.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Token => "/v1/token",
            Self::Compat => "/access_token",
            Self::Health => "/healthz",
            Self::Ready => "/readyz",
            Self::Metrics => "/metrics",
            Self::OpenApi => "/openapi.json",
            Self::Assistant => "/",
            Self::Other => "other",
        }
    }

    /// Whether it is asked so often, and by machines, that each answer is worth a line only when something is
    /// being looked for.
    pub const fn is_probe(self) -> bool {
        matches!(self, Self::Health | Self::Ready | Self::Metrics)
    }
}

//! The addresses of the service, and their names in logs and metrics.

/// An address of the service, for logs and metrics.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Route {
    Token,
    AccessToken,
    TokenText,
    TokenRecord,
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
            "/access_token" => Self::AccessToken,
            "/api/zego/token" => Self::TokenText,
            "/api/zego-token" => Self::TokenRecord,
            "/healthz" => Self::Health,
            "/readyz" => Self::Ready,
            "/metrics" => Self::Metrics,
            "/openapi.json" => Self::OpenApi,
            "/" => Self::Assistant,
            path if path.starts_with("/dev/") => Self::Assistant,
            _ => Self::Other,
        }
    }

    /// The name in logs and metrics. An unknown path is not repeated there: it could contain a token.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Token => "/v1/token",
            Self::AccessToken => "/access_token",
            Self::TokenText => "/api/zego/token",
            Self::TokenRecord => "/api/zego-token",
            Self::Health => "/healthz",
            Self::Ready => "/readyz",
            Self::Metrics => "/metrics",
            Self::OpenApi => "/openapi.json",
            Self::Assistant => "/",
            Self::Other => "other",
        }
    }

    /// Whether machines request it so often that the log has a line for each response only at level `debug`.
    pub const fn is_probe(self) -> bool {
        matches!(self, Self::Health | Self::Ready | Self::Metrics)
    }
}

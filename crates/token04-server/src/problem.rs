//! Refusals, as problem details (RFC 9457) with the core's error code.

use std::borrow::Cow;

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use token04_core::ErrorCode;
use utoipa::ToSchema;

/// Why a request was refused. Each kind has a status and a name in URIs, logs and metrics.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Malformed,
    Unauthenticated,
    Forbidden,
    NotFound,
    MethodNotAllowed,
    Timeout,
    Conflict,
    TooLarge,
    TooManyRequests,
    Internal,
    Unavailable,
}

impl Kind {
    const fn row(self) -> (StatusCode, &'static str, &'static str) {
        match self {
            Kind::Malformed => (StatusCode::BAD_REQUEST, "malformed", "The request is malformed"),
            Kind::Unauthenticated => {
                (StatusCode::UNAUTHORIZED, "unauthenticated", "Credentials are missing or invalid")
            }
            Kind::Forbidden => (StatusCode::FORBIDDEN, "forbidden", "This is not granted to the caller"),
            Kind::NotFound => (StatusCode::NOT_FOUND, "not-found", "Nothing is served at this address"),
            Kind::MethodNotAllowed => (
                StatusCode::METHOD_NOT_ALLOWED,
                "method-not-allowed",
                "The method is not allowed at this address",
            ),
            Kind::Timeout => (StatusCode::REQUEST_TIMEOUT, "timeout", "The request took too long to arrive"),
            Kind::Conflict => {
                (StatusCode::CONFLICT, "conflict", "Parts of the request cannot be granted together")
            }
            Kind::TooLarge => (StatusCode::PAYLOAD_TOO_LARGE, "too-large", "The request body is too large"),
            Kind::TooManyRequests => {
                (StatusCode::TOO_MANY_REQUESTS, "too-many-requests", "Too many requests")
            }
            Kind::Internal => (StatusCode::INTERNAL_SERVER_ERROR, "internal", "The service failed"),
            Kind::Unavailable => {
                (StatusCode::SERVICE_UNAVAILABLE, "unavailable", "The service is unavailable")
            }
        }
    }

    pub const fn status(self) -> StatusCode {
        self.row().0
    }

    /// The kind's name in URIs, logs and metrics.
    pub const fn slug(self) -> &'static str {
        self.row().1
    }

    /// The kind in words.
    pub const fn title(self) -> &'static str {
        self.row().2
    }
}

/// A refusal as a response.
#[derive(Clone, Debug)]
pub(crate) struct Problem {
    pub kind: Kind,
    pub code: ErrorCode,
    pub detail: Cow<'static, str>,
    pub retry_after: Option<u64>,
}

/// Stored in the response for the log.
#[derive(Clone, Copy)]
pub(crate) struct Refusal {
    pub kind: Kind,
    pub code: ErrorCode,
}

/// Problem details, RFC 9457.
#[derive(Serialize, ToSchema)]
#[schema(as = Problem)]
pub(crate) struct Body {
    /// `urn:token04:problem:` and the kind of the problem.
    #[serde(rename = "type")]
    #[schema(pattern = "^urn:token04:problem:[a-z-]+$")]
    kind: String,
    /// The kind of the problem in words.
    title: &'static str,
    /// The HTTP status.
    #[schema(minimum = 400, maximum = 599)]
    status: u16,
    /// What is wrong with this request, and what is expected.
    detail: Cow<'static, str>,
    /// The error code that all token04 libraries share; 901 if no other code applies.
    code: i32,
}

impl Problem {
    pub fn new(kind: Kind, code: ErrorCode, detail: impl Into<Cow<'static, str>>) -> Self {
        Self { kind, code, detail: detail.into(), retry_after: None }
    }

    /// A refusal that does not come from the core.
    pub fn plain(kind: Kind, detail: impl Into<Cow<'static, str>>) -> Self {
        Self::new(kind, ErrorCode::InvalidArgument, detail)
    }

    pub fn malformed(code: ErrorCode, detail: impl Into<Cow<'static, str>>) -> Self {
        Self::new(Kind::Malformed, code, detail)
    }

    pub fn forbidden(code: ErrorCode, detail: impl Into<Cow<'static, str>>) -> Self {
        Self::new(Kind::Forbidden, code, detail)
    }

    pub fn unauthenticated(detail: impl Into<Cow<'static, str>>) -> Self {
        Self::plain(Kind::Unauthenticated, detail)
    }

    pub fn too_many(seconds: u64, detail: &'static str) -> Self {
        let problem = Self::plain(Kind::TooManyRequests, detail);
        Self { retry_after: Some(seconds.max(1)), ..problem }
    }

    pub fn internal() -> Self {
        Self::new(Kind::Internal, ErrorCode::Internal, "internal error: please report it")
    }
}

/// What the core refuses is the request's fault, with a few exceptions.
impl From<token04_core::Error> for Problem {
    fn from(error: token04_core::Error) -> Self {
        let kind = match error.code() {
            ErrorCode::RandomUnavailable | ErrorCode::Internal => Kind::Internal,
            _ => Kind::Malformed,
        };
        Self::new(kind, error.code(), error.message().to_owned())
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = self.kind.status();
        let body = Body {
            kind: format!("urn:token04:problem:{}", self.kind.slug()),
            title: self.kind.title(),
            status: status.as_u16(),
            detail: self.detail,
            code: self.code.number(),
        };
        let json = serde_json::to_vec(&body).unwrap_or_default();
        let mut response = (status, json).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        if self.kind == Kind::Unauthenticated {
            headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        if let Some(seconds) = self.retry_after {
            headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        response.extensions_mut().insert(Refusal { kind: self.kind, code: self.code });
        response
    }
}

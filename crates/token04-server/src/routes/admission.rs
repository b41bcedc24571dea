//! Authenticates a caller: an extractor for the handlers that issue tokens.

use std::net::IpAddr;
use std::sync::{Arc, OnceLock};

use axum::extract::FromRequestParts;
use axum::http::request::Parts;

use crate::caller::{Caller, User};
use crate::decide::decide;
use crate::issue::{Granted, issue};
use crate::metrics::Metrics;
use crate::problem::Problem;
use crate::request::TokenRequest;
use crate::service::Service;

/// What the edge knows about a request, stored as an extension.
#[derive(Clone)]
pub(super) struct Arrival {
    pub service: Arc<Service>,
    /// The client's address.
    pub address: IpAddr,
    pub identity: Arc<Identity>,
}

/// The caller and the user of the token, for the log. They are set as soon as they are known, so that refused requests
/// have them too.
#[derive(Default)]
pub(super) struct Identity {
    pub caller: OnceLock<Arc<Caller>>,
    pub user_id: OnceLock<String>,
}

/// An authenticated caller, with the service as it was when the request arrived.
pub(super) struct Admitted {
    pub service: Arc<Service>,
    caller: Arc<Caller>,
    identity: Arc<Identity>,
}

impl<S: Sync> FromRequestParts<S> for Admitted {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        let Some(Arrival { service, address, identity }) = parts.extensions.remove() else {
            return Err(Problem::internal());
        };
        let caller = service.admit(&parts.headers, address).await?;
        let _ = identity.caller.set(Arc::clone(&caller));
        if let User::Fixed(user_id) = &caller.user {
            let _ = identity.user_id.set(user_id.clone());
        }
        Ok(Self { service, caller, identity })
    }
}

impl Admitted {
    /// The user of the token, once it was granted.
    pub fn user_id(&self) -> &str {
        self.identity.user_id.get().map_or("", String::as_str)
    }

    /// Issues the token that the caller requests, and counts it.
    pub fn grant(&self, request: &TokenRequest, metrics: &Metrics) -> Result<Granted, Problem> {
        if let Some(user_id) = &request.user_id {
            // With a JWT this is set already, to the JWT's own user.
            let _ = self.identity.user_id.set(user_id.clone());
        }
        let decision = decide(&self.caller, request)?;
        let granted = issue(&self.caller.grants.issuer, &decision)?;
        metrics.made(decision.kind());
        Ok(granted)
    }
}

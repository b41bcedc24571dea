//! The assistant page, for development.

use std::sync::Arc;

use axum::Router;

use crate::service::Live;

pub(super) fn routes() -> Router<Arc<Live>> {
    Router::new()
}

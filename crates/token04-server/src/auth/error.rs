//! Why a request has no caller.

use crate::problem::Problem;

/// Why a request has no caller.
#[derive(Debug)]
pub(crate) enum AuthError {
    /// The credentials are not good, or there are none.
    Refused(Problem),
    /// The JWT names a key that is not known, or not yet.
    #[cfg(feature = "jwks-url")]
    UnknownKey,
}

impl From<Problem> for AuthError {
    fn from(problem: Problem) -> Self {
        Self::Refused(problem)
    }
}

impl From<AuthError> for Problem {
    fn from(error: AuthError) -> Self {
        match error {
            AuthError::Refused(problem) => problem,
            #[cfg(feature = "jwks-url")]
            AuthError::UnknownKey => Problem::unauthenticated("the JWT is not good: there is no key for it"),
        }
    }
}

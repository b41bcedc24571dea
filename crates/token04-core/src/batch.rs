//! Issues tokens for many users at once.

use std::fmt;
use std::time::Duration;

use crate::cipher::LANES;
use crate::error::{Error, ErrorCode};
use crate::issuer::Issuer;
use crate::plan::{Content, Request};
use crate::profile::Profile;
use crate::{arguments, scratch, text};

/// Why none of many tokens was issued: an [`Error`], and the index of the user that it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ManyError {
    index: Option<usize>,
    error: Error,
}

impl ManyError {
    /// The error code.
    #[must_use]
    pub const fn code(&self) -> ErrorCode {
        self.error.code()
    }

    /// The message. It starts with `user_ids[3]: ` if it is about the user at index 3.
    #[must_use]
    pub fn message(&self) -> &str {
        self.error.message()
    }

    /// The index of the first user for whom no token can be issued, or `None` if the error is about an
    /// argument that all users share.
    #[must_use]
    pub const fn index(&self) -> Option<usize> {
        self.index
    }

    /// An error about the user at this index.
    #[cold]
    pub(crate) fn of_user(index: usize, error: &Error) -> Self {
        let error = Error::new(error.code(), format!("user_ids[{index}]: {}", error.message()));
        Self { index: Some(index), error }
    }
}

/// An error about no user in particular.
impl From<Error> for ManyError {
    fn from(error: Error) -> Self {
        Self { index: None, error }
    }
}

impl From<ManyError> for Error {
    fn from(error: ManyError) -> Self {
        error.error
    }
}

impl fmt::Display for ManyError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.error.fmt(formatter)
    }
}

impl std::error::Error for ManyError {}

impl Issuer {
    /// Issues a token for each user, in their order, all with the same expiry and payload. In mode CBC it takes
    /// less time than single calls, because the bodies are encrypted side by side.
    ///
    /// ```
    /// use std::time::Duration;
    /// use token04_core::Issuer;
    ///
    /// # fn main() -> Result<(), token04_core::Error> {
    /// let issuer = Issuer::new(1234567890, "0123456789abcdef0123456789abcdef")?;
    /// let hour = Duration::from_secs(3600);
    /// let tokens = issuer.issue_many(&["user1", "user2"], hour, "")?;
    /// assert_eq!(tokens.len(), 2);
    ///
    /// let error = issuer.issue_many(&["user1", ""], hour, "").unwrap_err();
    /// assert_eq!(error.index(), Some(1));
    /// assert_eq!(error.message(), "user_ids[1]: user_id must not be empty");
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// The same as [`issue_with_payload`](Self::issue_with_payload), in the same order: those about a user id,
    /// then those about the other arguments. No token is issued then.
    pub fn issue_many<S: AsRef<str>>(
        &self,
        user_ids: &[S],
        ttl: Duration,
        payload: &str,
    ) -> Result<Vec<String>, ManyError> {
        let mut tokens = Vec::with_capacity(user_ids.len());
        let request = self.request(ttl, Content::Text(payload));
        self.lend_many(user_ids, request, |token| tokens.push(text::owned(token)))?;
        Ok(tokens)
    }

    /// [`issue_many`](Self::issue_many) that lends the ASCII text of each token to `lend` instead, in the order
    /// of the users, for hosts that copy it into their own string type.
    ///
    /// # Errors
    ///
    /// The same as [`issue_many`](Self::issue_many). Nothing is lent then, except that
    /// [`ErrorCode::RandomUnavailable`] can come after some tokens.
    pub fn issue_many_with<S: AsRef<str>>(
        &self,
        user_ids: &[S],
        ttl: Duration,
        payload: &str,
        lend: impl FnMut(&[u8]),
    ) -> Result<(), ManyError> {
        self.lend_many(user_ids, self.request(ttl, Content::Text(payload)), lend)
    }
}

impl Issuer {
    /// [`issue_many_with`](Self::issue_many_with) for any request.
    pub(crate) fn lend_many<S: AsRef<str>>(
        &self,
        user_ids: &[S],
        request: Request<'_>,
        mut lend: impl FnMut(&[u8]),
    ) -> Result<(), ManyError> {
        check_users(user_ids, request.profile)?;
        let draft = self.draft(request)?;
        check_each(user_ids, |user_id| draft.check_len(user_id))?;
        let rest = draft.written_rest();
        scratch::with_text(|text| {
            for chunk in user_ids.chunks(LANES) {
                let mut lanes = [""; LANES];
                lanes.iter_mut().zip(chunk).for_each(|(user_id, given)| *user_id = given.as_ref());
                scratch::with(|envelopes| {
                    let ends = self.build_lanes(&draft, &rest, &lanes[..chunk.len()], envelopes)?;
                    let mut start = 0;
                    for end in &ends[..chunk.len()] {
                        lend(text::write_one_of(envelopes, start..*end, text));
                        start = *end + text::GAP;
                    }
                    Ok::<(), Error>(())
                })?;
            }
            Ok(())
        })
    }
}

/// Checks the user ids, which precede all other arguments in the order of errors.
pub(crate) fn check_users<S: AsRef<str>>(user_ids: &[S], profile: Option<Profile>) -> Result<(), ManyError> {
    check_each(user_ids, |user_id| arguments::check_user_id(profile, user_id))
}

fn check_each<S: AsRef<str>>(
    user_ids: &[S],
    check: impl Fn(&str) -> Result<(), Error>,
) -> Result<(), ManyError> {
    for (index, user_id) in user_ids.iter().enumerate() {
        check(user_id.as_ref()).map_err(|error| ManyError::of_user(index, &error))?;
    }
    Ok(())
}

//! Issues tokens for one app.

use std::fmt;
use std::time::Duration;

use zeroize::Zeroize;

use crate::cipher::{LANES, Mode, Sealer};
use crate::envelope::{self, MAX_BODY_LEN};
use crate::error::Error;
#[cfg(doc)]
use crate::error::ErrorCode;
use crate::plan::{Content, Draft, Plan, Request};
use crate::profile::Profile;
use crate::random::{self, Draw};
use crate::room_privilege::RoomPrivilege;
use crate::write_claims::Prefix;
use crate::{arguments, scratch, secret, text};

/// The maximum length of a token, in bytes.
pub const MAX_TOKEN_LEN: usize = text::MAX_LEN;

/// An upper bound, in bytes, on the length of a token for a user id and a payload of these lengths in bytes,
/// whatever characters they contain. [`Issuer::token_len`] returns the exact length.
#[must_use]
pub const fn token_len_bound(user_id_len: usize, payload_len: usize) -> usize {
    // Keys and numbers take at most 142 bytes, and a control character becomes six.
    let texts = user_id_len.saturating_add(payload_len).saturating_mul(6);
    let body_len = if texts > MAX_BODY_LEN { MAX_BODY_LEN } else { texts + 142 };
    let bound = text::encoded_len(envelope::len(Mode::Gcm, body_len) + 16);
    if bound > MAX_TOKEN_LEN { MAX_TOKEN_LEN } else { bound }
}

/// Issues tokens for one app.
///
/// An issuer holds the expanded key and can be shared between threads: create one and reuse it. It does not
/// keep the secret itself. Dropping it wipes the key.
///
/// ```
/// use std::time::Duration;
/// use token04_core::{Issuer, Mode, Profile, RoomPrivilege};
///
/// # fn main() -> Result<(), token04_core::Error> {
/// let issuer = Issuer::new(1234567890, "0123456789abcdef0123456789abcdef")?
///     .mode(Mode::Gcm)
///     .profile(Profile::Rtc);
/// let hour = Duration::from_secs(3600);
/// let identity = issuer.issue("user1", hour)?;
/// let privilege = issuer.issue_room("user1", hour, &RoomPrivilege::new("room1").publish(true))?;
/// # assert_ne!(identity, privilege);
/// # Ok(())
/// # }
/// ```
pub struct Issuer {
    app_id: u32,
    body_prefix: Prefix,
    sealer: Sealer,
    profile: Option<Profile>,
    now: Option<i64>,
}

/// A token and its expiry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issued {
    /// The token.
    pub token: String,
    /// The expiry time, in unix seconds.
    pub expires_at: i64,
}

impl Issuer {
    /// Creates an issuer in mode CBC and without a profile.
    ///
    /// # Errors
    ///
    /// [`ErrorCode::InvalidAppId`] for app id 0, [`ErrorCode::InvalidSecret`] if the secret is not 32 bytes.
    pub fn new(app_id: u32, secret: &str) -> Result<Self, Error> {
        Ok(Self::with_sealer(arguments::app_id(app_id)?, Sealer::new(secret::key(secret)?)))
    }

    /// Creates an issuer that the caller drops after one token.
    pub(crate) fn short_lived(app_id: u32, secret: &str) -> Result<Self, Error> {
        Ok(Self::with_sealer(arguments::app_id(app_id)?, Sealer::short_lived(secret::key(secret)?)))
    }

    fn with_sealer(app_id: u32, sealer: Sealer) -> Self {
        Self { app_id, body_prefix: Prefix::new(app_id), sealer, profile: None, now: None }
    }

    /// Sets how bodies are encrypted. The default is CBC.
    #[must_use]
    pub fn mode(mut self, mode: Mode) -> Self {
        self.sealer = self.sealer.with_mode(mode);
        self
    }

    /// Sets the product whose limits are checked when issuing, instead of failing at the client. Without a
    /// profile, issuing only refuses what would make an invalid token.
    #[must_use]
    pub fn profile(mut self, profile: impl Into<Option<Profile>>) -> Self {
        self.profile = profile.into();
        self
    }

    /// Sets the time of issue, in unix seconds. The default is the current time. It makes tests independent of
    /// the clock; the nonce and the IV are random all the same.
    #[must_use]
    pub fn now(mut self, now: impl Into<Option<i64>>) -> Self {
        self.now = now.into();
        self
    }

    /// The app id that tokens are issued for.
    #[must_use]
    pub fn app_id(&self) -> u32 {
        self.app_id
    }

    /// The configured profile. The public name is taken by the setter [`profile`](Self::profile).
    pub(crate) fn profile_set(&self) -> Option<Profile> {
        self.profile
    }

    /// Issues an identity token.
    ///
    /// `ttl` is how long the token is valid from now on. It must be a whole number of seconds.
    ///
    /// # Errors
    ///
    /// [`ErrorCode::InvalidUserId`], [`ErrorCode::InvalidTtl`], [`ErrorCode::TooLong`],
    /// [`ErrorCode::RandomUnavailable`]; [`ErrorCode::InvalidArgument`] if [`now`](Self::now) is negative or in
    /// milliseconds.
    pub fn issue(&self, user_id: &str, ttl: Duration) -> Result<String, Error> {
        self.issue_with_payload(user_id, ttl, "")
    }

    /// Issues a token with a payload, which is JSON text of the privilege form. Prefer
    /// [`issue_room`](Self::issue_room), which writes the payload.
    ///
    /// # Errors
    ///
    /// The same as [`issue`](Self::issue), and with a profile also [`ErrorCode::InvalidPayload`] and
    /// [`ErrorCode::InvalidRoom`].
    pub fn issue_with_payload(&self, user_id: &str, ttl: Duration, payload: &str) -> Result<String, Error> {
        self.issue_timed(user_id, self.request(ttl, Content::Text(payload))).map(|issued| issued.token)
    }

    /// Issues a privilege token.
    ///
    /// # Errors
    ///
    /// The same as [`issue_with_payload`](Self::issue_with_payload), and [`ErrorCode::InvalidRoom`] if the
    /// room id, a stream id or the list of streams is empty.
    pub fn issue_room(
        &self,
        user_id: &str,
        ttl: Duration,
        privilege: &RoomPrivilege<'_>,
    ) -> Result<String, Error> {
        self.issue_timed(user_id, self.request(ttl, Content::Room(privilege))).map(|issued| issued.token)
    }

    /// Issues a token into the caller's buffer, without an allocation, and returns its length in bytes. The
    /// token is ASCII, without a terminator; the rest of `out` is unchanged.
    ///
    /// # Errors
    ///
    /// The same as [`issue_with_payload`](Self::issue_with_payload), and [`ErrorCode::BufferTooSmall`].
    pub fn issue_into(
        &self,
        user_id: &str,
        ttl: Duration,
        payload: &str,
        out: &mut [u8],
    ) -> Result<usize, Error> {
        let draft = self.draft_for(user_id, self.request(ttl, Content::Text(payload)))?;
        let plan = draft.plan(user_id)?;
        let room = out.len();
        let Some(target) = out.get_mut(..plan.token_len) else {
            return Err(arguments::buffer_too_small(plan.token_len, room));
        };
        self.seal(&plan, |envelope| {
            text::write(envelope, target);
            plan.token_len
        })
    }

    /// Issues a token without an allocation and lends its ASCII text to `lend`, for hosts that copy it into
    /// their own string type.
    ///
    /// # Errors
    ///
    /// The same as [`issue_with_payload`](Self::issue_with_payload).
    pub fn issue_with<T>(
        &self,
        user_id: &str,
        ttl: Duration,
        payload: &str,
        lend: impl FnOnce(&[u8]) -> T,
    ) -> Result<T, Error> {
        self.lend(user_id, self.request(ttl, Content::Text(payload)), lend)
    }

    /// [`issue_with`](Self::issue_with) for any request.
    #[inline(always)]
    pub(crate) fn lend<T>(
        &self,
        user_id: &str,
        request: Request<'_>,
        lend: impl FnOnce(&[u8]) -> T,
    ) -> Result<T, Error> {
        let draft = self.draft_for(user_id, request)?;
        let plan = draft.plan(user_id)?;
        self.seal(&plan, |envelope| {
            scratch::with_text(|text| {
                let target = text::space(text, plan.token_len);
                text::write(envelope, target);
                lend(target)
            })
        })
    }

    /// Returns the exact length, in bytes, of the token for these arguments. It does not depend on random
    /// values.
    ///
    /// # Errors
    ///
    /// The same as [`issue_with_payload`](Self::issue_with_payload).
    pub fn token_len(&self, user_id: &str, ttl: Duration, payload: &str) -> Result<usize, Error> {
        let draft = self.draft_for(user_id, self.request(ttl, Content::Text(payload)))?;
        Ok(draft.plan(user_id)?.token_len)
    }

    /// A request with the issuer's settings.
    #[inline(always)]
    pub(crate) fn request<'a>(&self, ttl: Duration, content: Content<'a>) -> Request<'a> {
        Request { ttl, content, profile: self.profile, now: self.now }
    }

    /// Issues a token as requested, and returns it with its expiry.
    #[inline]
    pub(crate) fn issue_timed(&self, user_id: &str, request: Request<'_>) -> Result<Issued, Error> {
        let draft = self.draft_for(user_id, request)?;
        let token = self.seal(&draft.plan(user_id)?, text::of)?;
        Ok(Issued { token, expires_at: draft.expires_at() })
    }

    /// [`issue_with_payload`](Self::issue_with_payload) with fixed random values.
    pub(crate) fn issue_fixed(
        &self,
        user_id: &str,
        request: Request<'_>,
        draw: Draw,
    ) -> Result<String, Error> {
        let draft = self.draft_for(user_id, request)?;
        let plan = draft.plan_with(user_id, draw.nonce)?;
        self.seal_drawn(&plan, &draw, text::of)
    }

    /// Checks a user id and a request, in the order of errors.
    #[inline(always)]
    fn draft_for<'a>(&'a self, user_id: &str, request: Request<'a>) -> Result<Draft<'a>, Error> {
        arguments::check_user_id(request.profile, user_id)?;
        self.draft(request)
    }

    #[inline(always)]
    pub(crate) fn draft<'a>(&'a self, request: Request<'a>) -> Result<Draft<'a>, Error> {
        Draft::new(request, &self.body_prefix, self.sealer.mode())
    }

    /// Draws the random values, builds the envelope in this thread's buffer and passes it to `show`.
    #[inline(always)]
    fn seal<T>(&self, plan: &Plan<'_>, show: impl FnOnce(&[u8]) -> T) -> Result<T, Error> {
        let mut draw = [Draw::default()];
        random::draw(&mut draw)?;
        self.seal_drawn(plan, &draw[0], show)
    }

    #[inline(always)]
    fn seal_drawn<T>(&self, plan: &Plan<'_>, draw: &Draw, show: impl FnOnce(&[u8]) -> T) -> Result<T, Error> {
        scratch::with(|buffer| {
            plan.build(&self.sealer, draw, buffer).inspect_err(|_| buffer.zeroize())?;
            Ok(show(buffer))
        })
    }

    /// Draws the random values of tokens for up to [`LANES`] users, builds their envelopes in the empty buffer,
    /// each followed by a [`text::GAP`], and returns where each ends.
    #[inline(always)]
    pub(crate) fn build_lanes(
        &self,
        draft: &Draft<'_>,
        written_rest: &[u8],
        user_ids: &[&str],
        buffer: &mut Vec<u8>,
    ) -> Result<[usize; LANES], Error> {
        let mut draws = [Draw::default(); LANES];
        let draws = &mut draws[..user_ids.len()];
        random::draw(draws)?;
        draft
            .build_lanes(&self.sealer, written_rest, user_ids, draws, buffer)
            .inspect_err(|_| buffer.zeroize())
    }
}

impl fmt::Debug for Issuer {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Issuer")
            .field("app_id", &self.app_id)
            .field("secret", &"[redacted]")
            .field("mode", &self.sealer.mode())
            .field("profile", &self.profile)
            .finish()
    }
}

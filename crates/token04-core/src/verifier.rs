//! Opens and checks the tokens of one app.

use std::fmt;
use std::time::Duration;

use zeroize::Zeroize;

use crate::cipher::Unsealer;
use crate::claims::Claims;
use crate::envelope::Envelope;
use crate::error::{Error, ErrorCode};
use crate::times::milliseconds_hint;
use crate::{clock, scratch, secret, text};

/// Opens and checks the tokens of one app.
///
/// A verifier holds the expanded keys and can be shared between threads: create one and reuse it. Dropping it
/// wipes the keys.
///
/// CBC tokens are not authenticated. A token that opens and passes the checks was very likely issued with the
/// secret, but single bytes may have been changed without detection. Rely on the claims of a CBC token only if
/// it came straight from you.
///
/// ```
/// use std::time::Duration;
/// use token04_core::{ErrorCode, Login, RoomPrivilege, Issuer, Verifier};
///
/// # fn main() -> Result<(), token04_core::Error> {
/// # let (app_id, secret) = (1234567890, "0123456789abcdef0123456789abcdef");
/// let token = Issuer::new(app_id, secret)?.issue_room(
///     "user1",
///     Duration::from_secs(3600),
///     &RoomPrivilege::new("room1"),
/// )?;
/// let verifier = Verifier::new(app_id, secret)?.leeway(Duration::from_secs(5));
/// let claims = verifier.verify(&token)?;
/// assert_eq!(claims.user_id, "user1");
///
/// let login = Login::new().user_id("user1").room_id("room2");
/// let error = verifier.verify_login(&token, &login).unwrap_err();
/// assert_eq!(error.code(), ErrorCode::NotPermitted);
/// # Ok(())
/// # }
/// ```
pub struct Verifier {
    app_id: u32,
    unsealer: Unsealer,
    previous: Option<Unsealer>,
    leeway: i64,
}

/// What a login expects of a valid token, and the time to check it at.
#[derive(Clone, Debug, Default)]
pub struct Login<'a> {
    pub(crate) user_id: Option<&'a str>,
    pub(crate) room_id: Option<&'a str>,
    pub(crate) stream_id: Option<&'a str>,
    pub(crate) publish: bool,
    pub(crate) require_privilege: bool,
    now: Option<i64>,
}

impl<'a> Login<'a> {
    /// Creates a login without expectations.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Expects a token for this user.
    #[must_use]
    pub fn user_id(mut self, user_id: impl Into<Option<&'a str>>) -> Self {
        self.user_id = user_id.into();
        self
    }

    /// Expects a token that allows logging in to this room. An identity token allows every room.
    #[must_use]
    pub fn room_id(mut self, room_id: impl Into<Option<&'a str>>) -> Self {
        self.room_id = room_id.into();
        self
    }

    /// Expects a token that allows this stream. An identity token allows every stream.
    #[must_use]
    pub fn stream_id(mut self, stream_id: impl Into<Option<&'a str>>) -> Self {
        self.stream_id = stream_id.into();
        self
    }

    /// Sets whether the token must allow publishing. An identity token does.
    #[must_use]
    pub fn publish(mut self, expected: bool) -> Self {
        self.publish = expected;
        self
    }

    /// Sets whether an identity token is refused. Without this, an identity token satisfies any room, stream and
    /// right, because the format means it so: a room that is guarded by privilege tokens needs this.
    #[must_use]
    pub fn require_privilege(mut self, required: bool) -> Self {
        self.require_privilege = required;
        self
    }

    /// Sets the time to check against, in unix seconds. The default is the current time.
    #[must_use]
    pub fn now(mut self, now: impl Into<Option<i64>>) -> Self {
        self.now = now.into();
        self
    }

    /// The time to check against, in unix seconds.
    pub(crate) fn time(&self) -> i64 {
        self.now.unwrap_or_else(clock::now)
    }

    /// Whether a room, a stream or publishing is expected, and therefore also the right to log in.
    pub(crate) fn expects_rights(&self) -> bool {
        self.room_id.is_some() || self.stream_id.is_some() || self.publish
    }

    /// Checks rights. An identity token has all of them. A payload that is neither empty nor of the privilege
    /// form grants none, because it was meant to limit the token in an unknown way.
    fn check_rights(&self, claims: &Claims) -> Result<(), Error> {
        if claims.payload.is_empty() && self.require_privilege {
            return Err(not_permitted("it is an identity token, without privileges"));
        }
        if claims.payload.is_empty() || !(self.expects_rights() || self.require_privilege) {
            return Ok(());
        }
        let Some(privilege) = claims.privilege() else {
            return Err(not_permitted("its payload is not of the privilege form and grants no rights"));
        };
        if self.room_id.is_some_and(|room_id| !privilege.permits_room(room_id)) {
            return Err(not_permitted("it is for another room"));
        }
        if privilege.login != Some(true) {
            return Err(not_permitted("it does not allow logging in"));
        }
        if self.publish && privilege.publish != Some(true) {
            return Err(not_permitted("it does not allow publishing"));
        }
        if self.stream_id.is_some_and(|stream_id| !privilege.permits_stream(stream_id)) {
            return Err(not_permitted("it does not name the stream"));
        }
        Ok(())
    }
}

impl Verifier {
    /// Creates a verifier with one secret and no leeway.
    ///
    /// # Errors
    ///
    /// [`ErrorCode::InvalidAppId`] for app id 0, [`ErrorCode::InvalidSecret`] if the secret is not 32 bytes.
    pub fn new(app_id: u32, secret: &str) -> Result<Self, Error> {
        let app_id = crate::arguments::app_id(app_id)?;
        let unsealer = Unsealer::new(secret::key(secret)?);
        Ok(Self { app_id, unsealer, previous: None, leeway: 0 })
    }

    /// Also accepts tokens issued with the previous secret, for the time while a secret is being replaced.
    ///
    /// # Errors
    ///
    /// [`ErrorCode::InvalidSecret`] if the secret is not 32 bytes.
    pub fn previous_secret(mut self, secret: &str) -> Result<Self, Error> {
        self.previous = Some(Unsealer::new(secret::key(secret)?));
        Ok(self)
    }

    /// Accepts a token for this long after its expiry, to allow for clock differences. Fractions of a second
    /// are ignored.
    #[must_use]
    pub fn leeway(mut self, leeway: Duration) -> Self {
        self.leeway = i64::try_from(leeway.as_secs()).unwrap_or(i64::MAX);
        self
    }

    /// The app id whose tokens this verifier checks.
    #[must_use]
    pub fn app_id(&self) -> u32 {
        self.app_id
    }

    /// Opens a token and checks that it belongs to this app and is not expired. Also accepts a kit token and
    /// reads the part before the `#`.
    ///
    /// # Errors
    ///
    /// The first that applies, in this order: [`ErrorCode::Malformed`], [`ErrorCode::Undecipherable`],
    /// [`ErrorCode::WrongAppId`], [`ErrorCode::ExpireMismatch`], [`ErrorCode::Expired`].
    pub fn verify(&self, token: &str) -> Result<Claims, Error> {
        self.verify_login(token, &Login::default())
    }

    /// Opens a token and checks it against what a login expects.
    ///
    /// # Errors
    ///
    /// The same as [`verify`](Self::verify), then [`ErrorCode::WrongUserId`] and [`ErrorCode::NotPermitted`].
    pub fn verify_login(&self, token: &str, login: &Login<'_>) -> Result<Claims, Error> {
        let (expires_at, mut claims) = self.open(token)?;
        let checked = self.check(expires_at, &claims, login);
        if checked.is_err() {
            claims.user_id.zeroize();
            claims.payload.zeroize();
        }
        checked.map(|()| claims)
    }

    /// Checks the expiry and the claims of a token, in the order of errors.
    fn check(&self, expires_at: i64, claims: &Claims, login: &Login<'_>) -> Result<(), Error> {
        if claims.app_id != self.app_id {
            return Err(Error::new(ErrorCode::WrongAppId, "token was made for another app_id"));
        }
        if claims.expire != expires_at {
            let message = "token names one expiry in its envelope and another in its body";
            return Err(Error::new(ErrorCode::ExpireMismatch, message));
        }
        let now = login.time();
        if now >= claims.expire.saturating_add(self.leeway) {
            return Err(expired(claims.expire, now));
        }
        if login.user_id.is_some_and(|user_id| user_id != claims.user_id) {
            return Err(Error::new(ErrorCode::WrongUserId, "token was made for another user_id"));
        }
        login.check_rights(claims)
    }

    /// Opens a token with whichever secret fits, and returns the envelope's expiry and the claims.
    fn open(&self, token: &str) -> Result<(i64, Claims), Error> {
        let mut opened = open_with(&self.unsealer, token)?;
        if let (None, Some(previous)) = (&opened, &self.previous) {
            opened = open_with(previous, token)?;
        }
        opened.ok_or_else(|| {
            let message = "token does not open: wrong secret, damaged, or no Token04 body inside";
            Error::new(ErrorCode::Undecipherable, message)
        })
    }
}

fn open_with(unsealer: &Unsealer, token: &str) -> Result<Option<(i64, Claims)>, Error> {
    scratch::with_wiped(|buffer| {
        text::decode(token, buffer)?;
        let Envelope { expires_at, mode, iv, ciphertext } = Envelope::parse(buffer)?;
        let (head, tail) = buffer.split_at_mut(ciphertext.start);
        let body = unsealer.unseal(mode, &head[iv], &mut tail[..ciphertext.len()]);
        Ok(body.and_then(Claims::parse).map(|claims| (expires_at, claims)))
    })
}

impl fmt::Debug for Verifier {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Verifier")
            .field("app_id", &self.app_id)
            .field("secret", &"[redacted]")
            .field("previous_secret", &self.previous.as_ref().map(|_| "[redacted]"))
            .field("leeway", &self.leeway)
            .finish()
    }
}

#[cold]
fn expired(expire: i64, now: i64) -> Error {
    let ago = now.saturating_sub(expire);
    Error::new(
        ErrorCode::Expired,
        format!("token expired {ago} s ago, at {expire}; it is {now} now{}", milliseconds_hint(now)),
    )
}

#[cold]
fn not_permitted(reason: &str) -> Error {
    Error::new(ErrorCode::NotPermitted, format!("token does not permit what is expected: {reason}"))
}

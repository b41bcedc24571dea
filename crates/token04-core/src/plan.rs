//! Checks and measures tokens to issue, and builds their envelopes.

use std::time::Duration;

use zeroize::Zeroizing;

use crate::cipher::{self, LANES, Mode, Sealer};
use crate::envelope::{self, MAX_BODY_LEN};
use crate::error::{Error, ErrorCode};
use crate::escape::Escaped;
use crate::profile::Profile;
use crate::random::Draw;
use crate::room_privilege::RoomPrivilege;
use crate::write_claims::{NewClaims, Payload, Prefix, Rest};
use crate::{arguments, text};

/// What a token to issue should say, apart from its user.
#[derive(Clone, Copy)]
pub(crate) struct Request<'a> {
    pub ttl: Duration,
    pub content: Content<'a>,
    pub profile: Option<Profile>,
    /// The time of issue in unix seconds, if it is not that of the clock.
    pub now: Option<i64>,
}

impl Request<'_> {
    /// Sets the time of issue, unless `now` is `None`.
    #[inline]
    pub fn at(self, now: Option<i64>) -> Self {
        Self { now: now.or(self.now), ..self }
    }
}

/// What the payload of a token is made from.
#[derive(Clone, Copy)]
pub(crate) enum Content<'a> {
    Text(&'a str),
    Room(&'a RoomPrivilege<'a>),
}

impl<'a> Content<'a> {
    /// Checks and measures the payload.
    #[inline(always)]
    fn payload(self, profile: Option<Profile>) -> Result<Payload<'a>, Error> {
        match self {
            Content::Text(text) => {
                profile.map_or(Ok(()), |profile| profile.check_payload(text))?;
                Ok(Payload::Text(Escaped::new(text)))
            }
            Content::Room(privilege) => {
                let payload = privilege.measured()?;
                profile.map_or(Ok(()), |profile| profile.check_room_payload(privilege.room_id()))?;
                Ok(Payload::Room(payload))
            }
        }
    }
}

/// A checked and measured request, for tokens of any users.
pub(crate) struct Draft<'a> {
    prefix: &'a Prefix,
    mode: Mode,
    rest: Rest<'a>,
}

/// A checked and measured token, before anything random or secret is added.
pub(crate) struct Plan<'a> {
    claims: NewClaims<'a>,
    mode: Mode,
    body_len: usize,
    pub token_len: usize,
}

/// At least the number of bytes that a writer uses after the end of a body, and the encoder after its envelope.
const WRITTEN_AHEAD: usize = 32;

/// A nonce for measuring: every nonce that is drawn has ten digits.
const ANY_NONCE: u32 = i32::MAX as u32;

impl<'a> Draft<'a> {
    /// Checks a request, in the order of errors: ttl, time of issue, payload. The user ids, which precede all
    /// of these, are already checked.
    #[inline(always)]
    pub fn new(request: Request<'a>, prefix: &'a Prefix, mode: Mode) -> Result<Self, Error> {
        let Request { ttl, content, profile, now } = request;
        let (ctime, expire) = arguments::check_times(profile, ttl, now)?;
        let rest = Rest { ctime, expire, payload: content.payload(profile)? };
        Ok(Self { prefix, mode, rest })
    }

    /// Writes the part that the bodies of all tokens share.
    pub fn written_rest(&self) -> Zeroizing<Vec<u8>> {
        // A growing buffer would leave plaintext behind.
        let mut written = Zeroizing::new(Vec::with_capacity(self.rest.len() + WRITTEN_AHEAD));
        self.rest.write(&mut written, |_| ());
        written
    }

    /// The expiry of the tokens, in unix seconds.
    #[inline]
    pub fn expires_at(&self) -> i64 {
        self.rest.expire
    }

    /// Measures a token for a user whose id is already checked.
    #[inline(always)]
    pub fn plan<'b>(&'b self, user_id: &'b str) -> Result<Plan<'b>, Error> {
        self.plan_with(user_id, ANY_NONCE)
    }

    /// [`plan`](Self::plan) for a fixed nonce, which may have less than ten digits.
    #[inline(always)]
    pub fn plan_with<'b>(&'b self, user_id: &'b str, nonce: u32) -> Result<Plan<'b>, Error> {
        let Self { prefix, mode, rest } = *self;
        let claims = NewClaims { prefix, user_id: Escaped::new(user_id), rest, written_rest: None };
        let body_len = claims.len(nonce);
        if body_len > MAX_BODY_LEN {
            return Err(too_long(body_len));
        }
        Ok(Plan { claims, mode, body_len, token_len: text::encoded_len(envelope::len(mode, body_len)) })
    }

    /// Checks that the token of a user whose id is already checked is not too long.
    #[inline]
    pub fn check_len(&self, user_id: &str) -> Result<(), Error> {
        if self.longest_body(user_id) <= MAX_BODY_LEN { Ok(()) } else { self.plan(user_id).map(drop) }
    }

    /// The length in bytes of the body for a user id, if each of its characters is escaped.
    #[inline]
    fn longest_body(&self, user_id: &str) -> usize {
        NewClaims::MAX_START_LEN + 6 * user_id.len() + self.rest.len()
    }

    /// Builds the envelopes of tokens for up to [`LANES`] users whose ids and lengths are already checked, in
    /// the empty buffer, each followed by a [`text::GAP`]. Returns where each ends. After an error the buffer holds
    /// plaintext.
    #[inline(always)]
    pub fn build_lanes(
        &self,
        sealer: &Sealer,
        written_rest: &[u8],
        user_ids: &[&str],
        draws: &[Draw],
        buffer: &mut Vec<u8>,
    ) -> Result<[usize; LANES], Error> {
        // Reserve all of it at once: a growing buffer would leave plaintext behind.
        let longest = |user_id: &&str| envelope::len(self.mode, self.longest_body(user_id)) + text::GAP;
        buffer.reserve(user_ids.iter().map(longest).sum::<usize>() + WRITTEN_AHEAD);
        let (mut starts, mut ends) = ([0; LANES], [0; LANES]);
        for (lane, (user_id, draw)) in user_ids.iter().zip(draws).enumerate() {
            let mut plan = self.plan(user_id)?;
            plan.claims.written_rest = Some(written_rest);
            match self.mode {
                Mode::Cbc => starts[lane] = plan.write_padded(draw, buffer),
                Mode::Gcm => plan.build(sealer, draw, buffer)?,
            }
            ends[lane] = buffer.len();
            buffer.extend_from_slice(&[0; text::GAP]);
        }
        if self.mode == Mode::Cbc {
            let places = starts.into_iter().zip(ends).map(|(start, end)| start..end);
            sealer.encrypt_lanes(places.zip(draws.iter().map(|draw| &draw.iv)), buffer);
        }
        Ok(ends)
    }
}

impl Plan<'_> {
    /// Appends the envelope to the buffer. After an error the buffer holds plaintext.
    ///
    /// Never inlined: each host has several ways to issue, and if every one had its own copy, the compiler would
    /// call the parts of it instead of inlining them, once per value that is written.
    #[inline(never)]
    pub fn build(&self, sealer: &Sealer, draw: &Draw, buffer: &mut Vec<u8>) -> Result<(), Error> {
        // Reserve all of it at once: a growing buffer would leave plaintext behind.
        buffer.reserve(envelope::len(self.mode, self.body_len) + WRITTEN_AHEAD);
        envelope::write_head(self.mode, self.claims.rest.expire, &draw.iv, self.body_len, buffer);
        let start = buffer.len();
        let mut seal = sealer.begin(&draw.iv, start);
        self.claims.write(draw.nonce, buffer, |buffer| seal.advance(buffer));
        debug_assert_eq!(buffer.len() - start, self.body_len);
        seal.finish(buffer)
            .ok_or_else(|| Error::new(ErrorCode::Internal, "the cipher refused to encrypt"))?;
        envelope::write_tail(self.mode, buffer);
        Ok(())
    }

    /// Appends the envelope in mode CBC with its body padded but not encrypted, and returns where the body
    /// starts.
    #[inline(always)]
    fn write_padded(&self, draw: &Draw, buffer: &mut Vec<u8>) -> usize {
        envelope::write_head(self.mode, self.claims.rest.expire, &draw.iv, self.body_len, buffer);
        let start = buffer.len();
        self.claims.write(draw.nonce, buffer, |_| ());
        cipher::pad(start, buffer);
        start
    }
}

#[cold]
fn too_long(body_len: usize) -> Error {
    let message =
        format!("user_id and payload make a body of {body_len} bytes, a token holds at most {MAX_BODY_LEN}");
    Error::new(ErrorCode::TooLong, message)
}

//! What is known beside a token when it is diagnosed.

use std::fmt;

use crate::clock;
use crate::profile::Profile;
use crate::vocabulary::vocabulary;

vocabulary! {
    /// The language of a report's texts.
    #[derive(Default)]
    Language;
    #[default]
    En = 0, "en", "English.";
    Zh = 1, "zh", "Simplified Chinese.";
}

/// What is known beside the token: all of it is optional, and the more is given, the more can be said.
///
/// ```
/// use token04_core::{Language, Profile, Question};
///
/// let question = Question::new()
///     .secret("0123456789abcdef0123456789abcdef")
///     .app_id(1234567890)
///     .user_id("user1")
///     .profile(Profile::Rtc)
///     .lang(Language::Zh);
/// # let _ = question;
/// ```
#[derive(Clone, Default)]
pub struct Question<'a> {
    pub(super) secret: Option<&'a str>,
    pub(super) app_id: Option<u32>,
    pub(super) user_id: Option<&'a str>,
    pub(super) room_id: Option<&'a str>,
    pub(super) stream_id: Option<&'a str>,
    pub(super) publish: bool,
    pub(super) profile: Option<Profile>,
    pub(super) now: Option<i64>,
    pub(super) language: Language,
}

impl<'a> Question<'a> {
    /// Knows nothing yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The secret that the token should have been made with: of any length, for a wrong one may be the
    /// mistake. No text of the report holds it.
    #[must_use]
    pub fn secret(mut self, secret: impl Into<Option<&'a str>>) -> Self {
        self.secret = secret.into();
        self
    }

    /// The app that the client runs under.
    #[must_use]
    pub fn app_id(mut self, app_id: impl Into<Option<u32>>) -> Self {
        self.app_id = app_id.into();
        self
    }

    /// The user who logs in.
    #[must_use]
    pub fn user_id(mut self, user_id: impl Into<Option<&'a str>>) -> Self {
        self.user_id = user_id.into();
        self
    }

    /// The room that the user logs in to.
    #[must_use]
    pub fn room_id(mut self, room_id: impl Into<Option<&'a str>>) -> Self {
        self.room_id = room_id.into();
        self
    }

    /// The stream to publish or play.
    #[must_use]
    pub fn stream_id(mut self, stream_id: impl Into<Option<&'a str>>) -> Self {
        self.stream_id = stream_id.into();
        self
    }

    /// Whether the user means to publish.
    #[must_use]
    pub fn publish(mut self, expected: bool) -> Self {
        self.publish = expected;
        self
    }

    /// The product that the token is for. Without one, only what holds for all of them is an error.
    #[must_use]
    pub fn profile(mut self, profile: impl Into<Option<Profile>>) -> Self {
        self.profile = profile.into();
        self
    }

    /// The time of the question, in unix seconds, instead of the clock's.
    #[must_use]
    pub fn now(mut self, now: impl Into<Option<i64>>) -> Self {
        self.now = now.into();
        self
    }

    /// The language of the report's texts; English unless told.
    #[must_use]
    pub fn lang(mut self, language: Language) -> Self {
        self.language = language;
        self
    }

    pub(super) fn time(&self) -> i64 {
        self.now.unwrap_or_else(clock::now)
    }

    /// Whether the user is expected to log in to a room.
    pub(super) fn expects_login(&self) -> bool {
        self.room_id.is_some() || self.stream_id.is_some() || self.publish
    }
}

impl fmt::Debug for Question<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Question")
            .field("secret", &self.secret.map(|_| "[redacted]"))
            .field("app_id", &self.app_id)
            .field("user_id", &self.user_id)
            .field("room_id", &self.room_id)
            .field("stream_id", &self.stream_id)
            .field("publish", &self.publish)
            .field("profile", &self.profile)
            .field("now", &self.now)
            .field("language", &self.language)
            .finish()
    }
}

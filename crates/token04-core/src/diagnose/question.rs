//! What is known beside a token when it is diagnosed.

use std::fmt;

use crate::profile::Profile;
use crate::verifier::Login;

/// The language of a report's texts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[repr(i32)]
pub enum Language {
    /// English.
    #[default]
    En = 0,
    /// Simplified Chinese.
    Zh = 1,
}

impl Language {
    /// Every language.
    pub const ALL: &'static [Self] = &[Language::En, Language::Zh];

    /// The language's name: `en` or `zh`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Language::En => "en",
            Language::Zh => "zh",
        }
    }
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
    pub(super) profile: Option<Profile>,
    pub(super) login: Login<'a>,
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
        self.login = self.login.user_id(user_id);
        self
    }

    /// The room that the user logs in to.
    #[must_use]
    pub fn room_id(mut self, room_id: impl Into<Option<&'a str>>) -> Self {
        self.login = self.login.room_id(room_id);
        self
    }

    /// The stream to publish or play.
    #[must_use]
    pub fn stream_id(mut self, stream_id: impl Into<Option<&'a str>>) -> Self {
        self.login = self.login.stream_id(stream_id);
        self
    }

    /// Whether the user means to publish.
    #[must_use]
    pub fn publish(mut self, expected: bool) -> Self {
        self.login = self.login.publish(expected);
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
        self.login = self.login.now(now);
        self
    }

    /// The language of the report's texts; English unless told.
    #[must_use]
    pub fn lang(mut self, language: Language) -> Self {
        self.language = language;
        self
    }
}

impl fmt::Debug for Question<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Question")
            .field("secret", &self.secret.map(|_| "[redacted]"))
            .field("app_id", &self.app_id)
            .field("profile", &self.profile)
            .field("login", &self.login)
            .field("language", &self.language)
            .finish()
    }
}

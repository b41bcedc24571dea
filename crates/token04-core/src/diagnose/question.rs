//! What is known about a token to diagnose.

use std::fmt;

use crate::profile::Profile;
use crate::verifier::Login;
use crate::vocabulary::vocabulary;

vocabulary! {
    /// The language of a report's texts.
    #[derive(Default)]
    Language;
    #[default]
    En = 0, "en", "English.";
    Zh = 1, "zh", "Simplified Chinese.";
}

/// What is known about the token. Everything is optional; the more is given, the more a diagnosis can find.
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
    pub(super) code: Option<i64>,
    pub(super) login: Login<'a>,
    pub(super) language: Language,
}

impl<'a> Question<'a> {
    /// Creates a question without any details.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets the secret that the token should be issued with. It may have any length, because a wrong length
    /// may be the mistake. No text of the report contains it.
    #[must_use]
    pub fn secret(mut self, secret: impl Into<Option<&'a str>>) -> Self {
        self.secret = secret.into();
        self
    }

    /// Sets the client's app id.
    #[must_use]
    pub fn app_id(mut self, app_id: impl Into<Option<u32>>) -> Self {
        self.app_id = app_id.into();
        self
    }

    /// Sets the user who logs in.
    #[must_use]
    pub fn user_id(mut self, user_id: impl Into<Option<&'a str>>) -> Self {
        self.login = self.login.user_id(user_id);
        self
    }

    /// Sets the room that the user logs in to.
    #[must_use]
    pub fn room_id(mut self, room_id: impl Into<Option<&'a str>>) -> Self {
        self.login = self.login.room_id(room_id);
        self
    }

    /// Sets the stream to publish or play.
    #[must_use]
    pub fn stream_id(mut self, stream_id: impl Into<Option<&'a str>>) -> Self {
        self.login = self.login.stream_id(stream_id);
        self
    }

    /// Sets whether the user wants to publish.
    #[must_use]
    pub fn publish(mut self, expected: bool) -> Self {
        self.login = self.login.publish(expected);
        self
    }

    /// Sets the product that the token is for. Without a profile, only what is wrong for every product is an
    /// error.
    #[must_use]
    pub fn profile(mut self, profile: impl Into<Option<Profile>>) -> Self {
        self.profile = profile.into();
        self
    }

    /// Sets the error code that the client saw. The findings that can cause it come first.
    #[must_use]
    pub fn code(mut self, code: impl Into<Option<i64>>) -> Self {
        self.code = code.into();
        self
    }

    /// Sets the time to check against, in unix seconds. The default is the current time.
    #[must_use]
    pub fn now(mut self, now: impl Into<Option<i64>>) -> Self {
        self.login = self.login.now(now);
        self
    }

    /// Sets the language of the report's texts. The default is English.
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
            .field("code", &self.code)
            .field("login", &self.login)
            .field("language", &self.language)
            .finish()
    }
}

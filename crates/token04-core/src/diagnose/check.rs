//! What is checked of a token, and what came of it.

use super::question::Language;

/// A group of findings that are looked for together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Check {
    /// The text: a whole token, as it was issued.
    Text,
    /// The layout of the bytes.
    Layout,
    /// The mode and the key of the encryption.
    ModeAndKey,
    /// The claims in the body, the payload aside.
    Claims,
    /// The payload.
    Payload,
    /// When the token was issued and when it expires.
    Times,
    /// The expected app and user.
    AppAndUser,
    /// The expected room, rights and stream.
    RoomAndRights,
    /// The limits of the product on ids.
    ProductLimits,
}

impl Check {
    /// Every check, in the order in which they are made.
    pub const ALL: &'static [Self] = &[
        Check::Text,
        Check::Layout,
        Check::ModeAndKey,
        Check::Claims,
        Check::Payload,
        Check::Times,
        Check::AppAndUser,
        Check::RoomAndRights,
        Check::ProductLimits,
    ];

    /// The check's name, such as `mode-and-key`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Check::Text => "text",
            Check::Layout => "layout",
            Check::ModeAndKey => "mode-and-key",
            Check::Claims => "claims",
            Check::Payload => "payload",
            Check::Times => "times",
            Check::AppAndUser => "app-and-user",
            Check::RoomAndRights => "room-and-rights",
            Check::ProductLimits => "product-limits",
        }
    }

    /// The check in the words of a language, such as `mode and key`.
    #[must_use]
    pub const fn label(self, lang: Language) -> &'static str {
        let (english, chinese) = match self {
            Check::Text => ("text", "文本"),
            Check::Layout => ("layout", "布局"),
            Check::ModeAndKey => ("mode and key", "模式和密钥"),
            Check::Claims => ("claims", "字段"),
            Check::Payload => ("payload", "payload"),
            Check::Times => ("times", "时间"),
            Check::AppAndUser => ("app and user", "App 和用户"),
            Check::RoomAndRights => ("room and rights", "房间和权限"),
            Check::ProductLimits => ("limits of the product", "产品限制"),
        };
        match lang {
            Language::En => english,
            Language::Zh => chinese,
        }
    }
}

/// What came of a check.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Outcome {
    /// It was made, and found neither an error nor a warning.
    Passed,
    /// It found an error or a warning.
    Failed,
    /// It can only be made with the secret.
    NeedsSecret,
    /// It was not asked for, or what is wrong with the token prevents it.
    NotMade,
}

impl Outcome {
    /// Every outcome.
    pub const ALL: &'static [Self] =
        &[Outcome::Passed, Outcome::Failed, Outcome::NeedsSecret, Outcome::NotMade];

    /// The outcome's name: `passed`, `failed`, `needs-secret` or `not-made`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Outcome::Passed => "passed",
            Outcome::Failed => "failed",
            Outcome::NeedsSecret => "needs-secret",
            Outcome::NotMade => "not-made",
        }
    }
}

//! The checks of a diagnosis, and their outcomes.

use super::question::Language;

macro_rules! checks {
    ($($(#[$doc:meta])* $check:ident = $name:literal, $english:literal | $chinese:literal;)+) => {
        /// A group of findings that one check looks for.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Check {
            $($(#[$doc])* $check,)+
        }

        impl Check {
            /// Every check, in the order of the report.
            pub const ALL: &'static [Self] = &[$(Check::$check,)+];

            /// The check's name, such as `mode-and-key`.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Check::$check => $name,)+ }
            }

            /// The check's name in a language, such as `mode and key`.
            #[must_use]
            pub const fn label(self, lang: Language) -> &'static str {
                match (self, lang) {
                    $((Check::$check, Language::En) => $english, (Check::$check, Language::Zh) => $chinese,)+
                }
            }
        }
    };
}

checks! {
    /// The text: whether it is a whole, unchanged token.
    Text = "text", "text" | "文本";
    /// The layout of the bytes.
    Layout = "layout", "layout" | "布局";
    /// The mode and the key of the encryption.
    ModeAndKey = "mode-and-key", "mode and key" | "模式和密钥";
    /// The claims in the body, except the payload.
    Claims = "claims", "claims" | "字段";
    /// The payload.
    Payload = "payload", "payload" | "payload";
    /// When the token was issued and when it expires.
    Times = "times", "times" | "时间";
    /// The expected app and user.
    AppAndUser = "app-and-user", "app and user" | "App 和用户";
    /// The expected room, rights and stream.
    RoomAndRights = "room-and-rights", "room and rights" | "房间和权限";
    /// The limits of the product on ids.
    ProductLimits = "product-limits", "limits of the product" | "产品限制";
}

/// The outcome of a check.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Outcome {
    /// The check was made, and found neither an error nor a warning.
    Passed,
    /// The check found an error or a warning.
    Failed,
    /// The check needs the secret.
    NeedsSecret,
    /// The check was not requested, or an error in the token prevents it.
    NotMade,
}

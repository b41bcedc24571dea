//! What `diagnose` and `explain` share: the language of their texts.

use clap::Args;
use token04_core::Language;

use crate::arguments::named;

/// The language of the texts.
#[derive(Args)]
pub struct LanguageArgument {
    /// The language of the texts [default: the locale's]
    #[arg(long, value_parser = named(Language::ALL, Language::name))]
    lang: Option<Language>,
}

impl LanguageArgument {
    pub fn chosen(&self) -> Language {
        self.lang.unwrap_or_else(language_of_locale)
    }
}

/// Chinese if the locale for messages is Chinese; the lookup follows POSIX.
fn language_of_locale() -> Language {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .find_map(|name| std::env::var_os(name).filter(|value| !value.is_empty()));
    match locale {
        Some(locale) if locale.to_string_lossy().to_ascii_lowercase().starts_with("zh") => Language::Zh,
        _ => Language::En,
    }
}

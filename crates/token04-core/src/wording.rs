//! How a host language spells what an error message mentions: the names of arguments, and its null.

use std::borrow::Cow;

use crate::error::Error;

/// How a language writes the names of arguments.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Naming {
    /// `user_id`, as in C, Python and Rust.
    Snake,
    /// `userId`, as in JavaScript, Java, PHP and .NET.
    Camel,
    /// `userID`, as in Go and Objective-C.
    Initialism,
}

/// How a host language spells what messages mention. The core writes `user_id` and `null`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wording {
    /// The names of arguments.
    pub naming: Naming,
    /// The language's word for null.
    pub null: &'static str,
}

impl Wording {
    /// The message of an error in this language's words.
    #[must_use]
    pub fn message<'a>(&self, error: &'a Error) -> Cow<'a, str> {
        let text = error.message();
        if (self.naming == Naming::Snake || !text.contains('_')) && !text.contains("null") {
            return Cow::Borrowed(text);
        }
        let mut message = String::with_capacity(text.len());
        for word in text.split_inclusive(|char: char| !is_part_of_a_name(char)) {
            let name = word.trim_end_matches(|char| !is_part_of_a_name(char));
            self.write(name, &mut message);
            message.push_str(&word[name.len()..]);
        }
        if message == text { Cow::Borrowed(text) } else { Cow::Owned(message) }
    }

    fn write(&self, name: &str, message: &mut String) {
        if name == "null" {
            return message.push_str(self.null);
        }
        if self.naming == Naming::Snake || !is_snake_case(name) {
            return message.push_str(name);
        }
        for (position, part) in name.split('_').enumerate() {
            match (position, part) {
                (0, _) => message.push_str(part),
                (_, "id") if self.naming == Naming::Initialism => message.push_str("ID"),
                (_, "ids") if self.naming == Naming::Initialism => message.push_str("IDs"),
                _ => capitalized(part, message),
            }
        }
    }
}

fn is_part_of_a_name(char: char) -> bool {
    char.is_ascii_alphanumeric() || char == '_'
}

/// Whether a word is a name of several parts. The punctuation that a profile allows contains a bare `_`.
fn is_snake_case(name: &str) -> bool {
    name.contains('_')
        && name.split('_').all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase()))
}

fn capitalized(part: &str, message: &mut String) {
    let (first, rest) = part.split_at(1);
    message.push_str(&first.to_ascii_uppercase());
    message.push_str(rest);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::arguments::{Argument, invalid_argument, null};
    use crate::profile::Profile;

    const CAMEL: Wording = Wording { naming: Naming::Camel, null: "null" };
    const GO: Wording = Wording { naming: Naming::Initialism, null: "nil" };

    #[test]
    fn names_and_null_are_those_of_the_language() {
        let error = null(Argument::UserId);
        assert_eq!(CAMEL.message(&error), "userId must be a string, not null");
        assert_eq!(GO.message(&error), "userID must be a string, not nil");
        let python = Wording { naming: Naming::Snake, null: "None" };
        assert_eq!(python.message(&error), "user_id must be a string, not None");
        let error = invalid_argument("require_privilege, app_id");
        assert_eq!(GO.message(&error), "requirePrivilege, appID");
        let error = invalid_argument("user_ids[3]: user_id must not be empty");
        assert_eq!(GO.message(&error), "userIDs[3]: userID must not be empty");
        assert_eq!(CAMEL.message(&error), "userIds[3]: userId must not be empty");
    }

    #[test]
    fn everything_else_is_unchanged() {
        let error = Profile::Rtc.check_user_id("a b").unwrap_err();
        assert_eq!(CAMEL.message(&error), error.message().replace("user_id", "userId"));
        for text in ["", "nullable _ a_ _a é_é A_B ,app_ids5", "secret must be 32 bytes, got 31"] {
            let error = invalid_argument(text);
            assert!(matches!(CAMEL.message(&error), Cow::Borrowed(same) if same == text), "{text}");
        }
    }
}

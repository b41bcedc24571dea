//! Why a call failed, as JavaScript is told.

use std::borrow::Cow;

use token04_core::Error;

/// The number and the message of an error.
pub struct Failure {
    pub code: i32,
    pub message: Cow<'static, str>,
}

impl From<Error> for Failure {
    #[cold]
    fn from(error: Error) -> Self {
        Self { code: error.code().number(), message: error.message().to_owned().into() }
    }
}

#[cfg(test)]
mod tests {
    use token04_core::ErrorCode;

    #[test]
    fn javascript_has_every_code_by_the_same_name() {
        let source = include_str!("../lib/error.ts");
        let is_code = |line: &&str| line.contains(" = ") && line.ends_with(',');
        let told: Vec<&str> = source.lines().map(str::trim).filter(is_code).collect();
        let codes: Vec<String> =
            ErrorCode::ALL.iter().map(|code| format!("{code:?} = {},", code.number())).collect();
        assert_eq!(told, codes);
    }
}

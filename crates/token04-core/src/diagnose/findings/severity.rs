//! How bad a finding is.

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(i32)]
pub enum Severity {
    /// The token will be refused, or must be replaced.
    Error = 0,
    /// The token may be refused, or does less or more than was meant.
    Warning = 1,
    /// Good to know.
    Note = 2,
}

impl Severity {
    /// Every severity, the worst first.
    pub const ALL: &'static [Self] = &[Severity::Error, Severity::Warning, Severity::Note];

    /// The severity's name: `error`, `warning` or `note`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        }
    }
}

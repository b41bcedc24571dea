//! The C ABI of token04. `include/token04.h` is generated from these files.
//!
//! Each function converts its arguments, makes one call of the core and converts the result. All of them run
//! inside [`boundary`], which catches panics and writes the details of an error.

#![allow(non_camel_case_types, reason = "types have one name, here and in the header")]
#![allow(clippy::missing_safety_doc, reason = "the header says once what every pointer must be")]

mod boundary;
mod growth;

// In the order of the header; blank lines keep rustfmt from sorting.
mod version;

mod status;

mod error;

mod text;

mod lent;

mod packed;

mod choices;

mod names;

mod issue_options;

mod issuer;

mod many;

mod privilege;

mod verifier;

mod claims;

mod inspect;

mod kit;

mod generate;

mod diagnose;

mod explain;

mod refuse;

mod ttl_text;

pub use choices::{
    LanguageNumber, ModeNumber, ProfileNumber, token04_language, token04_mode, token04_profile,
};
pub use claims::{token04_body, token04_claims};
pub use diagnose::{SeverityNumber, token04_finding, token04_question, token04_report, token04_severity};
pub use error::{WordingNumber, token04_error, token04_wording};
pub use explain::token04_explanation;
pub use inspect::token04_header;
pub use issue_options::token04_issue_options;
pub use issuer::token04_issuer;
pub use kit::token04_kit_user;
pub use many::token04_tokens;
pub use privilege::token04_privilege;
pub use refuse::{ArgumentNumber, token04_argument};
pub use status::{StatusCode, token04_status};
pub use text::token04_text;
pub use verifier::{token04_login, token04_verifier, token04_verifier_options};

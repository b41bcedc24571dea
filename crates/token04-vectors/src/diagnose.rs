//! The cases of diagnose.json.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::Claims;

/// A case of diagnose.json.
#[derive(Debug, Clone, Deserialize)]
pub struct DiagnoseCase {
    /// Unique in the file.
    pub id: String,
    /// The token, or a text mistaken for one.
    pub token: String,
    /// The secret, of any length; none for a diagnosis without it.
    pub secret: Option<String>,
    /// The app id to expect.
    pub app_id: Option<u32>,
    /// The user to expect.
    pub user_id: Option<String>,
    /// The room to enter.
    pub room_id: Option<String>,
    /// The stream to publish or play.
    pub stream_id: Option<String>,
    /// Whether to publish.
    #[serde(default)]
    pub publish: bool,
    /// `rtc`, `zim`, `kit` or `call`.
    pub profile: Option<String>,
    /// The time, unix seconds.
    pub now: i64,
    /// Whether there is no error among the findings.
    pub ok: bool,
    /// The exact findings, in order.
    pub findings: Vec<Finding>,
    /// The client codes of each finding that has any.
    pub codes: BTreeMap<String, Vec<u32>>,
    /// The claims of the token; if absent, the case does not specify them.
    pub claims: Option<Claims>,
}

/// A finding of a diagnosis.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Finding {
    /// The id of the finding.
    pub id: String,
    /// `error`, `warning` or `note`.
    pub severity: String,
}

//! Holds what a token says against what was expected, and against the limits of the product.

use super::body::Body;
use super::findings::{Fact, FindingId};
use super::kit_part::KitPart;
use super::question::Question;
use super::report::{Findings, Severity};
use super::show::Bytes;
use super::words::{Argument, IdFault};
use crate::privilege::Privilege;
use crate::profile::Profile;

/// What is known of the token beside the question.
pub(super) struct Known<'a> {
    pub body: Option<&'a Body>,
    pub kit: Option<&'a KitPart>,
    pub privilege: Option<&'a Privilege>,
}

/// Checks a token that could be opened, or at least its kit part, against all that was expected.
pub(super) fn check(known: &Known<'_>, question: &Question<'_>, findings: &mut Findings) {
    check_swapped(known, question, findings);
    check_app_and_user(known, question, findings);
    check_rights(known, question, findings);
    check_user_limit(known, question, findings);
    check_room_limit(known, question, findings);
}

impl Known<'_> {
    fn app_id(&self) -> Option<u32> {
        match self.body {
            Some(body) => body.app_id,
            None => self.kit.and_then(|kit| kit.app_id),
        }
    }

    fn user_id(&self) -> Option<&str> {
        match self.body {
            Some(body) => body.user_id.as_deref(),
            None => self.kit.and_then(|kit| kit.user_id.as_deref()),
        }
    }
}

fn check_swapped(known: &Known<'_>, question: &Question<'_>, findings: &mut Findings) {
    let Some(body) = known.body else { return };
    let user_id = body.user_id.as_deref().unwrap_or_default();
    let is_secret =
        |text: &str| !text.is_empty() && question.secret.is_some_and(|secret| secret.trim() == text);
    if is_secret(user_id) {
        findings.add(Fact::SecretAs { argument: Argument::UserId });
    } else if is_secret(&body.payload) {
        findings.add(Fact::SecretAs { argument: Argument::Payload });
    } else if user_id.len() == 32 && user_id.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        findings.add_as(Severity::Warning, Fact::HexUserId {});
    }
}

fn check_app_and_user(known: &Known<'_>, question: &Question<'_>, findings: &mut Findings) {
    if let (Some(token), Some(expected)) = (known.app_id(), question.app_id)
        && token != expected
    {
        findings.add(Fact::OtherApp { token, expected });
    }
    if findings.has_error_of(FindingId::SwappedArguments) {
        return;
    }
    if let (Some(token), Some(expected)) = (known.user_id(), question.user_id)
        && token != expected
        && !token.is_empty()
    {
        findings.add(Fact::OtherUser { token: token.to_owned(), expected: expected.to_owned() });
    }
}

/// Rights of a payload of the privilege form; a payload of another form was told.
fn check_rights(known: &Known<'_>, question: &Question<'_>, findings: &mut Findings) {
    let Some(privilege) = known.privilege else { return };
    if let Some(expected) = question.room_id.filter(|room_id| !privilege.permits_room(room_id)) {
        findings.add(Fact::OtherRoom { token: privilege.room_id.clone(), expected: expected.to_owned() });
    }
    match privilege.login {
        Some(true) => {}
        _ if !question.expects_login() => {}
        Some(false) => findings.add(Fact::NoLogin {}),
        None => findings.add(Fact::UnsaidLogin {}),
    }
    match privilege.publish {
        Some(true) => {}
        _ if !question.publish => {}
        Some(false) => findings.add(Fact::NoPublish {}),
        None => findings.add(Fact::UnsaidPublish {}),
    }
    if let Some(expected) = question.stream_id.filter(|stream_id| !privilege.permits_stream(stream_id)) {
        let allowed = privilege.streams.clone().unwrap_or_default();
        findings.add(Fact::OtherStreams { allowed, expected: expected.to_owned() });
    }
}

fn check_user_limit(known: &Known<'_>, question: &Question<'_>, findings: &mut Findings) {
    if findings.has_error_of(FindingId::SwappedArguments) {
        return;
    }
    let Some(user_id) = known.user_id().or(question.user_id.filter(|_| known.body.is_none())) else { return };
    let fact = |faults| Fact::UserIdOutside { user_id: user_id.to_owned(), faults };
    if user_id.is_empty() {
        return findings.add(fact(vec![IdFault::Empty]));
    }
    let (limits, severity) = match question.profile {
        Some(profile) => (Limits::from(profile.user_id_limits()), Severity::Error),
        None => (Limits::from(Profile::Rtc.user_id_limits()).of_any_character(), Severity::Warning),
    };
    let mut outside = (faults(user_id, limits), severity);
    if outside.0.is_empty() && question.profile == Some(Profile::Kit) {
        // The kit uses ZIM for its invitations alone.
        outside = (faults(user_id, Profile::Zim.user_id_limits().into()), Severity::Warning);
    }
    if !outside.0.is_empty() {
        findings.add_as(outside.1, fact(outside.0));
    }
}

fn check_room_limit(known: &Known<'_>, question: &Question<'_>, findings: &mut Findings) {
    let (limits, severity) = match question.profile {
        Some(Profile::Zim) => return,
        Some(profile) => (Limits::from(profile.room_id_limits()), Severity::Error),
        None => (Limits::from(Profile::Rtc.room_id_limits()).of_any_character(), Severity::Warning),
    };
    // An empty room in a payload was told with its form.
    let of_payload =
        known.privilege.map(|privilege| &*privilege.room_id).filter(|room_id| !room_id.is_empty());
    let of_kit = known.kit.and_then(|kit| kit.room_id.as_deref());
    for room_id in [of_payload, of_kit, question.room_id].into_iter().flatten() {
        let faults = faults(room_id, limits);
        let fact = |faults| Fact::RoomIdOutside { room_id: room_id.to_owned(), faults };
        if room_id.is_empty() {
            findings.add(fact(vec![IdFault::Empty]));
        } else if !faults.is_empty() {
            findings.add_as(severity, fact(faults));
        }
    }
}

/// What an id may be.
#[derive(Clone, Copy)]
struct Limits {
    longest: usize,
    /// What it may hold beside ASCII letters and digits; `None` where it may hold anything.
    punctuation: Option<&'static str>,
}

impl From<(usize, &'static str)> for Limits {
    fn from((longest, punctuation): (usize, &'static str)) -> Self {
        Self { longest, punctuation: Some(punctuation) }
    }
}

impl Limits {
    fn of_any_character(self) -> Self {
        Self { punctuation: None, ..self }
    }
}

/// What keeps an id, which is not empty, from being within the limits.
fn faults(id: &str, limits: Limits) -> Vec<IdFault> {
    let mut faults = Vec::new();
    if id.len() > limits.longest {
        faults.push(IdFault::TooLong { bytes: Bytes(id.len()), limit: limits.longest });
    }
    let refused = |punctuation: &str| {
        id.chars().find(|char| !char.is_ascii_alphanumeric() && !punctuation.contains(*char))
    };
    if let Some(char) = limits.punctuation.and_then(refused) {
        faults.push(IdFault::Character { character: char.to_string() });
    }
    faults
}

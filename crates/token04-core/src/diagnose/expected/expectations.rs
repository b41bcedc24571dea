//! Compares a token's claims with what is expected, and with the limits of the product.

use super::kit_part::KitPart;
use crate::diagnose::body::Body;
use crate::diagnose::check::Check;
use crate::diagnose::collected::Collected;
use crate::diagnose::findings::{Argument, Bytes, Fact, FindingId, IdFault, Severity};
use crate::diagnose::question::Question;
use crate::inspect::inspect;
use crate::privilege::Privilege;
use crate::profile::{Profile, refused_character};
use crate::secret;

/// What was read from the token.
pub(crate) struct Known<'a> {
    pub body: Option<&'a Body>,
    pub kit: Option<&'a KitPart>,
    pub privilege: Option<&'a Privilege>,
}

/// Checks a token that could be opened, or at least its kit part, against all expectations.
pub(crate) fn check(known: &Known<'_>, question: &Question<'_>, collected: &mut Collected) {
    check_swapped(known, question, collected);
    note_what_can_be_checked(known, question, collected);
    check_app_and_user(known, question, collected);
    check_rights(known, question, collected);
    check_user_limit(known, question, collected);
    check_room_limit(known, question, collected);
}

/// Whether a room id is a token, which was passed in its place.
fn is_token(room_id: &str) -> bool {
    inspect(room_id).is_ok()
}

/// The checks that a question's expectations require.
pub(crate) fn asked(question: &Question<'_>) -> impl Iterator<Item = Check> {
    let asked = [
        (Check::AppAndUser, question.app_id.is_some() || question.login.user_id.is_some()),
        (Check::RoomAndRights, question.login.expects_rights()),
        (Check::ProductLimits, question.profile.is_some()),
    ];
    asked.into_iter().filter_map(|(check, asked)| asked.then_some(check))
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

/// Records the requested checks for which the body has every value.
fn note_what_can_be_checked(known: &Known<'_>, question: &Question<'_>, collected: &mut Collected) {
    let Some(body) = known.body else { return };
    let swapped = collected.has_error_of(FindingId::SwappedArguments);
    let has_user = !swapped && body.user_id.as_ref().is_some_and(|user_id| !user_id.is_empty());
    let possible = |check: &Check| match check {
        Check::AppAndUser => {
            (question.app_id.is_none() || body.app_id.is_some())
                && (question.login.user_id.is_none() || has_user)
        }
        // A payload of another form limits the token in an unknown way.
        Check::RoomAndRights => {
            (known.privilege.is_some() || body.payload.as_deref() == Some(""))
                && !question.login.room_id.is_some_and(is_token)
        }
        _ => has_user,
    };
    asked(question).filter(possible).for_each(|check| collected.made(check));
}

fn check_swapped(known: &Known<'_>, question: &Question<'_>, collected: &mut Collected) {
    let Some(body) = known.body else { return };
    let user_id = body.user_id.as_deref().unwrap_or_default();
    let is_secret =
        |text: &str| !text.is_empty() && question.secret.is_some_and(|secret| secret::bare(secret) == text);
    if is_secret(user_id) {
        collected.add(Fact::SecretAs { argument: Argument::UserId });
    } else if body.payload.as_deref().is_some_and(is_secret) {
        collected.add(Fact::SecretAs { argument: Argument::Payload });
    } else if user_id.len() == 32 && user_id.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        collected.add_as(Severity::Warning, Fact::HexUserId {});
    }
}

fn check_app_and_user(known: &Known<'_>, question: &Question<'_>, collected: &mut Collected) {
    if let (Some(token), Some(expected)) = (known.app_id(), question.app_id)
        && token != expected
    {
        collected.add(Fact::OtherApp { token, expected });
    }
    if collected.has_error_of(FindingId::SwappedArguments) {
        return;
    }
    if let (Some(token), Some(expected)) = (known.user_id(), question.login.user_id)
        && token != expected
        && !token.is_empty()
    {
        collected.add(Fact::OtherUser { token: token.to_owned(), expected: expected.to_owned() });
    }
}

/// Checks the rights of a privilege payload. A payload of another form has already been reported.
fn check_rights(known: &Known<'_>, question: &Question<'_>, collected: &mut Collected) {
    let Some(privilege) = known.privilege else { return };
    let differs = |room_id: &&str| !privilege.permits_room(room_id) && !is_token(room_id);
    if let Some(expected) = question.login.room_id.filter(differs) {
        collected.add(Fact::OtherRoom { token: privilege.room_id.clone(), expected: expected.to_owned() });
    }
    match privilege.login {
        Some(true) => {}
        _ if !question.login.expects_rights() => {}
        Some(false) => collected.add(Fact::NoLogin {}),
        None => collected.add(Fact::UnsaidLogin {}),
    }
    match privilege.publish {
        Some(true) => {}
        _ if !question.login.publish => {}
        Some(false) => collected.add(Fact::NoPublish {}),
        None => collected.add(Fact::UnsaidPublish {}),
    }
    if let Some(expected) = question.login.stream_id.filter(|stream_id| !privilege.permits_stream(stream_id))
    {
        let allowed = privilege.streams.clone().unwrap_or_default();
        collected.add(Fact::OtherStreams { allowed, expected: expected.to_owned() });
    }
}

fn check_user_limit(known: &Known<'_>, question: &Question<'_>, collected: &mut Collected) {
    if collected.has_error_of(FindingId::SwappedArguments) {
        return;
    }
    let expected = question.login.user_id.filter(|_| known.body.is_none());
    let Some(user_id) = known.user_id().or(expected) else { return };
    let (mut faults, mut severity) = faults_under(question.profile, Profile::user_id_limits, user_id);
    if faults.is_empty() && question.profile == Some(Profile::Kit) {
        // The kit uses ZIM only for its invitations.
        (faults, _) = faults_under(Some(Profile::Zim), Profile::user_id_limits, user_id);
        severity = Severity::Warning;
    }
    if user_id.is_empty() {
        // No product takes it: such a body is not a Token04's.
        severity = Severity::Error;
    }
    if !faults.is_empty() {
        collected.add_as(severity, Fact::UserIdOutside { user_id: user_id.to_owned(), faults });
    }
}

fn check_room_limit(known: &Known<'_>, question: &Question<'_>, collected: &mut Collected) {
    if question.profile == Some(Profile::Zim) {
        return;
    }
    // An empty room in a payload has already been reported as a fault of its form.
    let of_payload =
        known.privilege.map(|privilege| &*privilege.room_id).filter(|room_id| !room_id.is_empty());
    let of_kit = known.kit.and_then(|kit| kit.room_id.as_deref());
    for room_id in [of_payload, of_kit, question.login.room_id].into_iter().flatten() {
        if is_token(room_id) {
            collected.add(Fact::TokenAsRoom {});
            continue;
        }
        let (faults, severity) = faults_under(question.profile, Profile::room_id_limits, room_id);
        if !faults.is_empty() {
            collected.add_as(severity, Fact::RoomIdOutside { room_id: room_id.to_owned(), faults });
        }
    }
}

/// Why an id is outside the limits of a product, and how severe that is. Without a product, only the length
/// counts, under the limits of rtc, and another product may still accept it.
fn faults_under(
    profile: Option<Profile>,
    limits: fn(Profile) -> (usize, &'static str),
    id: &str,
) -> (Vec<IdFault>, Severity) {
    let (longest, punctuation) = limits(profile.unwrap_or(Profile::Rtc));
    let mut faults = Vec::new();
    if id.is_empty() {
        faults.push(IdFault::Empty);
    } else if id.len() > longest {
        faults.push(IdFault::TooLong { bytes: Bytes(id.len()), limit: longest });
    }
    if profile.is_none() {
        return (faults, Severity::Warning);
    }
    let refused = refused_character(id, punctuation);
    faults.extend(refused.map(|char| IdFault::Character { character: char.to_string() }));
    (faults, Severity::Error)
}

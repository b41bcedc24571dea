//! Examines a token step by step: its envelope, key and body, and how they compare with what is expected. One
//! mistake gives one finding, so this leaves out what only follows from another mistake.

use super::body::{self, Body, payload};
use super::check::Check;
use super::collected::Collected;
use super::expected::expectations::{self, Known};
use super::expected::kit_part::{self, KitPart};
use super::expected::times::Times;
use super::findings::{Bytes, Fact, FindingId, ForeignLayout};
use super::key::keys;
use super::key::opening::{self, Opened, State};
use super::layouts::{Fit, Layout, Reading};
use super::question::Question;
use super::text::arrival::Token;
use crate::cipher::Mode;
use crate::claims::Claims;
use crate::privilege::Privilege;
use crate::profile::Profile;
use crate::secret::{self, SECRET_LEN, is_app_sign};

/// Collects the facts about a token, and returns its claims if they could be read.
pub(super) fn check(
    token: Token,
    question: &Question<'_>,
    now: i64,
    collected: &mut Collected,
) -> Option<Claims> {
    let Token { envelope, readings, kit_part, facts } = token;
    let kit = kit_part.as_deref().map(kit_part::read);
    let opened = open(&envelope, &readings, kit.as_ref(), question);
    let likeliest = readings.first().filter(|reading| reading.fit != Fit::Guess);
    let Some(reading) = opened.as_ref().map(|opened| opened.reading).or(likeliest) else {
        if envelope.is_empty() {
            collected.add(Fact::NoBase64 {});
        } else {
            collected.add(Fact::UnknownLayout { bytes: Bytes(envelope.len()) });
            note_what_needs_the_secret(question, collected);
        }
        return None;
    };
    collected.made(Check::Text);
    facts.into_iter().for_each(|fact| collected.add(fact));
    check_layout(reading, opened.as_ref(), collected);
    if reading.is_short() {
        return None;
    }
    collected.made(Check::Layout);
    note_what_needs_the_secret(question, collected);
    check_key(reading, opened.as_ref(), question, collected);
    let (body, claims) = opened.as_ref().map_or((None, None), |opened| check_body(opened, collected));
    let (body, profile) = (body.as_ref(), question.profile);
    let mut privilege = None;
    if let Some(payload) = body.and_then(|body| body.payload.as_deref()) {
        payload::check(payload, profile, collected);
        privilege = Privilege::parse(payload).filter(|_| profile != Some(Profile::Zim));
    }
    let (ctime, expire) = body.map_or((None, None), |body| (body.ctime, body.expire));
    Times { envelope: reading.expires_at, body: expire, ctime, now }.check(profile, collected);
    let known = Known { body, kit: kit.as_ref(), privilege: privilege.as_ref() };
    check_kit(&known, profile, collected);
    expectations::check(&known, question, collected);
    if is_cbc(reading, opened.as_ref()) && !collected.has(FindingId::ForeignLayout) {
        collected.add(Fact::IsCbc {});
    }
    claims
}

/// Opens a token with the secret or a key made from it. Also tries user ids, in case one was swapped with the
/// secret.
fn open<'r>(
    envelope: &[u8],
    readings: &'r [Reading],
    kit: Option<&KitPart>,
    question: &Question<'_>,
) -> Option<Opened<'r>> {
    let of_kit = kit.and_then(|kit| kit.user_id.as_deref());
    let user_ids: Vec<&str> = [question.login.user_id, of_kit].into_iter().flatten().collect();
    opening::open(envelope, readings, &keys::candidates(question.secret?, &user_ids))
}

fn note_what_needs_the_secret(question: &Question<'_>, collected: &mut Collected) {
    if question.secret.is_some() {
        return;
    }
    let of_body = [Check::ModeAndKey, Check::Claims, Check::Payload];
    of_body.into_iter().chain(expectations::asked(question)).for_each(|check| collected.needs_secret(check));
}

/// Reports a layout other than the standard one, and what is wrong with the mode.
fn check_layout(reading: &Reading, opened: Option<&Opened<'_>>, collected: &mut Collected) {
    let cbc = opened.is_some_and(|opened| opened.mode == Mode::Cbc);
    match &reading.layout {
        Layout::Standard => {}
        layout @ Layout::LittleEndian { .. } => {
            collected.add(Fact::ReversedNumbers { numbers: layout.reversed() })
        }
        // If CBC opens the token, what looked like a tag is another field.
        Layout::SeparateTag if cbc => {
            collected
                .add(Fact::KnownLayout { layout: ForeignLayout::FieldAfterCiphertext { bytes: Bytes(18) } });
        }
        Layout::SeparateTag => collected.add(Fact::SeparateTag {}),
        Layout::Foreign(layout) => collected.add(Fact::KnownLayout { layout: layout.clone() }),
    }
    match reading.fit {
        Fit::Exact | Fit::Guess => check_mode(reading, opened, collected),
        Fit::Short { ref part, stated, left } => {
            collected.add(Fact::CutShort { part: part.clone(), stated: Bytes(stated), left: Bytes(left) });
        }
        Fit::Long { bytes } => collected.add(Fact::Appended { bytes: Bytes(bytes) }),
        Fit::Overflow { stated, bytes } => {
            collected.add(Fact::TooLongForLength { stated, bytes: Bytes(bytes) })
        }
    }
}

fn check_mode(reading: &Reading, opened: Option<&Opened<'_>>, collected: &mut Collected) {
    let (iv_len, ciphertext_len) = (reading.iv.len(), reading.ciphertext.len());
    let says_gcm = reading.mode == Some(1);
    let gcm = match opened {
        Some(opened) => opened.mode == Mode::Gcm,
        None => says_gcm || iv_len == 12 || reading.tag.is_some(),
    };
    if !matches!(iv_len, 12 | 16) && !says_gcm {
        return collected.add(Fact::OtherIvLength { bytes: Bytes(iv_len) });
    }
    if ciphertext_len < if gcm && reading.tag.is_some() { 1 } else { 16 } {
        return collected.add(Fact::ShortCiphertext { bytes: Bytes(ciphertext_len) });
    }
    if !gcm && !ciphertext_len.is_multiple_of(16) {
        return collected.add(Fact::OddCiphertext { bytes: Bytes(ciphertext_len) });
    }
    if !gcm {
        if says_gcm {
            collected.add(Fact::GcmByteOnCbc {});
        }
        return;
    }
    if iv_len != 12 {
        collected.add(Fact::LongGcmIv { bytes: Bytes(iv_len) });
    }
    if !says_gcm {
        collected.add(if opened.is_some() { Fact::OpensWithoutMode {} } else { Fact::LooksWithoutMode {} });
    }
}

/// Reports a wrong key that opened the token, or that no key did.
fn check_key(
    reading: &Reading,
    opened: Option<&Opened<'_>>,
    question: &Question<'_>,
    collected: &mut Collected,
) {
    let Some(secret) = question.secret else { return };
    if let Some(opened) = opened {
        collected.made(Check::ModeAndKey);
        opened.origin.fact().into_iter().for_each(|fact| collected.add(fact));
        match opened.state {
            State::Damaged => collected.add(Fact::Damaged {}),
            State::TagMismatch => collected.add(Fact::TagMismatch {}),
            State::Sound | State::OtherPadding => {}
        }
        return;
    }
    // Only a whole ciphertext shows whether the secret is right.
    if !reading.is_whole() || is_app_sign(secret::bare(secret)) {
        return;
    }
    collected.add(match secret.len() {
        SECRET_LEN => Fact::NothingOpens {},
        bytes => Fact::SecretLength { bytes: Bytes(bytes) },
    });
}

fn check_body(opened: &Opened<'_>, collected: &mut Collected) -> (Option<Body>, Option<Claims>) {
    match opened.state {
        State::Sound => {}
        State::OtherPadding => collected.add(Fact::OtherPadding {}),
        State::Damaged | State::TagMismatch => return (None, None),
    }
    collected.made(Check::Claims);
    body::check(&opened.body, collected)
}

/// Reports a kit part that is missing, unexpected or invalid.
fn check_kit(known: &Known<'_>, profile: Option<Profile>, collected: &mut Collected) {
    match (known.kit, profile) {
        (Some(_), Some(profile @ (Profile::Rtc | Profile::Zim | Profile::Call))) => {
            collected.add(Fact::KitForPlain { profile: profile.name() });
        }
        (Some(kit), _) => kit.check(known.body, known.privilege, collected),
        (None, Some(Profile::Kit)) => collected.add(Fact::PlainForKit {}),
        (None, _) => {}
    }
}

/// Whether a token is in mode CBC, as far as its bytes show.
fn is_cbc(reading: &Reading, opened: Option<&Opened<'_>>) -> bool {
    match opened {
        Some(opened) => opened.mode == Mode::Cbc,
        None => {
            reading.iv.len() == 16
                && reading.mode != Some(1)
                && reading.tag.is_none()
                && reading.ciphertext.len().is_multiple_of(16)
                && !reading.ciphertext.is_empty()
        }
    }
}

//! Draws the findings together: what the envelope, the key and the body of a token are, and what is told of
//! them. One mistake gives one finding, so what follows from another is left out here.

use super::body::{self, Body};
use super::carried::Token;
use super::expectations::{self, Known};
use super::findings::{Fact, FindingId};
use super::keys;
use super::kit_part;
use super::layouts::{Fit, Layout, Reading};
use super::opening::{self, Opened, State};
use super::payload;
use super::question::Question;
use super::report::Findings;
use super::show::Bytes;
use super::times;
use super::words::ForeignLayout;
use crate::cipher::Mode;
use crate::claims::Claims;
use crate::privilege::Privilege;
use crate::profile::Profile;
use crate::secret::{SECRET_LEN, is_app_sign};

/// Tells all that is to be said of a token, and gives its claims where they could be read.
pub(super) fn check(token: Token, question: &Question<'_>, findings: &mut Findings) -> Option<Claims> {
    let Token { envelope, readings, kit_part, facts } = token;
    let kit = kit_part.as_deref().map(kit_part::read);
    let opened = question.secret.and_then(|secret| {
        let of_kit = kit.as_ref().and_then(|kit| kit.user_id.as_deref());
        let user_ids: Vec<&str> = [question.user_id, of_kit].into_iter().flatten().collect();
        opening::open(&envelope, &readings, &keys::candidates(secret, &user_ids))
    });
    let likeliest = readings.first().filter(|reading| reading.fit != Fit::Guess);
    let Some(reading) = opened.as_ref().map(|opened| opened.reading).or(likeliest) else {
        let bytes = Bytes(envelope.len());
        findings.add(if envelope.is_empty() { Fact::NoBase64 {} } else { Fact::UnknownLayout { bytes } });
        return None;
    };
    facts.into_iter().for_each(|fact| findings.add(fact));
    check_layout(reading, opened.as_ref(), findings);
    if reading.is_short() {
        return None;
    }
    check_key(reading, opened.as_ref(), question, findings);
    let (body, claims) = opened.as_ref().map_or((None, None), |opened| check_body(opened, findings));
    let (body, profile) = (body.as_ref(), question.profile);
    let mut privilege = None;
    if let Some(Body { payload, .. }) = body {
        payload::check(payload, profile, findings);
        privilege = Privilege::parse(payload).filter(|_| profile != Some(Profile::Zim));
    }
    times::check(reading.expires_at, body, profile, findings);
    let known = Known { body, kit: kit.as_ref(), privilege: privilege.as_ref() };
    check_kit(&known, profile, findings);
    expectations::check(&known, question, findings);
    if is_cbc(reading, opened.as_ref()) && !findings.has(FindingId::ForeignLayout) {
        findings.add(Fact::IsCbc {});
    }
    claims
}

/// Tells how the bytes are laid out, where that is not as it should be, and what is wrong with the mode.
fn check_layout(reading: &Reading, opened: Option<&Opened<'_>>, findings: &mut Findings) {
    let cbc = opened.is_some_and(|opened| opened.mode == Mode::Cbc);
    match &reading.layout {
        Layout::Standard => {}
        layout @ Layout::LittleEndian { .. } => {
            findings.add(Fact::ReversedNumbers { numbers: layout.reversed() })
        }
        // What looked like a tag is something else where CBC opens the token.
        Layout::SeparateTag if cbc => {
            findings
                .add(Fact::KnownLayout { layout: ForeignLayout::FieldAfterCiphertext { bytes: Bytes(18) } });
        }
        Layout::SeparateTag => findings.add(Fact::SeparateTag {}),
        Layout::Foreign(layout) => findings.add(Fact::KnownLayout { layout: layout.clone() }),
    }
    match reading.fit {
        Fit::Exact | Fit::Guess => check_mode(reading, opened, findings),
        Fit::Short { ref part, stated, left } => {
            findings.add(Fact::CutShort { part: part.clone(), stated: Bytes(stated), left: Bytes(left) });
        }
        Fit::Long { bytes } => findings.add(Fact::Appended { bytes: Bytes(bytes) }),
        Fit::Overflow { stated, bytes } => {
            findings.add(Fact::TooLongForLength { stated, bytes: Bytes(bytes) })
        }
    }
}

fn check_mode(reading: &Reading, opened: Option<&Opened<'_>>, findings: &mut Findings) {
    let (iv_len, ciphertext_len) = (reading.iv.len(), reading.ciphertext.len());
    let says_gcm = reading.mode == Some(1);
    let gcm = match opened {
        Some(opened) => opened.mode == Mode::Gcm,
        None => says_gcm || iv_len == 12 || reading.tag.is_some(),
    };
    if !matches!(iv_len, 12 | 16) && !says_gcm {
        return findings.add(Fact::OtherIvLength { bytes: Bytes(iv_len) });
    }
    if ciphertext_len < if gcm && reading.tag.is_some() { 1 } else { 16 } {
        return findings.add(Fact::ShortCiphertext { bytes: Bytes(ciphertext_len) });
    }
    if !gcm && !ciphertext_len.is_multiple_of(16) {
        return findings.add(Fact::OddCiphertext { bytes: Bytes(ciphertext_len) });
    }
    if !gcm {
        if says_gcm {
            findings.add(Fact::GcmByteOnCbc {});
        }
        return;
    }
    if iv_len != 12 {
        findings.add(Fact::LongGcmIv { bytes: Bytes(iv_len) });
    }
    if !says_gcm {
        findings.add(if opened.is_some() { Fact::OpensWithoutMode {} } else { Fact::LooksWithoutMode {} });
    }
}

/// Tells which key opened the token, or that none did.
fn check_key(
    reading: &Reading,
    opened: Option<&Opened<'_>>,
    question: &Question<'_>,
    findings: &mut Findings,
) {
    let Some(secret) = question.secret else { return };
    if let Some(opened) = opened {
        opened.origin.fact().into_iter().for_each(|fact| findings.add(fact));
        match opened.state {
            State::Damaged => findings.add(Fact::Damaged {}),
            State::TagMismatch => findings.add(Fact::TagMismatch {}),
            State::Sound | State::OtherPadding => {}
        }
        return;
    }
    // Whether the secret is right, only a whole ciphertext can tell.
    if !reading.is_whole() || is_app_sign(secret.trim()) {
        return;
    }
    findings.add(match secret.len() {
        SECRET_LEN => Fact::NothingOpens {},
        bytes => Fact::SecretLength { bytes: Bytes(bytes) },
    });
}

fn check_body(opened: &Opened<'_>, findings: &mut Findings) -> (Option<Body>, Option<Claims>) {
    match opened.state {
        State::Sound => {}
        State::OtherPadding => findings.add(Fact::OtherPadding {}),
        State::Damaged | State::TagMismatch => return (None, None),
    }
    body::check(&opened.body, findings)
}

/// Tells where there is a kit part and should be none, the other way round, and what is wrong with it.
fn check_kit(known: &Known<'_>, profile: Option<Profile>, findings: &mut Findings) {
    match (known.kit, profile) {
        (Some(_), Some(profile @ (Profile::Rtc | Profile::Zim))) => {
            findings.add(Fact::KitForPlain { profile: profile.name() });
        }
        (Some(kit), _) => kit.check(known.body, known.privilege, findings),
        (None, Some(Profile::Kit)) => findings.add(Fact::PlainForKit {}),
        (None, _) => {}
    }
}

/// Whether a token is in mode CBC, as far as can be told.
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

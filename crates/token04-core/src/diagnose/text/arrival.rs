//! Reads the text of a token as it arrives, and finds its envelope whatever happened to the text in transit.

use super::lookalikes;
use super::loose::{self, Loose, Padding};
use super::undo::{self, Undone};
use crate::diagnose::findings::{Change, Fact};
use crate::diagnose::layouts::{self, Fit, Layout, Reading};
use crate::envelope::Envelope;
use crate::{hex, text};

/// The result of reading a text.
pub(crate) enum Arrival {
    /// Nothing more can be read; the fact says why.
    Nothing(Fact),
    /// An envelope, or a possible one.
    Token(Token),
}

/// The parts of a text.
pub(crate) struct Token {
    pub envelope: Vec<u8>,
    /// The possible readings of the envelope; see [`layouts::readings`].
    pub readings: Vec<Reading>,
    /// The part after the `#`, if there is one.
    pub kit_part: Option<String>,
    /// The faults of the text, if the envelope can be read at all.
    pub facts: Vec<Fact>,
}

/// Reads a text as a token, and undoes changes to it.
pub(crate) fn read(text: &str) -> Arrival {
    if let Some(token) = read_sound(text) {
        return Arrival::Token(token);
    }
    let Undone { text: undone, changes } = undo::undo(text);
    if undone.is_empty() {
        return Arrival::Nothing(Fact::EmptyToken {});
    }
    if let Some(fact) = lookalikes::recognise(&undone) {
        return Arrival::Nothing(fact);
    }
    let (token, part) = match undone.split_once('#') {
        Some((token, part)) => (token, Some(part)),
        None => (&*undone, None),
    };
    let best = attempts(token).into_iter().min_by_key(Attempt::rank);
    best.map_or(Arrival::Nothing(Fact::NoToken {}), |best| {
        let mut token = best.into_token(changes, part);
        let sound =
            |token: &Token| token.facts.is_empty() && token.readings.first().is_some_and(Reading::is_exact);
        if sound(&token) && text.len() <= text::MAX_LEN && text::decode(text, &mut Vec::new()).is_err() {
            token.facts.push(Fact::Changed { changes: vec![Change::LastCharacter] });
        }
        Arrival::Token(token)
    })
}

/// Reads an unchanged token.
fn read_sound(text: &str) -> Option<Token> {
    let plain = |byte: u8| loose::is_digit(byte) || byte == b'=' || byte == b'#';
    let mut envelope = Vec::new();
    if !text.bytes().all(plain) || text::decode(text, &mut envelope).is_err() {
        return None;
    }
    Envelope::parse(&envelope).ok()?;
    let kit_part = text.split_once('#').map(|(_, part)| part.to_owned());
    Some(Token { readings: layouts::readings(&envelope), envelope, kit_part, facts: Vec::new() })
}

/// One way to read the text before the `#`.
struct Attempt {
    prefix: Prefix,
    changes: Vec<Change>,
    envelope: Vec<u8>,
    readings: Vec<Reading>,
    padding: Padding,
    /// How many characters follow the base64.
    rest: usize,
    cut_by_log: bool,
}

/// What is in the place of `04`.
enum Prefix {
    Right,
    Missing,
    Other(String),
    Encoded,
}

/// The maximum length of a wrong prefix, in characters.
const LONGEST_PREFIX: usize = 4;

/// The ways to read a text. They differ in the prefix, and in what the blanks and invalid characters may have
/// been. Empty if the text cannot be a token.
fn attempts(token: &str) -> Vec<Attempt> {
    let mut attempts = Vec::new();
    for Undone { text, mut changes } in undo::without_blanks(token) {
        let standard = loose::without_url_alphabet(&text);
        if standard.is_some() {
            changes.push(Change::Base64Url);
        }
        let text = standard.as_deref().unwrap_or(&text);
        if let Some(encoded) = text.strip_prefix(text::PREFIX) {
            let attempt = Attempt::new(Prefix::Right, encoded, &changes);
            let sound = attempt.rank() == Rank::Whole;
            attempts.push(attempt);
            if sound {
                break;
            }
            attempts.extend(repairs(encoded, &changes));
        }
        attempts.extend(wrong_prefixes(text, &changes));
    }
    attempts
}

/// Attempts to repair the text after `04` if it contains invalid characters or is not base64.
fn repairs(encoded: &str, changes: &[Change]) -> Vec<Attempt> {
    let with = |change| [changes, &[change]].concat();
    let foreign = |char: char| !char.is_ascii() || !(loose::is_digit(char as u8) || char == '=');
    let mut attempts = match encoded.char_indices().find(|(_, char)| foreign(*char)) {
        // Anything after the last digit was appended.
        Some((at, _)) if encoded[at..].chars().all(foreign) => Vec::new(),
        Some((at, character)) => {
            let (character, position) = (character.to_string(), text::PREFIX.len() + at + 1);
            let inserted = with(Change::Inserted { character: character.clone() });
            let replaced = with(Change::Replaced { character, position });
            let attempt =
                |place, changes: &[_]| Attempt::new(Prefix::Right, &encoded.replace(foreign, place), changes);
            vec![attempt("", &inserted), attempt("A", &replaced)]
        }
        None => {
            let bytes = hex::decode(encoded).map(|bytes| bytes.to_vec()).unwrap_or_default();
            vec![Attempt::of(Prefix::Right, bytes, &with(Change::Hexadecimal))]
        }
    };
    // Only a repair after which all lengths agree is plausible.
    attempts.retain(|attempt| attempt.rank() == Rank::Whole);
    attempts
}

/// Attempts for a text that does not start with `04`, if the rest reads as an envelope.
fn wrong_prefixes<'a>(text: &'a str, changes: &'a [Change]) -> impl Iterator<Item = Attempt> + 'a {
    let starts = text.char_indices().map(|(at, _)| at).take(LONGEST_PREFIX + 1);
    starts.filter_map(move |at| {
        let prefix = if at == 0 { Prefix::Missing } else { Prefix::Other(text[..at].to_owned()) };
        let mut attempt = Attempt::new(prefix, &text[at..], changes);
        if at == 0 && attempt.envelope.starts_with(text::PREFIX.as_bytes()) {
            let envelope = attempt.envelope.split_off(text::PREFIX.len());
            attempt = Attempt::of(Prefix::Encoded, envelope, changes);
        }
        // Only the head identifies a truncated token.
        let known = match attempt.rank() {
            Rank::Whole | Rank::Exact | Rank::Foreign => true,
            Rank::Head => attempt.envelope.starts_with(&[0; 4]),
            Rank::Nothing => false,
        };
        known.then_some(attempt)
    })
}

/// How plausible an attempt is, the most plausible first.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    /// All lengths of the text and the envelope agree.
    Whole,
    /// The lengths of the envelope agree.
    Exact,
    /// The lengths of another layout agree.
    Foreign,
    /// It starts like an envelope.
    Head,
    Nothing,
}

impl Attempt {
    fn new(prefix: Prefix, encoded: &str, changes: &[Change]) -> Self {
        let Loose { bytes, rest, padding } = loose::decode(encoded);
        let cut_by_log = rest.starts_with("...") || rest.starts_with('…');
        Self { padding, rest: rest.chars().count(), cut_by_log, ..Self::of(prefix, bytes, changes) }
    }

    fn of(prefix: Prefix, envelope: Vec<u8>, changes: &[Change]) -> Self {
        let readings = layouts::readings(&envelope);
        let changes = changes.to_vec();
        Self { prefix, changes, envelope, readings, padding: Padding::Right, rest: 0, cut_by_log: false }
    }

    fn rank(&self) -> Rank {
        let Some(reading) = self.readings.first() else { return Rank::Nothing };
        match reading.fit {
            Fit::Exact if reading.layout != Layout::Standard => Rank::Foreign,
            Fit::Exact if self.rest == 0 && self.padding == Padding::Right => Rank::Whole,
            Fit::Exact => Rank::Exact,
            Fit::Guess => Rank::Nothing,
            _ if self.is_no_base64() => Rank::Nothing,
            _ => Rank::Head,
        }
    }

    /// Whether the base64 ends within its first bytes at another character. Then the text is not a truncated
    /// token.
    fn is_no_base64(&self) -> bool {
        self.envelope.len() < 10 && self.rest > 1 && !self.cut_by_log
    }

    fn into_token(self, mut changes: Vec<Change>, part: Option<&str>) -> Token {
        let is_no_base64 = self.is_no_base64();
        changes.extend(self.changes);
        let mut facts = Vec::new();
        match self.prefix {
            Prefix::Right => {}
            Prefix::Missing => facts.push(Fact::NoPrefix {}),
            Prefix::Other(prefix) => facts.push(Fact::OtherPrefix { prefix }),
            Prefix::Encoded => facts.push(Fact::EncodedPrefix {}),
        }
        let exact = matches!(self.readings.first(), Some(reading) if reading.is_exact());
        match self.padding {
            _ if !exact => {}
            // Base64url usually has no padding.
            Padding::Lost if !changes.contains(&Change::Base64Url) => changes.push(Change::PaddingLost),
            Padding::Cut => facts.push(Fact::CutPadding {}),
            Padding::Lost | Padding::Right => {}
        }
        if self.cut_by_log {
            facts.push(Fact::CutByLog {});
        } else if exact && self.rest > 0 {
            facts.push(Fact::AppendedText { characters: self.rest });
        }
        let kit_part = part.map(|part| repair_part(part, &mut changes));
        if !changes.is_empty() {
            facts.push(Fact::Changed { changes });
        }
        let readings = if is_no_base64 { Vec::new() } else { self.readings };
        Token { envelope: self.envelope, readings, kit_part, facts }
    }
}

/// Repairs the part after the `#`: removes line breaks, and restores the standard alphabet if the token came
/// in the URL alphabet.
fn repair_part(part: &str, changes: &mut Vec<Change>) -> String {
    let plain = |text: &str| text.bytes().all(|byte| loose::is_digit(byte) || byte == b'=');
    if plain(part) {
        return part.to_owned();
    }
    let mut repaired = part.replace(['\r', '\n'], "");
    if changes.contains(&Change::Base64Url) {
        repaired = loose::without_url_alphabet(&repaired).unwrap_or(repaired);
    }
    if !plain(&repaired) {
        return part.to_owned();
    }
    if part.contains(['\r', '\n']) && !changes.contains(&Change::LineBreaks) {
        changes.push(Change::LineBreaks);
    }
    repaired
}

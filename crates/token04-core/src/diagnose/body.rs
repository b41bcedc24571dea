//! The body of an opened token: its faults, and what it says nevertheless.

mod claim_names;
pub(super) mod json;
pub(super) mod payload;

use serde_json::Value;
use zeroize::Zeroize;

use crate::claims::Claims;
use crate::diagnose::collected::Collected;
use crate::diagnose::findings::{Bytes, Digits, Due, Fact, Kind, Severity, WrongType};
use json::{Entries, Wiped, first_value, kind, position};

/// The claims of a body, as far as they can be read.
#[derive(Default)]
pub(crate) struct Body {
    pub app_id: Option<u32>,
    pub user_id: Option<String>,
    pub ctime: Option<i64>,
    pub expire: Option<i64>,
    /// Empty if the body has none; `None` if it is not a string.
    pub payload: Option<String>,
}

impl Drop for Body {
    fn drop(&mut self) {
        self.user_id.zeroize();
        self.payload.zeroize();
    }
}

/// The required claims.
const CLAIMS: [&str; 5] = ["app_id", "user_id", "nonce", "ctime", "expire"];
const MISPLACED: [&str; 3] = ["room_id", "privilege", "stream_id_list"];

/// Checks and reads a body. Returns each readable claim, and all claims together if they are all valid. Both
/// are `None` if the body is not a JSON object.
pub(crate) fn check(body: &[u8], collected: &mut Collected) -> (Option<Body>, Option<Claims>) {
    let json = body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body);
    if json.len() < body.len() {
        collected.add(Fact::ByteOrderMark {});
    }
    let (entries, json) = match read(json, collected) {
        Ok(read) => read,
        Err(fact) => {
            collected.add(fact);
            return (None, None);
        }
    };
    if let Some(key) = entries.repeated() {
        collected.add(Fact::TwiceGiven { key: key.to_owned() });
    }
    check_names(&entries, collected);
    let body = check_types(&entries, collected);
    (Some(body), Claims::parse(json))
}

/// Reads the object in a body, and cuts off anything after it.
fn read<'a>(json: &'a [u8], collected: &mut Collected) -> Result<(Entries, &'a [u8]), Fact> {
    if json.is_empty() {
        return Err(Fact::EmptyBody {});
    }
    let (entries, end) = match first_value::<Entries>(json) {
        Ok(read) => read,
        Err(_) if std::str::from_utf8(json).is_err() => return Err(Fact::NoUtf8 {}),
        Err(error) => {
            return Err(match first_value::<Wiped>(json) {
                Ok((value, _)) if !value.is_object() => Fact::NoObject { found: kind(&value) },
                _ => Fact::NoJson { position: error.map_or(1, |error| position(json, &error)) },
            });
        }
    };
    let (json, behind) = json.split_at(end);
    if is_padding(behind) {
        collected.add(Fact::PadBytes { bytes: Bytes(behind.len()) });
    } else if !behind.trim_ascii().is_empty() {
        return Err(Fact::NoJson { position: end + 1 });
    }
    Ok((entries, json))
}

/// Whether bytes are PKCS#7 or zero padding. JSON would accept some of it, such as nine tabs.
fn is_padding(bytes: &[u8]) -> bool {
    let Some(first) = bytes.first() else { return false };
    let one_value = bytes.iter().all(|byte| byte == first);
    one_value && (*first == 0 || (usize::from(*first) == bytes.len() && bytes.len() <= 16))
}

fn check_names(entries: &Entries, collected: &mut Collected) {
    let misplaced: Vec<String> = entries
        .0
        .iter()
        .map(|(key, _)| key.clone())
        .filter(|key| MISPLACED.contains(&key.as_str()))
        .collect();
    let missing = |claim: &&str| entries.get(claim).is_none();
    let mut absent: Vec<&'static str> = CLAIMS.into_iter().filter(missing).collect();
    let no_payload = entries.get("payload").is_none();
    if no_payload && misplaced.is_empty() {
        absent.push("payload");
    }
    if !misplaced.is_empty() {
        collected.add(Fact::Misplaced { keys: misplaced });
    }
    let renamed = claim_names::renamed(entries, &mut absent);
    if !renamed.is_empty() {
        collected.add(Fact::OtherNames { names: renamed });
    }
    match &absent[..] {
        [] => {}
        ["payload"] => collected.add_as(Severity::Warning, Fact::NoPayload {}),
        _ => collected.add(Fact::MissingClaims { claims: absent }),
    }
}

fn check_types(entries: &Entries, collected: &mut Collected) -> Body {
    let wrong: Vec<WrongType> = CLAIMS
        .into_iter()
        .filter_map(|claim| {
            let value = entries.get(claim)?;
            let (right, found, due) = match claim {
                "user_id" => (value.is_string(), kind(value), Due::Text),
                "app_id" => (app_id(value).is_some(), number_kind(value), Due::AppId),
                _ => (value.as_i64().is_some(), number_kind(value), Due::Integer),
            };
            (!right).then_some(WrongType::Of { claim, found, due })
        })
        .collect();
    if !wrong.is_empty() {
        collected.add(Fact::WrongTypes { claims: wrong });
    }
    let payload = match entries.get("payload") {
        None | Some(Value::Null) => Some(String::new()),
        Some(Value::String(payload)) => Some(payload.clone()),
        Some(other) => {
            collected.add(Fact::NoText { found: kind(other) });
            None
        }
    };
    let integer = |claim| entries.get(claim).and_then(Value::as_i64);
    Body {
        app_id: entries.get("app_id").and_then(app_id),
        user_id: entries.get("user_id").and_then(Value::as_str).map(str::to_owned),
        ctime: integer("ctime"),
        expire: integer("expire"),
        payload,
    }
}

/// Reads an app id in the valid range.
pub(crate) fn app_id(value: &Value) -> Option<u32> {
    value.as_u64().and_then(|number| u32::try_from(number).ok()).filter(|app_id| *app_id > 0)
}

/// The kind of a value that should be an integer in range but is not.
pub(crate) fn number_kind(value: &Value) -> Kind {
    match kind(value) {
        Kind::Integer => Kind::OutOfRange { number: Digits(value.to_string()) },
        _ if value.as_f64().is_some_and(|number| number.fract() == 0.0 && number.abs() > 9e15) => {
            Kind::OutOfRange { number: Digits(value.to_string()) }
        }
        other => other,
    }
}

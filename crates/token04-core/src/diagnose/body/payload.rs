//! The payload: what is wrong with its encoding and its form.

use serde_json::{Map, Value};

use super::json::{Wiped, kind};
use crate::diagnose::check::Check;
use crate::diagnose::collected::Collected;
use crate::diagnose::findings::{Bytes, Digits, Fact, Kind, Right, Severity, ShapeFault};
use crate::privilege::Privilege;
use crate::profile::Profile;

/// Checks a payload. Its form is not checked if the product uses no payload.
pub(crate) fn check(payload: &str, profile: Option<Profile>, collected: &mut Collected) {
    collected.made(Check::Payload);
    if payload.is_empty() {
        return;
    }
    if profile == Some(Profile::Zim) {
        return collected.add(Fact::NeedlessPayload { bytes: Bytes(payload.len()) });
    }
    if profile == Some(Profile::Call) {
        collected.add(Fact::PayloadForBoth { bytes: Bytes(payload.len()) });
    }
    match serde_json::from_str::<Wiped>(payload).as_deref() {
        Err(_) => collected.add(Fact::NoJsonPayload { payload: payload.to_owned() }),
        Ok(Value::String(inner)) if inner.is_empty() || is_json(inner) => {
            collected.add(Fact::EncodedTwice {})
        }
        Ok(value) => check_shape(payload, value, collected),
    }
}

/// Whether a text is JSON of a kind that a payload may be.
fn is_json(text: &str) -> bool {
    serde_json::from_str::<Wiped>(text)
        .is_ok_and(|value| value.is_object() || value.is_array() || value.is_string())
}

fn check_shape(payload: &str, value: &Value, collected: &mut Collected) {
    let mut faults = match value {
        Value::Object(object) if is_for_film(object) => return,
        Value::Object(object) => faults(object),
        other => vec![ShapeFault::NoObject { found: kind(other) }],
    };
    let privilege = Privilege::parse(payload);
    if faults.is_empty() && privilege.is_none() {
        faults.push(ShapeFault::DuplicateKey);
    }
    if !faults.is_empty() {
        return collected.add(Fact::OtherShape { faults });
    }
    let doubts = privilege.map(|privilege| doubts(&privilege)).unwrap_or_default();
    if !doubts.is_empty() {
        collected.add_as(Severity::Warning, Fact::DoubtfulShape { faults: doubts });
    }
}

/// Whether a payload has the form of the licensed-film player.
fn is_for_film(object: &Map<String, Value>) -> bool {
    let has = |key, is: fn(&Value) -> bool| object.get(key).is_some_and(is);
    has(ROOM, Value::is_string)
        && has(FILM, |film| film.is_string() || film.is_number())
        && !object.contains_key(RIGHTS)
        && !object.contains_key(STREAMS)
}

const ROOM: &str = "room_id";
const FILM: &str = "video_id";
const RIGHTS: &str = "privilege";
const STREAMS: &str = "stream_id_list";

/// Why an object does not have the privilege form.
fn faults(object: &Map<String, Value>) -> Vec<ShapeFault> {
    let mut faults = Vec::new();
    // An absent list means the same as null.
    for key in [ROOM, RIGHTS, STREAMS] {
        if object.contains_key(key) {
            continue;
        }
        match object.keys().find(|given| means(given) == Some(key)) {
            Some(given) => faults.push(ShapeFault::OtherKey { given: given.clone(), meant: key }),
            None if key != STREAMS => faults.push(ShapeFault::Missing { key }),
            None => {}
        }
    }
    match object.get(ROOM) {
        None | Some(Value::String(_)) => {}
        Some(other) => faults.push(ShapeFault::Type { key: ROOM, found: kind(other) }),
    }
    match object.get(RIGHTS) {
        None => {}
        Some(Value::Object(rights)) => {
            faults.extend(rights.iter().filter_map(|(key, value)| right_fault(key, value)))
        }
        Some(other) => faults.push(ShapeFault::Type { key: RIGHTS, found: kind(other) }),
    }
    match object.get(STREAMS) {
        None | Some(Value::Null) => {}
        Some(Value::Array(streams)) => {
            let other = streams.iter().find(|stream| !stream.is_string());
            faults.extend(other.map(|other| ShapeFault::StreamType { found: kind(other) }));
        }
        Some(other) => faults.push(ShapeFault::Type { key: STREAMS, found: kind(other) }),
    }
    faults
}

/// The key that another spelling means.
fn means(given: &str) -> Option<&'static str> {
    match given.to_lowercase().replace(['_', '-'], "").as_str() {
        "roomid" | "room" => Some(ROOM),
        "privilege" | "privileges" => Some(RIGHTS),
        "streamidlist" | "streamids" | "streamid" | "streamlist" | "streams" => Some(STREAMS),
        _ => None,
    }
}

fn right_fault(key: &str, value: &Value) -> Option<ShapeFault> {
    let found = match value.as_i64() {
        Some(0 | 1) => return None,
        Some(number) if matches!(key, "1" | "2") => Kind::OutOfRange { number: Digits(number.to_string()) },
        // Unknown rights may have any value.
        Some(_) => return None,
        None => kind(value),
    };
    Some(ShapeFault::Right { key: key.to_owned(), found })
}

/// What a privilege payload leaves open.
fn doubts(privilege: &Privilege) -> Vec<ShapeFault> {
    let rights = [(privilege.login, "1", Right::Login), (privilege.publish, "2", Right::Publish)];
    let mut doubts: Vec<ShapeFault> = rights
        .into_iter()
        .filter(|(value, ..)| value.is_none())
        .map(|(_, key, right)| ShapeFault::MissingRight { key, right })
        .collect();
    if privilege.room_id.is_empty() {
        doubts.push(ShapeFault::EmptyRoom);
    }
    if privilege.streams.as_ref().is_some_and(Vec::is_empty) {
        doubts.push(ShapeFault::EmptyStreams);
    }
    doubts
}

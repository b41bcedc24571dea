//! The part of a kit token after the `#`, as UIKit reads it.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;

use crate::diagnose::body::json::{Entries, kind};
use crate::diagnose::body::{self, Body};
use crate::diagnose::collected::Collected;
use crate::diagnose::findings::{Fact, Kind, KitFault};
use crate::kit;
use crate::privilege::Privilege;

/// The content of a kit part, as far as it can be read.
#[derive(Default)]
pub(crate) struct KitPart {
    pub user_id: Option<String>,
    pub room_id: Option<String>,
    pub app_id: Option<u32>,
    faults: Vec<KitFault>,
}

/// Reads a kit part, and collects its faults.
pub(crate) fn read(part: &str) -> KitPart {
    let mut kit = KitPart::default();
    if part.is_empty() {
        kit.faults.push(KitFault::Nothing);
        return kit;
    }
    let Ok(bytes) = STANDARD.decode(part) else {
        kit.faults.push(KitFault::NoBase64);
        return kit;
    };
    if !bytes.is_ascii() {
        kit.faults.push(KitFault::RawText);
    }
    // Each byte is a character, as in the result of JavaScript's `atob`.
    let json: String = bytes.iter().copied().map(char::from).collect();
    let Ok(entries) = serde_json::from_str::<Entries>(&json) else {
        kit.faults.push(KitFault::NoJson);
        return kit;
    };
    if entries.repeated().is_some() {
        kit.faults.push(KitFault::DuplicateKey);
    }
    kit.user_id = kit.text(&entries, "userID");
    kit.room_id = kit.text(&entries, "roomID");
    if let Some(name) = kit.text(&entries, "userName").filter(|name| !is_encoded(name) && name.is_ascii()) {
        kit.faults.push(KitFault::Name { name });
    }
    kit.app_id = kit.value(&entries, "appID", body::number_kind, body::app_id);
    kit
}

impl KitPart {
    fn text(&mut self, entries: &Entries, key: &'static str) -> Option<String> {
        self.value(entries, key, kind, |value| value.as_str().map(str::to_owned))
    }

    fn value<T>(
        &mut self,
        entries: &Entries,
        key: &'static str,
        kind: impl Fn(&Value) -> Kind,
        read: impl Fn(&Value) -> Option<T>,
    ) -> Option<T> {
        let Some(value) = entries.get(key) else {
            self.faults.push(KitFault::Missing { key });
            return None;
        };
        let read = read(value);
        if read.is_none() {
            self.faults.push(KitFault::Type { key, found: kind(value) });
        }
        read
    }

    /// Reports the faults of the part, and its differences from the token if that could be opened.
    pub fn check(&self, body: Option<&Body>, privilege: Option<&Privilege>, collected: &mut Collected) {
        let mut faults = self.faults.clone();
        let of_body = body.and_then(|body| body.user_id.as_ref());
        if let (Some(here), Some(token)) = (&self.user_id, of_body)
            && here != token
        {
            faults.push(KitFault::UserId { here: here.clone(), token: token.clone() });
        }
        if let (Some(here), Some(token)) = (self.app_id, body.and_then(|body| body.app_id))
            && here != token
        {
            faults.push(KitFault::AppId { here, token });
        }
        if let (Some(here), Some(privilege)) = (&self.room_id, privilege)
            && !privilege.permits_room(here)
        {
            faults.push(KitFault::RoomId { here: here.clone(), token: privilege.room_id.clone() });
        }
        if !faults.is_empty() {
            collected.add(Fact::BadKitPart { faults });
        }
    }
}

/// Whether a name is encoded like JavaScript's `encodeURIComponent` does, with hexadecimal digits in either
/// case.
fn is_encoded(name: &str) -> bool {
    kit::percent_decode(name).is_some_and(|decoded| {
        let mut encoded = Vec::with_capacity(name.len());
        kit::percent_encode(&decoded, &mut encoded);
        encoded.eq_ignore_ascii_case(name.as_bytes())
    })
}

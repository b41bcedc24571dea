//! Tests that responses have the format of `tests/wire.json`.

use serde_json::{Map, Value, json};
use token04_core::{
    Issuer, Language, Privilege, Question, RoomPrivilege, Verifier, diagnose, explain, inspect, kit,
};

use crate::response::Response;

const SECRET: &str = "0123456789abcdef0123456789ABCDEF";

/// Reads fields by their types.
struct Reader<'a> {
    types: &'a Map<String, Value>,
    bytes: &'a [u8],
}

impl Reader<'_> {
    fn int(&mut self) -> i32 {
        i32::from_be_bytes(*self.bytes.split_off(..4).unwrap().first_chunk().unwrap())
    }

    fn text(&mut self, length: i32) -> Value {
        let bytes = self.bytes.split_off(..usize::try_from(length).unwrap()).unwrap();
        std::str::from_utf8(bytes).unwrap().into()
    }

    fn value(&mut self, type_name: &str) -> Value {
        match type_name.split_once(' ') {
            Some(("list", item)) => (0..self.int()).map(|_| self.value(item)).collect(),
            Some(("list?", item)) => match self.int() {
                -1 => Value::Null,
                count => (0..count).map(|_| self.value(item)).collect(),
            },
            Some(("option", fields)) => match self.int() {
                0 => Value::Null,
                _ => self.value(fields),
            },
            _ => self.single(type_name),
        }
    }

    fn single(&mut self, type_name: &str) -> Value {
        match type_name {
            "int" => self.int().into(),
            "long" => i64::from_be_bytes(*self.bytes.split_off(..8).unwrap().first_chunk().unwrap()).into(),
            "bool" => (self.int() == 1).into(),
            "bool?" => match self.int() {
                -1 => Value::Null,
                number => (number == 1).into(),
            },
            "text" => {
                let length = self.int();
                self.text(length)
            }
            "text?" => match self.int() {
                -1 => Value::Null,
                length => self.text(length),
            },
            _ => {
                let fields = self.types[type_name].as_array().unwrap();
                let read = |field: &Value| {
                    let name = field[0].as_str().unwrap().to_owned();
                    (name, self.value(field[1].as_str().unwrap()))
                };
                Value::Object(fields.iter().map(read).collect())
            }
        }
    }
}

/// What the fields of a response say.
fn read(type_name: &str, write: impl FnOnce(Response<'_>) -> Result<i32, token04_core::Error>) -> Value {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/wire.json");
    let wire: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let mut memory = vec![0; 1 << 16];
    let length = write(Response::new(&mut memory)).unwrap();
    let bytes = &memory[..usize::try_from(length).unwrap()];
    let mut reader = Reader { types: wire["responses"].as_object().unwrap(), bytes };
    let value = reader.value(type_name);
    assert!(reader.bytes.is_empty(), "{type_name} is longer than it says");
    value
}

fn hour() -> std::time::Duration {
    std::time::Duration::from_secs(3600)
}

#[test]
fn tokens() {
    let issuer = Issuer::new(7, SECRET).unwrap();
    let room = RoomPrivilege::new("room1").streams(["s1"]);
    let token = issuer.issue_room("user1", hour(), &room).unwrap();
    let claims = Verifier::new(7, SECRET).unwrap().verify(&token).unwrap();
    let fields = read("Claims", |response| response.claims(&claims));
    assert_eq!(fields["app_id"], claims.app_id);
    assert_eq!(fields["nonce"], claims.nonce);
    assert_eq!((&fields["ctime"], &fields["expire"]), (&json!(claims.ctime), &json!(claims.expire)));
    assert_eq!((&fields["user_id"], &fields["payload"]), (&json!("user1"), &json!(claims.payload)));

    let header = inspect(&token).unwrap();
    let expected = json!({"version": "04", "mode": 0, "expires_at": header.expires_at, "expired": true, "iv_bytes": 16,
        "ciphertext_bytes": header.ciphertext_bytes});
    assert_eq!(read("Header", |response| response.header(&header, true)), expected);

    let kit_token = kit::encode(&token, &kit::KitUser::new(7, "user1", "room1").user_name("name1")).unwrap();
    let (_, user) = kit::decode(&kit_token).unwrap();
    let expected =
        json!({"token": token, "app_id": 7, "user_id": "user1", "room_id": "room1", "user_name": "name1"});
    assert_eq!(read("KitToken", |response| response.kit_token(&token, &user)), expected);
}

#[test]
fn privileges() {
    for payload in [
        r#"{"room_id":"room1","privilege":{"1":1},"stream_id_list":null}"#,
        r#"{"room_id":"room1","privilege":{"1":0,"2":1},"stream_id_list":["s1","s2"]}"#,
    ] {
        let privilege = Privilege::parse(payload).unwrap();
        let expected = serde_json::to_value(&privilege).unwrap();
        assert_eq!(read("Privilege", |response| response.privilege(&privilege)), expected);
    }
}

#[test]
fn reports_and_explanations() {
    let token = Issuer::new(7, SECRET).unwrap().issue("user1", hour()).unwrap();
    for (token, question) in
        [("04", Question::new()), (&*token, Question::new().secret(SECRET).user_id("user2"))]
    {
        let report = diagnose(token, &question);
        let fields = read("Report", |response| response.report(&report));
        assert_eq!(fields["ok"], report.is_ok());
        assert_eq!(fields["claims"].is_null(), report.claims.is_none());
        assert_eq!(fields["findings"].as_array().unwrap().len(), report.findings.len());
        let (first, expected) = (&fields["findings"][0], &report.findings[0]);
        assert_eq!(first["id"], expected.id as i32);
        assert_eq!((&first["message"], &first["fix"]), (&json!(expected.message), &json!(expected.fix)));
        assert_eq!(first["client_codes"], json!(expected.client_codes));
    }
    for code in [50119, 50118] {
        let explanation = explain(code, Language::En);
        let fields = read("Explanation", |response| response.explanation(&explanation));
        for (name, expected) in serde_json::to_value(&explanation).unwrap().as_object().unwrap() {
            assert!(name == "causes" || fields[name] == *expected, "{name}");
        }
        assert_eq!(fields["causes"].as_array().unwrap().len(), explanation.causes.len());
        assert_eq!(fields["text"], explanation.to_string());
    }
}

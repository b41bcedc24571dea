//! Serializes claims and reports, with their computed fields, to the JSON that the CLI prints.

use serde::ser::{Serialize, SerializeStruct, Serializer};

use crate::claims::Claims;
use crate::diagnose::Report;

/// Every claim under its wire name, and `privilege` if the payload has that form.
impl Serialize for Claims {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let privilege = self.privilege();
        let mut fields = serializer.serialize_struct("Claims", 6 + usize::from(privilege.is_some()))?;
        fields.serialize_field("app_id", &self.app_id)?;
        fields.serialize_field("user_id", &self.user_id)?;
        fields.serialize_field("nonce", &self.nonce)?;
        fields.serialize_field("ctime", &self.ctime)?;
        fields.serialize_field("expire", &self.expire)?;
        fields.serialize_field("payload", &self.payload)?;
        match &privilege {
            Some(privilege) => fields.serialize_field("privilege", privilege)?,
            None => fields.skip_field("privilege")?,
        }
        fields.end()
    }
}

/// `ok`, the findings, and `claims` if the token could be read.
impl Serialize for Report {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_struct("Report", 2 + usize::from(self.claims.is_some()))?;
        fields.serialize_field("ok", &self.is_ok())?;
        fields.serialize_field("findings", &self.findings)?;
        match &self.claims {
            Some(claims) => fields.serialize_field("claims", claims)?,
            None => fields.skip_field("claims")?,
        }
        fields.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnose::{Question, diagnose};
    use crate::fixed::{self, Fixed};
    use crate::issuer::Issuer;
    use crate::kit::KitUser;
    use crate::verifier::{Login, Verifier};
    use serde_json::{json, to_string, to_value};
    use std::time::Duration;

    const SECRET: &str = "0123456789abcdef0123456789abcdef";
    const PAYLOAD: &str = r#"{"room_id":"r","privilege":{"1":1},"stream_id_list":["s"]}"#;

    fn token(payload: &str) -> String {
        let issuer = Issuer::new(1, SECRET).unwrap();
        let fixed = Fixed { now: 1_700_000_000, nonce: 7, iv: [b'0'; 16] };
        fixed::issue(&issuer, "u", Duration::from_secs(60), payload, fixed).unwrap()
    }

    fn claims(payload: &str) -> Claims {
        let login = Login::new().now(1_700_000_000);
        Verifier::new(1, SECRET).unwrap().verify_login(&token(payload), &login).unwrap()
    }

    #[test]
    fn claims_have_a_privilege_if_the_payload_has_that_form() {
        assert_eq!(
            to_string(&claims("")).unwrap(),
            r#"{"app_id":1,"user_id":"u","nonce":7,"ctime":1700000000,"expire":1700000060,"payload":""}"#
        );
        assert_eq!(
            to_string(&claims(PAYLOAD).privilege()).unwrap(),
            r#"{"room_id":"r","login":true,"publish":null,"streams":["s"]}"#
        );
        let json = to_value(claims(PAYLOAD)).unwrap();
        assert_eq!(json["payload"], PAYLOAD);
        assert_eq!(json["privilege"], to_value(claims(PAYLOAD).privilege()).unwrap());
    }

    #[test]
    fn headers_and_kit_users_have_their_fields() {
        assert_eq!(
            to_string(&crate::inspect(&token("")).unwrap()).unwrap(),
            r#"{"version":"04","mode":"cbc","expires_at":1700000060,"iv_bytes":16,"ciphertext_bytes":96}"#
        );
        assert_eq!(
            to_string(&KitUser::new(1, "u", "r").user_name("U")).unwrap(),
            r#"{"app_id":1,"user_id":"u","room_id":"r","user_name":"U"}"#
        );
    }

    #[test]
    fn reports_have_ok_and_have_claims_if_the_token_opens() {
        let sound = diagnose(&token(""), &Question::new().secret(SECRET).now(1_700_000_000));
        let json = to_value(&sound).unwrap();
        assert_eq!((&json["ok"], &json["claims"]["user_id"]), (&json!(true), &json!("u")));

        let report = diagnose("nothing", &Question::new());
        let finding = &report.findings[0];
        let expected = json!({
            "ok": false,
            "findings": [{
                "id": finding.id.name(), "severity": "error", "message": finding.message, "fix": finding.fix,
                "client_codes": finding.client_codes,
            }],
        });
        assert_eq!(to_value(&report).unwrap(), expected);
    }
}

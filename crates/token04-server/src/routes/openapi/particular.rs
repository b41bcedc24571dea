//! Adds the limits of this particular service to the contract, so that a client can check a request before it sends it.

use serde_json::{Value, json};
use token04_core::Profile;

use crate::service::Service;

const SCHEMAS: &str = "/components/schemas";
const TOKEN: &str = "^04(?:[A-Za-z0-9+/]{4})+(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$";

/// The user id in the queries of the compatible addresses.
const USER_PARAMETERS: [&str; 3] = [
    "/paths/~1access_token/get/parameters/0",
    "/paths/~1api~1zego~1token/get/parameters/0",
    "/paths/~1api~1zego-token/get/parameters/0",
];

/// Narrows the contract to what this service grants.
pub(super) fn tell(contract: &mut Value, service: &Service) {
    if let Some(profile) = service.profile {
        limit(contract, "TokenRequest/properties/user_id", profile.user_id_limits());
        limit(contract, "Room/properties/room_id", profile.room_id_limits());
    }
    // A kit token always has the limits of the profile kit, whatever the policy.
    limit(contract, "Kit/properties/room_id", Profile::Kit.room_id_limits());
    set(contract, "Room/properties/streams/items", "minLength", json!(1));
    set(contract, "Replaces/oneOf/0", "pattern", json!(TOKEN));
    set(contract, "Replaces/oneOf/1", "maximum", json!(9_007_199_254_740_991_u64));
    if service.authenticator.callers_name_users() {
        set(contract, "TokenRequest", "required", json!(["user_id"]));
        set(contract, "TokenRequest/properties/user_id", "type", json!("string"));
        for parameter in USER_PARAMETERS {
            put(contract, parameter, "required", json!(true));
        }
    } else {
        put(contract, "/paths/~1v1~1token/post/requestBody", "required", json!(false));
    }
    let user_id = contract.pointer(&format!("{SCHEMAS}/TokenRequest/properties/user_id")).cloned();
    if let Some(user_id) = user_id {
        for parameter in USER_PARAMETERS {
            put(contract, parameter, "schema", user_id.clone());
        }
    }
}

fn limit(contract: &mut Value, field: &str, (longest, punctuation): (usize, &str)) {
    let escape = |char: char| if r"\]^-[".contains(char) { format!("\\{char}") } else { char.to_string() };
    let escaped: String = punctuation.chars().map(escape).collect();
    set(contract, field, "maxLength", json!(longest));
    set(contract, field, "pattern", json!(format!("^[A-Za-z0-9{escaped}]+$")));
}

fn set(contract: &mut Value, schema: &str, key: &str, value: Value) {
    put(contract, &format!("{SCHEMAS}/{schema}"), key, value);
}

/// Sets a key of an existing object.
fn put(contract: &mut Value, pointer: &str, key: &str, value: Value) {
    if let Some(Value::Object(object)) = contract.pointer_mut(pointer) {
        object.insert(key.to_owned(), value);
    }
}

//! The function `explain`.

use super::arguments;
use super::failure::Failure;
use crate::engine::{Call, Value};

/// `(code, lang)`: what the error code means, as an object.
pub fn explain(call: &Call) -> Result<Value<'_>, Failure> {
    let code = arguments::code(call.argument(0))?;
    let language = arguments::choice(call.argument(1))?.unwrap_or_default();
    let explanation = token04_core::explain(code, language);
    let mut fields = vec![
        (c"code", call.integer(explanation.code)?),
        (c"known", call.boolean(explanation.known)?),
        (c"product", call.string(&explanation.product)?),
        (c"meaning", call.string(&explanation.meaning)?),
        (c"causes", call.array(&explanation.causes, |cause| call.string(cause.name()))?),
        (c"checks", call.array(&explanation.checks, |check| call.string(check))?),
        (c"next", call.string(&explanation.next)?),
    ];
    if let Some(undocumented) = &explanation.undocumented {
        fields.push((c"undocumented", call.string(undocumented)?));
    }
    fields.push((c"near", call.array(&explanation.near, |code| call.integer(*code))?));
    Ok(call.object(&fields)?)
}

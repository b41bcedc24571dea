//! The function behind `Issuer.issueMany`.

use token04_core::host::{self, Argument};
use token04_core::{Error, Issuer};

use super::arguments;
use super::failure::Failure;
use crate::engine::{Call, Storage, Value};

/// `(issuer, user_ids, ttl, payload, now)`: the tokens, as an array.
pub fn issue_many(call: &Call) -> Result<Value<'_>, Failure> {
    let issuer = call.argument(0).held::<Issuer>()?;
    let mut payload_storage = Storage::new();
    let (users, unconverted) = Users::read(call.argument(1))?;
    let user_ids = users.texts();
    let ttl = arguments::ttl(call.argument(2));
    let payload = arguments::payload(call.argument(3), &mut payload_storage);
    let now = arguments::now(call.argument(4));
    let tokens = call.new_array(user_ids.len())?;
    let (mut index, mut failure) = (0, None);
    host::issue_many_with(&issuer, &user_ids, unconverted, ttl, payload, now, |token| {
        let stored = call.ascii(token).and_then(|token| call.store(tokens, index, token));
        failure = failure.take().or(stored.err());
        index += 1;
    })?;
    failure.map_or(Ok(tokens), |error| Err(error.into()))
}

/// Many user ids in one text.
#[derive(Default)]
struct Users {
    text: String,
    ends: Vec<usize>,
}

impl Users {
    /// The elements of an array up to the first that is not valid, and its error.
    fn read(value: Value<'_>) -> Result<(Self, Option<Error>), Error> {
        let Some(elements) = value.as_elements() else {
            let got = arguments::Got(value);
            return Err(host::invalid_argument(format!("user_ids must be an array of strings, got {got}")));
        };
        let (mut users, mut storage) = (Self::default(), Storage::new());
        for element in elements {
            match arguments::text(element, &mut storage, Argument::UserId) {
                Ok(user_id) => users.text.push_str(user_id),
                Err(error) => return Ok((users, Some(error))),
            }
            users.ends.push(users.text.len());
        }
        Ok((users, None))
    }

    fn texts(&self) -> Vec<&str> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        starts.zip(&self.ends).map(|(start, end)| &self.text[start..*end]).collect()
    }
}

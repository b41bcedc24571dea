//! The single list of ZEGO's error codes that are about tokens, or are often mistaken for it: what each means,
//! what causes it, and what to check. [`explain`](crate::explain), the order of a diagnosis with a code, and the
//! pages in `docs/` come from it.

mod checks;
mod code;
mod table;

pub(crate) use code::{Code, Next, Product, Text};
pub(crate) use table::CODES;

use super::findings::FindingId;

/// A known code.
pub(crate) fn find(number: i64) -> Option<&'static Code> {
    CODES.binary_search_by_key(&number, |code| code.number).ok().map(|at| &CODES[at])
}

/// The findings that can cause a code, the most frequent first.
pub(crate) fn causes(number: i64) -> &'static [FindingId] {
    find(number).map_or(&[], |code| code.causes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn codes_are_in_ascending_order() {
        assert!(CODES.is_sorted_by(|one, other| one.number < other.number));
    }

    #[test]
    fn each_cause_is_listed_once() {
        for code in CODES {
            let distinct: HashSet<_> = code.causes.iter().collect();
            assert_eq!(distinct.len(), code.causes.len(), "{}", code.number);
        }
    }

    #[test]
    fn every_finding_is_a_cause_of_its_client_codes() {
        for id in FindingId::ALL {
            for number in id.client_codes() {
                assert!(causes(i64::from(*number)).contains(id), "{} is not a cause of {number}", id.name());
            }
        }
    }
}

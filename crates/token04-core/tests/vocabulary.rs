//! Compares the lists of names and numbers with those that the tests of all languages read.

use token04_core::{ErrorCode, FindingId, Language, Mode, Profile, Severity};

/// Checks that an enumeration has the entries of one kind, in the same order.
macro_rules! assert_same {
    ($kind:literal, $choice:ident, $description:expr) => {
        let describe: fn($choice) -> Option<&'static str> = $description;
        let ours: Vec<_> = $choice::ALL
            .iter()
            .map(|entry| (entry.name().to_owned(), *entry as i32, describe(*entry).map(str::to_owned)))
            .collect();
        let shared: Vec<_> = token04_vectors::vocabulary()
            .into_iter()
            .filter(|case| case.kind == $kind)
            .map(|case| (case.name, case.number, case.description))
            .collect();
        assert_eq!(ours, shared, "run scripts/vocabulary.py");
    };
}

#[test]
fn every_entry_is_shared() {
    assert_same!("error", ErrorCode, |code| Some(code.description()));
    assert_same!("mode", Mode, |mode| Some(mode.description()));
    assert_same!("profile", Profile, |profile| Some(profile.description()));
    assert_same!("severity", Severity, |severity| Some(severity.description()));
    assert_same!("language", Language, |language| Some(language.description()));
    assert_same!("finding", FindingId, |_| None);
}

#[test]
fn numbers_round_trip() {
    assert!(ErrorCode::ALL.iter().all(|code| ErrorCode::from_number(code.number()) == Some(*code)));
    assert!(Mode::ALL.iter().all(|mode| Mode::from_number(*mode as i32) == Some(*mode)));
    for number in [-1, 0, 2, 203, 904, i32::MAX] {
        assert_eq!(ErrorCode::from_number(number), None);
    }
}

/// Everything else is generated from the core's list, so only this handwritten list detects a number that
/// changes.
#[test]
fn the_numbers_of_error_codes_never_change() {
    let numbers: Vec<i32> = ErrorCode::ALL.iter().map(|code| code.number()).collect();
    let published = [1, 3, 5, 6, 101, 102, 103, 104, 201, 202, 204, 205, 206, 207, 208, 901, 902, 903];
    assert_eq!(numbers, published);
}

//! Tests that Java and Rust agree on what is written in both.

use token04_core::{FindingId, Severity, VERSION};

const PACKAGE: &str = "src/main/java/io/token04";

fn java(class: &str) -> String {
    let path = format!("{}/{PACKAGE}/{class}.java", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(path).unwrap()
}

#[test]
fn places_are_numbers() {
    // Findings and severities are passed by their place in the list, which Java's enums have too.
    assert!(FindingId::ALL.iter().enumerate().all(|(place, id)| *id as usize == place));
    assert!(Severity::ALL.iter().enumerate().all(|(place, severity)| *severity as usize == place));
}

#[test]
fn numbers_of_the_exchange() {
    use crate::natives::reading::{PUBLISH, REQUIRE_PRIVILEGE, ROOM_ID, STREAM_ID, USER_ID};
    let login = java("Login");
    for (name, bit) in [
        ("USER_ID", USER_ID),
        ("ROOM_ID", ROOM_ID),
        ("STREAM_ID", STREAM_ID),
        ("PUBLISH", PUBLISH),
        ("REQUIRE_PRIVILEGE", REQUIRE_PRIVILEGE),
    ] {
        assert!(login.contains(&format!("static final int {name} = {bit};")), "{name}");
    }
    let long = crate::response::LONG;
    assert!(java("Exchange").contains(&format!("static final int LONG = {long};")));
    let null = crate::parameters::NULL_DURATION;
    assert!(java("Time").contains(&format!("static final int NULL_DURATION = {null};")));
    assert_eq!(crate::parameters::SYSTEM_CLOCK, i64::MIN);
    assert!(java("Time").contains("static final long SYSTEM_CLOCK = Long.MIN_VALUE;"));
    assert_eq!(crate::parameters::NULL_INSTANT, i64::MIN + 1);
    assert!(java("Time").contains("static final long NULL_INSTANT = Long.MIN_VALUE + 1;"));
}

#[test]
fn versions() {
    assert!(java("NativeLibrary").contains(&format!("String VERSION = \"{VERSION}\";")));
    let pom = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/pom.xml")).unwrap();
    assert!(pom.contains(&format!("<artifactId>token04</artifactId>\n  <version>{VERSION}</version>")));
}

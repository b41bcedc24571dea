//! What stands in Java and in Rust is the same in both.

use token04_core::{FindingId, Severity, VERSION};

const PACKAGE: &str = "src/main/java/io/token04";

fn java(class: &str) -> String {
    let path = format!("{}/{PACKAGE}/{class}.java", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(path).unwrap()
}

#[test]
fn places_are_numbers() {
    // Findings and severities go over by their place in the list, which Java's enums are in too.
    assert!(FindingId::ALL.iter().enumerate().all(|(place, id)| *id as usize == place));
    assert!(Severity::ALL.iter().enumerate().all(|(place, severity)| *severity as usize == place));
}

#[test]
fn numbers_of_the_exchange() {
    use crate::natives::reading::{NOW, PUBLISH, ROOM_ID, STREAM_ID, USER_ID};
    let login = java("Login");
    for (name, bit) in [
        ("USER_ID", USER_ID),
        ("ROOM_ID", ROOM_ID),
        ("STREAM_ID", STREAM_ID),
        ("PUBLISH", PUBLISH),
        ("NOW", NOW),
    ] {
        assert!(login.contains(&format!("static final int {name} = {bit};")), "{name}");
    }
    let long = crate::response::LONG;
    assert!(java("Exchange").contains(&format!("static final int LONG = {long};")));
}

#[test]
fn versions() {
    assert!(java("NativeLibrary").contains(&format!("String VERSION = \"{VERSION}\";")));
    let pom = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/pom.xml")).unwrap();
    assert!(pom.contains(&format!("<artifactId>token04</artifactId>\n  <version>{VERSION}</version>")));
}

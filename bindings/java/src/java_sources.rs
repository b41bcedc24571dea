//! What stands in Java and in Rust is the same in both.

use token04_core::{ErrorCode, FindingId, Language, Mode, Profile, Severity, VERSION};

const PACKAGE: &str = "src/main/java/io/token04";

fn java(class: &str) -> String {
    let path = format!("{}/{PACKAGE}/{class}.java", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(path).unwrap()
}

/// The constants of a Java enum that has a number for each, as `NAME(number)`.
fn constants(class: &str) -> Vec<String> {
    let java = java(class);
    let is_constant = |line: &&str| line.starts_with(char::is_uppercase) && line.ends_with([',', ';']);
    java.lines().map(str::trim).filter(is_constant).map(|line| line[..line.len() - 1].to_owned()).collect()
}

fn numbered(name: &str, number: i32) -> String {
    format!("{}({number})", name.to_uppercase())
}

#[test]
fn error_codes() {
    let codes: Vec<String> = ErrorCode::ALL.iter().map(|code| numbered(code.name(), code.number())).collect();
    assert_eq!(constants("ErrorCode"), codes);
}

#[test]
fn modes_and_profiles() {
    let modes: Vec<_> = Mode::ALL.iter().map(|mode| numbered(mode.name(), *mode as i32)).collect();
    assert_eq!(constants("Mode"), modes);
    let profiles: Vec<_> =
        Profile::ALL.iter().map(|profile| numbered(profile.name(), *profile as i32)).collect();
    assert_eq!(constants("Profile"), profiles);
}

#[test]
fn what_a_report_holds() {
    // Those without a number of their own go over by their place in the list.
    let ids: Vec<String> = FindingId::ALL
        .iter()
        .map(|id| format!("{}(\"{}\")", id.name().to_uppercase().replace('-', "_"), id.name()))
        .collect();
    assert_eq!(constants("FindingId"), ids);
    assert!(FindingId::ALL.iter().enumerate().all(|(place, id)| *id as usize == place));
    let severities: Vec<_> = Severity::ALL.iter().map(|severity| severity.name().to_uppercase()).collect();
    assert_eq!(constants("Severity"), severities);
    assert!(Severity::ALL.iter().enumerate().all(|(place, severity)| *severity as usize == place));
    let languages: Vec<_> =
        Language::ALL.iter().map(|language| numbered(language.name(), *language as i32)).collect();
    assert_eq!(constants("Language"), languages);
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

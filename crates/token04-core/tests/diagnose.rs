//! Diagnoses every case of the shared vectors, in both languages, and checks that no text contains the
//! secret.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first surprise")]

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use token04_core::{
    Check, FindingId, Issuer, Language, Outcome, Profile, Question, Report, Severity, diagnose,
};
use token04_vectors::{Claims, DiagnoseCase, Finding};

fn question(case: &DiagnoseCase) -> Question<'_> {
    let profile = case.profile.as_ref().map(|name| name.parse::<Profile>().unwrap());
    Question::new()
        .secret(case.secret.as_deref())
        .app_id(case.app_id)
        .user_id(case.user_id.as_deref())
        .room_id(case.room_id.as_deref())
        .stream_id(case.stream_id.as_deref())
        .publish(case.publish)
        .profile(profile)
        .now(case.now)
}

fn found(report: &Report) -> Vec<Finding> {
    report
        .findings
        .iter()
        .map(|finding| Finding {
            id: finding.id.name().to_owned(),
            severity: finding.severity.name().to_owned(),
        })
        .collect()
}

#[test]
fn finds_what_the_second_implementation_finds() {
    let mut failures = Vec::new();
    for case in token04_vectors::diagnose() {
        let report = diagnose(&case.token, &question(&case));
        let claims = report.claims.as_ref().map(|claims| Claims {
            app_id: claims.app_id,
            user_id: claims.user_id.clone(),
            nonce: claims.nonce,
            ctime: claims.ctime,
            expire: claims.expire,
            payload: claims.payload.clone(),
        });
        let codes: BTreeMap<String, Vec<u32>> = report
            .findings
            .iter()
            .filter(|finding| !finding.client_codes.is_empty())
            .map(|finding| (finding.id.name().to_owned(), finding.client_codes.clone()))
            .collect();
        let agrees = found(&report) == case.findings
            && report.is_ok() == case.ok
            && codes == case.codes
            && (case.claims.is_none() || claims == case.claims);
        if !agrees {
            let expected = (&case.findings, &case.codes, &case.claims);
            failures.push(format!("{}:\n  {report:?}\n  expected {expected:?}", case.id));
        }
    }
    assert!(failures.is_empty(), "{} differ:\n{}", failures.len(), failures.join("\n"));
}

#[test]
fn the_vectors_have_every_id() {
    let ids: BTreeSet<String> = token04_vectors::diagnose()
        .into_iter()
        .flat_map(|case| case.findings)
        .map(|finding| finding.id)
        .collect();
    let ours: BTreeSet<String> = FindingId::ALL.iter().map(|id| id.name().to_owned()).collect();
    assert_eq!(ids, ours);
}

#[test]
fn findings_are_the_same_in_both_languages_and_every_text_is_complete() {
    for case in token04_vectors::diagnose() {
        let [english, chinese] =
            [Language::En, Language::Zh].map(|lang| diagnose(&case.token, &question(&case).lang(lang)));
        assert_eq!(found(&english), found(&chinese), "{}", case.id);
        let is_chinese = |text: &str| text.chars().any(|char| ('\u{4e00}'..='\u{9fff}').contains(&char));
        for (english, chinese) in english.findings.iter().zip(&chinese.findings) {
            for text in [&english.message, &english.fix] {
                assert!(text.len() > 10 && !text.ends_with('.'), "{}: {text}", case.id);
                // English texts contain Chinese only in quotes from the token.
                assert!(!is_chinese(text) || text.contains('"'), "{}: {text}", case.id);
            }
            for text in [&chinese.message, &chinese.fix] {
                assert!(is_chinese(text) && !text.ends_with('。'), "{}: {text}", case.id);
            }
        }
    }
}

#[test]
fn no_text_contains_the_secret_or_a_key_made_from_it() {
    for case in token04_vectors::diagnose() {
        let Some(secret) = case.secret.as_deref().filter(|secret| secret.len() >= 16) else { continue };
        let keys = keys(secret);
        for &lang in Language::ALL {
            let report = diagnose(&case.token, &question(&case).lang(lang));
            let shown = format!("{report:?}");
            assert!(!shown.contains(secret), "{}: {shown}", case.id);
            for finding in report.findings {
                let texts = format!("{} {}", finding.message, finding.fix).to_lowercase();
                assert!(keys.iter().all(|key| !texts.contains(key)), "{}: {texts}", case.id);
            }
        }
    }
}

#[test]
fn no_claim_contains_the_secret_or_a_key_made_from_it() {
    use md5::Digest;
    let secret = "0123456789abcdef0123456789ABCDEF";
    let (md5, sha256) = (hex(&md5::Md5::digest(secret)), hex(&sha2::Sha256::digest(secret)));
    let issuer = Issuer::new(1, secret).unwrap();
    for text in [secret, &secret[..16], &md5, &md5.to_uppercase(), &sha256] {
        for (user_id, payload) in [(text, ""), ("u", &*format!("{{\"room_id\":\"{text}\"}}"))] {
            let token = issuer.issue_with_payload(user_id, Duration::from_secs(60), payload).unwrap();
            let report = diagnose(&token, &Question::new().secret(secret));
            assert!(!format!("{report:?}").contains(text), "{report:?}");
            let claims = report.claims.unwrap();
            let hidden = if payload.is_empty() { claims.user_id } else { claims.payload };
            assert_eq!(hidden, "[redacted]");
        }
    }
}

#[test]
fn a_check_fails_if_one_of_its_findings_is_not_a_note() {
    for case in token04_vectors::diagnose() {
        let report = diagnose(&case.token, &question(&case));
        assert!(report.checks.iter().map(|(check, _)| check).eq(Check::ALL), "{}", case.id);
        for (check, outcome) in report.checks {
            let complains = report
                .findings
                .iter()
                .any(|finding| finding.severity != Severity::Note && finding.id.check() == check);
            assert_eq!(outcome == Outcome::Failed, complains, "{}: {}", case.id, check.name());
            assert!(
                outcome != Outcome::NeedsSecret || case.secret.is_none(),
                "{}: {}",
                case.id,
                check.name()
            );
        }
    }
}

#[test]
fn a_check_is_made_if_it_is_requested_and_possible() {
    let secret = "0123456789abcdef0123456789ABCDEF";
    let token = Issuer::new(1, secret).unwrap().issue("u", Duration::from_secs(60)).unwrap();
    let names = |report: &Report, wanted: Outcome| {
        let checks = report.checks.iter().filter(|(_, outcome)| *outcome == wanted);
        checks.map(|(check, _)| check.name()).collect::<Vec<_>>().join(" ")
    };
    let bare = Question::new();
    let all = Question::new().app_id(1).room_id("r").profile(Profile::Rtc);
    let asked = "app-and-user room-and-rights product-limits";
    let opened = "text layout mode-and-key claims payload times";
    let cut = &token[..60];
    for (token, question, passed, needs_secret) in [
        (&*token, bare.clone(), "text layout times", "mode-and-key claims payload".to_owned()),
        (&token, all.clone(), "text layout times", format!("mode-and-key claims payload {asked}")),
        (&token, bare.clone().secret(secret), opened, String::new()),
        (&token, all.clone().secret(secret), &format!("{opened} {asked}"), String::new()),
        (&token, all.clone().secret(&secret[1..]), "text layout times", String::new()),
        (cut, all.clone(), "", String::new()),
        (cut, all.clone().secret(secret), "", String::new()),
        ("nothing", all.clone(), "", String::new()),
    ] {
        let report = diagnose(token, &question);
        assert_eq!(names(&report, Outcome::Passed), passed, "{question:?} {report:?}");
        assert_eq!(names(&report, Outcome::NeedsSecret), needs_secret, "{question:?}");
    }
}

#[test]
fn unreadable_parts_are_not_checked() {
    for (id, check) in [
        ("body-not-json-array", Check::Payload),
        ("payload-not-json-with-a-room-expected", Check::RoomAndRights),
        ("payload-object-with-a-room-expected", Check::RoomAndRights),
        ("foreign-layout-no-base64-at-all", Check::Times),
        ("foreign-layout-no-base64-at-all", Check::Text),
        ("claim-type-app-id-text", Check::AppAndUser),
        ("swapped-arguments-secret-as-user", Check::AppAndUser),
        ("missing-claim-user-id", Check::ProductLimits),
    ] {
        let case = token04_vectors::diagnose().into_iter().find(|case| case.id == id).unwrap();
        let mut question = question(&case);
        if check == Check::ProductLimits {
            question = question.profile(Profile::Rtc);
        }
        let report = diagnose(&case.token, &question);
        assert!(report.checks.contains(&(check, Outcome::NotMade)), "{id}: {report:?}");
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Texts, in lower case, that would reveal the keys made from a secret.
fn keys(secret: &str) -> Vec<String> {
    use base64::Engine;
    use base64::engine::general_purpose::STANDARD;
    use md5::Digest;
    let hashes = [md5::Md5::digest(secret).to_vec(), sha2::Sha256::digest(secret).to_vec()];
    let texts = [secret, &secret[..16], &secret[..secret.len().min(32)]].map(|text| text.as_bytes().to_vec());
    let mut keys: Vec<String> = texts.iter().map(|text| String::from_utf8(text.clone()).unwrap()).collect();
    keys.extend(hashes.iter().chain(&texts).map(|bytes| hex(bytes)));
    keys.extend(hashes.iter().chain(&texts).map(|bytes| STANDARD.encode(bytes)));
    keys.into_iter().map(|key| key.to_lowercase()).collect()
}

#[test]
fn severities_and_codes_match_the_list() {
    for case in token04_vectors::diagnose() {
        for finding in diagnose(&case.token, &question(&case)).findings {
            let listed = finding.id.client_codes();
            assert!(finding.client_codes.iter().all(|code| listed.contains(code)), "{}", case.id);
            assert_eq!(finding.client_codes.is_empty(), listed.is_empty(), "{}", case.id);
            let note = finding.severity == Severity::Note;
            assert_eq!(note, finding.id.severity() == Severity::Note, "{}", case.id);
        }
    }
}

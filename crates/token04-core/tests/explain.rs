//! Explains codes, and puts the causes of a code first in a diagnosis.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::time::Duration;

use serde_json::json;
use token04_core::{FindingId, Issuer, Language, Question, diagnose, explain, explained_codes};

/// The first three lines of an explanation.
fn head(code: i64) -> String {
    let text = explain(code, Language::En).to_string();
    text.lines().take(3).collect::<Vec<_>>().join("\n")
}

#[test]
fn the_first_three_lines_lead_to_the_causes_in_public_projects() {
    for (code, causes) in [
        (
            50_119,
            &["HS256", "AppSign used as ServerSecret", "quotes or blanks around the secret", "after a dot"][..],
        ),
        (20_014, &["another project's or an old ServerSecret", "AppSign used as ServerSecret"]),
        (1_002_033, &["expired", "ServerSecret", "AppSign", "another user id", "another AppID", "JWT"]),
    ] {
        for cause in causes {
            assert!(head(code).contains(cause), "{cause} is not in:\n{}", head(code));
        }
    }
}

#[test]
fn every_code_is_explained_in_both_languages() {
    let is_chinese = |text: &str| text.chars().any(|char| ('\u{4e00}'..='\u{9fff}').contains(&char));
    for code in explained_codes() {
        let [english, chinese] = [Language::En, Language::Zh].map(|language| explain(code, language));
        assert_eq!((english.known, english.code, &english.causes), (true, code, &chinese.causes));
        assert_eq!(english.checks.len(), chinese.checks.len());
        assert_eq!(english.undocumented.is_some(), chinese.undocumented.is_some());
        assert!(!english.checks.is_empty() && english.near.is_empty(), "{code}");
        for (english, chinese) in english.to_string().lines().zip(chinese.to_string().lines()) {
            assert!(!is_chinese(english) && is_chinese(chinese), "{english}\n{chinese}");
            assert!(!english.ends_with('.') && !chinese.ends_with('。'), "{english}\n{chinese}");
        }
    }
}

#[test]
fn the_text_is_complete() {
    let text = explain(6_000_108, Language::En).to_string();
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines[0], "6000108 (In-app Chat, ZIM): less than 30 seconds are left");
    assert_eq!(
        lines[1],
        "Possible causes, the most frequent first: less than 30 seconds left (expires-soon); a duration in expire instead of \
         a time (expire-is-duration)"
    );
    assert_eq!(lines[2], "Check, in this order:");
    assert!(lines[3].starts_with("  1. "));
    assert!(lines[5].starts_with(
        "Next: run `token04 diagnose TOKEN --code 6000108 --app-id ID --user-id ID --profile zim`"
    ));
    let text = explain(6_000_108, Language::Zh).to_string();
    assert!(
        text.starts_with("6000108（即时通讯 ZIM）：剩余有效期不足 30 秒\n可能的原因（常见的在前）："),
        "{text}"
    );
}

#[test]
fn a_code_that_is_not_about_tokens_sends_nobody_to_diagnose() {
    for code in [1_002_034, 1_003_025, 1_002_084, 1_002_085, 100_000_005] {
        let explanation = explain(code, Language::En);
        assert!(explanation.known && explanation.causes.is_empty());
        assert!(explanation.meaning.starts_with("not a token error: "));
        assert!(!explanation.next.contains("token04 diagnose"), "{explanation}");
    }
}

#[test]
fn an_unknown_code_has_neighbours() {
    for (code, near) in [
        (50_191, &[50_119][..]),
        (200_002, &[-200_002]),
        (5_011, &[50_119]),
        (60_001_011, &[6_000_101]),
        (1_102_033, &[1_002_033]),
        (0, &[]),
        (i64::MIN, &[]),
        (i64::MAX, &[]),
    ] {
        let explanation = explain(code, Language::En);
        assert!(!explanation.known && explanation.causes.is_empty() && !explanation.checks.is_empty());
        assert!(explanation.near.starts_with(near), "{explanation:?}");
        assert!(!near.is_empty() || explanation.near.is_empty(), "{explanation:?}");
        assert!(near.iter().all(|code| explanation.to_string().contains(&code.to_string())));
    }
}

#[test]
fn json_has_every_field_and_names() {
    let explanation = explain(6_000_108, Language::En);
    let expected = json!({
        "code": 6_000_108, "known": true, "product": "In-app Chat, ZIM", "meaning": "less than 30 seconds are left",
        "causes": ["expires-soon", "expire-is-duration"], "checks": explanation.checks, "next": explanation.next,
        "near": [],
    });
    assert_eq!(serde_json::to_value(&explanation).unwrap(), expected);
    let undocumented = serde_json::to_value(explain(50_119, Language::En)).unwrap();
    assert!(undocumented["undocumented"].is_string());
}

#[test]
fn a_diagnosis_with_a_code_has_its_causes_first() {
    let secret = "0123456789abcdef0123456789ABCDEF";
    let token = Issuer::new(1, secret).unwrap().issue("u", Duration::from_secs(60)).unwrap();
    let now = diagnose(&token, &Question::new().secret(secret)).claims.unwrap().expire - 10;
    let question = Question::new().secret(secret).app_id(2).user_id("v").now(now);
    let ids = |code: Option<i64>| {
        let report = diagnose(&token, &question.clone().code(code));
        report.findings.iter().map(|finding| finding.id).collect::<Vec<_>>()
    };
    let [app, user, soon, cbc] = [
        FindingId::AppIdMismatch,
        FindingId::UserIdMismatch,
        FindingId::ExpiresSoon,
        FindingId::UnauthenticatedCbc,
    ];
    assert_eq!(ids(None), [app, user, soon, cbc]);
    assert_eq!(ids(Some(6_000_108)), [soon, app, user, cbc]);
    assert_eq!(ids(Some(1_002_077)), [user, app, soon, cbc]);
    assert_eq!(ids(Some(1_002_033)), [user, app, soon, cbc]);
    assert_eq!(ids(Some(12_345)), [app, user, soon, cbc]);
}

//! `token04 explain`.

use serde_json::Value;

use crate::program::{bare, json};

#[test]
fn explains_one_code_or_several() {
    let text = bare("explain").arg("50119").succeeds();
    let head: Vec<&str> = text.lines().take(2).collect();
    assert!(head[0].starts_with("50119 (") && head[0].contains("token auth err"), "{text}");
    for cause in ["HS256", "AppSign"] {
        assert!(head[1].contains(cause), "{text}");
    }
    let text = bare("explain").args(["1002033", "-200002"]).succeeds();
    let explanations: Vec<&str> = text.split("\n\n").collect();
    assert!(explanations.len() == 2 && explanations[1].starts_with("-200002 (digital human)"), "{text}");
}

#[test]
fn json_has_one_shape_for_one_code_and_several() {
    let codes = |explained: &Value| {
        let explanations = explained["explanations"].as_array().unwrap();
        explanations.iter().map(|explanation| explanation["code"].as_i64().unwrap()).collect::<Vec<_>>()
    };
    let one = bare("explain").arg("20014").succeeds_json();
    assert_eq!(codes(&one), [20_014]);
    let keys: Vec<&String> = one["explanations"][0].as_object().unwrap().keys().collect();
    let expected =
        ["causes", "checks", "code", "known", "meaning", "near", "next", "product", "undocumented"];
    assert_eq!(keys, expected);
    let several = bare("explain").args(["20014", "-200002", "20014"]).succeeds_json();
    assert_eq!(codes(&several), [20_014, -200_002, 20_014]);
}

#[test]
fn an_unknown_code_exits_with_1() {
    let ended = bare("explain").args(["1002033", "1002133"]).run();
    assert_eq!((ended.exit, ended.error.as_str()), (1, ""));
    assert!(ended.out.contains("1002133: token04 does not know this code\nKnown codes near it: 1002033 ("));
    let ended = bare("explain").args(["12345", "--json"]).run();
    assert_eq!((ended.exit, &json(&ended.out)["explanations"][0]["known"]), (1, &Value::Bool(false)));
}

#[test]
fn refuses_wrong_usage() {
    bare("explain").fails_json(2, 901);
    bare("explain").arg("abc").fails_json(2, 901);
    bare("explain").arg("99999999999999999999").fails_json(2, 901);
    bare("explain").args(["20014", "--lang", "de"]).fails_json(2, 901);
}

#[test]
fn speaks_the_language_of_the_locale() {
    let chinese = bare("explain").arg("1002034").env("LANG", "zh_CN.UTF-8").succeeds();
    assert!(chinese.contains("房间已满"), "{chinese}");
    assert_eq!(bare("explain").args(["1002034", "--lang", "zh"]).succeeds(), chinese);
}

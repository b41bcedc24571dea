//! `include/token04.h` is what cbindgen makes of the sources; TOKEN04_WRITE_HEADER=1 rewrites it.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first surprise")]

use std::collections::BTreeMap;
use std::path::Path;

use cbindgen::{Braces, Builder, Config, DocumentationStyle, Language, SortKey, Style};

/// The header in sections: a title and, in order, the names that it declares. A type comes before its uses.
const SECTIONS: [(&str, &[&str]); 14] = [
    ("Version", &["token04_version", "token04_version_number"]),
    ("Status", &["token04_status", "StatusCode", "token04_status_message"]),
    ("Errors", &["token04_wording", "WordingNumber", "token04_error", "TOKEN04_ERROR_INIT"]),
    (
        "Text",
        &[
            "token04_text",
            "token04_string_free",
            "TOKEN04_MAX_TOKEN_CAPACITY",
            "TOKEN04_TOKEN_CAPACITY",
            "token04_token_capacity",
        ],
    ),
    (
        "Choices",
        &[
            "token04_mode",
            "ModeNumber",
            "token04_mode_from_name",
            "token04_profile",
            "ProfileNumber",
            "token04_profile_from_name",
            "token04_language",
            "LanguageNumber",
            "token04_language_from_name",
        ],
    ),
    (
        "Privileges",
        &[
            "token04_privilege",
            "TOKEN04_PRIVILEGE_INIT",
            "token04_privilege_payload",
            "token04_privilege_parse",
            "token04_privilege_free",
        ],
    ),
    (
        "Issuing",
        &[
            "token04_issuer",
            "token04_issuer_new",
            "token04_issuer_free",
            "token04_issue_options",
            "TOKEN04_ISSUE_OPTIONS_INIT",
            "token04_issuer_issue",
            "token04_issuer_issue_room",
            "token04_issuer_issue_string",
            "token04_issuer_issue_lent",
            "token04_issuer_issue_room_lent",
            "token04_tokens",
            "token04_issuer_issue_many",
            "token04_tokens_free",
        ],
    ),
    ("Issuing in one call", &["token04_generate", "token04_generate_lent"]),
    (
        "Kit tokens",
        &[
            "token04_kit_issue",
            "token04_kit_encode",
            "token04_kit_user",
            "token04_kit_decode",
            "token04_kit_user_free",
        ],
    ),
    (
        "Verifying",
        &[
            "token04_verifier",
            "token04_verifier_options",
            "TOKEN04_VERIFIER_OPTIONS_INIT",
            "token04_verifier_new",
            "token04_verifier_free",
            "token04_login",
            "TOKEN04_LOGIN_INIT",
            "token04_claims",
            "token04_verifier_verify",
            "token04_verifier_verify_lent",
            "token04_body",
            "token04_claims_body",
            "token04_claims_privilege",
            "token04_claims_free",
        ],
    ),
    ("Inspecting", &["token04_header", "TOKEN04_HEADER_INIT", "token04_inspect"]),
    (
        "Diagnosing",
        &[
            "token04_question",
            "TOKEN04_QUESTION_INIT",
            "TOKEN04_FINDING_",
            "token04_severity",
            "SeverityNumber",
            "token04_finding",
            "token04_report",
            "token04_diagnose",
            "token04_report_free",
        ],
    ),
    ("Explaining a code", &["token04_explanation", "token04_explain", "token04_explanation_free"]),
    (
        "For other languages that build on this header",
        &["token04_argument", "ArgumentNumber", "token04_refuse", "token04_ttl_from_text"],
    ),
];

/// The declarations of the crate by name, as cbindgen writes them and then `macros.h`.
fn declarations(crate_dir: &Path) -> BTreeMap<String, String> {
    let mut config = Config {
        language: Language::C,
        style: Style::Both,
        sort_by: SortKey::None,
        braces: Braces::NextLine,
        line_length: 110,
        tab_width: 4,
        no_includes: true,
        documentation_style: DocumentationStyle::Doxy,
        usize_is_size_t: true,
        ..Config::default()
    };
    config.function.prefix = Some("TOKEN04_API".to_owned());
    // No function has these: the constants of each are numbers.
    config.export.include = [
        "StatusCode",
        "WordingNumber",
        "ModeNumber",
        "ProfileNumber",
        "LanguageNumber",
        "SeverityNumber",
        "ArgumentNumber",
    ]
    .map(String::from)
    .into();
    let mut written = Vec::new();
    Builder::new().with_crate(crate_dir).with_config(config).generate().unwrap().write(&mut written);
    let written = String::from_utf8(written).unwrap();
    let blocks = written.split("\n\n").chain(include_str!("../header/macros.h").split("\n\n"));
    let mut declarations: BTreeMap<String, String> =
        blocks.map(|block| (name(block).to_owned(), tidy(block.trim()))).collect();
    declarations.insert("TOKEN04_FINDING_".to_owned(), finding_macros());
    declarations
}

/// The name that a block declares: the last before the parentheses, the braces, the value or the semicolon.
fn name(block: &str) -> &str {
    let block = block.trim();
    let code = match block.split_once("*/\n") {
        Some((_, code)) if block.starts_with("/*") => code,
        _ => block,
    };
    let end = if let Some(macro_) = code.strip_prefix("#define ") {
        return macro_.split(['(', ' ']).next().unwrap_or_default();
    } else if code.starts_with("typedef") {
        code.rfind(';')
    } else {
        code.find('(')
    };
    code[..end.unwrap_or(0)].rsplit([' ', '*']).next().unwrap_or_default()
}

/// Enumerations only define constants, C89 has no comma after the last one, types go by their short names, and a
/// comment of one line fits on one line.
fn tidy(block: &str) -> String {
    let mut tidied = Vec::new();
    for line in block.lines() {
        tidied.push(if line.starts_with("typedef ") {
            line.to_owned()
        } else {
            line.replace("struct token04_", "token04_")
        });
        let [.., opening, text, closing] = &tidied[..] else { continue };
        if opening.trim() == "/**" && closing.trim() == "*/" {
            let short = format!("{opening}{} */", text.trim_start().trim_start_matches('*'));
            tidied.truncate(tidied.len() - 3);
            tidied.push(short);
        }
    }
    let block = tidied.join("\n").replace(",\n}", "\n}");
    match (block.contains("typedef enum "), block.find('{'), block.rfind("} ")) {
        (true, Some(start), Some(end)) => format!("enum\n{}}};", &block[start..end]),
        _ => block,
    }
}

fn generate(crate_dir: &Path) -> String {
    let mut declarations = declarations(crate_dir);
    let (mut index, mut body) = (String::new(), String::new());
    for (title, names) in SECTIONS {
        let functions: Vec<_> =
            names.iter().filter(|name| declarations[**name].contains("TOKEN04_API")).collect();
        if !functions.is_empty() {
            index += &format!(" *\n *   {title}\n");
        }
        for function in functions {
            index += &format!(" *     {function}\n");
        }
        body += &format!("\n/* ---- {title} {} */\n", "-".repeat(100 - title.len()));
        for name in names {
            let declaration = declarations.remove(*name).unwrap_or_else(|| panic!("nothing declares {name}"));
            body += &format!("\n{declaration}\n");
        }
    }
    assert!(declarations.keys().all(String::is_empty), "no section has {declarations:?}");
    let manual = include_str!("../header/manual.h").trim_end().trim_end_matches("*/").trim_end();
    let prologue = include_str!("../header/prologue.h").replace("{version macros}\n", &version_macros());
    format!(
        "{manual}\n *\n * Functions\n{index} */\n\n{prologue}{body}\n{}",
        include_str!("../header/epilogue.h")
    )
}

fn version_macros() -> String {
    let numbers =
        [env!("CARGO_PKG_VERSION_MAJOR"), env!("CARGO_PKG_VERSION_MINOR"), env!("CARGO_PKG_VERSION_PATCH")];
    let [major, minor, patch] = numbers.map(|number| number.parse::<u32>().unwrap());
    format!(
        "#define TOKEN04_VERSION \"{}\"\n\
         #define TOKEN04_VERSION_MAJOR {major}\n\
         #define TOKEN04_VERSION_MINOR {minor}\n\
         #define TOKEN04_VERSION_PATCH {patch}\n\
         #define TOKEN04_VERSION_NUMBER {}\n",
        env!("CARGO_PKG_VERSION"),
        (major * 100 + minor) * 100 + patch,
    )
}

/// The ids of findings, from the core's own list.
fn finding_macros() -> String {
    let mut macros =
        "/* What a diagnosis can find: the ids of findings, which docs/en/diagnose/by-finding.md explains. */".to_owned();
    for id in token04_core::FindingId::ALL {
        let name = id.name().to_uppercase().replace('-', "_");
        macros += &format!("\n#define TOKEN04_FINDING_{name} \"{}\"", id.name());
    }
    macros
}

#[test]
fn the_committed_header_is_the_generated_one() {
    let crate_dir = Path::new(env!("CARGO_MANIFEST_DIR"));
    let path = crate_dir.join("../../include/token04.h");
    let generated = generate(crate_dir);
    if std::env::var_os("TOKEN04_WRITE_HEADER").is_some() {
        std::fs::write(&path, &generated).unwrap();
    }
    let committed = std::fs::read_to_string(&path).unwrap_or_default();
    let hint = "include/token04.h is not what bindings/c/src gives: \
                TOKEN04_WRITE_HEADER=1 cargo test -p token04-c rewrites it";
    assert!(committed == generated, "{hint}");
}

//! `include/token04.h` is what cbindgen makes of the sources; TOKEN04_WRITE_HEADER=1 rewrites it.
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::path::Path;

use cbindgen::{Braces, Builder, Config, DocumentationStyle, Language, SortKey, Style};

fn generate(crate_dir: &Path) -> String {
    let mut config = Config {
        language: Language::C,
        style: Style::Type,
        sort_by: SortKey::None,
        braces: Braces::NextLine,
        line_length: 110,
        tab_width: 4,
        cpp_compat: true,
        no_includes: true,
        include_guard: Some("TOKEN04_H".to_owned()),
        sys_includes: vec!["stddef.h".to_owned(), "stdint.h".to_owned()],
        documentation_style: DocumentationStyle::C99,
        header: Some(include_str!("../header/manual.h").trim_end().to_owned()),
        after_includes: Some(
            version_macros() + include_str!("../header/macros.h") + finding_macros().trim_end(),
        ),
        usize_is_size_t: true,
        ..Config::default()
    };
    // No function names these: enums come in and go out as int32_t.
    config.export.include =
        ["token04_status", "token04_mode", "token04_profile", "token04_severity", "token04_language"]
            .map(String::from)
            .into();
    let mut header = Vec::new();
    Builder::new().with_crate(crate_dir).with_config(config).generate().unwrap().write(&mut header);
    String::from_utf8(header).unwrap()
}

fn version_macros() -> String {
    let [full, major, minor, patch] = [
        env!("CARGO_PKG_VERSION"),
        env!("CARGO_PKG_VERSION_MAJOR"),
        env!("CARGO_PKG_VERSION_MINOR"),
        env!("CARGO_PKG_VERSION_PATCH"),
    ];
    format!(
        "\n// The version of this header; token04_version() tells the library's.\n\
         #define TOKEN04_VERSION \"{full}\"\n\
         #define TOKEN04_VERSION_MAJOR {major}\n\
         #define TOKEN04_VERSION_MINOR {minor}\n\
         #define TOKEN04_VERSION_PATCH {patch}\n\n"
    )
}

/// The ids of findings, from the core's own list.
fn finding_macros() -> String {
    let mut macros =
        "\n// What a diagnosis can find: the ids of findings, which docs/diagnose.md explains.\n".to_owned();
    for id in token04_core::FindingId::ALL {
        let name = id.name().to_uppercase().replace('-', "_");
        macros += &format!("#define TOKEN04_FINDING_{name} \"{}\"\n", id.name());
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

//! Puts the page together: one file, and a policy that allows only its own script and style.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};

const STYLE: &str = include_str!("../page/page.css");

/// The parts of the script that both forms have, in order.
const SCRIPT: &str = concat!(
    include_str!("../page/texts.js"),
    include_str!("../page/basics.js"),
    include_str!("../page/tabs.js"),
    include_str!("../page/snippets.js"),
    include_str!("../page/code.js"),
    include_str!("../page/make.js"),
    include_str!("../page/map.js"),
    include_str!("../page/claims.js"),
    include_str!("../page/clock.js"),
    include_str!("../page/explain.js"),
    include_str!("../page/findings.js"),
    include_str!("../page/compare.js"),
    include_str!("../page/read.js"),
    include_str!("../page/link.js"),
    "start();\n",
);

/// The page, ready to be served or saved.
pub struct Page {
    /// The file.
    pub html: String,
    /// Its content security policy.
    pub policy: String,
}

impl Page {
    /// The assistant of the service, which sends its questions to the service's own routes.
    #[must_use]
    pub fn of_service() -> Self {
        let script = format!("\"use strict\";\n{}{SCRIPT}", include_str!("../page/engine/service.js"));
        let policy = policy("", "'self'", &script) + "; frame-ancestors 'none'";
        Self { html: fill("service", "", "", &script), policy }
    }

    /// The page as a file of its own. `glue` is the JavaScript that wasm-bindgen writes for this crate's module, for
    /// pages without modules, and `module` is that module, compressed by gzip.
    #[must_use]
    pub fn file(glue: &str, module: &[u8]) -> Self {
        let script = format!("\"use strict\";\n{glue}\n{}{SCRIPT}", include_str!("../page/engine/file.js"));
        let policy = policy(" 'wasm-unsafe-eval'", "'none'", &script);
        let meta = format!(r#"<meta http-equiv="Content-Security-Policy" content="{policy}">"#);
        let data =
            format!(r#"<script type="application/gzip" id="module">{}</script>"#, STANDARD.encode(module));
        Self { html: fill("file", &meta, &data, &script), policy }
    }
}

fn fill(engine: &str, meta: &str, data: &str, script: &str) -> String {
    include_str!("../page/page.html")
        .replace("ENGINE", engine)
        .replace("<!--POLICY-->", meta)
        .replace("<!--MODULE-->", data)
        .replace("/*STYLE*/", STYLE)
        .replace("/*SCRIPT*/", script)
}

fn policy(also_script: &str, connect: &str, script: &str) -> String {
    let hash = |content: &str| format!("'sha256-{}'", STANDARD.encode(Sha256::digest(content)));
    format!(
        "default-src 'none'; script-src {}{also_script}; style-src {}; connect-src {connect}; img-src data:; \
         base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
        hash(script),
        hash(STYLE),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_forms_are_whole_and_allow_only_their_own() {
        let file = Page::file("let wasm_bindgen;", b"module");
        assert!(file.policy.contains("connect-src 'none'") && file.html.contains(&file.policy));
        assert!(file.html.contains(&STANDARD.encode(b"module")) && file.html.contains("let wasm_bindgen;"));
        let service = Page::of_service();
        assert!(
            service.policy.contains("connect-src 'self'")
                && service.policy.contains("frame-ancestors 'none'")
        );
        for (page, engine) in [(file, "file"), (service, "service")] {
            assert!(page.html.contains(&format!("data-engine=\"{engine}\"")));
            for placeholder in ["ENGINE", "<!--POLICY-->", "<!--MODULE-->", "/*STYLE*/", "/*SCRIPT*/"] {
                assert!(!page.html.contains(placeholder), "{engine}: {placeholder}");
            }
            let script = page.html.rsplit_once("<script>").unwrap().1.split_once("</script>").unwrap().0;
            assert!(script.ends_with("start();\n") && !script.contains("<!--"));
            assert!(page.policy.contains(&STANDARD.encode(Sha256::digest(script))));
        }
    }
}

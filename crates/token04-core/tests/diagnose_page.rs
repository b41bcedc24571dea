//! docs/diagnose.md and its Chinese version are generated from the lists of findings and codes. This test compares them;
//! `TOKEN04_WRITE_PAGES=1 cargo test -p token04-core --test diagnose_page` rewrites them.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first surprise")]

use std::fmt::Write;
use std::path::Path;

use token04_core::{FindingId, Language, Severity, explain, explained_codes};

/// The texts of a page around the list.
struct Words {
    head: &'static str,
    codes: &'static str,
    findings: &'static str,
    severities: [&'static str; 3],
    looks: &'static str,
    fix: &'static str,
    shows_as: &'static str,
    stop: &'static str,
}

const ENGLISH: Words = Words {
    head: "\
<!-- Generated from the lists in crates/token04-core/src/diagnose: findings/table.rs and codes/table.rs; do not edit. -->

# Why a token is refused

[简体中文](diagnose.zh-CN.md)

ZEGO refuses an invalid token with only an error code. `token04 diagnose` takes the token and reports what is wrong with it and
how to fix it:

```sh
token04 diagnose 04AAAA… --user-id user1 --room room1 --profile rtc
```

`diagnose` in every language's package returns the same report. Everything except the token is optional, and the more you give, the
more it can find. With the ServerSecret (in the CLI, from `ZEGO_SERVER_SECRET` or `--secret-file`) it opens the token, even if the
token was made with a wrong key, layout or mode that people use by mistake. With the expected app, user, room and stream it compares
the claims. With a profile it checks the product's limits: `rtc` for Express, `zim` for In-app Chat, `kit` for UIKit on the web,
which takes a kit token, and `call` for UIKit's call kits for mini-programs and apps, which log in to Express and In-app Chat with the
same plain token. With an error code (`--code`) its possible causes come first. The token stays on your machine: nothing is sent anywhere, and no text of the report contains the secret.

Findings are in the order in which to fix them: **errors** (the token will be refused, or must be replaced), **warnings** and
**notes**. One mistake gives one finding.

",
    codes: "\
## By error code

With a code but no token, start here. `token04 explain` prints what a code means, what can cause it, and what to check, in order:

```sh
token04 explain 50119
```

The codes are those of ZEGO's SDKs and of its Server API that are about tokens, or often mistaken for it. The findings that can cause
each are listed with the most frequent first. *Can*, because the codes come from ZEGO's documents and SDKs, and from public projects;
the live service's actual answers were not observed. `token04 diagnose TOKEN --code 50119` puts the causes of a code first.

| code | product | meaning | findings |
|---|---|---|---|
",
    findings: "## By finding\n\n",
    severities: ["Error", "Warning", "Note"],
    looks: "**How it looks.** ",
    fix: "**How to fix it.** ",
    shows_as: "**Shows as** ",
    stop: ".",
};

const CHINESE: Words = Words {
    head: "\
<!-- 由 crates/token04-core/src/diagnose 中 findings/table.rs 和 codes/table.rs 的列表生成，请勿手动编辑。 -->

# Token 为什么被拒绝

[English](diagnose.md)

Token 有问题时，ZEGO 只返回一个错误码。`token04 diagnose` 会指出 Token 错在哪里、如何修正：

```sh
token04 diagnose 04AAAA… --user-id user1 --room room1 --profile rtc --lang zh
```

各语言的软件包里也有同样的 `diagnose`。除 Token 外都是可选的，给得越多，说得越清楚：给出 ServerSecret（命令行从
`ZEGO_SERVER_SECRET` 或 `--secret-file` 读取），就能解开 Token，即使生成时用错了密钥、布局或模式；给出预期的 App、用户、房间和流，就会与 Token
的内容比较；给出 profile，就会检查产品的限制：`rtc` 为 Express，`zim` 为即时通讯，`kit` 为使用 Kit Token 的
Web 端 UIKit，`call` 为小程序和 App 的音视频通话 Kit，它们用同一个普通 Token 登录 Express 和即时通讯；给出错误码（`--code`），
它的可能原因会排在最前面。Token 不会发送到任何地方，
结果中也不会出现密钥。

结果按处理的先后顺序排列，分为**错误**（Token 会被拒绝，或必须更换）、**警告**和**提示**。一个错误只对应一条结果。

",
    codes: "\
## 按错误码查找

只有错误码、没有 Token 时，从这里开始。`token04 explain` 会说明错误码的含义、可能的原因，以及依次要检查什么：

```sh
token04 explain 50119 --lang zh
```

下表是 ZEGO 的 SDK 和服务端 API 中与 Token 有关、或常被误认为与 Token 有关的错误码，以及可能的原因（常见的在前）。说“可能”，
是因为这些错误码来自 ZEGO 的文档、SDK 和公开项目，从未观察过线上服务实际返回哪个错误码。`token04 diagnose TOKEN --code 50119`
会把该错误码的原因排在最前面。

| 错误码 | 产品 | 含义 | 可能的原因 |
|---|---|---|---|
",
    findings: "## 按诊断结果查找\n\n",
    severities: ["错误", "警告", "提示"],
    looks: "**如何识别**：",
    fix: "**如何修正**：",
    shows_as: "**可能显示为**：",
    stop: "。",
};

fn page(lang: Language, words: &Words) -> String {
    let mut page = words.head.to_owned() + words.codes;
    for code in explained_codes() {
        let explanation = explain(code, lang);
        let links = explanation.causes.iter().map(|id| format!("[`{id}`](#{id})"));
        let links = if explanation.causes.is_empty() {
            "–".to_owned()
        } else {
            links.collect::<Vec<_>>().join(" ")
        };
        writeln!(page, "| {code} | {} | {} | {links} |", explanation.product, explanation.meaning).unwrap();
    }
    page.push('\n');
    page += words.findings;
    for id in FindingId::ALL {
        let severity = match id.severity() {
            Severity::Error => words.severities[0],
            Severity::Warning => words.severities[1],
            Severity::Note => words.severities[2],
        };
        writeln!(page, "### {}\n\n*{severity}*", id.name()).unwrap();
        writeln!(page, "\n{}", id.meaning(lang)).unwrap();
        writeln!(page, "\n{}{}", words.looks, id.appearance(lang)).unwrap();
        let remedy = match lang {
            Language::En => capitalized(id.remedy(lang)),
            _ => id.remedy(lang).to_owned(),
        };
        writeln!(page, "\n{}{remedy}{}", words.fix, words.stop).unwrap();
        let codes: Vec<String> = id.client_codes().iter().map(u32::to_string).collect();
        if !codes.is_empty() {
            let comma = if lang == Language::En { ", " } else { "、" };
            writeln!(page, "\n{}{}{}", words.shows_as, codes.join(comma), words.stop).unwrap();
        }
        page.push('\n');
    }
    page.truncate(page.trim_end().len());
    page.push('\n');
    page
}

fn capitalized(text: &str) -> String {
    let (first, rest) = text.split_at(1);
    first.to_uppercase() + rest
}

#[test]
fn pages_match_the_list() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs");
    for (lang, words, name) in
        [(Language::En, &ENGLISH, "diagnose.md"), (Language::Zh, &CHINESE, "diagnose.zh-CN.md")]
    {
        let (path, generated) = (folder.join(name), page(lang, words));
        if std::env::var_os("TOKEN04_WRITE_PAGES").is_some() {
            std::fs::create_dir_all(&folder).unwrap();
            std::fs::write(&path, &generated).unwrap();
        }
        let committed = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(committed == generated, "docs/{name} is out of date: see the head of this test");
    }
}

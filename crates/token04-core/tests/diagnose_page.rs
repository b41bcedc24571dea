//! The pages by-code.md and by-finding.md of docs/*/diagnose are generated from the lists of findings and codes. This
//! test compares them; `TOKEN04_WRITE_PAGES=1 cargo test -p token04-core --test diagnose_page` rewrites them.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first surprise")]

use std::fmt::Write;
use std::path::Path;

use token04_core::{FindingId, Language, Severity, explain, explained_codes};

/// The texts of the pages around the lists.
struct Words {
    folder: &'static str,
    by_code: &'static str,
    by_finding: &'static str,
    severities: [&'static str; 3],
    looks: &'static str,
    fix: &'static str,
    shows_as: &'static str,
    comma: &'static str,
    stop: &'static str,
}

const ENGLISH: Words = Words {
    folder: "en",
    by_code: "\
<!-- Generated from the list in crates/token04-core/src/diagnose/codes/table.rs; do not edit. -->

# Error codes of ZEGO's SDKs

You have an error code but no token? `token04 explain` prints what the code means, what can cause it, and what to check, in order:

```sh
token04 explain 50119
```

The table lists the codes of ZEGO's SDKs and of its Server API that are about tokens, or often mistaken for it, and the
[findings](by-finding.md) that can cause each, the most frequent first. *Can*, because the codes come from ZEGO's documents and SDKs, and
from public projects; the live service's actual answers were not observed. With the token at hand, `token04 diagnose TOKEN --code 50119`
examines it and puts the causes of the code first.

| code | product | meaning | findings |
|---|---|---|---|
",
    by_finding: "\
<!-- Generated from the list in crates/token04-core/src/diagnose/findings/table.rs; do not edit. -->

# Why a token is refused

ZEGO refuses an invalid token with only an [error code](by-code.md). `token04 diagnose` takes the token and reports what is wrong with it
and how to fix it:

```sh
token04 diagnose 04AAAA… --user-id user1 --room room1 --profile rtc
```

`diagnose` in every language's package returns the same report. Everything except the token is optional, and the more you give, the more
it can find:

| given | what is checked |
|---|---|
| the ServerSecret, from `ZEGO_SERVER_SECRET` or `--secret-file` | the token is opened, even if it was made with a wrong key, layout or mode that people use by mistake |
| the expected app, user, room and stream | the claims are compared with them |
| a profile | the product's limits: `rtc` for Express, `zim` for In-app Chat, `kit` for UIKit on the web, which takes a kit token, and `call` for UIKit's call kits for mini-programs and apps, which log in to Express and In-app Chat with the same plain token |
| an error code, `--code` | its possible causes come first |

The token stays on your machine: nothing is sent anywhere, and no text of the report contains the secret.

Findings are in the order in which to fix them: **errors** (the token will be refused, or must be replaced), **warnings** and **notes**.
One mistake gives one finding.

",
    severities: ["Error", "Warning", "Note"],
    looks: "**How it looks.** ",
    fix: "**How to fix it.** ",
    shows_as: "**Shows as** ",
    comma: ", ",
    stop: ".",
};

const CHINESE: Words = Words {
    folder: "zh-CN",
    by_code: "\
<!-- 由 crates/token04-core/src/diagnose/codes/table.rs 中的列表生成，请勿手动编辑。 -->

# ZEGO SDK 错误码

只有错误码、没有 Token 时，从这里开始。`token04 explain` 会说明错误码的含义、可能的原因，以及依次要检查什么：

```sh
token04 explain 50119
```

下表列出 ZEGO 的 SDK 和服务端 API 中与 Token 有关、或常被误认为与 Token 有关的错误码，以及可能的[原因](by-finding.md)（常见的在前）。\
说“可能”，是因为这些错误码来自 ZEGO 的文档、SDK 和公开项目，从未观察过线上服务实际返回哪个错误码。如果有 Token，\
`token04 diagnose TOKEN --code 50119` 会检查它，并把该错误码的原因排在最前面。输出中文请加 `--lang zh`。

| 错误码 | 产品 | 含义 | 可能的原因 |
|---|---|---|---|
",
    by_finding: "\
<!-- 由 crates/token04-core/src/diagnose/findings/table.rs 中的列表生成，请勿手动编辑。 -->

# Token 为什么被拒绝

Token 有问题时，ZEGO 只返回一个[错误码](by-code.md)。`token04 diagnose` 会指出 Token 错在哪里、如何修正：

```sh
token04 diagnose 04AAAA… --user-id user1 --room room1 --profile rtc
```

各语言的软件包里也有同样的 `diagnose`。除 Token 外都是可选的，给得越多，能检查的就越多（输出中文请加 `--lang zh`）：

| 提供 | 检查内容 |
|---|---|
| ServerSecret（`ZEGO_SERVER_SECRET` 或 `--secret-file`） | 解密 Token，即使生成时用错了密钥、布局或模式 |
| 预期的 AppID、用户、房间和流 | 与 Token 的内容比较 |
| profile | 产品的限制：`rtc` 为 Express，`zim` 为即时通讯，`kit` 为使用 Kit Token 的 Web 端 UIKit，`call` 为小程序和 App 的音视频通话 Kit，它们用同一个普通 Token 登录 Express 和即时通讯 |
| 错误码（`--code`） | 把它的可能原因排在最前面 |

Token 不会发送到任何地方，结果中也不会出现密钥。

结果按处理的先后顺序排列，分为**错误**（Token 会被拒绝，或必须更换）、**警告**和**提示**。一个错误只对应一条结果。

",
    severities: ["错误", "警告", "提示"],
    looks: "**如何识别**：",
    fix: "**如何修正**：",
    shows_as: "**可能显示为**：",
    comma: "、",
    stop: "。",
};

fn by_code(lang: Language, words: &Words) -> String {
    let mut page = words.by_code.to_owned();
    for code in explained_codes() {
        let explanation = explain(code, lang);
        let links = explanation.causes.iter().map(|id| format!("[`{id}`](by-finding.md#{id})"));
        let links = if explanation.causes.is_empty() {
            "–".to_owned()
        } else {
            links.collect::<Vec<_>>().join(" ")
        };
        writeln!(page, "| {code} | {} | {} | {links} |", explanation.product, explanation.meaning).unwrap();
    }
    page
}

fn by_finding(lang: Language, words: &Words) -> String {
    let mut page = words.by_finding.to_owned();
    for id in FindingId::ALL {
        let severity = match id.severity() {
            Severity::Error => words.severities[0],
            Severity::Warning => words.severities[1],
            Severity::Note => words.severities[2],
        };
        writeln!(page, "## {}\n\n*{severity}*", id.name()).unwrap();
        writeln!(page, "\n{}", id.meaning(lang)).unwrap();
        writeln!(page, "\n{}{}", words.looks, id.appearance(lang)).unwrap();
        let remedy = match lang {
            Language::En => capitalized(id.remedy(lang)),
            _ => id.remedy(lang).to_owned(),
        };
        writeln!(page, "\n{}{remedy}{}", words.fix, words.stop).unwrap();
        let codes: Vec<String> = id.client_codes().iter().map(u32::to_string).collect();
        if !codes.is_empty() {
            writeln!(page, "\n{}{}{}", words.shows_as, codes.join(words.comma), words.stop).unwrap();
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
fn pages_match_the_lists() {
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs");
    for (lang, words) in [(Language::En, &ENGLISH), (Language::Zh, &CHINESE)] {
        for (name, generated) in
            [("by-code.md", by_code(lang, words)), ("by-finding.md", by_finding(lang, words))]
        {
            let path = docs.join(words.folder).join("diagnose").join(name);
            if std::env::var_os("TOKEN04_WRITE_PAGES").is_some() {
                std::fs::write(&path, &generated).unwrap();
            }
            let committed = std::fs::read_to_string(&path).unwrap_or_default();
            assert!(committed == generated, "{} is out of date: see the head of this test", path.display());
        }
    }
}

//! docs/*/reference/cli.md comes from the help of the program. The test compares; `TOKEN04_WRITE_PAGES=1 cargo test -p
//! token04-cli --bins reference_page` rewrites the pages.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first surprise")]

use std::fmt::Write as _;
use std::path::Path;

use clap::{Command, CommandFactory as _};

use crate::program::Program;

const ENGLISH: &str = "\
<!-- Generated from the help of the program by a test of crates/token04-cli; do not edit. -->

# Command line

The program `token04` makes, reads, verifies and explains tokens, and runs the [token service](../service/quick-start.md). Build it with
`scripts/build.sh cli`, which leaves it in `dist/cli`. Everything below is what `token04 help` prints; `token04 man` prints the same as a
manual page, and `token04 completions` the completions for a shell.
";

const CHINESE: &str = "\
<!-- 由 crates/token04-cli 的测试根据程序的帮助生成，请勿手动编辑。 -->

# 命令行

程序 `token04` 可以签发、解析、校验和诊断 Token，也可以运行 [Token 服务](../service/quick-start.md)。用 `scripts/build.sh cli` 构建，\
程序位于 `dist/cli`。下文即 `token04 help` 的输出；`token04 man` 以手册页的形式输出同样的内容，`token04 completions` 输出
shell 的补全脚本。`diagnose` 和 `explain` 加 `--lang zh` 输出中文。
";

const ENGLISH_END: &str = "
## JSON

With `--json`, a command prints one JSON object on standard output, also for errors. Times are unix seconds.

| command | object |
|---|---|
| `generate` | `token`, `app_id`, `user_id`, `expires_at`, `mode` |
| `kit` | the same, and `room_id` |
| `inspect` | `version`, `mode`, `expires_at`, `iv_bytes`, `ciphertext_bytes`, `expired` |
| `verify` | `valid`; then `claims`, with the fields of the body and the `privilege`, or `code` and `error` |
| `diagnose` | `ok`; `findings`, each with `id`, `severity`, `message`, `fix`, `client_codes`; `claims`, if the token could be opened |
| `explain` | `explanations`, each with `code`, `known`, `product`, `meaning`, `causes`, `checks` |
| an error | `code`, `error` |
";

const CHINESE_END: &str = "
## JSON

使用 `--json` 时，命令在标准输出上打印一个 JSON 对象，出错时也是如此。时间为 Unix 秒。

| 命令 | 对象 |
|---|---|
| `generate` | `token`、`app_id`、`user_id`、`expires_at`、`mode` |
| `kit` | 同上，另有 `room_id` |
| `inspect` | `version`、`mode`、`expires_at`、`iv_bytes`、`ciphertext_bytes`、`expired` |
| `verify` | `valid`；然后是 `claims`（正文的各字段和 `privilege`），或者 `code` 和 `error` |
| `diagnose` | `ok`；`findings`，每项有 `id`、`severity`、`message`、`fix`、`client_codes`；能够解密时还有 `claims` |
| `explain` | `explanations`，每项有 `code`、`known`、`product`、`meaning`、`causes`、`checks` |
| 出错时 | `code`、`error` |
";

/// What a command does, in Chinese.
fn chinese(name: &str) -> &'static str {
    match name {
        "token04" => "程序本身：",
        "token04 generate" => "签发身份 Token 或权限 Token：",
        "token04 kit" => "签发 Kit Token，供 Web 端 UIKit 使用：",
        "token04 inspect" => "解析无需密钥即可读取的部分：",
        "token04 verify" => "用密钥校验 Token，并与预期的登录比较：",
        "token04 diagnose" => "诊断 Token 为什么被拒绝、如何修正：",
        "token04 explain" => "解释 ZEGO 的错误码：",
        "token04 serve" => "运行 HTTP Token 服务：",
        "token04 serve check" => "检查配置及其引用的所有文件，不监听端口：",
        "token04 serve new-key" => "为后端生成 API 密钥：",
        "token04 completions" => "输出 shell 的补全脚本：",
        "token04 man" => "输出手册页：",
        other => panic!("what is {other} in Chinese?"),
    }
}

/// Writes the sections of a command and of its subcommands.
fn section(page: &mut String, command: &mut Command, name: &str, is_chinese: bool) {
    let about = match is_chinese {
        true => chinese(name).to_owned(),
        false => format!("{}:", command.get_about().unwrap().to_string().trim_end_matches('.')),
    };
    let help = command.clone().term_width(100).render_long_help().to_string();
    let lines: Vec<&str> = help.trim_end().lines().map(str::trim_end).collect();
    write!(page, "\n## {name}\n\n{about}\n\n```text\n{}\n```\n", lines.join("\n")).unwrap();
    for sub in command.get_subcommands_mut().filter(|sub| sub.get_name() != "help") {
        let name = format!("{name} {}", sub.get_name());
        section(page, sub, &name, is_chinese);
    }
}

#[test]
fn pages_match_the_help() {
    for (folder, [head, end], is_chinese) in
        [("en", [ENGLISH, ENGLISH_END], false), ("zh-CN", [CHINESE, CHINESE_END], true)]
    {
        let mut program = Program::command();
        program.build();
        let mut generated = head.to_owned();
        section(&mut generated, &mut program, "token04", is_chinese);
        generated.push_str(end);
        let path =
            Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs").join(folder).join("reference/cli.md");
        if std::env::var_os("TOKEN04_WRITE_PAGES").is_some() {
            std::fs::write(&path, &generated).unwrap();
        }
        let committed = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(committed == generated, "{} is out of date: see the head of this file", path.display());
    }
}

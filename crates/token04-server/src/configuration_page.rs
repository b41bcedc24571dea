//! The tables of settings in docs/*/service/configuration.md come from the structs that read the configuration and from
//! the defaults in the code. The test compares them; `TOKEN04_WRITE_PAGES=1 cargo test -p token04-server
//! --lib configuration_page` rewrites them.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first surprise")]

use std::fmt::Write as _;
use std::path::Path;

use crate::config::{Config, Rate, ServiceConfig};
use crate::credentials::Credentials;
use crate::grants::GrantsBuilder;
use crate::net::Limits;
use crate::rates::FAILURES;
use crate::service::Service;
use crate::startup::DEFAULT_LISTEN;

const CONFIG: &str = include_str!("config.rs");
const POLICY: &str = include_str!("config/policy.rs");

/// A table of the configuration file: where its struct is, and its name in the file.
struct Table {
    source: &'static str,
    begins: &'static str,
    heading: &'static str,
    zh: &'static str,
}

const TABLES: [Table; 6] = [
    Table { source: CONFIG, begins: "pub struct Config {", heading: "Top level", zh: "顶层" },
    Table {
        source: CONFIG,
        begins: "pub struct ApiKeysConfig {",
        heading: "[auth.api_keys]",
        zh: "[auth.api_keys]",
    },
    Table { source: CONFIG, begins: "pub struct JwtConfig {", heading: "[auth.jwt]", zh: "[auth.jwt]" },
    Table {
        source: POLICY,
        begins: "grants: GrantsConfig {",
        heading: "[policy]: what a caller may get",
        zh: "[policy]：授权策略",
    },
    Table {
        source: POLICY,
        begins: "service: ServiceConfig {",
        heading: "[policy]: the limits of the service",
        zh: "[policy]：服务限制",
    },
    Table { source: CONFIG, begins: "pub struct TlsConfig {", heading: "[tls]", zh: "[tls]" },
];

/// Tables of their own, which are no settings of the top level.
const SUBTABLES: [&str; 3] = ["auth", "policy", "tls"];

/// Settings that are read only when the service starts.
const AT_START: [&str; 9] = [
    "listen",
    "log",
    "metrics",
    "max_connections",
    "max_connections_per_address",
    "header_timeout",
    "idle_timeout",
    "drain_delay",
    "drain_timeout",
];

struct Setting {
    name: &'static str,
    of: &'static str,
    english: String,
}

/// The fields of a struct with their documentation.
fn settings(table: &Table) -> Vec<Setting> {
    let body = table.source.split_once(table.begins).unwrap().1;
    let (mut found, mut english) = (Vec::new(), String::new());
    for line in body.lines().skip(1).map(str::trim).take_while(|line| *line != "}") {
        if let Some(text) = line.strip_prefix("/// ") {
            english.push_str(if english.is_empty() { "" } else { " " });
            english.push_str(text);
        } else if !line.starts_with("#[") {
            let (name, of) = line.trim_start_matches("pub ").trim_end_matches(',').split_once(": ").unwrap();
            let of = of.strip_prefix("Option<").map_or(of, |of| of.strip_suffix('>').unwrap());
            let english = std::mem::take(&mut english);
            if !SUBTABLES.contains(&name) {
                found.push(Setting { name, of, english });
            }
        }
    }
    assert!(!found.is_empty(), "{}", table.begins);
    found
}

/// How a value is written, in English and Chinese.
fn form(of: &str) -> [&'static str; 2] {
    match of {
        "String" | "PathBuf" => ["text", "文本"],
        "u32" | "usize" => ["number", "数字"],
        "bool" => ["`true`, `false`", "`true`、`false`"],
        "Seconds" => ["duration", "时长"],
        "Rate" => ["rate", "频率"],
        "Size" => ["size", "大小"],
        "Profile" => {
            ["`\"rtc\"`, `\"zim\"`, `\"kit\"`, `\"call\"`", "`\"rtc\"`、`\"zim\"`、`\"kit\"`、`\"call\"`"]
        }
        "Mode" => ["`\"cbc\"`, `\"gcm\"`", "`\"cbc\"`、`\"gcm\"`"],
        "LogLevel" => [
            "`\"off\"`, `\"error\"`, `\"warn\"`, `\"info\"`, `\"debug\"`",
            "`\"off\"`、`\"error\"`、`\"warn\"`、`\"info\"`、`\"debug\"`",
        ],
        "MetricsPlace" => ["`\"off\"`, `\"main\"`, or an address", "`\"off\"`、`\"main\"` 或地址"],
        "Vec<String>" | "Vec<IpNet>" => ["list", "列表"],
        "Vec<JwtAlgorithm>" => [
            "list of `\"HS256\"`, `\"RS256\"`, `\"ES256\"`, `\"EdDSA\"`",
            "列表：`\"HS256\"`、`\"RS256\"`、`\"ES256\"`、`\"EdDSA\"`",
        ],
        other => panic!("how is a {other} written?"),
    }
}

/// The value that applies if a setting is left out, from the code that applies it.
fn default(name: &str) -> [String; 2] {
    let config = Config::default();
    let credentials = Credentials::new(1_234_567_890, "0123456789abcdef0123456789abcdef");
    let grants =
        GrantsBuilder { credentials: &credentials, general: &config.policy.grants }.general().unwrap();
    let service = Service::dev(&config, &credentials).unwrap();
    let limits = Limits::new(&ServiceConfig::default());
    let jwt = toml::from_str::<Config>("[auth.jwt]\nalgorithms = []").unwrap().auth.jwt.unwrap();
    let same = |text: String| [format!("`{text}`"), format!("`{text}`")];
    let words = |english: &str, chinese: &str| [english.to_owned(), chinese.to_owned()];
    match name {
        "listen" => same(format!("{DEFAULT_LISTEN:?}")),
        "log" => same(format!("{:?}", format!("{:?}", config.log).to_lowercase())),
        "compat" => same(config.compat.to_string()),
        "user_claim" => same(format!("{:?}", jwt.user_claim)),
        "leeway" => same(duration(jwt.leeway.0)),
        "default_ttl" => same(duration(grants.terms.default_ttl)),
        "max_ttl" => same(duration(grants.terms.max_ttl)),
        "mode" => same(format!("{:?}", grants.terms.mode.name())),
        "identity" => words(
            "`true`, but `false` with `rooms` or `streams`",
            "`true`；设置了 `rooms` 或 `streams` 时为 `false`",
        ),
        "publish" => same(grants.publish.to_string()),
        "rate_failures" => same(format!("\"{FAILURES}/m\"")),
        "metrics" => same("\"off\"".to_owned()),
        "cors_origins" => same("[]".to_owned()),
        "trusted_proxies" => same("[]".to_owned()),
        "body_limit" => same(format!("\"{}KiB\"", service.body_limit >> 10)),
        "max_connections" => same(limits.max_connections.to_string()),
        "max_connections_per_address" => same(limits.max_connections_per_address.to_string()),
        "header_timeout" => same(duration(limits.patience.head.as_secs())),
        "request_timeout" => same(duration(service.request_timeout.as_secs())),
        "idle_timeout" => same(duration(limits.patience.idle.as_secs())),
        "drain_delay" => same(duration(limits.drain_delay.as_secs())),
        "drain_timeout" => same(duration(limits.drain_timeout.as_secs())),
        "users" | "rooms" | "streams" => words("any", "不限"),
        "rate_per_caller" | "rate_total" => words("no limit", "不限"),
        "algorithms" | "file" | "cert_file" => words("required", "必填"),
        "app_id" => words("`ZEGO_APP_ID`", "`ZEGO_APP_ID`"),
        "secret_file" => words("`ZEGO_SERVER_SECRET`", "`ZEGO_SERVER_SECRET`"),
        "previous_secret_file" => words("`ZEGO_SERVER_SECRET_PREVIOUS`", "`ZEGO_SERVER_SECRET_PREVIOUS`"),
        "profile" | "room_claim" | "publish_claim" | "streams_claim" | "issuer" | "audience" => {
            words("none", "无")
        }
        "key_file" | "jwks_file" | "jwks_url" => words("one is required", "三者必填其一"),
        other => panic!("what is the default of {other}?"),
    }
}

fn duration(seconds: u64) -> String {
    for (unit, length) in [("d", 86_400), ("h", 3600), ("m", 60)] {
        if seconds > 0 && seconds.is_multiple_of(length) {
            return format!("\"{}{unit}\"", seconds / length);
        }
    }
    format!("\"{seconds}s\"")
}

/// The meaning in Chinese. `tls.key_file` has the name of another setting.
fn chinese(table: &str, name: &str) -> &'static str {
    match name {
        "listen" => "监听地址，`地址:端口`。端口 0 表示任选空闲端口。",
        "app_id" => "AppID。选项和环境变量优先。",
        "secret_file" => "存放 ServerSecret 的文件。选项和环境变量优先。",
        "previous_secret_file" => "更换密钥期间，存放旧 ServerSecret 的文件。",
        "log" => "日志级别：写出此级别及更严重的日志。",
        "compat" => "同时提供现有客户端使用的 `GET /access_token`、`/api/zego/token` 和 `/api/zego-token`。",
        "file" => "`token04 serve new-key` 写入的文件。",
        "algorithms" => "只接受列出的算法。",
        "key_file" if table == "[tls]" => "私钥的 PEM 文件。",
        "key_file" => "公钥的 PEM 文件；HS256 时为只包含共享密钥的文件。",
        "jwks_file" => "JSON Web Key Set 文件。",
        "jwks_url" => "JSON Web Key Set 的地址。",
        "user_claim" => "存放用户 ID 的声明。",
        "room_claim" => "存放房间的声明：用户唯一可以获取的房间，或房间列表。",
        "publish_claim" => "说明用户能否推流的声明；JWT 中没有此声明则不能。",
        "streams_claim" => "存放流列表的声明：用户只能获取这些流。",
        "issuer" => "JWT 必须具有的签发者。",
        "audience" => "JWT 必须具有的受众。",
        "leeway" => "允许本服务与身份系统之间的时钟偏差。",
        "default_ttl" => "请求未指定时的有效期。",
        "max_ttl" => "最长有效期。",
        "profile" => "适用其限制的产品。",
        "mode" => "Token 的加密模式。",
        "users" => "后端可以为哪些用户 ID 获取 Token（模式列表）。",
        "rooms" => "可以获取的房间（模式列表）。",
        "identity" => "是否签发不限房间的 Token，这种 Token 对所有房间有效。",
        "publish" => "是否授予推流权限。",
        "streams" => "可以获取的流（模式列表）。",
        "rate_per_caller" => "每个调用方的请求频率上限。",
        "rate_total" => "全部调用方合计的请求频率上限。",
        "rate_failures" => "每个地址使用无效凭据的请求频率上限。",
        "trusted_proxies" => "信任其 `X-Forwarded-For` 的代理。",
        "metrics" => "在何处提供 `/metrics`。",
        "cors_origins" => "允许其网页从浏览器发送请求的来源。",
        "body_limit" => "请求正文的最大长度。",
        "max_connections" => "同时打开的连接数；超出的连接排队等待。",
        "max_connections_per_address" => "每个地址的连接数；超出的连接立即关闭。受信任的代理不受限。",
        "header_timeout" => "接收请求头的期限。",
        "request_timeout" => "从收到请求头到返回响应的期限。",
        "idle_timeout" => "连接可以空闲的时间。",
        "drain_delay" => "收到 SIGTERM 后继续接受连接的时间，其间 `/readyz` 报告服务正在停止。",
        "drain_timeout" => "此后等待进行中的请求完成的时间。",
        "cert_file" => "证书及证书链的 PEM 文件。",
        other => panic!("what is {other} in Chinese?"),
    }
}

/// All tables, in English or Chinese.
fn tables(language: usize) -> String {
    let heads = ["| key | value | default | meaning |", "| 键 | 取值 | 默认值 | 含义 |"];
    let restart = [" Requires a restart.", "重启后生效。"];
    let mut page = String::new();
    for table in &TABLES {
        let heading = [table.heading, table.zh][language];
        write!(page, "\n### {heading}\n\n{}\n|---|---|---|---|\n", heads[language]).unwrap();
        for Setting { name, of, english } in settings(table) {
            let default = match (table.heading, name) {
                ("[tls]", "key_file") => ["required", "必填"].map(str::to_owned),
                _ => default(name),
            };
            let meaning = [english.as_str(), chinese(table.heading, name)][language];
            let restart = if AT_START.contains(&name) { restart[language] } else { "" };
            writeln!(
                page,
                "| `{name}` | {} | {} | {meaning}{restart} |",
                form(of)[language],
                default[language]
            )
            .unwrap();
        }
    }
    page + "\n"
}

#[test]
fn pages_match_the_code() {
    const BEGIN: &str =
        "<!-- begin settings (written by the test configuration_page of token04-server) -->\n";
    const END: &str = "<!-- end settings -->\n";
    for (language, folder) in ["en", "zh-CN"].into_iter().enumerate() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("../../docs")
            .join(folder)
            .join("service/configuration.md");
        let page = std::fs::read_to_string(&path).unwrap();
        let (head, rest) = page.split_once(BEGIN).unwrap();
        let (_, tail) = rest.split_once(END).unwrap();
        let generated = [head, BEGIN, &tables(language), END, tail].concat();
        if std::env::var_os("TOKEN04_WRITE_PAGES").is_some() {
            std::fs::write(&path, &generated).unwrap();
        } else {
            assert!(page == generated, "{} is out of date: see the head of this file", path.display());
        }
    }
}

#[test]
fn rates_are_written_as_they_are_read() {
    let read: Rate = serde_json::from_str(&format!("\"{FAILURES}/m\"")).unwrap();
    assert_eq!((read.count, read.per.as_secs()), (FAILURES, 60));
}

//! A diagnosis as text for people: what is wrong and how to fix it, then what is fine, then the token's content.

use anstyle::{AnsiColor, Style};
use token04_core::{Claims, Explanation, Finding, Language, Outcome, Report, Severity, explain};

use crate::output::date;
use crate::output::safe::printable;
use crate::output::table::Table;

/// The whole text.
pub fn of(report: &Report, code: Option<i64>, lang: Language) -> String {
    let explanation = code.map(|code| explain(code, lang));
    let mut text = headline(report, lang) + "\n";
    if let Some(explanation) = &explanation {
        text.push_str(&code_text(report, explanation, lang));
    }
    for finding in &report.findings {
        let cause_of = explanation.as_ref().filter(|code| code.causes.contains(&finding.id));
        text.push('\n');
        text.push_str(&finding_text(finding, cause_of.map(|code| code.code), lang));
    }
    let checks = checks_text(report, lang);
    if !checks.is_empty() {
        text.push('\n');
        text.push_str(&checks);
    }
    if let Some(claims) = &report.claims {
        text.push('\n');
        text.push_str(&claims_text(claims, lang));
    }
    text
}

fn choose<T>(lang: Language, english: T, chinese: T) -> T {
    match lang {
        Language::Zh => chinese,
        _ => english,
    }
}

fn style(severity: Severity) -> Style {
    let colour = match severity {
        Severity::Error => AnsiColor::Red,
        Severity::Warning => AnsiColor::Yellow,
        Severity::Note => AnsiColor::Cyan,
    };
    Style::new().bold().fg_color(Some(colour.into()))
}

fn good() -> Style {
    Style::new().bold().fg_color(Some(AnsiColor::Green.into()))
}

fn headline(report: &Report, lang: Language) -> String {
    let count = |severity| report.findings.iter().filter(|finding| finding.severity == severity).count();
    let counted = |count: usize, one: &str, more: &str, chinese: &str| match count {
        0 => None,
        1 => Some(choose(lang, format!("1 {one}"), format!("1 个{chinese}"))),
        _ => Some(choose(lang, format!("{count} {more}"), format!("{count} 个{chinese}"))),
    };
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    let counts =
        [counted(errors, "error", "errors", "错误"), counted(warnings, "warning", "warnings", "警告")];
    let counts: Vec<String> = counts.into_iter().flatten().collect();
    let (style, words) = match (errors, warnings) {
        (0, 0) if !report.checks.iter().any(|(_, outcome)| *outcome == Outcome::NeedsSecret) => {
            (good(), choose(lang, "✓ the token is fine", "✓ Token 没有问题").to_owned())
        }
        (0, 0) => {
            let english = "✓ the token looks fine as far as it can be checked without the secret";
            (good(), choose(lang, english, "✓ 不看需要密钥的部分，Token 没有问题").to_owned())
        }
        (0, _) => (style(Severity::Warning), counts.join("")),
        _ => (style(Severity::Error), counts.join(choose(lang, ", ", "，"))),
    };
    format!("{style}{words}{style:#}")
}

/// What the code means, and whether its cause was found.
fn code_text(report: &Report, explanation: &Explanation, lang: Language) -> String {
    let Explanation { code, meaning, .. } = explanation;
    let found = report.findings.iter().any(|finding| explanation.causes.contains(&finding.id));
    let rest = match found {
        true => String::new(),
        false => choose(
            lang,
            format!(
                "; the token shows none of its possible causes: `token04 explain {code}` lists what else to check"
            ),
            format!("；在 Token 中没有发现它的任何可能原因：`token04 explain {code}` 会列出还要检查什么"),
        ),
    };
    format!("{code}{}{meaning}{rest}\n", choose(lang, ": ", "："))
}

/// A finding; `cause_of` is the code that it can cause, if that was asked for.
fn finding_text(finding: &Finding, cause_of: Option<i64>, lang: Language) -> String {
    let style = style(finding.severity);
    let (mark, severity) = match finding.severity {
        Severity::Error => ("✗", choose(lang, "error", "错误")),
        Severity::Warning => ("!", choose(lang, "warning", "警告")),
        Severity::Note => ("·", choose(lang, "note", "提示")),
    };
    let (id, message, fix) = (finding.id.name(), printable(&finding.message), printable(&finding.fix));
    let colon = choose(lang, ": ", "：");
    let mut text = format!("{style}{mark} {severity}{style:#}{colon}{message}\n");
    let (good, dim) = (good(), Style::new().dimmed());
    text.push_str(&format!("  {good}{}{good:#}{colon}{fix}\n", choose(lang, "fix", "修正")));
    let codes: Vec<String> = finding.client_codes.iter().map(u32::to_string).collect();
    let codes = match &codes[..] {
        [] => String::new(),
        codes => {
            let (words, comma) = choose(lang, ("; may show as ", ", "), ("；可能显示为 ", "、"));
            words.to_owned() + &codes.join(comma)
        }
    };
    let cause = cause_of
        .map(|code| choose(lang, format!("; a possible cause of {code}"), format!("；可能是 {code} 的原因")));
    text.push_str(&format!("  {dim}{id}{codes}{}{dim:#}\n", cause.unwrap_or_default()));
    text
}

/// The checks that found nothing, and those that need the secret.
fn checks_text(report: &Report, lang: Language) -> String {
    let names = |wanted: Outcome| {
        let checks = report.checks.iter().filter(|(_, outcome)| *outcome == wanted);
        checks.map(|(check, _)| check.label(lang)).collect::<Vec<_>>().join(choose(lang, ", ", "、"))
    };
    let (fine, needs_secret) = (names(Outcome::Passed), names(Outcome::NeedsSecret));
    let (good, dim) = (good(), Style::new().dimmed());
    let mut text = String::new();
    if !fine.is_empty() {
        text.push_str(&format!("{good}✓{good:#} {}{fine}\n", choose(lang, "fine: ", "正常：")));
    }
    if !needs_secret.is_empty() {
        let words = choose(lang, "not checked without the secret: ", "没有密钥，未检查：");
        text.push_str(&format!("{dim}– {words}{needs_secret}{dim:#}\n"));
    }
    text
}

fn claims_text(claims: &Claims, lang: Language) -> String {
    let mut table = Table::default();
    table.row("app_id", claims.app_id.to_string());
    table.row("user_id", printable(&claims.user_id));
    table.row("nonce", claims.nonce.to_string());
    table.row("ctime", date::unix_seconds(claims.ctime));
    table.row("expire", date::unix_seconds(claims.expire));
    let payload = match claims.payload.as_str() {
        "" => choose(lang, "none", "无").to_owned(),
        payload => printable(payload),
    };
    table.row("payload", payload);
    table.text()
}

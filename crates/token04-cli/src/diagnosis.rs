//! A diagnosis as a person reads it: what is wrong and what to do, then what is fine, then what the token says.

use anstyle::{AnsiColor, Style};
use token04_core::{Claims, Finding, FindingId, Language, Report, Severity};

use crate::output::date;
use crate::output::safe::printable;
use crate::output::table::Table;

/// What was given beside the token, and so could be checked.
pub struct Asked {
    pub lang: Language,
    pub secret: bool,
    pub app_or_user: bool,
    pub rights: bool,
    pub profile: bool,
}

/// The whole answer.
pub fn text(report: &Report, asked: &Asked, readable: bool) -> String {
    let mut text = headline(report, asked) + "\n";
    for finding in &report.findings {
        text.push('\n');
        text.push_str(&finding_text(finding, asked.lang));
    }
    let checks = checks_text(report, asked, readable);
    if !checks.is_empty() {
        text.push('\n');
        text.push_str(&checks);
    }
    if let Some(claims) = &report.claims {
        text.push('\n');
        text.push_str(&claims_text(claims, asked.lang));
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

fn headline(report: &Report, asked: &Asked) -> String {
    let count = |severity| report.findings.iter().filter(|finding| finding.severity == severity).count();
    let counted = |count: usize, one: &str, more: &str, chinese: &str| match count {
        0 => None,
        1 => Some(choose(asked.lang, format!("1 {one}"), format!("1 个{chinese}"))),
        _ => Some(choose(asked.lang, format!("{count} {more}"), format!("{count} 个{chinese}"))),
    };
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    let counts =
        [counted(errors, "error", "errors", "错误"), counted(warnings, "warning", "warnings", "警告")];
    let counts: Vec<String> = counts.into_iter().flatten().collect();
    let (style, words) = match (errors, warnings) {
        (0, 0) if asked.secret => {
            (good(), choose(asked.lang, "✓ the token is fine", "✓ Token 没有问题").to_owned())
        }
        (0, 0) => {
            let english = "✓ the token looks fine, as far as can be seen without the secret";
            (good(), choose(asked.lang, english, "✓ 不看需要密钥的部分，Token 没有问题").to_owned())
        }
        (0, _) => (style(Severity::Warning), counts.join("")),
        _ => (style(Severity::Error), counts.join(choose(asked.lang, ", ", "，"))),
    };
    format!("{style}{words}{style:#}")
}

fn finding_text(finding: &Finding, lang: Language) -> String {
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
    text.push_str(&format!("  {dim}{id}{codes}{dim:#}\n"));
    text
}

/// A check: the findings that it may make, and its name.
type Check = (&'static [FindingId], &'static str, &'static str);

/// The checks in the order in which they are made.
const CHECKS: [Check; 9] = {
    use FindingId::*;
    [
        (
            &[Jwt, HmacJson, PlainJson, Version, TransportDamage, Truncated, KitToken, PlainToken, KitPart],
            "text",
            "文本",
        ),
        (&[ForeignLayout, LittleEndian], "layout", "布局"),
        (
            &[
                GcmSeparateTag,
                GcmIvLength,
                GcmWithoutMode,
                AppSign,
                KeyHexDecoded,
                KeyTruncated,
                KeyHashed,
                WrongSecret,
            ],
            "mode and key",
            "模式和密钥",
        ),
        (
            &[
                BodyNotJson,
                DoublePadding,
                MisplacedClaims,
                ClaimNames,
                MissingClaim,
                ClaimType,
                SwappedArguments,
            ],
            "claims",
            "字段",
        ),
        (
            &[PayloadObject, PayloadDoubleEncoded, PayloadNotJson, PayloadShape, PayloadInZim],
            "payload",
            "payload",
        ),
        (
            &[ExpireIsDuration, Milliseconds, ExpireMismatch, Expired, ExpiresSoon, TtlOver24Days, ClockSkew],
            "times",
            "时间",
        ),
        (&[AppIdMismatch, UserIdMismatch], "app and user", "App 和用户"),
        (&[RoomMismatch, LoginDenied, PublishDenied, StreamMismatch], "room and rights", "房间和权限"),
        (&[UserIdLimit, RoomIdLimit], "limits of the product", "产品限制"),
    ]
};

/// Which checks found nothing, and which could not be made.
fn checks_text(report: &Report, asked: &Asked, readable: bool) -> String {
    let made = checks_made(report, asked, readable);
    let clean = |(ids, ..): &Check| {
        let complains = |finding: &Finding| finding.severity != Severity::Note && ids.contains(&finding.id);
        !report.findings.iter().any(complains)
    };
    let name = |(_, english, chinese): &Check| choose(asked.lang, *english, *chinese);
    let comma = choose(asked.lang, ", ", "、");
    let names = |wanted: fn(&Made) -> bool| {
        let checks = CHECKS.iter().zip(&made).filter(|(check, made)| wanted(made) && clean(check));
        checks.map(|(check, _)| name(check)).collect::<Vec<_>>().join(comma)
    };
    let (fine, needs_secret) = (names(|made| *made == Made::Yes), names(|made| *made == Made::NeedsSecret));
    let (good, dim) = (good(), Style::new().dimmed());
    let mut text = String::new();
    if !fine.is_empty() {
        text.push_str(&format!("{good}✓{good:#} {}{fine}\n", choose(asked.lang, "fine: ", "正常：")));
    }
    if !needs_secret.is_empty() {
        let words = choose(asked.lang, "not checked without the secret: ", "没有密钥，未检查：");
        text.push_str(&format!("{dim}– {words}{needs_secret}{dim:#}\n"));
    }
    text
}

/// Whether a check could be made.
#[derive(Clone, Copy, PartialEq)]
enum Made {
    Yes,
    NeedsSecret,
    No,
}

fn checks_made(report: &Report, asked: &Asked, readable: bool) -> [Made; CHECKS.len()] {
    let found = |check: usize| report.findings.iter().any(|finding| CHECKS[check].0.contains(&finding.id));
    let opened = report.claims.is_some() || found(3) || found(4);
    let located = opened || readable || found(1) || found(2) || found(5);
    let where_opened = |asked_for: bool| match (asked_for, opened, asked.secret) {
        (false, ..) => Made::No,
        (_, true, _) => Made::Yes,
        (_, _, false) if located => Made::NeedsSecret,
        _ => Made::No,
    };
    let where_located = if located { Made::Yes } else { Made::No };
    [
        Made::Yes,
        where_located,
        where_opened(true),
        where_opened(true),
        where_opened(true),
        where_located,
        where_opened(asked.app_or_user),
        where_opened(asked.rights),
        where_opened(asked.profile),
    ]
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_finding_belongs_to_one_check() {
        for id in FindingId::ALL {
            let checks = CHECKS.iter().filter(|(ids, ..)| ids.contains(id)).count();
            let apart = matches!(id, FindingId::SecretExposed | FindingId::UnauthenticatedCbc);
            assert_eq!(checks, usize::from(!apart), "{}", id.name());
        }
    }
}

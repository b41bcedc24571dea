//! Explains an error code of ZEGO's SDKs or Server API: what it means for a token, what causes it, and what to
//! check.

use std::fmt;

use crate::diagnose::codes::{self, CODES, Code, Next, Product, Text};
use crate::diagnose::{FindingId, Language};

/// What an error code means, and how to find its cause.
///
/// Its [`Display`](fmt::Display) is the whole text, as the CLI prints it.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct Explanation {
    /// The code.
    pub code: i64,
    /// Whether the code is known.
    pub known: bool,
    /// The product that shows it; empty if the code is unknown.
    pub product: String,
    /// What it means.
    pub meaning: String,
    /// The findings of a diagnosis that can cause it, the most frequent first. The service's actual answers
    /// were not observed.
    pub causes: Vec<FindingId>,
    /// What to check, in this order.
    pub checks: Vec<String>,
    /// How to go on.
    pub next: String,
    /// What ZEGO's documents do not say about the code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub undocumented: Option<String>,
    /// For an unknown code: the known codes that look like it, the most similar first.
    pub near: Vec<i64>,
    #[serde(skip)]
    language: Language,
}

/// Explains an error code that a ZEGO SDK or the Server API reported.
///
/// It knows the codes about tokens, and those that are often mistaken for them. `docs/en/diagnose/by-code.md` lists them.
///
/// ```
/// use token04_core::{FindingId, Language, explain};
///
/// let explanation = explain(50119, Language::En);
/// assert_eq!(explanation.causes[0], FindingId::Jwt);
/// println!("{explanation}");
/// ```
#[must_use]
pub fn explain(code: i64, language: Language) -> Explanation {
    codes::find(code).map_or_else(|| unknown(code, language), |found| known(found, language))
}

/// The codes that [`explain`] knows, in ascending order.
pub fn explained_codes() -> impl Iterator<Item = i64> {
    CODES.iter().map(|code| code.number)
}

fn known(code: &Code, language: Language) -> Explanation {
    Explanation {
        code: code.number,
        known: true,
        product: code.product.name.of(language).to_owned(),
        meaning: code.meaning.of(language).to_owned(),
        causes: code.causes.to_vec(),
        checks: code.checks.iter().map(|check| check.of(language).to_owned()).collect(),
        next: match code.next {
            Next::Diagnose => diagnose_with(code.number, code.product, language),
            Next::Other(text) => text.of(language).to_owned(),
        },
        undocumented: code.undocumented.map(|text| text.of(language).to_owned()),
        near: Vec::new(),
        language,
    }
}

fn diagnose_with(code: i64, product: Product, language: Language) -> String {
    let profile = product.profile.map(|profile| format!(" --profile {profile}")).unwrap_or_default();
    let command = format!("token04 diagnose TOKEN --code {code} --app-id ID --user-id ID{profile}");
    match language {
        Language::En => format!(
            "run `{command}` with the ServerSecret in ZEGO_SERVER_SECRET: it looks for these causes in the token"
        ),
        Language::Zh => {
            format!(
                "在 ZEGO_SERVER_SECRET 中设置 ServerSecret，运行 `{command}`：它会在 Token 中查找这些原因"
            )
        }
    }
}

const UNKNOWN: Text = Text("token04 does not know this code", "token04 不认识这个错误码");
const WHERE_TO_ASK: [Text; 2] = [
    Text(
        "the code is copied whole, with its sign, and comes from a ZEGO SDK or the Server API",
        "错误码复制完整（包括负号），并且来自 ZEGO 的 SDK 或服务端 API",
    ),
    Text(
        "ZEGO's documentation of the product lists the code; if it does not, ask ZEGO's support with the \
         code, AppID, user id, time and the SDK's log",
        "ZEGO 文档中该产品的错误码列表里有这个错误码；如果没有，请把错误码、AppID、用户 ID、时间和 SDK 日志提供给 ZEGO 技术支持",
    ),
];
const NEXT_OF_UNKNOWN: Text = Text(
    "if a token is involved, run `token04 diagnose TOKEN` with the ServerSecret in ZEGO_SERVER_SECRET: it checks the token \
     whatever the code",
    "如果涉及 Token，在 ZEGO_SERVER_SECRET 中设置 ServerSecret，运行 `token04 diagnose TOKEN`：无论是什么错误码，都能检查 Token",
);

fn unknown(code: i64, language: Language) -> Explanation {
    Explanation {
        code,
        known: false,
        product: String::new(),
        meaning: UNKNOWN.of(language).to_owned(),
        causes: Vec::new(),
        checks: WHERE_TO_ASK.iter().map(|text| text.of(language).to_owned()).collect(),
        next: NEXT_OF_UNKNOWN.of(language).to_owned(),
        undocumented: None,
        near: near(code),
        language,
    }
}

/// The known codes that a slip of the pen turns into this one.
fn near(code: i64) -> Vec<i64> {
    const MOST_EDITS: usize = 2;
    const MOST_CODES: usize = 4;
    let text = code.to_string();
    let distances =
        explained_codes().map(|known| (edits(&text, &known.to_string()), known.abs_diff(code), known));
    let mut near: Vec<_> = distances.filter(|(edits, ..)| *edits <= MOST_EDITS).collect();
    near.sort_unstable();
    near.into_iter().take(MOST_CODES).map(|(.., known)| known).collect()
}

/// How many characters to insert, remove or replace to get from one ASCII text to another.
fn edits(from: &str, to: &str) -> usize {
    let mut row: Vec<usize> = (0..=to.len()).collect();
    for (line, one) in from.bytes().enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], line + 1);
        for (column, other) in to.bytes().enumerate() {
            let replaced = diagonal + usize::from(one != other);
            diagonal = row[column + 1];
            row[column + 1] = replaced.min(diagonal + 1).min(row[column] + 1);
        }
    }
    row[to.len()]
}

impl fmt::Display for Explanation {
    /// The whole text, in several lines. The first three lead to the cause.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words = match self.language {
            Language::En => &ENGLISH,
            Language::Zh => &CHINESE,
        };
        let [open, close] = words.brackets;
        write!(formatter, "{}", self.code)?;
        if !self.product.is_empty() {
            write!(formatter, "{open}{}{close}", self.product)?;
        }
        write!(formatter, "{}{}", words.colon, self.meaning)?;
        if !self.causes.is_empty() {
            self.write_causes(words, formatter)?;
        }
        if !self.near.is_empty() {
            let near = self.near.iter().map(|near| {
                let meaning = codes::find(*near).map_or("", |code| code.meaning.of(self.language));
                format!("{near}{open}{meaning}{close}")
            });
            write!(formatter, "\n{}{}", words.near, near.collect::<Vec<_>>().join(words.semicolon))?;
        }
        write!(formatter, "\n{}", words.checks)?;
        for (number, check) in (1..).zip(&self.checks) {
            write!(formatter, "\n  {number}. {check}")?;
        }
        write!(formatter, "\n{}{}", words.next, self.next)?;
        if let Some(undocumented) = &self.undocumented {
            write!(formatter, "\n{}{undocumented}", words.undocumented)?;
        }
        Ok(())
    }
}

impl Explanation {
    /// The first causes with their titles, and a line with the ids of the others.
    fn write_causes(&self, words: &Words, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        const TITLED: usize = 6;
        let [open, close] = words.brackets;
        let (first, others) = self.causes.split_at(self.causes.len().min(TITLED));
        let titled = first.iter().map(|id| format!("{}{open}{id}{close}", id.title(self.language)));
        write!(formatter, "\n{}{}", words.causes, titled.collect::<Vec<_>>().join(words.semicolon))?;
        if !others.is_empty() {
            let ids: Vec<&str> = others.iter().map(|id| id.name()).collect();
            write!(formatter, "\n{}{}", words.others, ids.join(words.comma))?;
        }
        Ok(())
    }
}

/// The words around an explanation.
struct Words {
    brackets: [&'static str; 2],
    colon: &'static str,
    comma: &'static str,
    semicolon: &'static str,
    causes: &'static str,
    others: &'static str,
    near: &'static str,
    checks: &'static str,
    next: &'static str,
    undocumented: &'static str,
}

const ENGLISH: Words = Words {
    brackets: [" (", ")"],
    colon: ": ",
    comma: ", ",
    semicolon: "; ",
    causes: "Possible causes, the most frequent first: ",
    others: "Also possible: ",
    near: "Known codes near it: ",
    checks: "Check, in this order:",
    next: "Next: ",
    undocumented: "Not documented: ",
};

const CHINESE: Words = Words {
    brackets: ["（", "）"],
    colon: "：",
    comma: "、",
    semicolon: "；",
    causes: "可能的原因（常见的在前）：",
    others: "也可能是：",
    near: "与它相近的已知错误码：",
    checks: "依次检查：",
    next: "下一步：",
    undocumented: "文档未说明：",
};

//! Patterns for ids: `*` matches any text, `{user_id}` the caller's user id, and any other text itself.

#[derive(Clone, Debug, PartialEq, Eq)]
enum Part {
    Literal(String),
    UserId,
}

/// A pattern: sequences of parts, with any text between two sequences.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Pattern {
    runs: Vec<Vec<Part>>,
}

impl Pattern {
    /// Parses a pattern; `None` if it is empty or has another placeholder.
    pub fn parse(text: &str) -> Option<Self> {
        if text.is_empty() {
            return None;
        }
        let runs = text.split('*').map(parse_run).collect::<Option<_>>()?;
        Some(Self { runs })
    }

    /// Whether the whole id matches.
    pub fn fits(&self, id: &str, user_id: &str) -> bool {
        let mut runs = self.runs.iter().map(|run| literal(run, user_id));
        let first = runs.next().unwrap_or_default();
        let Some(mut rest) = id.strip_prefix(first.as_str()) else { return false };
        let Some(last) = runs.next_back() else { return rest.is_empty() };
        // The leftmost position for each sequence leaves the most text for the next ones.
        for run in runs {
            let Some(at) = rest.find(run.as_str()) else { return false };
            rest = &rest[at + run.len()..];
        }
        rest.ends_with(last.as_str())
    }
}

fn parse_run(mut text: &str) -> Option<Vec<Part>> {
    let mut parts = Vec::new();
    while let Some((before, after)) = text.split_once('{') {
        parts.push(Part::Literal(before.to_owned()));
        text = after.strip_prefix("user_id}")?;
        parts.push(Part::UserId);
    }
    parts.push(Part::Literal(text.to_owned()));
    Some(parts)
}

fn literal(run: &[Part], user_id: &str) -> String {
    let text = |part: &Part| match part {
        Part::Literal(text) => text.clone(),
        Part::UserId => user_id.to_owned(),
    };
    run.iter().map(text).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fits(pattern: &str, id: &str) -> bool {
        Pattern::parse(pattern).unwrap().fits(id, "u*1")
    }

    #[test]
    fn stars_stand_for_any_text() {
        for (pattern, id) in [
            ("*", ""),
            ("*", "x"),
            ("a", "a"),
            ("a*", "a"),
            ("a*b*c", "abc"),
            ("a*b*c", "axbybzc"),
            ("*a", "aa"),
        ] {
            assert!(fits(pattern, id), "{pattern} {id}");
        }
        for (pattern, id) in
            [("a", "ab"), ("a", ""), ("a*a", "a"), ("a*b", "abc"), ("a*b*c", "acb"), ("*a*", "b")]
        {
            assert!(!fits(pattern, id), "{pattern} {id}");
        }
    }

    #[test]
    fn the_user_id_is_never_read_as_a_pattern() {
        assert!(fits("room-{user_id}", "room-u*1"));
        assert!(fits("{user_id}-*", "u*1-x"));
        assert!(!fits("room-{user_id}", "room-uxx1"));
    }

    #[test]
    fn other_placeholders_are_refused() {
        for pattern in ["", "{room}", "a{", "{user_id"] {
            assert_eq!(Pattern::parse(pattern), None, "{pattern}");
        }
    }
}

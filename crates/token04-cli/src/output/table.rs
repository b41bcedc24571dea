//! A table of labels and values.

/// Lines of a label and a value, with the values aligned.
#[derive(Default)]
pub struct Table(Vec<(&'static str, String)>);

impl Table {
    pub fn row(&mut self, label: &'static str, value: impl Into<String>) {
        self.0.push((label, value.into()));
    }

    pub fn text(&self) -> String {
        let width = self.0.iter().map(|(label, _)| label.len()).max().unwrap_or(0);
        let dim = anstyle::Style::new().dimmed();
        self.0.iter().map(|(label, value)| format!("{dim}{label:width$}{dim:#}  {value}\n")).collect()
    }
}

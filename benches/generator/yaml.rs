//! Text → YAML, in the styles in which people write it.

/// A file being written.
#[derive(Debug, Default)]
pub(super) struct Yaml {
    pub(super) text: String,
}

/// How wide a folded text is set, in characters.
const WIDTH: usize = 100;

impl Yaml {
    /// A line as it is.
    pub(super) fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    /// A key with one line of text. `lead` is what stands before the key: white space, and `- ` in a list.
    pub(super) fn key(&mut self, lead: &str, key: &str, value: &str) {
        self.line(&format!("{lead}{key}: {}", scalar(value)));
    }

    /// A key with prose: a short one on its line, a long one folded.
    pub(super) fn prose(&mut self, lead: &str, key: &str, value: &str) {
        if lead.chars().count() + key.len() + value.chars().count() < WIDTH {
            return self.key(lead, key, value);
        }
        self.line(&format!("{lead}{key}: >-"));
        let indent = " ".repeat(lead.len() + 2);
        let mut line = String::new();
        for word in value.split(' ') {
            if !line.is_empty() && indent.len() + line.chars().count() + word.chars().count() >= WIDTH {
                self.line(&format!("{indent}{line}"));
                line.clear();
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        self.line(&format!("{indent}{line}"));
    }
}

/// A value as it may stand anywhere, with quotation marks where YAML needs them.
pub(super) fn scalar(value: &str) -> String {
    let acts = value.contains(": ")
        || value.contains(" #")
        || value.contains([',', '[', ']', '{', '}', '"', '%'])
        || value.ends_with([':', '?'])
        || value.starts_with(['-', '?', ':', '#', '&', '*', '!', '|', '>', '\'', '@', '`', ' ']);
    if acts { format!("\"{}\"", value.replace('\\', "\\\\").replace('"', "\\\"")) } else { value.to_owned() }
}

//! The arguments of filters. The engine takes any, and passes over what it does not know.

/// The arguments that a filter takes, if it is one: those of the engine's filters as of its version 2.
#[must_use]
pub fn arguments_of(filter: &str) -> Option<&'static [&'static str]> {
    ARGUMENTS.iter().find(|(name, _)| *name == filter).map(|(_, arguments)| *arguments)
}

const ARGUMENTS: &[(&str, &[&str])] = &[
    ("abs", &[]),
    ("capitalize", &[]),
    ("counted", &["of"]),
    ("default", &["value"]),
    ("escape", &[]),
    ("escape_html", &[]),
    ("escape_xml", &[]),
    ("first", &[]),
    ("float", &[]),
    ("get", &["key", "default"]),
    ("group_by", &["attribute"]),
    ("indent", &["width", "indentation", "first", "blank"]),
    ("int", &["base"]),
    ("join", &["sep"]),
    ("json", &[]),
    ("keys", &[]),
    ("last", &[]),
    ("length", &[]),
    ("lower", &[]),
    ("md", &["inline", "page"]),
    ("newlines_to_br", &[]),
    ("nth", &["n"]),
    ("pairs", &[]),
    ("pluralize", &["singular", "plural"]),
    ("replace", &["from", "to"]),
    ("reverse", &[]),
    ("round", &["method", "precision"]),
    ("safe", &[]),
    ("slug", &[]),
    ("sort", &["attribute"]),
    ("split", &["pat"]),
    ("str", &[]),
    ("text", &[]),
    ("title", &[]),
    ("trim", &["pat"]),
    ("trim_end", &["pat"]),
    ("trim_start", &["pat"]),
    ("truncate", &["length", "end"]),
    ("unique", &[]),
    ("upper", &[]),
    ("values", &[]),
    ("wordcount", &[]),
    ("wrap", &["width", "indent"]),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_filter_has_its_arguments() {
        let mut filters: Vec<_> = crate::render::FILTERS.iter().map(|filter| filter.name).collect();
        filters.sort_unstable();
        assert_eq!(ARGUMENTS.iter().map(|(name, _)| *name).collect::<Vec<_>>(), filters);
    }
}

//! What the template engine says, in the words of those who write templates.

/// The engine's words for types, in those of the reference.
const TYPES: [(&str, &str); 15] = [
    ("&str", "a text"),
    ("string", "a text"),
    ("String", "a text"),
    ("none", "nothing"),
    ("undefined", "nothing"),
    ("bool", "true or false"),
    ("usize", "a number"),
    ("u64", "a number"),
    ("i64", "a number"),
    ("f64", "a number"),
    ("u128", "a number"),
    ("i128", "a number"),
    ("array", "a list"),
    ("map", "a record"),
    ("map/struct", "a record"),
];

/// Messages that name types.
const ABOUT_TYPES: [&str; 6] = [
    "`+` requires both operands",
    "Math operations",
    "Cannot compare",
    "Iteration not possible",
    "Key/value iteration",
    "Spread operator",
];

/// A message as ours begin: with a small letter, without a full stop, and with the words of the reference for types.
pub(super) fn sentence(message: &str) -> String {
    let message = wanted(message).unwrap_or_else(|| message.to_owned());
    let message = if ABOUT_TYPES.iter().any(|begins| message.starts_with(begins)) {
        TYPES.iter().fold(message, |text, (word, ours)| text.replace(&format!("`{word}`"), ours))
    } else {
        message
    };
    let mut letters = message.chars();
    let first = letters.next().map(|first| first.to_lowercase().to_string()).unwrap_or_default();
    format!("{first}{}", letters.as_str()).trim_end_matches('.').to_owned()
}

/// What a filter wants, and what it was given.
fn wanted(message: &str) -> Option<String> {
    let (wanted, given) =
        message.strip_prefix("Invalid type for the value, expected `")?.split_once("` but got `")?;
    Some(format!("this has to be {}, and is {}", named(wanted), named(given.trim_end_matches('`'))))
}

fn named(word: &str) -> &str {
    TYPES.iter().find(|(theirs, _)| *theirs == word).map_or(word, |(_, ours)| ours)
}

#[cfg(test)]
mod tests {
    use super::sentence;

    #[test]
    fn types_have_the_names_of_the_reference() {
        for (theirs, ours) in [
            (
                "Invalid type for the value, expected `&str` but got `none`",
                "this has to be a text, and is nothing",
            ),
            (
                "`+` requires both operands to be numbers, found `string` and `i64`",
                "`+` requires both operands to be numbers, found a text and a number",
            ),
            ("Unknown filter `string`.", "unknown filter `string`"),
        ] {
            assert_eq!(sentence(theirs), ours);
        }
    }
}

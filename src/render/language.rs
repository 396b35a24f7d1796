//! The functions and the tests that the template engine has.

/// A function or a test that templates can use.
#[derive(Debug)]
pub struct Word {
    /// Its name.
    pub name: &'static str,
    /// What it does, or asks.
    pub doc: &'static str,
    /// A template that uses it on a brief.
    pub example: &'static str,
}

macro_rules! words {
    ($(#[$doc:meta])* $list:ident: $($name:literal, $text:literal, $example:literal;)+) => {
        $(#[$doc])*
        pub static $list: &[Word] = &[$(Word { name: $name, doc: $text, example: $example }),+];
    };
}

words! {
    /// The functions of templates.
    FUNCTIONS:
    "range", "The numbers from `start` (0 where nothing is said) to before `end`, by steps of `step_by`. At most 100,000.", "{% for nth in range(end=3) %}{{ nth }} {% endfor %}";
    "throw", "Ends the rendering with a `message`, as an error of the template.", "{% if not brief.title %}{{ throw(message=\"no title\") }}{% endif %}";
}

words! {
    /// The tests of templates: `{% if value is none %}`.
    TESTS:
    "array", "Whether it is a list.", "{{ brief.topics is array }}";
    "bool", "Whether it is true or false.", "{{ brief.title is bool }}";
    "containing", "Whether a text or a list holds a `pat`.", "{{ brief.title is containing(pat=\"bridge\") }}";
    "defined", "Whether there is such a variable. A field that is absent is defined, as `none`.", "{{ brief is defined }}";
    "divisible_by", "Whether a number can be divided by a `divisor`.", "{{ 12 is divisible_by(divisor=5) }}";
    "ending_with", "Whether a text ends with a `pat`.", "{{ brief.title is ending_with(pat=\".\") }}";
    "even", "Whether a number is even.", "{{ 12 is even }}";
    "float", "Whether it is a number with a fraction.", "{{ 1.5 is float }}";
    "integer", "Whether it is a whole number.", "{{ 12 is integer }}";
    "iterable", "Whether a `for` can go through it.", "{{ brief.key_facts is iterable }}";
    "map", "Whether it is a record.", "{{ brief.date is map }}";
    "none", "Whether a field is absent.", "{{ brief.article is none }}";
    "number", "Whether it is a number.", "{{ brief.title is number }}";
    "odd", "Whether a number is odd.", "{{ 12 is odd }}";
    "starting_with", "Whether a text begins with a `pat`.", "{{ brief.title is starting_with(pat=\"A\") }}";
    "string", "Whether it is a text.", "{{ brief.title is string }}";
    "undefined", "Whether there is no such variable.", "{{ nothing is undefined }}";
}

//! The reference page for the authors of templates, written from the contract, the built-in templates and examples that run.

use std::fmt::Write as _;

use super::examples::{self, COMPONENTS, Ran};
use crate::contract::walk::Code;
use crate::contract::{BUILTIN, Contract, Field, Kind, arguments_of};
use crate::error::Error;
use crate::render::{FILTERS, FUNCTIONS, TESTS, TemplateSet, Word};

const INTRODUCTION: &str = "\
# Reference for template authors

`attache templates reference` prints this page: it is written from the code that fills the templates, and every example in it runs.
`attache context FILE` prints the variables of one brief, and `attache render --context FILE` takes them back.

Templates are written in the language of [Tera](https://keats.github.io/tera/), version 2. A file in the desk's `templates/` takes the
place of the built-in one of the same name; `builtin/NAME` is the built-in one in any case:

```html
{% extends \"builtin/brief.html\" %}
{% block bottom_line %}<p>House style</p>{{ super() }}{% endblock %}
```

What a template prints is escaped for the kind of file that it prints into: markup for `.html` and `.xml`, CommonMark for `.md`; in any
other file only characters that act instead of being seen are replaced. Text is plain unless it is said to be Markdown, which wants the
filter `md` or `text`.

`theme.css` has custom properties that are put behind the built-in style sheet, and `logo.svg` or `logo.png` (up to 32 KiB) is the logo
of the site. A template `brief.NAME.EXT` makes a file of each brief as soon as `outputs` in `attache.yaml` names it.
";

/// What partials are for, with the variables that the page sets for them.
const PARTIALS: [(&str, &str); 19] = [
    ("head", "What stands first in `head`: character set, policy, viewport."),
    ("site_links", "Links in `head`: feeds, the pages before and after."),
    ("header", "The header of a site's page: the logo or name of the desk, and the parts of the site."),
    ("footer", "The footer of a site's page."),
    ("notice", "For whom the site is, and how much is withheld, where a target says so."),
    ("pager", "Where a list goes on, on lists that are spread over pages."),
    ("article", "The article of a `brief`."),
    ("fact", "A key fact, from `fact`."),
    ("question", "An open question of a brief, from `question`."),
    ("position", "What one party says to it, from `position`."),
    ("timeline_event", "An event of the timeline, from `event`."),
    ("timeline_picture", "The picture of the timeline, from `picture`."),
    ("judgement", "A judgement, from `judgement`."),
    ("sources", "What a `brief` rests on."),
    ("source", "A source in the table of sources, from `source`."),
    ("entry", "A brief in a list, from `entry`."),
    ("question_entry", "A question in a list, from `entry`."),
    ("later", "The latest word on a fact, where that attests it otherwise, from `later`."),
    ("change", "A change, from `change`."),
];

/// The page, in Markdown.
///
/// # Errors
/// When an example does not run.
pub fn page() -> Result<String, Error> {
    let contract = Contract::new();
    let set = TemplateSet::built_in();
    let code = Code::new(set.code());
    let mut text = INTRODUCTION.to_owned();
    pages(&mut text, &contract);
    records(&mut text, &contract);
    filters(&mut text, &examples::run(&examples::of_filters())?);
    words(&mut text, "Tests", "Asked by `is`, as in `{% if fact.note is none %}`.", TESTS)?;
    words(&mut text, "Functions", "Called by their names.", FUNCTIONS)?;
    components(&mut text, &code, &set)?;
    blocks(&mut text, &contract, &code);
    partials(&mut text, &set);
    properties(&mut text, &set);
    Ok(text)
}

fn pages(text: &mut String, contract: &Contract) {
    text.push_str(
        "\n## Pages and their variables\n\n| template | variable | type | what it is |\n|---|---|---|---|\n",
    );
    for kind in &contract.kinds {
        for variable in kind.variables.iter().filter(|variable| !variable.common) {
            let _ = writeln!(text, "| `{}` | {} |", kind.template, cells(&variable.field));
        }
    }
    text.push_str(
        "\nA template `brief.NAME.EXT` has the variables of `brief.html`.\n\nEvery page has these too:\n\n",
    );
    text.push_str("| variable | type | what it is |\n|---|---|---|\n");
    for field in common(contract) {
        let _ = writeln!(text, "| {} |", cells(field));
    }
}

/// The variables that every page has.
fn common(contract: &Contract) -> impl Iterator<Item = &Field> {
    let first = contract.kinds.first();
    first.into_iter().flat_map(|kind| &kind.variables).filter(|it| it.common).map(|it| &it.field)
}

/// Name, type and meaning of a field, as cells of a table.
fn cells(field: &Field) -> String {
    let kind = match field.shape.record() {
        Some(record) => {
            let link = format!("[{record}](#{})", record.to_lowercase());
            field.shape.to_string().replace(record, &link)
        }
        None => field.shape.to_string(),
    };
    let optional = if field.optional { ", may be absent" } else { "" };
    format!("`{}` | {kind}{optional} | {}", field.name, field.doc.replace('|', "\\|"))
}

fn records(text: &mut String, contract: &Contract) {
    text.push_str("\n## Records\n");
    let shapes = contract.kinds.iter().flat_map(|kind: &Kind| &kind.variables).map(|it| &it.field.shape);
    for name in contract.records_of(shapes) {
        let Some(record) = contract.records.get(name) else { continue };
        let _ =
            write!(text, "\n### {name}\n\n{}\n\n| field | type | what it is |\n|---|---|---|\n", record.doc);
        for field in &record.fields {
            let _ = writeln!(text, "| {} |", cells(field));
        }
    }
}

fn filters(text: &mut String, ran: &[Ran]) {
    text.push_str("\n## Filters\n\n`md`, `text`, `wrap`, `counted`, `json` and `slug` are attache's own; `default`, `group_by`, `keys`, `pairs` and `values` are other \
         than Tera's, so that what is absent has a default and what comes out has an order. What comes out is of an invented brief \
         that has every field.\n");
    for (filter, ran) in FILTERS.iter().zip(ran) {
        let arguments = arguments_of(filter.name).unwrap_or_default();
        let arguments: Vec<_> = arguments.iter().map(|name| format!("`{name}`")).collect();
        let takes = if arguments.is_empty() {
            String::new()
        } else {
            format!(" Arguments: {}.", arguments.join(", "))
        };
        let _ = write!(text, "\n### {}\n\n{}{takes}\n\n{}", filter.name, filter.doc, example(ran));
    }
}

/// Functions or tests, each with an example and what comes out of it.
fn words(text: &mut String, title: &str, introduction: &str, words: &[Word]) -> Result<(), Error> {
    let _ = write!(
        text,
        "\n## {title}\n\n{introduction}\n\n| name | what it is | example | gives |\n|---|---|---|---|\n"
    );
    for (word, ran) in words.iter().zip(examples::run(&examples::of_words(words))?) {
        let out = if ran.out.is_empty() { String::new() } else { format!("`{}`", ran.out) };
        let _ = writeln!(text, "| `{}` | {} | `{}` | {out} |", word.name, word.doc, ran.code);
    }
    Ok(())
}

/// The custom properties of the style sheet.
fn properties(text: &mut String, set: &TemplateSet) {
    text.push_str(
        "\n## Properties of theme.css\n\nWhat a `theme.css` can set, with the value of the built-in style sheet, and that for the dark scheme where it \
         has another:\n\n| property | value | in the dark |\n|---|---|---|\n",
    );
    for property in set.properties() {
        let dark = property.dark.map(|value| format!("`{value}`")).unwrap_or_default();
        let _ = writeln!(text, "| `{}` | `{}` | {dark} |", property.name, property.value);
    }
}

fn example(ran: &Ran) -> String {
    format!("```html\n{}\n```\n\n```text\n{}\n```\n", ran.code, ran.out)
}

fn components(text: &mut String, code: &Code<'_>, set: &TemplateSet) -> Result<(), Error> {
    text.push_str("\n## Components\n\nThose of `components.md` print Markdown where a template does.\n");
    let ran = examples::run(&COMPONENTS.map(|(_, code)| code))?;
    let files = ["components.html", "components.md"];
    let has = |file: &str, name: &str| {
        code.components_of(&format!("{BUILTIN}{file}")).any(|(known, _)| known == name)
    };
    for ((name, _), ran) in COMPONENTS.iter().zip(&ran) {
        let Some(file) = files.into_iter().find(|file| has(file, name)) else { continue };
        let both: Vec<_> =
            files.into_iter().filter(|file| has(file, name)).map(|file| format!("`{file}`")).collect();
        let doc = doc_of(name, set.built_in_text(file).unwrap_or_default());
        let _ = write!(text, "\n### &lt;{name}/>\n\n{doc} In {}.\n\n", both.join(" and "));
        if ran.out.is_empty() {
            let _ = write!(text, "```html\n{}\n```\n", ran.code);
        } else {
            text.push_str(&example(ran));
        }
    }
    Ok(())
}

/// The comment before a component.
fn doc_of(name: &str, text: &str) -> String {
    let before = text.split(&format!("{{% component {name}(")).next().unwrap_or_default();
    let comment = before.rsplit("{#-").next().and_then(|rest| rest.split("-#}").next()).unwrap_or_default();
    comment.trim().to_owned()
}

fn blocks(text: &mut String, contract: &Contract, code: &Code<'_>) {
    text.push_str(
        "\n## Blocks\n\nA page fills the blocks of `base.html` and has some of its own; a template that extends it can fill both. `{{ super() }}` is \
         what stood there.\n\n| template | blocks |\n|---|---|\n",
    );
    for template in std::iter::once("base.html").chain(contract.kinds.iter().map(|kind| kind.template)) {
        let blocks: Vec<_> = code
            .blocks_of(&format!("{BUILTIN}{template}"))
            .into_iter()
            .map(|name| format!("`{name}`"))
            .collect();
        let _ = writeln!(text, "| `{template}` | {} |", blocks.join(", "));
    }
}

fn partials(text: &mut String, set: &TemplateSet) {
    text.push_str("\n## Partials\n\nPieces of pages. They see whatever the page sees at that place.\n\n| template | what it is |\n|---|---|\n");
    for (name, doc) in PARTIALS {
        let _ = writeln!(text, "| `partials/{name}.html` | {doc} |");
    }
    text.push_str(
        "\n## Hooks\n\nEmpty partials for a desk to fill:\n\n| template | where it is |\n|---|---|\n",
    );
    for name in set.built_ins().filter(|name| name.starts_with("partials/hooks/")) {
        let comment = set.built_in_text(name).unwrap_or_default();
        let place = comment.trim_start_matches("{#- ").split(" Empty:").next().unwrap_or_default();
        let _ = writeln!(text, "| `{name}` | {place} |");
    }
    text.push_str("\n```html\n{# templates/partials/hooks/footer.html #}\n<p class=\"detail\">Questions: <bdi>{{ site.title }}</bdi></p>\n```\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_left_out() {
        let set = TemplateSet::built_in();
        let partials =
            set.built_ins().filter_map(|name| name.strip_prefix("partials/")?.strip_suffix(".html"));
        let mut expected: Vec<_> = partials.filter(|name| !name.starts_with("hooks/")).collect();
        let mut told = PARTIALS.map(|(name, _)| name);
        told.sort_unstable();
        expected.sort_unstable();
        assert_eq!(told.to_vec(), expected);
        let code = Code::new(set.code());
        let mut components = COMPONENTS.map(|(name, _)| name);
        components.sort_unstable();
        assert_eq!(components.to_vec(), code.components().collect::<Vec<_>>());
    }
}

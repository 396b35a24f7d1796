//! The template engine, made ready for a kind of file.

use tera::{Tera, Value};

use super::family::{self, Family};
use super::{TemplateSet, filters, order, policy, templates};

/// An engine with all templates of a kind of file: each kind escapes in its own way.
pub(super) fn engine(set: &TemplateSet, family: Family) -> tera::TeraResult<Tera> {
    let mut engine = Tera::new();
    engine.set_fallback_prefixes([templates::BUILTIN])?;
    let code: Vec<_> = set.code().filter(|(name, _)| Family::of(name) == family).collect();
    engine.autoescape_on(family::suffixes(code.iter().map(|(name, _)| *name)));
    match family {
        Family::Html => {
            filters::register_html(&mut engine);
            engine.set_escape_fn(filters::escape_html);
        }
        Family::Markdown => {
            filters::register_markdown(&mut engine);
            engine.set_escape_fn(filters::escape_markdown);
        }
        Family::Plain => {
            filters::register_plain(&mut engine);
            engine.set_escape_fn(filters::escape_plain);
        }
    }
    filters::register_common(&mut engine);
    order::register(&mut engine);
    let style = set.style();
    let context = engine.global_context();
    context.insert_value("style", Value::safe_string(&style));
    context.insert_value("policy", Value::safe_string(&policy::of_page(&style)));
    context.insert_value("site", Value::none());
    context.insert_value("logo", set.logo().map_or_else(Value::none, Value::safe_string));
    engine.add_raw_templates(code)?;
    Ok(engine)
}

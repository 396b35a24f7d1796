//! Compiles the built-in templates to the functions that write their pages (`src/render/compiled`): see [`emit`].

mod condition;
mod emit;
mod expression;
mod lexer;
mod library;
mod pages;
mod parser;
mod runs;
mod scope;
mod tree;
mod values;

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

use emit::Gathered;
use library::Library;

#[expect(clippy::print_stdout, reason = "so a build script speaks to cargo")]
#[expect(
    clippy::disallowed_methods,
    reason = "so a build script is told where it works, and what it makes is no output of attaché"
)]
fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-changed=templates");
    let root = env::var("CARGO_MANIFEST_DIR")?;
    let library = Library::read(&Path::new(&root).join("templates"))?;
    fs::write(Path::new(&env::var("OUT_DIR")?).join("templates.rs"), code(&library)?)?;
    Ok(())
}

/// All functions, what makes them known, and what they print of a language.
fn code(library: &Library) -> Result<String, String> {
    let (mut code, mut parts) = (String::new(), String::new());
    let mut all = Gathered::default();
    for kind in &pages::KINDS {
        let page = emit::emit(library, kind, &mut all)
            .map_err(|error| format!("templates/{}: {error}", kind.template))?;
        code.push_str(&page.code);
        code.push_str(&kind.implementation());
        // Writing to memory cannot fail.
        let _ = writeln!(parts, "({:?}, &{:?}),", kind.template, page.parts.iter().collect::<Vec<_>>());
    }
    code.extend(all.shared.into_values().map(|(function, _)| function));
    let counted: Vec<_> = all.counted.iter().collect();
    Ok(format!(
        "{code}\n\
         /// Each page with the templates that it is made from, and the components in angle brackets.\n\
         pub(super) const PAGES: &[(&str, &[&str])] = &[\n{parts}];\n\
         /// The words that pages print, by their places in a table of words.\n\
         pub(super) const WORDS: &[&str] = &{words:?};\n\
         {runs}\
         /// The messages that pages print numbers in.\n\
         #[cfg(test)]\n\
         pub(super) const COUNTED: &[&str] = &{counted:?};\n",
        words = all.words,
        runs = all.runs.lists(),
    ))
}

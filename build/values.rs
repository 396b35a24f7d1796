//! What expressions stand for, and the code that prints it.

use super::emit::Emitter;
use super::scope::{Scope, Value};
use super::tree::{Argument, Expression};

impl Emitter<'_> {
    /// What an expression stands for, where that is something with a place.
    pub(crate) fn value(&mut self, expression: &Expression, scope: &Scope) -> Result<Value, String> {
        match expression {
            Expression::Text(text) => Ok(Value::Text(text.clone())),
            Expression::Path(path) => self.path(path, scope),
            _ => Err(format!("{expression:?} is not known as a value here")),
        }
    }

    fn path(&mut self, path: &[String], scope: &Scope) -> Result<Value, String> {
        let path: Vec<&str> = path.iter().map(String::as_str).collect();
        match path.as_slice() {
            ["loop", part @ ("first" | "last")] => {
                let number = scope.within.ok_or("`loop` stands outside of a loop")?;
                Ok(Value::Flag(match *part {
                    "first" => format!("nth{number} == 0"),
                    _ => format!("nth{number} + 1 == list{number}.len()"),
                }))
            }
            ["words", name] => Ok(Value::Word("words", self.place_of_word(name))),
            ["site", "words", name] => Ok(Value::Word("site_words", self.place_of_word(name))),
            ["site"] => Ok(Value::Flag("around.in_site".to_owned())),
            ["site", rest @ ..] => Ok(Value::Place(steps("around.site".to_owned(), rest, scope))),
            [name @ ("style" | "stylesheet" | "policy" | "script" | "logo")] => {
                Ok(Value::Safe(scope.place(format!("around.{name}"))))
            }
            [first, rest @ ..] => match scope.name(first) {
                Some(Value::Place(place)) => Ok(Value::Place(steps(place.clone(), rest, scope))),
                Some(value) if rest.is_empty() => Ok(value.clone()),
                _ => Err(format!("`{}` is not known here", path.join("."))),
            },
            [] => Err("a path has no name".to_owned()),
        }
    }

    fn place_of_word(&mut self, name: &str) -> usize {
        self.words.iter().position(|known| known == name).unwrap_or_else(|| {
            self.words.push(name.to_owned());
            self.words.len() - 1
        })
    }

    /// Prints what an expression stands for.
    pub(crate) fn print(&mut self, expression: &Expression, scope: &Scope) -> Result<(), String> {
        match expression {
            Expression::Component(name, given) => self.component(name, given, scope),
            Expression::Filter(of, name, arguments) => self.filtered(of, name, arguments, scope),
            Expression::Item(of, by) => {
                let (of, by) = (self.reference(of, scope)?, self.reference(by, scope)?);
                self.line(&format!("out.item({of}, {by});"));
                Ok(())
            }
            _ => {
                match self.value(expression, scope)? {
                    Value::Place(place) => self.line(&format!("out.put(&{place});")),
                    Value::Safe(place) => self.line(&format!("out.raw({place});")),
                    Value::Word(table, at) => self.word(table, at),
                    other @ (Value::Text(_) | Value::Flag(_)) => {
                        return Err(format!("{other:?} is not printed here"));
                    }
                }
                Ok(())
            }
        }
    }

    fn filtered(
        &mut self,
        of: &Expression,
        filter: &str,
        arguments: &[Argument],
        scope: &Scope,
    ) -> Result<(), String> {
        let value = self.value(of, scope)?;
        match (filter, value, arguments) {
            ("md", Value::Place(place), arguments) => {
                let of = format!("&{place}");
                let code = match arguments {
                    [] => format!("out.prose({of}, Shape::Block, String::new);"),
                    [(name, Expression::Path(path))] if name == "inline" && *path == ["true"] => {
                        format!("out.prose({of}, Shape::Inline, String::new);")
                    }
                    [(name, page)] if name == "page" => {
                        format!("out.prose({of}, Shape::Block, || {});", self.joined(page, scope)?)
                    }
                    _ => return Err(format!("`md` has arguments that are not known here: {arguments:?}")),
                };
                self.line(&code);
            }
            ("text", Value::Place(place), []) => self.line(&format!("out.plain(&{place});")),
            ("counted", Value::Place(place), [(name, Expression::Text(what))]) if name == "of" => {
                let message = format!("count_{what}");
                self.line(&format!("out.put(&around.counted({message:?}, &{place}));"));
                self.counted.insert(message);
            }
            ("safe", Value::Place(place), []) => self.line(&format!("out.raw(&{place});")),
            ("safe", Value::Text(text), []) => self.raw(&text),
            ("trim", Value::Word(table, at), []) => {
                self.line(&format!("out.raw(around.{table}.printed({at}).trim());"));
            }
            (filter, value, _) => return Err(format!("`{filter}` of {value:?} is not known here")),
        }
        Ok(())
    }

    /// Texts that are put together.
    fn joined(&mut self, expression: &Expression, scope: &Scope) -> Result<String, String> {
        match expression {
            Expression::Joined(left, right) => {
                let (left, right) = (self.reference(left, scope)?, self.reference(right, scope)?);
                Ok(format!("joined({left}, {right})"))
            }
            other => Err(format!("{other:?} is not known as a text here")),
        }
    }

    /// What stands at a place.
    pub(crate) fn place(&mut self, expression: &Expression, scope: &Scope) -> Result<String, String> {
        match self.value(expression, scope)? {
            Value::Place(place) => Ok(place),
            other => Err(format!("{other:?} has no place")),
        }
    }

    /// A reference to what stands at a place.
    pub(crate) fn reference(&mut self, expression: &Expression, scope: &Scope) -> Result<String, String> {
        match self.value(expression, scope)? {
            Value::Place(place) => Ok(format!("&{place}")),
            Value::Word(table, at) => Ok(format!("around.{table}.plain({at})")),
            other => Err(format!("{other:?} has no place")),
        }
    }
}

/// The place that a path leads to. What is known to be there is taken from its variable.
fn steps(first: String, rest: &[&str], scope: &Scope) -> String {
    rest.iter().fold(scope.place(first), |place, part| scope.place(format!("{place}.{part}")))
}

//! What is known of the value of an expression.

use super::super::Shape;
use super::super::arguments::arguments_of;
use super::super::code::{Argument, Component, Expression};
use super::scope::Value;
use super::{Asked, Trouble, Walk};
use crate::span::{Span, Spanned};
use crate::suggest::suggest;

/// Filters that make something else of a text, which is no text of a brief any more: escaped, or of another kind.
const REMAKES: [&str; 9] =
    ["md", "json", "slug", "escape", "escape_html", "escape_xml", "length", "wordcount", "int"];

/// Filters that keep the type of a list.
const KEEPS: [&str; 3] = ["sort", "reverse", "unique"];

/// Filters that take one out of a list.
const TAKES: [&str; 3] = ["first", "last", "nth"];

/// Fields that need no escape in any file: addresses that were checked, and JSON that was escaped when it was made.
const SAFE_ALREADY: [&str; 3] = [".url", ".json_ld", ".root"];

impl<'w> Walk<'w, '_> {
    /// What is known of a value. What is wrong with it is reported.
    pub(super) fn value(&mut self, expression: &'w Expression) -> Value {
        match expression {
            Expression::Constant => Value::any(),
            Expression::Variable(name) => self.variable(name),
            Expression::Part(of, name) => {
                let of = self.value(of);
                self.part(&of, name)
            }
            Expression::Item(of, by) => {
                self.value(by);
                self.value(of).item()
            }
            Expression::Filter(of, name, arguments) => self.filter(of, name, arguments),
            Expression::Test(of, name) => self.test(of, name),
            Expression::Call(name, arguments) => self.call(name, arguments),
            Expression::Component(name, arguments) => self.component(name, arguments),
            Expression::Several(parts) => self.several(parts),
            Expression::Made(parts) => {
                let value = self.several(parts);
                Value::made_of(value.path)
            }
            Expression::Comprehension { names, target, values } => {
                let target = self.value(target);
                let mark = self.scope.mark();
                self.scope.each(names, &target);
                let made = self.several(values);
                self.scope.back_to(mark);
                Value::made_of(made.path)
            }
        }
    }

    fn variable(&mut self, name: &Spanned<String>) -> Value {
        if name.value == "loop" && self.scope.in_loop() || name.value.starts_with("__tera") {
            return Value::any();
        }
        if let Some(value) = self.scope.get(&name.value) {
            return value.clone();
        }
        let message = format!("there is no variable `{}` here", name.value);
        if name.value == "loop" && !self.places.is_empty() {
            let help =
                "an included template does not see it: `{% set first = loop.first %}` before the `include`";
            self.report(Trouble::Unknown, name.span, message, help.to_owned());
            return Value::any();
        }
        let names = self.scope.names();
        let help = match suggest(&name.value, names.iter().copied()) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("here are {}", names.join(", ")),
        };
        self.report(Trouble::Unknown, name.span, message, help);
        Value::any()
    }

    fn part(&mut self, of: &Value, name: &Spanned<String>) -> Value {
        let path = format!("{}.{}", of.path, name.value);
        match &of.shape {
            // What is put into a map of one's own may be a text of a brief.
            Shape::Any => Value::made_of(of.path.clone()),
            Shape::Map(item) => Value { shape: (**item).clone(), path: path.clone(), absent: Some(path) },
            Shape::Record(record) => {
                let fields = self.contract.fields(record);
                if let Some(field) = fields.iter().find(|field| field.name == name.value) {
                    let absent = if field.optional { Some(path.clone()) } else { of.absent.clone() };
                    let value = Value { shape: field.shape.clone(), path: path.clone(), absent };
                    let asked = self.walked.asked.entry(path).or_insert_with(|| Asked::new(&value));
                    asked.places.insert((self.here.clone(), name.span));
                    return value;
                }
                let names = fields.iter().map(|field| field.name.as_str());
                let help = match suggest(&name.value, names.clone()) {
                    Some(near) => format!("did you mean `{near}`?"),
                    None => format!("`{}` has {}", of.path, names.collect::<Vec<_>>().join(", ")),
                };
                self.unknown(&path, name.span, help)
            }
            Shape::List(_) => {
                let help = format!("`{}` is a list: take what is in it by a `for`", of.path);
                self.unknown(&path, name.span, help)
            }
            other => {
                let help = format!("`{}` is {other}", of.path);
                self.unknown(&path, name.span, help)
            }
        }
    }

    fn unknown(&mut self, path: &str, span: Span, help: String) -> Value {
        self.report(Trouble::Unknown, span, format!("there is no `{path}`"), help);
        Value::any()
    }

    fn filter(&mut self, of: &'w Expression, name: &Spanned<String>, arguments: &'w [Argument]) -> Value {
        for argument in arguments {
            self.value(&argument.value);
        }
        let value = self.value(of);
        let filter = name.value.as_str();
        if let Some(known) = arguments_of(filter) {
            let unknown = arguments.iter().filter(|argument| !known.contains(&argument.name.value.as_str()));
            for argument in unknown {
                self.no_argument(&format!("`{filter}`"), argument, known);
            }
        }
        let known = SAFE_ALREADY.iter().any(|end| value.path.ends_with(end));
        let written = ["style", "stylesheet", "policy", "script", "logo"].contains(&value.path.as_str());
        if filter == "safe" && !value.path.is_empty() && !known && !written {
            self.unescaped(value.path.clone(), name.span);
        }
        match filter {
            _ if TAKES.contains(&filter) => value.item(),
            _ if KEEPS.contains(&filter) => value,
            _ if REMAKES.contains(&filter) => Value::any(),
            "default" => self.otherwise(value, arguments),
            _ => Value::made_of(value.path),
        }
    }

    /// A value or another one: what the other is counts where the first is nothing of a brief.
    fn otherwise(&mut self, value: Value, arguments: &'w [Argument]) -> Value {
        let other = arguments.iter().find(|argument| argument.name.value == "value");
        match other.map(|argument| self.value(&argument.value)) {
            Some(other) if value.path.is_empty() => other,
            _ => Value { absent: None, ..value },
        }
    }

    /// Whether something is there may be asked of anything.
    fn test(&mut self, of: &'w Expression, name: &str) -> Value {
        let before = self.walked.findings.clone();
        self.value(of);
        if matches!(name, "defined" | "undefined") {
            self.walked.findings = before;
        }
        Value::any()
    }

    fn call(&mut self, name: &Spanned<String>, arguments: &'w [Argument]) -> Value {
        for argument in arguments {
            self.value(&argument.value);
        }
        if name.value == "super" {
            self.above();
        }
        Value::any()
    }

    /// What is made of several values: of no known type, but a brief's text if any of them is.
    fn several(&mut self, parts: &'w [Expression]) -> Value {
        let mut made = Value::any();
        let alone = parts.len() == 1;
        for part in parts {
            let value = self.value(part);
            if alone {
                return value;
            }
            if made.path.is_empty() {
                made.path = value.path;
            }
        }
        made
    }

    /// A component, walked through with the types of its arguments: of the page around it, it sees nothing else.
    fn component(&mut self, name: &Spanned<String>, arguments: &'w [Argument]) -> Value {
        let given: Vec<_> = arguments
            .iter()
            .map(|argument| (argument.name.value.clone(), self.value(&argument.value)))
            .collect();
        let code = self.code;
        let Some((template, component)) = code.component(&name.value, &self.family) else {
            return Value::any();
        };
        self.walked.reached.insert(template.to_owned());
        self.arguments(&name.value, component, arguments);
        if self.calling.contains(&name.value) {
            self.walked.circles.push((self.here.clone(), name.clone()));
        }
        let find = |parameter: &String| {
            let given = given.iter().find(|(name, _)| name == parameter).map(|(_, value)| value);
            let around = || component.implicit.contains(parameter).then(|| self.scope.implicit(parameter));
            given.or_else(|| around().flatten()).cloned().unwrap_or_else(Value::any)
        };
        let values: Vec<_> = component.parameters.iter().map(find).collect();
        if self.called.insert((name.value.clone(), values.clone())) {
            let mut names: Vec<_> = component.parameters.iter().cloned().zip(values).collect();
            names.push(("body".to_owned(), Value::any()));
            let inside = self.scope.of_component(names);
            let outside = std::mem::replace(&mut self.scope, inside);
            self.calling.push(name.value.clone());
            self.within(template, name.span, &component.body);
            self.calling.pop();
            self.scope = outside;
        }
        Value::any()
    }

    /// Reports the arguments that a component does not have.
    fn arguments(&mut self, name: &str, component: &Component, arguments: &[Argument]) {
        let known = |argument: &&Argument| {
            let argument = &argument.name.value;
            component.takes_more || argument == "..." || component.parameters.contains(argument)
        };
        for argument in arguments.iter().filter(|argument| !known(argument)) {
            let parameters: Vec<_> = component.parameters.iter().map(String::as_str).collect();
            self.no_argument(&format!("`<{name}/>`"), argument, &parameters);
        }
    }

    fn no_argument(&mut self, whose: &str, argument: &Argument, known: &[&str]) {
        let message = format!("{whose} has no argument `{}`", argument.name.value);
        let help = match suggest(&argument.name.value, known.iter().copied()) {
            Some(near) => format!("did you mean `{near}`?"),
            None if known.is_empty() => "it has none".to_owned(),
            None => format!("it has {}", known.join(", ")),
        };
        self.report(Trouble::Unknown, argument.name.span, message, help);
    }
}

//! Conditions of templates → conditions of the code.

use super::emit::Emitter;
use super::scope::{Scope, Value};
use super::tree::Expression;

impl Emitter<'_> {
    /// The conditions under which an expression holds, all of them. What they find at a place, `scope` knows by a variable afterwards.
    pub(crate) fn chain(
        &mut self,
        expression: &Expression,
        scope: &mut Scope,
    ) -> Result<Vec<String>, String> {
        match expression {
            Expression::And(left, right) => {
                let mut conditions = self.chain(left, scope)?;
                conditions.extend(self.chain(right, scope)?);
                Ok(conditions)
            }
            Expression::Path(_) => match self.value(expression, scope)? {
                Value::Place(place) | Value::Safe(place) if scope.knows(&place) => Ok(Vec::new()),
                Value::Place(place) | Value::Safe(place) => {
                    let variable = format!("there{}", self.number());
                    let condition = format!("let Some({variable}) = {place}.found()");
                    scope.is_there(place, variable);
                    Ok(vec![condition])
                }
                _ => Ok(vec![self.truth(expression, scope)?]),
            },
            _ => Ok(vec![self.truth(expression, scope)?]),
        }
    }

    /// Whether an expression holds.
    pub(crate) fn truth(&mut self, expression: &Expression, scope: &Scope) -> Result<String, String> {
        match expression {
            Expression::Not(inner) => Ok(format!("!{}", self.truth(inner, scope)?)),
            Expression::And(..) => {
                let conditions = self.chain(expression, &mut scope.clone())?;
                Ok(under(&conditions, "true"))
            }
            Expression::Or(left, right) => {
                let first = self.truth(left, scope)?;
                let mut inner = scope.clone();
                // Behind `not a or`, there is an `a`.
                let given = match &**left {
                    Expression::Not(there) => self.chain(there, &mut inner)?,
                    _ => Vec::new(),
                };
                let second = self.truth(right, &inner)?;
                Ok(format!("({first} || {})", under(&given, &second)))
            }
            Expression::Compare(sign, left, right) => self.comparison(sign, left, right, scope),
            _ => match self.value(expression, scope)? {
                Value::Place(place) | Value::Safe(place) => Ok(format!("{place}.holds()")),
                Value::Flag(code) => Ok(format!("({code})")),
                Value::Text(text) => Ok((!text.is_empty()).to_string()),
                Value::Word(table, at) => Ok(format!("!around.{table}.plain({at}).is_empty()")),
            },
        }
    }

    fn comparison(
        &mut self,
        sign: &str,
        left: &Expression,
        right: &Expression,
        scope: &Scope,
    ) -> Result<String, String> {
        if sign == ">" {
            return Ok(format!("({} > {})", self.amount(left, scope)?, self.amount(right, scope)?));
        }
        let left = self.reference(left, scope)?;
        let same = match right {
            Expression::Text(text) => format!("is({left}, {text:?})"),
            _ => format!("same({left}, {})", self.reference(right, scope)?),
        };
        Ok(if sign == "!=" { format!("!{same}") } else { same })
    }

    fn amount(&mut self, expression: &Expression, scope: &Scope) -> Result<String, String> {
        match expression {
            Expression::Number(number) => Ok(number.clone()),
            Expression::Filter(of, name, arguments) if name == "length" && arguments.is_empty() => {
                Ok(format!("{}.items().len()", self.place(of, scope)?))
            }
            _ => Ok(format!("amount(&{})", self.place(expression, scope)?)),
        }
    }
}

/// Something that holds under conditions.
fn under(conditions: &[String], then: &str) -> String {
    if conditions.is_empty() {
        then.to_owned()
    } else {
        format!("(if {} {{ {then} }} else {{ false }})", conditions.join(" && "))
    }
}

//! Filters that take maps apart. The engine hands out the values of a map in an order that is another in each run, and the same
//! input shall make the same bytes: so these sort by key, and groups come in the order in which they are met.

use tera::{Kwargs, Map, State, Tera, TeraResult, Value};

pub(super) fn register(engine: &mut Tera) {
    engine.register_filter("pairs", |map: &Map, _: Kwargs, _: &State| -> Vec<Value> {
        sorted(map).into_iter().map(|(key, value)| record("key", key, "value", value)).collect()
    });
    engine.register_filter("keys", |map: &Map, _: Kwargs, _: &State| -> Vec<Value> {
        sorted(map).into_iter().map(|(key, _)| key).collect()
    });
    engine.register_filter("values", |map: &Map, _: Kwargs, _: &State| -> Vec<Value> {
        sorted(map).into_iter().map(|(_, value)| value).collect()
    });
    engine.register_filter(
        "group_by",
        |items: &[Value], arguments: Kwargs, _: &State| -> TeraResult<Vec<Value>> {
            let attribute = arguments.must_get::<&str>("attribute")?;
            groups(items, attribute)
        },
    );
}

fn sorted(map: &Map) -> Vec<(Value, Value)> {
    let mut pairs: Vec<_> = map.iter().collect();
    pairs.sort_by_key(|(key, _)| *key);
    pairs.into_iter().map(|(key, value)| (Value::from(key.clone()), value.clone())).collect()
}

/// The items by one of their parts. Those that do not have it are left out.
fn groups(items: &[Value], attribute: &str) -> TeraResult<Vec<Value>> {
    let mut groups: Vec<(Value, Vec<Value>)> = Vec::new();
    for (nth, item) in items.iter().enumerate() {
        let Some(key) = item.get_from_path(attribute) else {
            return Err(tera::Error::message(format!("item {nth} of the list has no `{attribute}`")));
        };
        match groups.iter_mut().find(|(known, _)| known == key) {
            _ if key.is_none() => {}
            Some((_, group)) => group.push(item.clone()),
            None => groups.push((key.clone(), vec![item.clone()])),
        }
    }
    Ok(groups.into_iter().map(|(key, items)| record("key", key, "items", Value::from(items))).collect())
}

/// A record of two parts.
fn record(one: &'static str, first: Value, other: &'static str, second: Value) -> Value {
    Value::from(Map::from_iter([(one.into(), first), (other.into(), second)]))
}

//! JSON Schemas (draft 2020-12) of every file of a project, for editors that complete and mark what
//! somebody writes.
//!
//! Keys, kinds of values and what is required are read off the types that read the files
//! (`shape.rs`). What an editor is told besides, in Swedish, and limits that the types cannot say,
//! stand here; Kompass itself finds every fault, and more of them.

mod limit;
mod shape;

use serde_json::{Map, Value, json};

use self::limit::{Limit, figures, limit};
use self::shape::{Field, Shape, shape};
use crate::format::accessibility::Statement;
use crate::format::change::Changes;
use crate::format::edition::Edition;
use crate::format::evaluation::Evaluation;
use crate::format::reference::References;
use crate::format::register::{Group, Municipality};
use crate::format::shape::Shape as Outline;
use crate::format::site::Settings;
use crate::format::synonym::Synonyms;
use crate::format::theme::Theme;
use crate::message::{Argument, Messages};
use crate::tree::Tree;

/// What ends the name of every schema.
pub const EXTENSION: &str = ".schema.json";

/// Every kind of file, with its shape. Of a table in a CSV file it is that of one row.
fn kinds() -> [(&'static str, Option<Shape>); 11] {
    [
        ("accessibility", shape::<Statement>()),
        ("changes", shape::<Changes>()),
        ("edition", shape::<Edition>()),
        ("evaluation", shape::<Evaluation>()),
        ("group", shape::<Group>()),
        ("municipality", shape::<Municipality>()),
        ("outline", shape::<Outline>()),
        ("references", shape::<References>()),
        ("site", shape::<Settings>()),
        ("synonyms", shape::<Synonyms>()),
        ("theme", shape::<Theme>()),
    ]
}

/// All schemas by the names of their files, such as `evaluation.schema.json`.
pub fn schemas() -> Tree {
    // A test reads the file, which is a part of the program.
    let words = Messages::read("sv", include_str!("sv.ftl")).unwrap_or_default();
    let mut tree = Tree::default();
    for (kind, shape) in kinds() {
        let Some(shape) = shape else { continue };
        let mut schema = Map::new();
        schema.insert("$schema".to_owned(), json!("https://json-schema.org/draft/2020-12/schema"));
        schema.insert("title".to_owned(), json!(words.format(kind, []).unwrap_or_default()));
        schema.extend(value(&shape, &[kind], &words));
        let text = serde_json::to_string_pretty(&schema).unwrap_or_default() + "\n";
        // Kinds differ.
        let taken = tree.insert(format!("{kind}{EXTENSION}"), text.into_bytes());
        debug_assert!(taken.is_ok(), "{taken:?}");
    }
    tree
}

/// The schema of a value; `path` are the kind of the file and the keys that lead to the value.
fn value(shape: &Shape, path: &[&str], words: &Messages) -> Map<String, Value> {
    let mut schema = match shape {
        Shape::Unknown => Map::new(),
        Shape::Text => text(path),
        Shape::Whole(highest) => object(json!({ "type": "integer", "minimum": 0, "maximum": highest })),
        Shape::Truth => object(json!({ "type": "boolean" })),
        Shape::Word(known) => object(json!({ "type": "string", "enum": known })),
        Shape::List(inner) => object(json!({ "type": "array", "items": value(inner, path, words) })),
        Shape::Map(inner) => {
            object(json!({ "type": "object", "additionalProperties": value(inner, path, words) }))
        }
        Shape::Fields(fields) => table(fields, path, words),
    };
    restrict(&mut schema, shape, limit(path));
    schema
}

fn text(path: &[&str]) -> Map<String, Value> {
    match figures(path) {
        Some(pattern) => object(json!({ "type": "string", "pattern": pattern })),
        None => object(json!({ "type": "string" })),
    }
}

fn object(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(map) => map,
        _ => Map::new(),
    }
}

fn table(fields: &[Field], path: &[&str], words: &Messages) -> Map<String, Value> {
    let properties: Map<_, _> = fields
        .iter()
        .map(|field| {
            let path = [path, &[field.name]].concat();
            let mut schema = value(&field.shape, &path, words);
            schema.insert("description".to_owned(), json!(description(&path, words)));
            (field.name.to_owned(), Value::Object(schema))
        })
        .collect();
    let required: Vec<_> = fields.iter().filter(|field| field.is_required).map(|field| field.name).collect();
    object(json!({
        "type": "object",
        "properties": properties,
        "required": required,
        // An unknown key is a fault.
        "additionalProperties": false,
    }))
}

/// What a key is for; where the same is said of it everywhere, by its own name alone.
fn description(path: &[&str], words: &Messages) -> String {
    let key = path.last().copied().unwrap_or_default();
    let own = words.format(&path.join("-"), Vec::<(&str, Argument<'_>)>::new());
    own.or_else(|_| words.format(&format!("any-{key}"), [])).unwrap_or_default()
}

/// Adds a limit, which is one of the value itself, or of what is in a list or a map.
fn restrict(schema: &mut Map<String, Value>, shape: &Shape, limit: Option<Limit>) {
    let Some(limit) = limit else { return };
    let inner = match (shape, limit) {
        (Shape::List(_), _) => schema.get_mut("items"),
        (Shape::Map(_), Limit::Keys(pattern)) => {
            schema.insert("propertyNames".to_owned(), json!({ "pattern": pattern }));
            return;
        }
        (Shape::Map(_), _) => schema.get_mut("additionalProperties"),
        _ => None,
    };
    let schema = match inner {
        Some(Value::Object(inner)) => inner,
        _ => schema,
    };
    let pairs = match limit {
        Limit::Only(value) => json!({ "const": value }),
        Limit::Range(lowest, highest) => json!({ "minimum": lowest, "maximum": highest }),
        Limit::Pattern(pattern) => json!({ "pattern": pattern }),
        Limit::Most(characters) => json!({ "maxLength": characters, "minLength": 1 }),
        Limit::Filled => json!({ "minLength": 1 }),
        Limit::Keys(_) => return,
    };
    schema.extend(object(pairs));
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::message::names;

    /// The paths of all keys of a value.
    fn keys(shape: &Shape, path: &[&'static str], found: &mut Vec<Vec<&'static str>>) {
        match shape {
            Shape::List(inner) | Shape::Map(inner) => keys(inner, path, found),
            Shape::Fields(fields) => {
                for field in fields {
                    let path = [path, &[field.name]].concat();
                    keys(&field.shape, &path, found);
                    found.push(path);
                }
            }
            _ => {}
        }
    }

    fn all_keys() -> Vec<Vec<&'static str>> {
        let mut found = Vec::new();
        for (kind, shape) in kinds() {
            keys(&shape.unwrap_or_else(|| panic!("{kind}")), &[kind], &mut found);
        }
        found
    }

    #[test]
    fn every_key_is_described_and_every_description_is_of_a_key() {
        let text = include_str!("sv.ftl");
        Messages::read("sv", text).unwrap();
        let known: BTreeSet<_> = names(text).map(|(name, _)| name.to_owned()).collect();
        let mut used: BTreeSet<_> = kinds().iter().map(|(kind, _)| (*kind).to_owned()).collect();
        for path in all_keys() {
            let (own, any) = (path.join("-"), format!("any-{}", path.last().unwrap()));
            let id = [own, any].into_iter().find(|id| known.contains(id));
            used.insert(id.unwrap_or_else(|| panic!("{path:?} is not described")));
        }
        assert_eq!(known, used);
    }

    #[test]
    fn every_limit_is_of_a_key() {
        let keys: BTreeSet<_> = all_keys().into_iter().map(|path| path.join("-")).collect();
        for name in limit::names() {
            assert!(keys.contains(name), "{name}");
        }
    }
}

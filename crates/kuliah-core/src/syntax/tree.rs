//! The syntax tree: JSON's data model with a place on every value and key.

use kuliah_source::Span;
use serde_json::{Map, Value};

use super::text_map::TextMap;

/// A parsed file.
#[derive(Debug, Clone, PartialEq)]
pub struct Tree {
    /// The outermost value.
    pub root: Node,
}

/// A value in the tree.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// What it is.
    pub data: Data,
    /// Where it is written.
    pub span: Span,
}

/// The kinds of value.
#[derive(Debug, Clone, PartialEq)]
pub enum Data {
    /// `null`, or a key with nothing behind it.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A whole number.
    Int(i64),
    /// Any other number; finite.
    Float(f64),
    /// Text.
    Str(Text),
    /// A list.
    Seq(Vec<Node>),
    /// A mapping in source order; duplicate keys are kept.
    Map(Vec<(Key, Node)>),
}

/// A text, unescaped, and where its parts were written.
#[derive(Debug, Clone, PartialEq)]
pub struct Text {
    /// The text itself.
    pub value: String,
    /// How it was written.
    pub style: Style,
    /// Where its parts were written.
    pub map: TextMap,
}

/// How a text was written.
#[derive(Debug, Copy, Clone, Eq, PartialEq)]
pub enum Style {
    /// Without quotes.
    Plain,
    /// In quotes, as a block scalar, or in Markdown.
    Quoted,
}

/// A mapping's key.
#[derive(Debug, Clone, PartialEq)]
pub struct Key {
    /// The key's text.
    pub name: String,
    /// Where it is written.
    pub span: Span,
}

impl Key {
    /// Makes a key.
    pub fn new(name: impl Into<String>, span: Span) -> Self {
        Self {
            name: name.into(),
            span,
        }
    }
}

impl Node {
    /// Makes a value.
    pub fn new(data: Data, span: Span) -> Self {
        Self { data, span }
    }

    /// Makes a text that stands in the source as it is.
    pub fn text(value: impl Into<String>, span: Span) -> Self {
        let map = TextMap::at(span.start());
        Self::mapped(value, map, span)
    }

    /// Makes a text with a map to its parts.
    pub fn mapped(value: impl Into<String>, map: TextMap, span: Span) -> Self {
        let text = Text {
            value: value.into(),
            style: Style::Quoted,
            map,
        };
        Self::new(Data::Str(text), span)
    }

    /// Makes a mapping with one entry, keyed at the value's place.
    pub fn tagged(name: &str, node: Self) -> Self {
        let span = node.span;
        Self::new(Data::Map(vec![(Key::new(name, span), node)]), span)
    }

    /// The entry of a mapping; of duplicate keys the first.
    pub fn get(&self, name: &str) -> Option<(&Key, &Self)> {
        match &self.data {
            Data::Map(entries) => entries
                .iter()
                .find(|(key, _)| key.name == name)
                .map(|(key, node)| (key, node)),
            _ => None,
        }
    }

    /// The value of a mapping's entry, to be changed.
    pub fn get_mut(&mut self, name: &str) -> Option<&mut Self> {
        match &mut self.data {
            Data::Map(entries) => entries
                .iter_mut()
                .find(|(key, _)| key.name == name)
                .map(|(_, node)| node),
            _ => None,
        }
    }

    /// The items of a list; none for anything else.
    pub fn items(&self) -> &[Self] {
        match &self.data {
            Data::Seq(items) => items,
            _ => &[],
        }
    }

    /// The items of a list, to be changed; none for anything else.
    pub fn items_mut(&mut self) -> &mut [Self] {
        match &mut self.data {
            Data::Seq(items) => items,
            _ => &mut [],
        }
    }

    /// The text, if it is one.
    pub fn as_str(&self) -> Option<&str> {
        match &self.data {
            Data::Str(text) => Some(&text.value),
            _ => None,
        }
    }

    /// The value a JSON pointer (RFC 6901) leads to, and the key it stands under.
    pub fn at(&self, pointer: &str) -> Option<(Option<&Key>, &Self)> {
        let mut here = (None, self);
        for part in pointer.split('/').skip(1) {
            let part = part.replace("~1", "/").replace("~0", "~");
            here = match &here.1.data {
                Data::Seq(items) => (None, items.get(part.parse::<usize>().ok()?)?),
                Data::Map(_) => {
                    let (key, node) = here.1.get(&part)?;
                    (Some(key), node)
                }
                _ => return None,
            };
        }
        Some(here)
    }

    /// The value without places; of duplicate keys the first.
    pub fn to_value(&self) -> Value {
        match &self.data {
            Data::Null => Value::Null,
            Data::Bool(value) => Value::Bool(*value),
            Data::Int(value) => Value::from(*value),
            Data::Float(value) => Value::from(*value),
            Data::Str(text) => Value::String(text.value.clone()),
            Data::Seq(items) => items.iter().map(Self::to_value).collect(),
            Data::Map(entries) => {
                let mut map = Map::new();
                for (key, node) in entries {
                    if !map.contains_key(&key.name) {
                        map.insert(key.name.clone(), node.to_value());
                    }
                }
                Value::Object(map)
            }
        }
    }

    /// Makes a tree of a plain value, every part of it at one place.
    pub fn from_value(value: &Value, span: Span) -> Self {
        let data = match value {
            Value::Null => Data::Null,
            Value::Bool(value) => Data::Bool(*value),
            Value::Number(number) => number
                .as_i64()
                .map_or_else(|| Data::Float(number.as_f64().unwrap_or(0.0)), Data::Int),
            Value::String(text) => {
                return Self::mapped(text.clone(), TextMap::default(), span);
            }
            Value::Array(items) => {
                Data::Seq(items.iter().map(|it| Self::from_value(it, span)).collect())
            }
            Value::Object(map) => Data::Map(
                map.iter()
                    .map(|(name, it)| (Key::new(name, span), Self::from_value(it, span)))
                    .collect(),
            ),
        };
        Self::new(data, span)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn pointers_lead_to_values_and_their_keys() {
        let value = json!({ "a/b": [{ "c~": 1 }] });
        let node = Node::from_value(&value, Span::DETACHED);
        let (key, found) = node.at("/a~1b/0/c~0").expect("there");
        assert_eq!(key.map(|it| it.name.as_str()), Some("c~"));
        assert_eq!(found.data, Data::Int(1));
        assert!(node.at("/a~1b/1").is_none());
        let (_, list) = node.get("a/b").expect("there");
        assert_eq!((list.items().len(), node.items().len()), (1, 0));
        assert_eq!(node.to_value(), value);
    }
}

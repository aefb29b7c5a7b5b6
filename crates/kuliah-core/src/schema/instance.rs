//! The tree as the validator reads it: in place, without a copy of it.

use std::borrow::Cow;

use jsonschema::JsonType;
use jsonschema::json::{self, Array, Json, NodeIdentity, Object, cmp};
use kuliah_source::Span;
use serde_json::{Number, Value};

use crate::syntax::{Data, Key, Node};

/// Trees among the sorts of JSON that the validator knows.
pub(super) struct TreeJson;

impl Json for TreeJson {
    type Node<'a> = &'a Node;
    type PreparedKey = String;
    type StringBuffer = Option<Node>;

    const KEYS_PER_LOOKUP: usize = 2;
    const ACYCLIC: bool = true;

    fn prepare_key(key: &str) -> String {
        key.to_owned()
    }

    fn with_string_node<T>(
        buffer: &mut Option<Node>,
        text: &str,
        with: impl FnOnce(&Node) -> T,
    ) -> T {
        with(buffer.insert(Node::text(text, Span::DETACHED)))
    }
}

impl<'a> json::Node<'a, TreeJson> for &'a Node {
    type Object = &'a [(Key, Node)];
    type Array = &'a [Node];
    type Number = Number;

    fn as_object(&self) -> Option<Self::Object> {
        match &self.data {
            Data::Map(entries) => Some(entries),
            _ => None,
        }
    }

    fn as_array(&self) -> Option<Self::Array> {
        match &self.data {
            Data::Seq(items) => Some(items),
            _ => None,
        }
    }

    fn as_string(&self) -> Option<Cow<'a, str>> {
        self.as_str().map(Cow::Borrowed)
    }

    fn as_number(&self) -> Option<Number> {
        match self.data {
            Data::Int(number) => Some(Number::from(number)),
            Data::Float(number) => Number::from_f64(number),
            _ => None,
        }
    }

    fn as_boolean(&self) -> Option<bool> {
        match self.data {
            Data::Bool(value) => Some(value),
            _ => None,
        }
    }

    fn is_null(&self) -> bool {
        self.data == Data::Null
    }

    fn json_type(&self) -> JsonType {
        json_type(self)
    }

    fn equals_value(&self, expected: &Value) -> bool {
        match (&self.data, expected) {
            (Data::Str(text), Value::String(expected)) => text.value == *expected,
            _ => cmp::equal(&Node::to_value(self), expected),
        }
    }

    /// What an error shows of the value, which nobody looks at: the tree knows its place too.
    fn to_value(&self) -> Cow<'a, Value> {
        Cow::Owned(Value::Null)
    }

    fn identity(&self) -> Option<NodeIdentity> {
        Some(NodeIdentity::new(std::ptr::from_ref::<Node>(self).addr()))
    }
}

impl<'a> Object<'a, TreeJson> for &'a [(Key, Node)] {
    type Node = &'a Node;
    type MemberName = &'a str;
    type MembersIter = Members<'a>;

    fn len(&self) -> usize {
        <[(Key, Node)]>::len(self)
    }

    fn get(&self, name: &String) -> Option<&'a Node> {
        let mut entries = self.iter();
        entries.find_map(|(key, node)| (key.name == *name).then_some(node))
    }

    fn members(&self) -> Members<'a> {
        Members(self.iter())
    }
}

/// The entries of a mapping; duplicate keys are reported by the front ends.
pub(super) struct Members<'a>(std::slice::Iter<'a, (Key, Node)>);

impl<'a> Iterator for Members<'a> {
    type Item = (&'a str, &'a Node);

    fn next(&mut self) -> Option<Self::Item> {
        self.0.next().map(|(key, node)| (key.name.as_str(), node))
    }
}

impl<'a> Array<'a, TreeJson> for &'a [Node] {
    type Node = &'a Node;
    type ElementsIter = std::slice::Iter<'a, Node>;

    fn len(&self) -> usize {
        <[Node]>::len(self)
    }

    fn elements(&self) -> Self::ElementsIter {
        self.iter()
    }

    fn is_unique(&self) -> bool {
        let values: Vec<_> = self.iter().map(Node::to_value).collect();
        json::unique::is_unique(&values)
    }
}

/// The type of a value; that a number is whole is no type of its own.
pub(super) fn json_type(node: &Node) -> JsonType {
    match node.data {
        Data::Null => JsonType::Null,
        Data::Bool(_) => JsonType::Boolean,
        Data::Int(_) | Data::Float(_) => JsonType::Number,
        Data::Str(_) => JsonType::String,
        Data::Seq(_) => JsonType::Array,
        Data::Map(_) => JsonType::Object,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    /// A tree is held against a schema as the value it stands for.
    #[test]
    fn trees_are_judged_as_their_values() {
        let schema = json!({
            "properties": {
                "name": { "type": "string", "minLength": 2, "maxLength": 3, "pattern": "^é" },
                "kind": { "enum": ["a", 1, null, [1]] },
                "fixed": { "const": { "b": [true] } },
                "whole": { "type": "integer", "minimum": 1, "maximum": 3 },
                "number": { "type": "number", "multipleOf": 0.5 },
                "flag": { "type": ["boolean", "null"] },
                "items": { "type": "array", "minItems": 1, "maxItems": 2, "uniqueItems": true },
            },
            "required": ["name"],
            "propertyNames": { "maxLength": 6 },
            "additionalProperties": false,
        });
        let options = || jsonschema::draft202012::options();
        let of_values = options().build(&schema).expect("a schema");
        let of_trees = jsonschema::options_for::<TreeJson>().build(&schema);
        let of_trees = of_trees.expect("a schema");
        let good = json!({
            "name": "éa", "kind": [1], "fixed": { "b": [true] }, "whole": 3, "number": 1.5,
            "flag": null, "items": [1, [2]],
        });
        let others = [
            ("name", json!("é")),
            ("name", json!("éabc")),
            ("name", json!("ea")),
            ("name", json!(7)),
            ("kind", json!("b")),
            ("kind", json!(1.0)),
            ("kind", json!({})),
            ("fixed", json!({ "b": [false] })),
            ("whole", json!(0)),
            ("whole", json!(2.5)),
            ("whole", json!("2")),
            ("number", json!(1.25)),
            ("number", json!(-2)),
            ("flag", json!(false)),
            ("flag", json!([])),
            ("items", json!([])),
            ("items", json!([[2], [2]])),
            ("items", json!([1, 2, 3])),
            ("extra", json!(1)),
            ("much-too-long", json!(1)),
        ];
        let mut instances = vec![good.clone(), json!({}), json!([]), json!("x")];
        for (name, value) in others {
            let mut changed = good.clone();
            if let Some(object) = changed.as_object_mut() {
                object.insert(name.to_owned(), value);
            }
            instances.push(changed);
        }
        let mut broken = 0;
        for instance in instances {
            let tree = Node::from_value(&instance, Span::DETACHED);
            let places = |it: jsonschema::ValidationError<'_>| {
                (it.instance_path().to_string(), it.schema_path().to_string())
            };
            let expected: Vec<_> = of_values.iter_errors(&instance).map(places).collect();
            let found: Vec<_> = of_trees.iter_errors(&tree).map(places).collect();
            assert_eq!(found, expected, "{instance}");
            assert_eq!(of_trees.is_valid(&tree), expected.is_empty());
            broken += usize::from(!expected.is_empty());
        }
        assert!(broken > 12, "{broken}");
    }
}

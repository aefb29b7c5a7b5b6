//! Which node of the course a block came from.

use std::fmt;

/// A node of the course: a JSON pointer (RFC 6901) into the canonical JSON of the copy.
///
/// `/sections/0/roles/2/content/3` is the fourth block of the third role of the first section. A
/// file that was edited elsewhere can be mapped to its course by it.
#[derive(Debug, Clone, Default, Eq, PartialEq, Ord, PartialOrd, Hash)]
pub struct NodePath(String);

impl NodePath {
    /// The course itself.
    pub fn root() -> Self {
        Self::default()
    }

    /// What stands under a key of this node.
    #[must_use]
    pub fn key(&self, name: &str) -> Self {
        let name = name.replace('~', "~0").replace('/', "~1");
        Self(format!("{}/{name}", self.0))
    }

    /// An item of this node, from 0.
    #[must_use]
    pub fn item(&self, index: usize) -> Self {
        Self(format!("{}/{index}", self.0))
    }

    /// The pointer: empty for the course itself, else it begins with `/`.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for NodePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_a_json_pointer() {
        let path = NodePath::root().key("sections").item(0).key("a/b~c");
        assert_eq!(path.as_str(), "/sections/0/a~1b~0c");
        let value = serde_json::json!({"sections": [{"a/b~c": true}]});
        assert_eq!(value.pointer(path.as_str()), Some(&true.into()));
    }
}

//! The files of one run.

use crate::{FileId, LineColumn, LineIndex, Span};

/// A file as it was read.
#[derive(Debug, Clone)]
pub struct SourceFile {
    name: String,
    text: String,
    lines: LineIndex,
}

impl SourceFile {
    /// The name the file was given by, for people.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The text, byte for byte.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where its lines begin.
    pub fn lines(&self) -> &LineIndex {
        &self.lines
    }

    /// The line and column of a byte offset.
    pub fn locate(&self, offset: usize) -> LineColumn {
        self.lines.locate(&self.text, offset)
    }
}

/// The files that spans point into, in the order they were added.
#[derive(Debug, Clone, Default)]
pub struct SourceMap {
    files: Vec<SourceFile>,
}

impl SourceMap {
    /// An empty map.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a file.
    pub fn add(&mut self, name: impl Into<String>, text: impl Into<String>) -> FileId {
        let text = text.into();
        let id = FileId::new(u32::try_from(self.files.len()).unwrap_or(u32::MAX));
        self.files.push(SourceFile {
            name: name.into(),
            lines: LineIndex::new(&text),
            text,
        });
        id
    }

    /// A file by its id.
    pub fn file(&self, id: FileId) -> Option<&SourceFile> {
        self.files.get(id.index())
    }

    /// Every file, in the order added.
    pub fn files(&self) -> impl Iterator<Item = (FileId, &SourceFile)> {
        self.files
            .iter()
            .enumerate()
            .map(|(at, file)| (FileId::new(u32::try_from(at).unwrap_or(u32::MAX)), file))
    }

    /// The file a span points into; `None` when it is detached.
    pub fn file_of(&self, span: Span) -> Option<&SourceFile> {
        self.file(span.file()?)
    }

    /// The text a span covers; `None` when it is detached or out of range.
    pub fn text_of(&self, span: Span) -> Option<&str> {
        self.file_of(span)?.text.get(span.range()?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_gives_back_its_text() {
        let mut map = SourceMap::new();
        map.add("a.md", "satu");
        let b = map.add("b.md", "dua tiga");
        assert_eq!(map.text_of(Span::new(b, 4..8)), Some("tiga"));
        assert_eq!(map.text_of(Span::new(b, 4..80)), None);
        assert_eq!(map.text_of(Span::DETACHED), None);
    }
}

//! Spans as places that people and programs can find.

use std::path::Path;

use kuliah::{LineColumn, SourceFile, SourceMap, Span};

/// The files of one course, by the names that they are shown with.
#[derive(Debug)]
pub(crate) struct Sources<'a> {
    map: &'a SourceMap,
    root: &'a Path,
}

/// A place in a file of the course.
#[derive(Debug)]
pub(crate) struct Place<'a> {
    /// The file.
    pub(crate) file: &'a SourceFile,
    /// Its path as people would type it, not yet escaped.
    pub(crate) path: String,
    /// Offset of the first byte.
    pub(crate) start: usize,
    /// Offset behind the last byte.
    pub(crate) end: usize,
    /// Line and column of the first character.
    pub(crate) from: LineColumn,
    /// Line and column behind the last character.
    pub(crate) to: LineColumn,
}

impl<'a> Sources<'a> {
    /// The files of a course; `root` is the folder that the paths in the course count from.
    pub(crate) fn new(map: &'a SourceMap, root: &'a Path) -> Self {
        Self { map, root }
    }

    /// The place of a span; `None` when it is detached.
    pub(crate) fn place(&self, span: Span) -> Option<Place<'a>> {
        let id = span.file()?;
        let file = self.map.file(id)?;
        // The course itself is the first file; the others were named in it.
        let path = if id.index() == 0 {
            file.name().to_owned()
        } else {
            self.root.join(file.name()).display().to_string()
        };
        let start = span.start().min(file.text().len());
        let end = span.end().clamp(start, file.text().len());
        Some(Place {
            file,
            path,
            start,
            end,
            from: file.locate(start),
            to: file.locate(end),
        })
    }

    /// The name of the course file.
    pub(crate) fn course(&self) -> &'a str {
        self.map.files().next().map_or("", |(_, file)| file.name())
    }
}

impl Place<'_> {
    /// `path:line:column`, not yet escaped.
    pub(crate) fn shown(&self) -> String {
        format!("{}:{}:{}", self.path, self.from.line, self.from.column)
    }
}

#[cfg(test)]
mod tests {
    use kuliah::FileId;

    use super::*;

    #[test]
    fn files_named_in_a_course_are_shown_below_its_folder() {
        let mut map = SourceMap::new();
        let course = map.add("bab/course.md", "satu\ndua");
        let refs = map.add("refs.bib", "@book{}");
        let sources = Sources::new(&map, Path::new("bab"));
        let place = sources.place(Span::new(course, 5..8)).expect("a place");
        assert_eq!(place.shown(), "bab/course.md:2:1");
        assert_eq!(place.to.column, 4);
        let place = sources.place(Span::new(refs, 1..5)).expect("a place");
        assert_eq!(place.shown(), "bab/refs.bib:1:2");
        assert_eq!(sources.course(), "bab/course.md");
    }

    #[test]
    fn a_span_out_of_range_is_cut_to_the_file() {
        let mut map = SourceMap::new();
        map.add("a.md", "satu");
        let sources = Sources::new(&map, Path::new(""));
        let place = sources.place(Span::new(FileId::FIRST, 90..99));
        let place = place.expect("a place");
        assert_eq!((place.start, place.end), (4, 4));
        assert!(sources.place(Span::DETACHED).is_none());
    }
}

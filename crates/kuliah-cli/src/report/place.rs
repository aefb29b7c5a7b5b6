//! Spans as places that people and programs can find.

use std::path::{Component, Path, PathBuf};

use kuliah::check::{Locale, catalogue};
use kuliah::{FileId, LineColumn, Message, SourceFile, SourceMap, Span};

/// The files of one course, by the names that they are shown with, and the language that is
/// spoken about it.
#[derive(Debug)]
pub(crate) struct Sources<'a> {
    map: &'a SourceMap,
    root: &'a Path,
    here: &'a Path,
    locale: Locale,
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
        Self {
            map,
            root,
            here: Path::new(""),
            locale: Locale::default(),
        }
    }

    /// The same files, seen from a folder, which is absolute.
    pub(crate) fn seen_from(mut self, here: &'a Path) -> Self {
        self.here = here;
        self
    }

    /// The same files, spoken about in a language.
    pub(crate) fn spoken_about_in(mut self, locale: Locale) -> Self {
        self.locale = locale;
        self
    }

    /// The language of the report.
    pub(crate) fn locale(&self) -> Locale {
        self.locale
    }

    /// Says a message in the language of the report.
    pub(crate) fn say(&self, message: &Message) -> String {
        message.render(catalogue(self.locale))
    }

    /// A path from the current folder, with `/` between names; as it is when it lies elsewhere.
    pub(crate) fn seen(&self, path: &str) -> String {
        let path = Path::new(path);
        let path = path.strip_prefix(self.here).unwrap_or(path);
        let mut out = PathBuf::new();
        for part in path.components() {
            let leads_up = part == Component::ParentDir;
            match out.components().next_back() {
                _ if part == Component::CurDir => {}
                Some(Component::Normal(_)) if leads_up => {
                    out.pop();
                }
                _ => out.push(part),
            }
        }
        out.display().to_string().replace('\\', "/")
    }

    /// The text that a span points at; none when it is detached.
    pub(crate) fn covered(&self, span: Span) -> &'a str {
        self.map.text_of(span).unwrap_or_default()
    }

    /// The place of a span; `None` when it is detached.
    pub(crate) fn place(&self, span: Span) -> Option<Place<'a>> {
        let id = span.file()?;
        let file = self.map.file(id)?;
        let path = self.path(id, file);
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

    /// The path of a file: the course itself is the first, and the others were named in it.
    fn path(&self, id: FileId, file: &SourceFile) -> String {
        if id.index() == 0 {
            file.name().to_owned()
        } else {
            self.root.join(file.name()).display().to_string()
        }
    }

    /// Every file, seen from the current folder.
    pub(crate) fn files(&self) -> impl Iterator<Item = String> {
        self.map
            .files()
            .map(|(id, file)| self.seen(&self.path(id, file)))
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
    fn paths_are_seen_from_the_current_folder() {
        let map = SourceMap::new();
        let sources = Sources::new(&map, Path::new("")).seen_from(Path::new("/kerja/kuliah"));
        for (path, expected) in [
            ("bab/course.md", "bab/course.md"),
            ("./bab//a/../course.md", "bab/course.md"),
            ("/kerja/kuliah/bab/course.md", "bab/course.md"),
            ("/lain/course.md", "/lain/course.md"),
            ("../course.md", "../course.md"),
        ] {
            assert_eq!(sources.seen(path), expected);
        }
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

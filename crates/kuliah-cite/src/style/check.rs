//! The text of a `.csl` file into a style that can be used without harm.
//!
//! 1. The XML is read once for its form: well formed, not too large, not too deep.
//! 2. `citationberg` reads what it means.
//! 3. Macros must end: none calls itself, and together they stay small when written out.

use std::collections::BTreeMap;
use std::fmt;
use std::ops::Range;

use citationberg::{
    IndependentStyle, LayoutRenderingElement, NamesChild, SortKey, Style, TextTarget, XmlDeError,
};
use quick_xml::Reader;
use quick_xml::events::Event;

/// The largest `.csl` file that is read, in bytes; four times the longest style there is.
pub const MAX_STYLE_BYTES: usize = 1 << 20;
/// The deepest nesting of XML elements.
const MAX_DEPTH: usize = 64;
/// The most elements that a style may have once its macros are written out, of each choice the
/// largest branch.
const MAX_ELEMENTS: u64 = 200_000;

/// Why the text of a `.csl` file is no style that can be used.
#[derive(Debug, Clone, Eq, PartialEq)]
#[non_exhaustive]
pub enum StyleError {
    /// Longer than [`MAX_STYLE_BYTES`].
    TooLarge,
    /// No well-formed XML.
    Broken {
        /// The bytes where it breaks.
        span: Range<usize>,
        /// What is wrong, as the XML reader says.
        detail: String,
    },
    /// Elements nested too deeply.
    TooDeep {
        /// The bytes of the first element that is too deep.
        span: Range<usize>,
    },
    /// A dependent style: it only names another one.
    Dependent {
        /// The address of the other one.
        parent: String,
    },
    /// XML of another kind, such as a web page or the words of a language.
    OtherKind {
        /// The name of its outermost element.
        root: String,
    },
    /// A style without a part that every style has.
    Lacks {
        /// The name of the part.
        part: &'static str,
    },
    /// A style with something in it that CSL does not know.
    Unknown {
        /// The element that it is in.
        part: String,
    },
    /// A macro that calls itself.
    Endless {
        /// Its name.
        name: String,
    },
    /// A call of a macro that the style does not have.
    NoMacro {
        /// The name that is called.
        name: String,
    },
    /// Macros that call others so often that no computer comes to the end.
    TooMuch,
}

impl StyleError {
    /// The bytes of the file it is about; the first byte where it is about the whole.
    pub fn span(&self) -> Range<usize> {
        match self {
            Self::Broken { span, .. } | Self::TooDeep { span } => span.clone(),
            _ => 0..0,
        }
    }
}

impl fmt::Display for StyleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLarge => write!(f, "it is larger than {MAX_STYLE_BYTES} bytes"),
            Self::Broken { detail, .. } => write!(f, "it is no XML: {detail}"),
            Self::TooDeep { .. } => f.write_str("its elements are nested too deeply"),
            Self::Dependent { parent } => {
                write!(f, "it only points to another style, `{parent}`")
            }
            Self::OtherKind { root } => {
                write!(
                    f,
                    "it is no CSL style: its outermost element is `{root}`, not `style`"
                )
            }
            Self::Lacks { part } => write!(f, "its part `{part}` is missing"),
            Self::Unknown { part } => {
                write!(
                    f,
                    "it has something that CSL does not know in its part `{part}`"
                )
            }
            Self::Endless { name } => write!(f, "its macro `{name}` calls itself"),
            Self::NoMacro { name } => write!(f, "it calls a macro `{name}` that it does not have"),
            Self::TooMuch => f.write_str("its macros call each other too often"),
        }
    }
}

impl std::error::Error for StyleError {}

/// Reads and checks a style.
pub(super) fn read(text: &str) -> Result<IndependentStyle, StyleError> {
    if text.len() > MAX_STYLE_BYTES {
        return Err(StyleError::TooLarge);
    }
    let outline = outline(text)?;
    if outline.root != "style" {
        return Err(StyleError::OtherKind { root: outline.root });
    }
    let style = Style::from_xml(text).map_err(|error| outline.fault(&error))?;
    match style {
        Style::Dependent(dependent) => Err(StyleError::Dependent {
            parent: dependent.parent_link.href,
        }),
        Style::Independent(style) => {
            Expansion::new(&style).check()?;
            Ok(style)
        }
    }
}

/// The outermost element of a file, and the names of those right in it.
#[derive(Debug, Default)]
struct Outline {
    root: String,
    parts: Vec<String>,
}

impl Outline {
    /// What the reader of styles stumbled over.
    fn fault(&self, error: &XmlDeError) -> StyleError {
        let missing = |part: &&str| !self.parts.iter().any(|it| it == part);
        if let Some(part) = ["info", "citation"].into_iter().find(missing) {
            return StyleError::Lacks { part };
        }
        // The path of the reader, such as `macro[2].$value[0]`: its first step is an element.
        let path = error.path.as_ref().map(ToString::to_string);
        let path = path.unwrap_or_default();
        let part = path.split(['.', '[']).next().unwrap_or_default();
        let part = if part.is_empty() { "style" } else { part };
        StyleError::Unknown {
            part: part.to_owned(),
        }
    }
}

/// Reads a file for its form.
fn outline(text: &str) -> Result<Outline, StyleError> {
    let mut outline = Outline::default();
    let mut reader = Reader::from_str(text);
    let mut depth = 0_usize;
    let mut elements = 0_usize;
    loop {
        let start = usize::try_from(reader.buffer_position()).unwrap_or_default();
        let event = reader.read_event().map_err(|error| {
            let at = usize::try_from(reader.error_position()).unwrap_or(start);
            StyleError::Broken {
                span: at..text.len().min(at + 1),
                detail: error.to_string(),
            }
        })?;
        match event {
            Event::Start(element) => {
                let name = String::from_utf8_lossy(element.local_name().as_ref()).into_owned();
                match depth {
                    0 => outline.root = name,
                    1 => outline.parts.push(name),
                    _ => {}
                }
                depth += 1;
                elements += 1;
                if depth > MAX_DEPTH {
                    let end = usize::try_from(reader.buffer_position()).unwrap_or(start);
                    return Err(StyleError::TooDeep { span: start..end });
                }
            }
            Event::End(_) => depth = depth.saturating_sub(1),
            Event::Eof if depth > 0 || elements == 0 => {
                return Err(StyleError::Broken {
                    span: text.len().saturating_sub(1)..text.len(),
                    detail: "the end comes too early".to_owned(),
                });
            }
            Event::Eof => return Ok(outline),
            _ => {}
        }
    }
}

/// How many elements a style has at most once its macros are written out and its choices made.
struct Expansion<'a> {
    style: &'a IndependentStyle,
    macros: BTreeMap<&'a str, &'a [LayoutRenderingElement]>,
    /// Of each macro; `None` while it is counted.
    sizes: BTreeMap<&'a str, Option<u64>>,
}

impl<'a> Expansion<'a> {
    fn new(style: &'a IndependentStyle) -> Self {
        let macros = style.macros.iter();
        Self {
            style,
            macros: macros
                .map(|it| (it.name.as_str(), it.children.as_slice()))
                .collect(),
            sizes: BTreeMap::new(),
        }
    }

    fn check(mut self) -> Result<(), StyleError> {
        let style = self.style;
        let mut total = self.all(&style.citation.layout.elements)?;
        let mut sorts: Vec<_> = style.citation.sort.iter().collect();
        if let Some(list) = &style.bibliography {
            total = total.saturating_add(self.all(&list.layout.elements)?);
            sorts.extend(&list.sort);
        }
        for key in sorts.iter().flat_map(|sort| &sort.keys) {
            if let SortKey::MacroName { name, .. } = key {
                total = total.saturating_add(self.named(name)?);
            }
        }
        if total > MAX_ELEMENTS {
            return Err(StyleError::TooMuch);
        }
        Ok(())
    }

    fn all(&mut self, elements: &'a [LayoutRenderingElement]) -> Result<u64, StyleError> {
        let mut sum = 0_u64;
        for element in elements {
            sum = sum.saturating_add(1).saturating_add(self.one(element)?);
        }
        Ok(sum)
    }

    fn one(&mut self, element: &'a LayoutRenderingElement) -> Result<u64, StyleError> {
        match element {
            LayoutRenderingElement::Text(text) => match &text.target {
                TextTarget::Macro { name } => self.named(name),
                _ => Ok(0),
            },
            LayoutRenderingElement::Group(group) => self.all(&group.children),
            LayoutRenderingElement::Choose(choose) => {
                // One branch is taken; the others are cut away before anything is rendered.
                let mut largest = 0_u64;
                let branches = choose.branches().map(|it| it.children.as_slice());
                let other = choose.otherwise.iter().map(|it| it.children.as_slice());
                for children in branches.chain(other) {
                    largest = largest.max(self.all(children)?);
                }
                Ok(largest)
            }
            LayoutRenderingElement::Names(names) => {
                let mut sum = 0_u64;
                for child in &names.children {
                    if let NamesChild::Substitute(substitute) = child {
                        sum = sum.saturating_add(self.all(&substitute.children)?);
                    }
                }
                Ok(sum)
            }
            LayoutRenderingElement::Number(_)
            | LayoutRenderingElement::Label(_)
            | LayoutRenderingElement::Date(_) => Ok(0),
        }
    }

    fn named(&mut self, name: &str) -> Result<u64, StyleError> {
        let Some((name, children)) = self.macros.get_key_value(name).map(|(a, b)| (*a, *b)) else {
            return Err(StyleError::NoMacro {
                name: name.to_owned(),
            });
        };
        match self.sizes.get(name) {
            Some(Some(size)) => return Ok(*size),
            Some(None) => {
                return Err(StyleError::Endless {
                    name: name.to_owned(),
                });
            }
            None => {}
        }
        self.sizes.insert(name, None);
        let size = self.all(children)?;
        self.sizes.insert(name, Some(size));
        Ok(size)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A style with these macros, and a citation that calls `a`.
    fn style(macros: &str) -> String {
        format!(
            "<style xmlns=\"http://purl.org/net/xbiblio/csl\" class=\"in-text\" version=\"1.0\">\
             <info><title>T</title><id>t</id><updated>2020-01-01T00:00:00+00:00</updated></info>\
             {macros}<citation><layout><text macro=\"a\"/></layout></citation></style>"
        )
    }

    #[test]
    fn a_small_style_is_read() {
        let text = style("<macro name=\"a\"><text variable=\"title\"/></macro>");
        assert_eq!(read(&text).map(|it| it.macros.len()), Ok(1));
    }

    #[test]
    fn broken_xml_is_told_at_its_place() {
        let text = style("<macro name=\"a\"><text variable=\"title\"></macro>");
        let error = read(&text).expect_err("broken");
        assert!(matches!(error, StyleError::Broken { .. }), "{error:?}");
        assert!(
            text.get(error.span().start..)
                .is_some_and(|it| it.starts_with("</macro>")),
            "{error:?}"
        );
        assert!(matches!(read("<style>"), Err(StyleError::Broken { .. })));
        assert!(matches!(read(""), Err(StyleError::Broken { .. })));
        assert!(matches!(read("<a/>"), Err(StyleError::Broken { .. })));
    }

    #[test]
    fn a_file_that_is_no_style_is_told_apart_from_a_style_with_a_fault() {
        let root = |root: &str| StyleError::OtherKind {
            root: root.to_owned(),
        };
        assert_eq!(read("<html><body/></html>"), Err(root("html")));
        assert_eq!(
            read("<locale><terms></terms></locale>"),
            Err(root("locale"))
        );
        let whole = style("<macro name=\"a\"><text variable=\"title\"/></macro>");
        let cut = whole.replace(
            "<citation><layout><text macro=\"a\"/></layout></citation>",
            "",
        );
        assert_eq!(read(&cut), Err(StyleError::Lacks { part: "citation" }));
        let odd = whole.replace("<text variable=\"title\"/>", "<sing/>");
        let Err(StyleError::Unknown { part }) = read(&odd) else {
            panic!("{:?}", read(&odd));
        };
        assert_eq!(part, "macro");
        for text in [cut, odd] {
            let words = read(&text).expect_err("a fault").to_string();
            assert!(!words.contains("erial"), "{words}");
        }
    }

    #[test]
    fn a_dependent_style_names_its_parent() {
        let text = "<style xmlns=\"http://purl.org/net/xbiblio/csl\" version=\"1.0\"><info>\
            <title>T</title><id>t</id><link href=\"http://www.zotero.org/styles/apa\" \
            rel=\"independent-parent\"/><updated>2020-01-01T00:00:00+00:00</updated></info></style>";
        let parent = "http://www.zotero.org/styles/apa".to_owned();
        assert_eq!(read(text), Err(StyleError::Dependent { parent }));
    }

    #[test]
    fn shipped_styles_pass_as_files_too() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/data/styles");
        let mut count = 0;
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            let text = std::fs::read_to_string(&path).expect("text");
            assert_eq!(read(&text).err(), None, "{}", path.display());
            count += 1;
        }
        assert_eq!(count, 8);
    }

    #[test]
    fn a_macro_that_is_not_there_is_named() {
        let missing = StyleError::NoMacro {
            name: "a".to_owned(),
        };
        assert_eq!(read(&style("")), Err(missing.clone()));
        let sorted = style("<macro name=\"b\"><text variable=\"title\"/></macro>").replace(
            "<layout><text macro=\"a\"/>",
            "<sort><key macro=\"a\"/></sort><layout><text macro=\"b\"/>",
        );
        assert_eq!(read(&sorted), Err(missing));
    }

    #[test]
    fn nothing_is_endless() {
        let around = style(
            "<macro name=\"a\"><group><text macro=\"b\"/></group></macro>\
             <macro name=\"b\"><text macro=\"a\"/></macro>",
        );
        let endless = StyleError::Endless {
            name: "a".to_owned(),
        };
        assert_eq!(read(&around), Err(endless));
        let double = |n: u32| {
            format!(
                "<macro name=\"m{n}\"><text macro=\"m{0}\"/><text macro=\"m{0}\"/></macro>",
                n + 1
            )
        };
        let many: String = (0..40).map(double).collect();
        let text = style(&format!(
            "<macro name=\"a\"><text macro=\"m0\"/></macro>{many}\
             <macro name=\"m40\"><text variable=\"title\"/></macro>"
        ));
        assert_eq!(read(&text), Err(StyleError::TooMuch));
        let deep = format!(
            "<macro name=\"a\">{}{}</macro>",
            "<group>".repeat(5000),
            "</group>".repeat(5000)
        );
        assert!(matches!(
            read(&style(&deep)),
            Err(StyleError::TooDeep { .. })
        ));
        assert_eq!(
            read(&" ".repeat(MAX_STYLE_BYTES + 1)),
            Err(StyleError::TooLarge)
        );
    }
}

//! The citation styles that are built in, read once.

use std::sync::OnceLock;

use citationberg::{
    Group, IndependentStyle, LayoutRenderingElement, Locale, LocaleFile, LongShortForm, Text,
    TextTarget,
    taxonomy::{StandardVariable, Variable},
};

use crate::{CiteError, rich::SPLIT};

const APA: &str = include_str!("../data/apa.csl");
const APA_ID: &str = include_str!("../data/apa-id.csl");
const LOCALES: [(&str, &str); 2] = [
    ("id-ID", include_str!("../data/locales-id-ID.xml")),
    ("en-US", include_str!("../data/locales-en-US.xml")),
];

/// Names joined by "&". The whole element: the words `and="symbol"` stand in comments as well.
const AMPERSAND: &str = "<name and=\"symbol\"";
/// Names joined by the word for "and".
const SPELT_OUT: &str = "<name and=\"text\"";

/// A citation style.
#[derive(Debug, Copy, Clone, Eq, PartialEq, Ord, PartialOrd, Hash)]
#[non_exhaustive]
pub enum Style {
    /// `apa`: the 7th edition of the American Psychological Association, as published.
    Apa,
    /// `apa-id`: the same with the words of Indonesian campuses: "dan", "dkk.", "hlm.".
    ApaId,
}

impl Style {
    /// All styles.
    pub const ALL: &[Self] = &[Self::Apa, Self::ApaId];

    /// The style of this name.
    pub fn by_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|style| style.name() == name)
    }

    /// The name authors write.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Apa => "apa",
            Self::ApaId => "apa-id",
        }
    }

    /// The style ready for use; read at the first call.
    pub(crate) fn compiled(self) -> Result<&'static CompiledStyle, CiteError> {
        static COMPILED: [OnceLock<Result<CompiledStyle, String>>; 2] =
            [OnceLock::new(), OnceLock::new()];
        let (cell, xml) = match self {
            Self::Apa => (&COMPILED[0], APA),
            Self::ApaId => (&COMPILED[1], APA_ID),
        };
        let broken = |detail: &String| CiteError::BrokenStyle {
            name: self.name(),
            detail: detail.clone(),
        };
        cell.get_or_init(|| CompiledStyle::new(xml))
            .as_ref()
            .map_err(broken)
    }
}

/// The style of courses in this language (a BCP 47 tag) that name none: `apa-id` for Indonesian,
/// else `apa`.
pub fn default_style(language: &str) -> Style {
    if primary_language(language).eq_ignore_ascii_case("id") {
        Style::ApaId
    } else {
        Style::Apa
    }
}

fn primary_language(language: &str) -> &str {
    language.split(['-', '_']).next().unwrap_or_default()
}

/// The locale whose words a course in this language gets: `id-ID`, else `en-US`.
pub(crate) fn locale_code(language: &str) -> &'static str {
    if primary_language(language).eq_ignore_ascii_case("id") {
        "id-ID"
    } else {
        "en-US"
    }
}

/// The words of all locales; read at the first call.
pub(crate) fn locales() -> Result<&'static [Locale], CiteError> {
    static READ: OnceLock<Result<Vec<Locale>, CiteError>> = OnceLock::new();
    let read = READ.get_or_init(|| {
        LOCALES
            .iter()
            .map(|(name, xml)| match LocaleFile::from_xml(xml) {
                Ok(file) => Ok(file.into()),
                Err(error) => Err(CiteError::BrokenStyle {
                    name,
                    detail: error.to_string(),
                }),
            })
            .collect()
    });
    read.as_deref().map_err(Clone::clone)
}

/// A style in the shapes the formatter is asked for, all without the brackets around citations:
/// those go around what is added to a citation.
#[derive(Debug)]
pub(crate) struct CompiledStyle {
    /// What tells works apart: every work is cited once in it, out of sight.
    pub(crate) apart: IndependentStyle,
    /// A citation in brackets: "Barker, ", [`SPLIT`], "1978".
    pub(crate) brackets: IndependentStyle,
    /// A citation in the sentence: "Barker", [`SPLIT`], "1978". Here "&" is spelt out
    /// (*Publication Manual*, 7th edition, section 8.17).
    pub(crate) sentence: IndependentStyle,
    /// The reference list with empty entries, to learn their order.
    pub(crate) order: IndependentStyle,
    /// Before a citation: "(".
    pub(crate) open: String,
    /// Behind a citation: ")".
    pub(crate) close: String,
    /// Between works: "; ".
    pub(crate) delimiter: String,
    /// Between the years of works by the same authors: ", "; `None` when the names are repeated.
    pub(crate) year_delimiter: Option<String>,
    /// Whether the lines of an entry after its first are indented.
    pub(crate) hanging_indent: bool,
}

impl CompiledStyle {
    fn new(xml: &str) -> Result<Self, String> {
        let xml = prepare(xml);
        let mut apart = read_style(&xml)?;
        let citation = &mut apart.citation;
        let open = citation.layout.prefix.take().unwrap_or_default();
        let close = citation.layout.suffix.take().unwrap_or_default();
        let delimiter = citation.layout.delimiter.clone().unwrap_or_default();
        // CSL 1.0.2, "Cite Grouping", gives the default.
        let group_delimiter = citation.cite_group_delimiter.clone();
        let year_delimiter = citation
            .collapse
            .take()
            .map(|_| group_delimiter.unwrap_or_else(|| ", ".to_owned()));

        let mut brackets = apart.clone();
        split_layout(&mut brackets)?;
        // Reading a style takes milliseconds, cloning one does not.
        let mut sentence = if xml.contains(AMPERSAND) {
            read_style(&xml.replace(AMPERSAND, SPELT_OUT))?
        } else {
            apart.clone()
        };
        split_layout(&mut sentence)?.delimiter = None;
        let mut order = sentence.clone();
        if let Some(bibliography) = &mut order.bibliography {
            bibliography.layout.elements.clear();
        }
        let list = apart.bibliography.as_ref();
        let hanging_indent = list.is_some_and(|list| list.hanging_indent);
        Ok(Self {
            apart,
            brackets,
            sentence,
            order,
            open,
            close,
            delimiter,
            year_delimiter,
            hanging_indent,
        })
    }
}

/// Adapts a style to our references and the formatter.
fn prepare(xml: &str) -> String {
    // A date in words is printed through `status` (see `item`), as the author wrote it.
    let xml = xml.replace(
        "<text text-case=\"lowercase\" variable=\"status\"/>",
        "<text variable=\"status\"/>",
    );
    // Names added or left out to tell citations apart would be so in the list as well: the
    // formatter carries them over where both ask for the same roles. No reference has a composer.
    let Some((before, rest)) = xml.split_once("<macro name=\"author\">") else {
        return xml;
    };
    let (names, after) = rest.split_once("</macro>").unwrap_or((rest, ""));
    let names = ["author", "editor"]
        .iter()
        .fold(names.to_owned(), |names, role| {
            let other = format!("<names variable=\"{role} composer\"/>");
            names.replace(&format!("<names variable=\"{role}\"/>"), &other)
        });
    format!("{before}<macro name=\"author\">{names}</macro>{after}")
}

fn read_style(xml: &str) -> Result<IndependentStyle, String> {
    IndependentStyle::from_xml(xml).map_err(|error| error.to_string())
}

/// Parts the names, the first element of an author-date style, from the rest; returns the group
/// of both.
///
/// A hidden key makes the citations of different works differ. For the formatter compares all
/// citations to tell works apart, and takes two of the same work for two works: it must find each
/// work once, among the citations out of sight.
fn split_layout(style: &mut IndependentStyle) -> Result<&mut Group, String> {
    let citation = &mut style.citation;
    citation.collapse = None;
    citation.layout.prefix = None;
    citation.layout.suffix = None;
    let elements = &mut citation.layout.elements;
    let key = TextTarget::Variable {
        var: Variable::Standard(StandardVariable::CitationKey),
        form: LongShortForm::default(),
    };
    elements.push(LayoutRenderingElement::Text(Text::with_target(key)));
    let [LayoutRenderingElement::Group(group), _] = elements.as_mut_slice() else {
        return Err("its citations are not one group".to_owned());
    };
    if group.children.len() < 2 {
        return Err("its citations have no year".to_owned());
    }
    let mut rest = group.clone();
    rest.children.remove(0);
    rest.prefix = Some(SPLIT.to_string());
    group.children.truncate(1);
    group.children.push(LayoutRenderingElement::Group(rest));
    Ok(group)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_styles_agree() {
        for style in Style::ALL {
            assert_eq!(Style::by_name(style.name()), Some(*style));
        }
        assert_eq!(Style::by_name("mla"), None);
    }

    #[test]
    fn every_style_and_locale_can_be_read() {
        for style in Style::ALL {
            let compiled = style.compiled().expect("readable");
            assert_eq!(
                (compiled.open.as_str(), compiled.close.as_str()),
                ("(", ")")
            );
            assert_eq!(compiled.delimiter, "; ");
            assert!(compiled.hanging_indent);
        }
        assert_eq!(locales().expect("readable").len(), LOCALES.len());
    }

    #[test]
    fn the_language_chooses_style_and_locale() {
        for language in ["id", "ID", "id-ID", "id-Latn-ID"] {
            assert_eq!(default_style(language), Style::ApaId, "{language}");
            assert_eq!(locale_code(language), "id-ID", "{language}");
        }
        for language in ["en", "en-GB", "idu", "", "jv"] {
            assert_eq!(default_style(language), Style::Apa, "{language}");
            assert_eq!(locale_code(language), "en-US", "{language}");
        }
    }

    #[test]
    fn the_indonesian_adaptation_has_no_ampersand() {
        let count = |xml: &str, names: &str| xml.matches(names).count();
        assert_eq!(count(APA_ID, AMPERSAND), 0);
        assert_eq!(count(APA_ID, SPELT_OUT), count(APA, AMPERSAND));
        // No name has it behind another attribute, where it would not be found.
        assert_eq!(count(APA, "and=\"symbol\""), count(APA, AMPERSAND));
    }
}

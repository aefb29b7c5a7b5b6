//! What the way of citing depends on, read off a style once.

use citationberg::taxonomy::{NumberVariable, StandardVariable, Variable};
use citationberg::{
    Collapse, IndependentStyle, InheritableNameOptions, LayoutRenderingElement, NameAnd, SortKey,
    StyleClass, TextTarget,
};

use super::rewrite::look;

/// The place in a work that is cited.
const LOCATOR: Variable = Variable::Number(NumberVariable::Locator);

/// What is true of a style as a whole.
#[derive(Debug, Clone)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "independent properties of a style, not states"
)]
pub(crate) struct Facts {
    /// Before a citation: "(".
    pub(crate) open: String,
    /// Behind a citation: ")".
    pub(crate) close: String,
    /// Between works: "; ".
    pub(crate) delimiter: String,
    /// Between works of the same names: ", "; `None` when these are not gathered.
    pub(crate) group_delimiter: Option<String>,
    /// Between the letters of equal years.
    pub(crate) suffix_delimiter: String,
    /// How works that stand together are made shorter.
    pub(crate) collapse: Option<Collapse>,
    /// Whether citations stand in notes.
    pub(crate) note: bool,
    /// Whether citations show the number of the entry.
    pub(crate) numeric: bool,
    /// Whether something depends on whether a work was cited before.
    pub(crate) positions: bool,
    /// Whether the style itself says where the letter behind a year goes.
    pub(crate) places_suffix: bool,
    /// Whether the style itself says where the place in a work goes, such as a page.
    pub(crate) places_locator: bool,
    /// Whether some names are shorter in later citations.
    pub(crate) subsequent_names: bool,
    /// Whether names in citations are joined by "&".
    pub(crate) ampersand: bool,
    /// How many notes back a work still counts as near.
    pub(crate) near: u32,
    /// Whether entries are numbered as they are cited, not as they are sorted.
    pub(crate) numbered_as_cited: bool,
    /// Whether citations are sorted by the first keys of the list.
    pub(crate) sorts_like_list: bool,
    /// Whether the lines of an entry after its first are indented.
    pub(crate) hanging_indent: bool,
}

impl Facts {
    pub(crate) fn of(style: &IndependentStyle) -> Self {
        let citation = &style.citation;
        let text = |it: &Option<String>| it.clone().unwrap_or_default();
        let delimiter = text(&citation.layout.delimiter);
        // CSL 1.0.2, "Cite Grouping": gathered when one of both is set.
        let group_delimiter = citation
            .cite_group_delimiter
            .clone()
            .or_else(|| citation.collapse.map(|_| ", ".to_owned()))
            .filter(|_| citation.collapse != Some(Collapse::CitationNumber));
        let list = style.bibliography.as_ref();
        let keys = |sort: &Option<citationberg::Sort>| {
            sort.as_ref().map(|it| it.keys.clone()).unwrap_or_default()
        };
        let list_keys = list.map(|it| keys(&it.sort)).unwrap_or_default();
        let citation_keys = keys(&citation.sort);
        let number = Variable::Number(NumberVariable::CitationNumber);
        let numbered_as_cited = match list_keys.first() {
            None => true,
            Some(SortKey::Variable { variable, .. }) => *variable == number,
            Some(SortKey::MacroName { .. }) => false,
        };
        let mut seen = Seen::default();
        seen.options(&style.settings.options);
        seen.options(&citation.name_options);
        seen.walk(style);
        Self {
            open: text(&citation.layout.prefix),
            close: text(&citation.layout.suffix),
            suffix_delimiter: citation
                .year_suffix_delimiter
                .clone()
                .unwrap_or_else(|| delimiter.clone()),
            delimiter,
            group_delimiter,
            collapse: citation.collapse,
            note: style.settings.class == StyleClass::Note,
            numeric: seen.number_in_citation,
            positions: seen.positions || seen.subsequent_names,
            places_suffix: seen.places_suffix,
            places_locator: places_locator(style),
            subsequent_names: seen.subsequent_names,
            ampersand: seen.ampersand,
            near: citation.near_note_distance,
            numbered_as_cited,
            sorts_like_list: !citation_keys.is_empty()
                && citation_keys.len() <= list_keys.len()
                && citation_keys
                    .iter()
                    .zip(&list_keys)
                    .all(|(a, b)| same_key(a, b)),
            hanging_indent: list.is_some_and(|list| list.hanging_indent),
        }
    }
}

/// Whether both sort alike, however many names they look at.
fn same_key(a: &SortKey, b: &SortKey) -> bool {
    match (a, b) {
        (SortKey::MacroName { name: a, .. }, SortKey::MacroName { name: b, .. }) => a == b,
        (a, b) => a == b,
    }
}

/// What a walk over all elements finds.
#[derive(Debug, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "independent properties of a style, not states"
)]
struct Seen {
    positions: bool,
    places_suffix: bool,
    subsequent_names: bool,
    ampersand: bool,
    number_in_citation: bool,
}

impl Seen {
    fn options(&mut self, options: &InheritableNameOptions) {
        self.subsequent_names |=
            options.et_al_subsequent_min.is_some() || options.et_al_subsequent_use_first.is_some();
        self.ampersand |= options.and == Some(NameAnd::Symbol);
    }

    fn walk(&mut self, style: &IndependentStyle) {
        for one in &style.macros {
            look(&one.children, &mut |element| self.element(element));
        }
        let layout = &style.citation.layout.elements;
        look(layout, &mut |element| {
            self.number_in_citation |= shows_number(element);
            self.element(element);
        });
        // Numbers through a macro.
        if let Some(LayoutRenderingElement::Text(text)) = layout.first()
            && let TextTarget::Macro { name } = &text.target
            && let Some(called) = style.macros.iter().find(|it| it.name == *name)
        {
            look(&called.children, &mut |element| {
                self.number_in_citation |= shows_number(element);
            });
        }
    }

    fn element(&mut self, element: &LayoutRenderingElement) {
        match element {
            LayoutRenderingElement::Text(text) => {
                let suffix = Variable::Standard(StandardVariable::YearSuffix);
                if let TextTarget::Variable { var, .. } = &text.target {
                    self.places_suffix |= *var == suffix;
                }
            }
            LayoutRenderingElement::Choose(choose) => {
                self.positions |= choose.branches().any(|branch| branch.position.is_some());
            }
            LayoutRenderingElement::Names(names) => {
                self.options(&names.options());
                if let Some(name) = names.name() {
                    let inherited = InheritableNameOptions::default();
                    let own = name.options(&inherited);
                    self.subsequent_names |= own.et_al_subsequent_min.is_some()
                        || own.et_al_subsequent_use_first.is_some();
                    self.ampersand |= own.and == Some(NameAnd::Symbol);
                }
            }
            _ => {}
        }
    }
}

/// Whether citations show the place in a work, also through macros.
fn places_locator(style: &IndependentStyle) -> bool {
    let mut found = false;
    let mut called: Vec<&str> = Vec::new();
    let mut see = |elements: &[LayoutRenderingElement], called: &mut Vec<_>| {
        look(elements, &mut |element| match element {
            LayoutRenderingElement::Number(it) => {
                found |= Variable::from(it.variable) == LOCATOR;
            }
            LayoutRenderingElement::Text(text) => match &text.target {
                TextTarget::Variable { var, .. } => found |= *var == LOCATOR,
                TextTarget::Macro { name } => {
                    let one = style.macros.iter().find(|it| it.name == *name);
                    let fresh = one.filter(|it| !called.contains(&it.name.as_str()));
                    called.extend(fresh.map(|it| it.name.as_str()));
                }
                _ => {}
            },
            _ => {}
        });
    };
    see(&style.citation.layout.elements, &mut called);
    let mut at = 0;
    while let Some(name) = called.get(at).copied() {
        for one in style.macros.iter().filter(|it| it.name == name) {
            see(&one.children, &mut called);
        }
        at += 1;
    }
    found
}

fn shows_number(element: &LayoutRenderingElement) -> bool {
    let number = Variable::Number(NumberVariable::CitationNumber);
    match element {
        LayoutRenderingElement::Text(text) => {
            matches!(&text.target, TextTarget::Variable { var, .. } if *var == number)
        }
        LayoutRenderingElement::Number(it) => Variable::from(it.variable) == number,
        _ => false,
    }
}

//! Citations and reference list as runs.
//!
//! 1. The reference list is sorted.
//! 2. Every reference is cited once in that order, hidden: so letters after equal years follow the
//!    list ("1978a" stands before "1978b"), and all references are in it.
//! 3. The citations follow. Names, year and locator of a narrative one come apart and are put
//!    together here.

use std::{
    collections::{BTreeMap, BTreeSet},
    mem, slice,
};

use citationberg::{
    FontStyle, FontVariant, FontWeight, IndependentStyle, Locale, LocaleCode, VerticalAlign,
    json::{DateValue, Item, Value, VecDate, VecDateRange},
};
use hayagriva::{
    BibliographyDriver, BibliographyRequest, BufWriteFormat, CitationItem, CitationRequest, Elem,
    ElemChild, ElemChildren, ElemMeta, Formatting, Rendered,
};

use crate::{
    CiteError, CiteRequest, Form, Reference, Run, Style,
    plan::{Cited, Plan, Works},
    rich::{Reader, SPLIT},
    run,
    style::{CompiledStyle, locale_code, locales},
};

/// Everything that [`format()`] makes.
#[derive(Debug, Clone, Default, Eq, PartialEq)]
#[non_exhaustive]
pub struct Formatted {
    /// The text of each citation, in the order of the requests; never empty.
    pub citations: Vec<Vec<Run>>,
    /// The reference list, sorted as the style asks.
    pub entries: Vec<FormattedEntry>,
    /// Whether the lines of an entry after its first are indented.
    pub hanging_indent: bool,
}

/// An entry of the reference list.
#[derive(Debug, Clone, Eq, PartialEq)]
#[non_exhaustive]
pub struct FormattedEntry {
    /// The key of the reference.
    pub key: String,
    /// What stands in a column before the text, such as `[1]`; `None` in author-date styles.
    pub label: Option<Vec<Run>>,
    /// The text.
    pub runs: Vec<Run>,
}

/// Formats citations and the list of all references.
///
/// `language` is a BCP 47 tag: `id…` gets the words of `id-ID`, any other those of `en-US`. The list
/// holds every reference, cited or not; only interviews and personal messages that nobody can look
/// up are left out, as APA asks (section 8.9). Letters after equal years count the whole list.
///
/// # Errors
///
/// See [`CiteError`].
pub fn format(
    references: &[Reference],
    requests: &[CiteRequest],
    style: Style,
    language: &str,
) -> Result<Formatted, CiteError> {
    let setting = Setting {
        style: style.compiled()?,
        locales: locales()?,
        locale: LocaleCode(locale_code(language).to_owned()),
    };
    check_keys(references)?;
    let stand_in = dated_stand_in();
    let works = Works::new(setting.order(references));
    let plans = works.plan(requests)?;

    let mut driver = BibliographyDriver::new();
    let hidden = works.order.iter().map(|reference| reference.item());
    for item in hidden.chain([&stand_in]) {
        let hidden = CitationItem::new(item, None, None, true, None);
        driver.citation(setting.cite(hidden, &setting.style.apart));
    }
    for plan in &plans {
        let shape = match plan.form {
            Form::Parenthetical => &setting.style.brackets,
            Form::Narrative | Form::Year => &setting.style.sentence,
        };
        for cited in &plan.items {
            driver.citation(setting.cite(cited.item(), shape));
        }
    }
    let rendered = driver.finish(setting.list(&setting.style.apart));
    let mut parts = rendered.citations.iter().skip(works.order.len() + 1);
    let texts = plans.iter().map(|plan| {
        let parts = parts.by_ref().take(plan.items.len());
        plan_text(plan, parts.map(|part| &part.citation), setting.style)
    });
    Ok(Formatted {
        citations: texts.collect(),
        entries: entries(&rendered),
        hanging_indent: setting.style.hanging_indent,
    })
}

fn check_keys(references: &[Reference]) -> Result<(), CiteError> {
    let mut seen = BTreeSet::new();
    match references.iter().find(|it| !seen.insert(it.key())) {
        Some(twice) => Err(CiteError::DuplicateKey {
            key: twice.key().to_owned(),
        }),
        None => Ok(()),
    }
}

/// The key of [`dated_stand_in`]; no reference has a control character in its key.
const STAND_IN: &str = "\u{1}";

/// A work that is never shown: without one that has a date, the formatter gives no letters to works
/// that have none ("n.d.-a").
fn dated_stand_in() -> Item {
    let date = DateValue::DateParts {
        date_parts: VecDateRange(vec![VecDate(vec![1])]),
        literal: None,
        season: None,
        circa: false,
    };
    let fields = [
        ("id", Value::String(STAND_IN.to_owned())),
        ("type", Value::String("book".to_owned())),
        ("issued", Value::Date(date)),
    ];
    Item(fields.map(|(key, value)| (key.to_owned(), value)).into())
}

/// What every call of the formatter needs.
struct Setting {
    style: &'static CompiledStyle,
    locales: &'static [Locale],
    locale: LocaleCode,
}

impl Setting {
    fn cite<'a>(
        &self,
        item: CitationItem<'a, Item>,
        style: &'static IndependentStyle,
    ) -> CitationRequest<'a, Item> {
        let locale = Some(self.locale.clone());
        CitationRequest::new(vec![item], style, locale, self.locales, None)
    }

    fn list(&self, style: &'static IndependentStyle) -> BibliographyRequest<'static> {
        BibliographyRequest::new(style, Some(self.locale.clone()), self.locales)
    }

    /// The references as the list sorts them.
    fn order<'a>(&self, references: &'a [Reference]) -> Vec<&'a Reference> {
        let mut driver = BibliographyDriver::new();
        let mut by_key = BTreeMap::new();
        for reference in references {
            let item = CitationItem::with_entry(reference.item());
            driver.citation(self.cite(item, &self.style.order));
            by_key.insert(reference.key(), reference);
        }
        let rendered = driver.finish(self.list(&self.style.order));
        let items = rendered.bibliography.map(|list| list.items);
        let keys = items.iter().flatten().map(|item| item.key.as_str());
        keys.filter_map(|key| by_key.get(key).copied()).collect()
    }
}

/// Puts the parts of the formatter together.
fn plan_text<'r>(
    plan: &Plan<'_>,
    parts: impl Iterator<Item = &'r ElemChildren>,
    style: &CompiledStyle,
) -> Vec<Run> {
    let mut runs = Vec::new();
    let brackets = plan.form != Form::Narrative;
    if brackets {
        run::push(&mut runs, Run::new(&style.open));
    }
    let mut before: Option<(&Cited<'_>, Vec<Run>)> = None;
    for (cited, part) in plan.items.iter().zip(parts) {
        let (names, rest) = split(part, cited);
        let continued = match (&before, &style.year_delimiter) {
            (Some((other, other_names)), Some(delimiter)) if plan.form == Form::Parenthetical => {
                let same = same_text(other_names, &names) && cited.continues(other);
                same.then_some(delimiter)
            }
            _ => None,
        };
        if before.is_some() {
            let between = continued.unwrap_or(&style.delimiter);
            run::push(&mut runs, Run::new(between));
        }
        let shown = match (plan.form, continued) {
            (Form::Year, _) | (_, Some(_)) => &[],
            _ => names.as_slice(),
        };
        run::push(&mut runs, Run::new(&cited.prefix));
        run::push_all(&mut runs, shown.iter().cloned());
        if brackets {
            run::push_all(&mut runs, rest);
            run::push(&mut runs, Run::new(&cited.suffix));
        } else {
            year_in_brackets(&mut runs, cited, rest, !names.is_empty(), style);
        }
        before = Some((cited, names));
    }
    if brackets {
        run::push(&mut runs, Run::new(&style.close));
    }
    runs
}

/// " (1978, hlm. 5)": one piece with the names before it, so that both become one link.
fn year_in_brackets(
    runs: &mut Vec<Run>,
    cited: &Cited<'_>,
    year: Vec<Run>,
    named: bool,
    style: &CompiledStyle,
) {
    let base = cited.base();
    let say = |text: &str| Run {
        text: text.to_owned(),
        ..base.clone()
    };
    run::push(runs, say(if named { " " } else { "" }));
    run::push(runs, say(&style.open));
    run::push_all(runs, year);
    run::push(runs, say(&cited.suffix));
    run::push(runs, say(&style.close));
}

fn same_text(a: &[Run], b: &[Run]) -> bool {
    let texts = |runs: &[Run]| runs.iter().map(|it| it.text.clone()).collect::<String>();
    texts(a) == texts(b)
}

/// The names of a citation, and what follows them.
fn split(part: &ElemChildren, cited: &Cited<'_>) -> (Vec<Run>, Vec<Run>) {
    let mut pieces = Pieces::new(cited.base(), cited.initials);
    pieces.add_all(&part.0);
    let mut names = pieces.list;
    let at = names.iter().position(|it| it.text.contains(SPLIT));
    let mut rest = names.split_off(at.unwrap_or(names.len()));
    if let Some(first) = rest.first_mut()
        && let Some((before, year)) = first.text.split_once(SPLIT)
    {
        names.push(Run {
            text: before.to_owned(),
            ..first.clone()
        });
        first.text = year.to_owned();
    }
    (read(&names), read(&rest))
}

/// The entries of the list; those without text are interviews and the like.
fn entries(rendered: &Rendered) -> Vec<FormattedEntry> {
    let list = rendered.bibliography.as_ref();
    let items = list.map(|list| list.items.as_slice()).unwrap_or_default();
    let text = |children: &[ElemChild]| {
        let mut pieces = Pieces::new(Run::default(), "");
        pieces.add_all(children);
        let mut runs = read(&pieces.list);
        run::trim(&mut runs);
        runs
    };
    let shown = items.iter().filter(|item| item.key != STAND_IN);
    let entries = shown.map(|item| FormattedEntry {
        key: item.key.clone(),
        label: item
            .first_field
            .as_ref()
            .map(|it| text(slice::from_ref(it))),
        runs: text(&item.content.0),
    });
    entries.filter(|entry| !entry.runs.is_empty()).collect()
}

/// Turns pieces with markup as control characters into runs.
fn read(pieces: &[Run]) -> Vec<Run> {
    let mut runs = Vec::new();
    let mut reader = Reader::default();
    for piece in pieces {
        reader.read(&mut runs, piece, &piece.text);
    }
    run::drop_doubled_stops(&mut runs);
    run::drop_dateless_commas(&mut runs);
    runs
}

/// The texts within elements, markup still as control characters.
struct Pieces<'a> {
    list: Vec<Run>,
    base: Run,
    /// What goes before the first name; empty when done.
    initials: &'a str,
}

impl<'a> Pieces<'a> {
    fn new(base: Run, initials: &'a str) -> Self {
        Self {
            list: Vec::new(),
            base,
            initials,
        }
    }

    fn add_all(&mut self, children: &[ElemChild]) {
        for child in children {
            self.add(child);
        }
    }

    fn add(&mut self, child: &ElemChild) {
        match child {
            ElemChild::Text(text) => self.add_text(&text.text, text.formatting, None),
            ElemChild::Link { text, url } => {
                self.add_text(&text.text, text.formatting, Some(url));
            }
            ElemChild::Elem(elem) => {
                let first_name = matches!(elem.meta, Some(ElemMeta::Name(_, 0)));
                if first_name && !self.initials.is_empty() {
                    self.add_initials(elem);
                }
                self.add_all(&elem.children.0);
            }
            // Neither is ever made: the one stands for markup of another program in a reference,
            // the other for a locator without text.
            ElemChild::Markup(_) | ElemChild::Transparent { .. } => {}
        }
    }

    /// Puts the initials before a name, unless the formatter needed them itself.
    fn add_initials(&mut self, name: &Elem) {
        let initials = mem::take(&mut self.initials);
        let mut text = String::new();
        let written = name.children.write_buf(&mut text, BufWriteFormat::Plain);
        if written.is_ok() && !text.starts_with(initials) {
            self.add_text(initials, Formatting::default(), None);
        }
    }

    fn add_text(&mut self, text: &str, formatting: Formatting, url: Option<&String>) {
        self.list.push(Run {
            text: text.to_owned(),
            italic: formatting.font_style == FontStyle::Italic,
            bold: formatting.font_weight == FontWeight::Bold,
            small_caps: formatting.font_variant == FontVariant::SmallCaps,
            superscript: formatting.vertical_align == VerticalAlign::Sup,
            subscript: formatting.vertical_align == VerticalAlign::Sub,
            url: url.cloned(),
            ..self.base.clone()
        });
    }
}

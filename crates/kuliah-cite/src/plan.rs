//! Requests made ready for the formatter: every work found, sorted, its texts clean.

use std::collections::BTreeMap;

use citationberg::{
    json::{Item, NameItem, NameValue, Value},
    taxonomy::Locator,
};
use hayagriva::{CitationItem, LocatorPayload, SpecificLocator, types::Person};

use crate::{
    CiteError, CiteItem, CiteRequest, Form, LocatorKind, Reference, Run, rich::single_blanks,
};

/// A request, ready for the formatter.
pub(crate) struct Plan<'a> {
    pub(crate) form: Form,
    /// Never empty.
    pub(crate) items: Vec<Cited<'a>>,
}

/// A reference within a request.
pub(crate) struct Cited<'a> {
    pub(crate) reference: &'a Reference,
    locator: Option<(Locator, String)>,
    /// Ends in a blank, or is empty.
    pub(crate) prefix: String,
    /// Starts with a blank or punctuation, or is empty.
    pub(crate) suffix: String,
    /// "A. " where another first author has the same family name, else empty.
    pub(crate) initials: &'a str,
}

/// The references in the order of the list, and what citations need to know of them.
pub(crate) struct Works<'a> {
    pub(crate) order: Vec<&'a Reference>,
    /// The place in `order`.
    places: BTreeMap<&'a str, usize>,
    /// Of each in `order`, see [`Cited::initials`].
    initials: Vec<String>,
}

impl<'a> Works<'a> {
    pub(crate) fn new(order: Vec<&'a Reference>) -> Self {
        let places = order.iter().enumerate();
        Self {
            places: places.map(|(place, it)| (it.key(), place)).collect(),
            initials: shared_family_initials(&order),
            order,
        }
    }

    /// Finds the works of all requests.
    pub(crate) fn plan<'w>(&'w self, requests: &[CiteRequest]) -> Result<Vec<Plan<'w>>, CiteError> {
        let plans = requests.iter().enumerate();
        plans
            .map(|(number, it)| self.plan_one(number, it))
            .collect()
    }

    fn plan_one<'w>(&'w self, number: usize, request: &CiteRequest) -> Result<Plan<'w>, CiteError> {
        if request.items.is_empty() {
            return Err(CiteError::EmptyRequest { request: number });
        }
        let mut items = Vec::with_capacity(request.items.len());
        for item in &request.items {
            let place = self.places.get(item.key.as_str()).copied();
            let found =
                place.and_then(|at| Some((at, *self.order.get(at)?, self.initials.get(at)?)));
            let Some((place, reference, initials)) = found else {
                return Err(CiteError::UnknownKey {
                    key: item.key.clone(),
                    request: number,
                });
            };
            items.push((place, Cited::new(reference, initials, item)));
        }
        if request.form == Form::Parenthetical {
            sort(&mut items);
        }
        Ok(Plan {
            form: request.form,
            items: items.into_iter().map(|(_, cited)| cited).collect(),
        })
    }
}

/// Sorts works as in the reference list (section 8.12 of the *Publication Manual*, 7th edition).
/// Words before a work keep it where it is, and so what stands on either side.
fn sort(items: &mut [(usize, Cited<'_>)]) {
    for group in items.chunk_by_mut(|(_, a), (_, b)| a.prefix.is_empty() && b.prefix.is_empty()) {
        group.sort_by_key(|(place, _)| *place);
    }
}

impl<'a> Cited<'a> {
    fn new(reference: &'a Reference, initials: &'a str, item: &CiteItem) -> Self {
        let locator = item.locator.as_ref().and_then(|(kind, place)| {
            let place = single_blanks(place).replace("--", "-").replace('–', "-");
            (!place.is_empty()).then_some((csl_locator(*kind), place))
        });
        let mut prefix = single_blanks(&item.prefix);
        if !prefix.is_empty() {
            prefix.push(' ');
        }
        let mut suffix = single_blanks(&item.suffix);
        if !suffix.is_empty() && !suffix.starts_with([',', ';', ':', '.', ')', '?', '!']) {
            suffix.insert(0, ' ');
        }
        Self {
            reference,
            locator,
            prefix,
            suffix,
            initials,
        }
    }

    /// What the formatter is asked.
    pub(crate) fn item(&self) -> CitationItem<'_, Item> {
        let locator = self.locator.as_ref();
        let locator =
            locator.map(|(kind, place)| SpecificLocator(*kind, LocatorPayload::Str(place)));
        CitationItem::with_locator(self.reference.item(), locator)
    }

    /// What the runs that stand for this reference have in common.
    pub(crate) fn base(&self) -> Run {
        Run {
            entry: Some(self.reference.key().to_owned()),
            ..Run::default()
        }
    }

    /// Whether this work, behind `before`, is shown by its year alone: "Barker, 1978, 1980".
    pub(crate) fn continues(&self, before: &Self) -> bool {
        let bare = |it: &Self| it.locator.is_none() && it.suffix.is_empty();
        let names = names(self.reference);
        bare(self)
            && bare(before)
            && self.prefix.is_empty()
            && names.is_some()
            && names == self::names(before.reference)
    }
}

fn csl_locator(kind: LocatorKind) -> Locator {
    match kind {
        LocatorKind::Page => Locator::Page,
        LocatorKind::Chapter => Locator::Chapter,
        LocatorKind::Section => Locator::Section,
        LocatorKind::Paragraph => Locator::Paragraph,
        LocatorKind::Verse => Locator::Verse,
    }
}

/// The names a work is cited by.
fn names(reference: &Reference) -> Option<&[NameValue]> {
    let fields = &reference.item().0;
    match fields.get("author").or_else(|| fields.get("editor")) {
        Some(Value::Names(names)) => Some(names),
        _ => None,
    }
}

/// Initials of first authors whose family name another first author bears (section 8.20).
fn shared_family_initials(references: &[&Reference]) -> Vec<String> {
    let firsts: Vec<Option<(String, String)>> = references
        .iter()
        .map(|reference| match names(reference)?.first()? {
            NameValue::Item(name) => Some((family(name), initials(name))),
            NameValue::Literal(_) => None,
        })
        .collect();
    // The initials of a family name; `None` once there are two.
    let mut of_family: BTreeMap<&str, Option<&str>> = BTreeMap::new();
    for (family, initials) in firsts.iter().flatten() {
        let known = of_family.entry(family).or_insert(Some(initials));
        if *known != Some(initials) {
            *known = None;
        }
    }
    let shared = |family: &str| of_family.get(family) == Some(&None);
    firsts
        .iter()
        .map(|first| match first {
            Some((family, initials)) if shared(family) => format!("{initials} "),
            _ => String::new(),
        })
        .collect()
}

fn family(name: &NameItem) -> String {
    let particle = name.non_dropping_particle.iter();
    let parts: Vec<_> = particle.chain([&name.family]).map(String::as_str).collect();
    parts.join(" ")
}

/// "X. Y.", as the formatter writes it.
fn initials(name: &NameItem) -> String {
    let given = name.given.as_deref().unwrap_or_default();
    let mut initials = String::new();
    let person = Person::from_strings(vec![&name.family, given]);
    let written = person.map(|it| it.initials(&mut initials, Some(". "), true));
    match written {
        Ok(Ok(())) => initials.trim().to_owned(),
        _ => String::new(),
    }
}

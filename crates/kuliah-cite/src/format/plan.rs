//! Requests made ready: every work found, sorted, its texts clean, its position known.

use std::collections::BTreeMap;

use citationberg::taxonomy::Locator;

use super::works::Works;
use crate::rich::single_blanks;
use crate::style::Facts;
use crate::style::variant::Position;
use crate::{CiteError, CiteItem, CiteRequest, Form, LocatorKind};

/// A request, ready for the formatter.
#[derive(Debug)]
pub(crate) struct Plan {
    pub(crate) form: Form,
    pub(crate) in_note: bool,
    note: u32,
    /// Never empty.
    pub(crate) items: Vec<Cited>,
}

/// A work within a request.
#[derive(Debug)]
pub(crate) struct Cited {
    /// Its place in the list.
    pub(crate) place: usize,
    pub(crate) locator: Option<(Locator, String)>,
    /// Ends in a blank, or is empty.
    pub(crate) prefix: String,
    /// Starts with a blank or punctuation, or is empty.
    pub(crate) suffix: String,
    /// The work it was read in.
    pub(crate) via: Option<Box<Cited>>,
    pub(crate) position: Position,
    /// The number of the note that first cites it.
    pub(crate) first_note: u32,
}

impl Cited {
    /// Whether nothing but the work is shown.
    pub(crate) fn is_bare(&self) -> bool {
        self.locator.is_none()
            && self.suffix.is_empty()
            && self.prefix.is_empty()
            && self.via.is_none()
    }
}

/// Finds the works of all requests.
pub(crate) fn plan(
    works: &Works<'_>,
    facts: &Facts,
    sorted: bool,
    requests: &[CiteRequest],
) -> Result<Vec<Plan>, CiteError> {
    let mut plans = Vec::with_capacity(requests.len());
    for (number, request) in requests.iter().enumerate() {
        if request.items.is_empty() {
            return Err(CiteError::EmptyRequest { request: number });
        }
        let found = |item: &CiteItem| cited(works, number, item);
        let mut items = request
            .items
            .iter()
            .map(found)
            .collect::<Result<Vec<_>, _>>()?;
        if sorted && request.form == Form::Parenthetical {
            sort(works, &mut items);
        }
        plans.push(Plan {
            form: request.form,
            in_note: request.in_note,
            note: request.note,
            items,
        });
    }
    if facts.positions {
        place(facts, &mut plans);
    }
    Ok(plans)
}

fn cited(works: &Works<'_>, request: usize, item: &CiteItem) -> Result<Cited, CiteError> {
    let place = works
        .place(&item.key)
        .ok_or_else(|| CiteError::UnknownKey {
            key: item.key.clone(),
            request,
        })?;
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
    let via = match &item.via {
        // A chain would go on for ever in no text: one step is what every guide knows.
        Some(via) => {
            let mut last = (**via).clone();
            last.via = None;
            Some(Box::new(cited(works, request, &last)?))
        }
        None => None,
    };
    Ok(Cited {
        place,
        locator,
        prefix,
        suffix,
        via,
        position: Position::default(),
        first_note: 0,
    })
}

/// Sorts works as the style asks; equals as in the list. Words before a work keep it where it is,
/// and so what stands on either side.
fn sort(works: &Works<'_>, items: &mut [Cited]) {
    let rank = |cited: &Cited| works.order.get(cited.place).map_or(0, |work| work.rank);
    for group in items.chunk_by_mut(|a, b| a.prefix.is_empty() && b.prefix.is_empty()) {
        group.sort_by_key(|cited| (rank(cited), cited.place));
    }
}

fn csl_locator(kind: LocatorKind) -> Locator {
    match kind {
        LocatorKind::Page => Locator::Page,
        LocatorKind::Chapter => Locator::Chapter,
        LocatorKind::Section => Locator::Section,
        LocatorKind::Article => Locator::ArticleLocator,
        LocatorKind::Paragraph => Locator::Paragraph,
        LocatorKind::Verse => Locator::Verse,
        LocatorKind::Volume => Locator::Volume,
        LocatorKind::Figure => Locator::Figure,
        LocatorKind::Table => Locator::Table,
        LocatorKind::Line => Locator::Line,
        LocatorKind::Note => Locator::Note,
        LocatorKind::Appendix => Locator::Appendix,
    }
}

type Place = (usize, Option<(Locator, String)>);

/// Finds the positions of citations (CSL 1.0.2, "Choose", `position`).
fn place(facts: &Facts, plans: &mut [Plan]) {
    // The notes that first and last cite a work.
    let mut notes: BTreeMap<usize, (u32, u32)> = BTreeMap::new();
    let mut before: Option<Place> = None;
    for plan in plans {
        let note = plan.note;
        let alone = plan.items.len() == 1;
        for cited in &mut plan.items {
            let mut link = Some(&mut *cited);
            while let Some(one) = link {
                if let Some((first, last)) = notes.get(&one.place) {
                    one.position.again = true;
                    one.position.near = facts.note && note.saturating_sub(*last) <= facts.near;
                    one.first_note = *first;
                }
                let known = notes.entry(one.place).or_insert((note, note));
                known.1 = note;
                link = one.via.as_deref_mut();
            }
            if let Some((other, locator)) = &before
                && *other == cited.place
                && cited.via.is_none()
                // A work without a place in it is no "ibid." of one with a place.
                && (cited.locator.is_some() || locator.is_none())
            {
                cited.position.ibid = true;
                cited.position.elsewhere = *locator != cited.locator;
            }
            before = cited
                .via
                .is_none()
                .then(|| (cited.place, cited.locator.clone()));
        }
        // "Ibid." needs a citation of one work before it.
        before = before.filter(|_| alone);
    }
}

//! The works of a course: their order in the list, their numbers, and what tells them apart.

use std::collections::{BTreeMap, BTreeSet};

use super::apart::tell_apart;
use super::parts::Engine;
use super::sort::sort;
use crate::{CiteError, CiteItem, CiteRequest, Reference};

/// A work, and what citations and the list need to know of it.
#[derive(Debug)]
pub(crate) struct Work<'a> {
    pub(crate) reference: &'a Reference,
    /// Whether it is in the list.
    pub(crate) listed: bool,
    /// Its number in the list, from 1.
    pub(crate) number: u32,
    /// Where it comes when citations are sorted; equals share a place.
    pub(crate) rank: usize,
    /// The letter behind its year, or nothing.
    pub(crate) suffix: String,
    /// See [`Variant::ambiguous`](crate::style::variant::Variant::ambiguous).
    pub(crate) ambiguous: bool,
    /// How many names stand before "et al."; 0 leaves it to the style.
    pub(crate) names: u32,
    /// What stands before each of its names.
    pub(crate) given: Vec<String>,
}

/// All works, in the order of the list.
pub(crate) struct Works<'a> {
    pub(crate) order: Vec<Work<'a>>,
    places: BTreeMap<&'a str, usize>,
}

impl<'a> Works<'a> {
    /// Sorts and numbers the works, and tells them apart.
    pub(crate) fn new(
        engine: &mut Engine<'_>,
        references: &'a [Reference],
        requests: &[CiteRequest],
    ) -> Result<Self, CiteError> {
        let mut by_key = BTreeMap::new();
        for (place, reference) in references.iter().enumerate() {
            if by_key.insert(reference.key(), place).is_some() {
                return Err(CiteError::DuplicateKey {
                    key: reference.key().to_owned(),
                });
            }
        }
        let use_ = Use::of(&by_key, requests, references.len());
        let cited: Vec<&Reference> = use_
            .order
            .iter()
            .filter_map(|place| references.get(*place))
            .collect();
        let items: Vec<_> = cited.iter().map(|it| it.item()).collect();
        let keys = |sort: &Option<citationberg::Sort>| {
            sort.as_ref().map(|it| it.keys.clone()).unwrap_or_default()
        };
        let list_keys = engine.style.bibliography.as_ref().map(|it| keys(&it.sort));
        let as_cited = |work: usize| u32::try_from(work + 1).unwrap_or(u32::MAX);
        let groups = sort(engine, &items, &list_keys.unwrap_or_default(), &as_cited);
        let mut order: Vec<Work<'a>> = groups
            .into_iter()
            .flatten()
            .filter_map(|at| Some((at, *cited.get(at)?)))
            .map(|(at, reference)| Work {
                reference,
                listed: use_.listed.contains(reference.key()),
                number: as_cited(at),
                rank: 0,
                suffix: String::new(),
                ambiguous: false,
                names: 0,
                given: Vec::new(),
            })
            .collect();
        number(engine, &mut order);
        rank(engine, &mut order);
        tell_apart(engine, &mut order);
        let places = order.iter().enumerate();
        Ok(Self {
            places: places
                .map(|(place, it)| (it.reference.key(), place))
                .collect(),
            order,
        })
    }

    /// The place of a work in the list.
    pub(crate) fn place(&self, key: &str) -> Option<usize> {
        self.places.get(key).copied()
    }
}

/// Numbers the works of the list without gaps.
fn number(engine: &Engine<'_>, order: &mut [Work<'_>]) {
    if engine.facts.numbered_as_cited {
        let mut places: Vec<_> = (0..order.len()).collect();
        places.sort_by_key(|at| order.get(*at).map(|it| it.number));
        let mut next = 0;
        for at in places {
            if let Some(work) = order.get_mut(at) {
                next += u32::from(work.listed);
                work.number = next;
            }
        }
    } else {
        let mut next = 0;
        for work in order {
            next += u32::from(work.listed);
            work.number = next;
        }
    }
}

/// Finds the places of works in sorted citations.
fn rank(engine: &mut Engine<'_>, order: &mut [Work<'_>]) {
    let keys = engine
        .style
        .citation
        .sort
        .as_ref()
        .map(|it| it.keys.clone());
    let Some(keys) = keys else { return };
    if engine.facts.sorts_like_list {
        for (place, work) in order.iter_mut().enumerate() {
            work.rank = place;
        }
        return;
    }
    let items: Vec<_> = order.iter().map(|it| it.reference.item()).collect();
    let numbers: Vec<_> = order.iter().map(|it| it.number).collect();
    let number = |at: usize| numbers.get(at).copied().unwrap_or_default();
    for (rank, group) in sort(engine, &items, &keys, &number).into_iter().enumerate() {
        for at in group {
            if let Some(work) = order.get_mut(at) {
                work.rank = rank;
            }
        }
    }
}

/// Which works are cited, in which order, and which of them are in the list.
struct Use {
    /// Places of all references, first those that are cited.
    order: Vec<usize>,
    listed: BTreeSet<String>,
}

impl Use {
    fn of(by_key: &BTreeMap<&str, usize>, requests: &[CiteRequest], count: usize) -> Self {
        let mut seen = vec![false; count];
        let mut order = Vec::with_capacity(count);
        let mut read = BTreeSet::new();
        let mut second_hand = BTreeSet::new();
        for item in requests.iter().flat_map(|request| &request.items) {
            // The work that was read is the one in the list (section 8.6 of the Publication
            // Manual, 7th edition).
            let mut link: Option<&CiteItem> = Some(item);
            while let Some(item) = link {
                if item.via.is_some() {
                    second_hand.insert(item.key.as_str());
                } else {
                    read.insert(item.key.as_str());
                    if let Some(&place) = by_key.get(item.key.as_str())
                        && let Some(seen) = seen.get_mut(place)
                        && !std::mem::replace(seen, true)
                    {
                        order.push(place);
                    }
                }
                link = item.via.as_deref();
            }
        }
        order.extend((0..count).filter(|place| seen.get(*place) == Some(&false)));
        let listed = by_key
            .keys()
            .filter(|key| read.contains(**key) || !second_hand.contains(**key));
        Self {
            order,
            listed: listed.map(|it| (*it).to_owned()).collect(),
        }
    }
}

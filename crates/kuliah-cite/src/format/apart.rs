//! What tells works apart whose citations look alike.
//!
//! The steps are those of CSL 1.0.2, "Disambiguation": given names, more names, other words, and
//! a letter behind the year. Works are compared by the text of their citations, in groups of
//! equals, so that the cost grows with the number of works alone.

use std::collections::{BTreeMap, BTreeSet};

use citationberg::DisambiguationRule as Rule;
use hayagriva::ElemChildren;
use hayagriva::types::Person;

use super::parts::{Engine, Given, Parts, Signs};
use super::works::Work;
use crate::Run;
use crate::style::variant::{Part, Variant};

/// The most names that are looked at to tell works apart.
const MAX_NAMES: usize = 100;

/// Fills in, for each work in the order of the list, what its citations need.
pub(crate) fn tell_apart(engine: &mut Engine<'_>, works: &mut [Work<'_>]) {
    let citation = engine.style.citation.clone();
    let rule = citation
        .disambiguate_add_givenname
        .then_some(citation.givenname_disambiguation_rule);
    let mut cites: Vec<Cite> = works.iter().map(|work| Cite::new(engine, work)).collect();
    if let Some(rule) = rule.filter(|it| *it != Rule::ByCite) {
        same_family(engine, &mut cites, rule);
    }
    if citation.disambiguate_add_names {
        for group in alike(&cites) {
            more_names(&mut cites, &group);
        }
        for (cite, work) in cites.iter_mut().zip(works.iter()) {
            cite.again(engine, work);
        }
    }
    if rule == Some(Rule::ByCite) {
        for group in alike(&cites) {
            given_names(engine, &mut cites, &group);
        }
    }
    for group in alike(&cites) {
        for &at in &group {
            if let (Some(cite), Some(work)) = (cites.get_mut(at), works.get(at)) {
                cite.variant.ambiguous = true;
                cite.again(engine, work);
            }
        }
    }
    if citation.disambiguate_add_year_suffix {
        for group in alike(&cites) {
            for (number, &at) in group.iter().enumerate() {
                if let Some(work) = works.get_mut(at) {
                    work.suffix = letters(number);
                }
            }
        }
    }
    for (cite, work) in cites.into_iter().zip(works) {
        work.ambiguous = cite.variant.ambiguous;
        work.names = cite.variant.names;
        work.given = cite.given;
    }
}

/// The citation of a work, so far.
struct Cite {
    variant: Variant,
    made: ElemChildren,
    persons: Vec<Person>,
    /// How many of them are shown.
    shown: usize,
    given: Vec<String>,
}

impl Cite {
    fn new(engine: &mut Engine<'_>, work: &Work<'_>) -> Self {
        let variant = Variant::of(Part::Citation);
        let made = engine.render(work.reference.item(), None, &variant);
        let persons = Parts::of(&made, &Run::default(), &Signs::default()).persons;
        let options = &engine.style.citation.name_options;
        let all = persons.len();
        let cut = options.et_al_min.is_some_and(|min| all >= min as usize);
        let first = options.et_al_use_first.unwrap_or(1).max(1) as usize;
        Self {
            variant,
            made,
            persons,
            shown: if cut { first.min(all) } else { all },
            given: Vec::new(),
        }
    }

    /// Renders it anew.
    fn again(&mut self, engine: &mut Engine<'_>, work: &Work<'_>) {
        if self.variant != Variant::of(Part::Citation) {
            self.made = engine.render(work.reference.item(), None, &self.variant);
        }
    }

    fn text(&self) -> String {
        let signs = Signs {
            given: &self.given,
            ..Signs::default()
        };
        Parts::of(&self.made, &Run::default(), &signs).text()
    }

    fn show_given(&mut self, place: usize, given: String) {
        if self.given.len() <= place {
            self.given.resize(place + 1, String::new());
        }
        if let Some(slot) = self.given.get_mut(place) {
            *slot = given;
        }
    }
}

/// The groups of works whose citations look alike, two at least, in the order of the list.
fn alike(cites: &[Cite]) -> Vec<Vec<usize>> {
    let mut by_text: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, cite) in cites.iter().enumerate() {
        by_text.entry(cite.text()).or_default().push(at);
    }
    by_text
        .into_values()
        .filter(|group| group.len() > 1)
        .collect()
}

/// Persons of one family name get given names wherever they are shown first, or anywhere when the
/// rule speaks of all names.
fn same_family(engine: &Engine<'_>, cites: &mut [Cite], rule: Rule) {
    let looked_at = |cite: &Cite| match rule {
        Rule::PrimaryName | Rule::PrimaryNameWithInitials => cite.shown.min(1),
        _ => cite.shown,
    };
    let mut families: BTreeMap<String, BTreeSet<(String, String)>> = BTreeMap::new();
    for cite in &*cites {
        for person in cite.persons.iter().take(looked_at(cite)) {
            if let Some(given) = &person.given_name {
                let known = families.entry(person.name.clone()).or_default();
                known.insert((initials(engine, person), given.clone()));
            }
        }
    }
    for cite in cites {
        for place in 0..looked_at(cite) {
            let Some(person) = cite.persons.get(place) else {
                continue;
            };
            let Some(known) = families.get(&person.name).filter(|it| it.len() > 1) else {
                continue;
            };
            let form = form_that_tells(engine, person, known, rule.allows_full_first_names());
            let given = given_text(engine, person, form);
            cite.show_given(place, given);
        }
    }
}

/// The shortest form of a given name that tells its bearer from the others.
fn form_that_tells(
    engine: &Engine<'_>,
    person: &Person,
    known: &BTreeSet<(String, String)>,
    whole: bool,
) -> Given {
    let own = initials(engine, person);
    let of_all: BTreeSet<_> = known.iter().map(|(initials, _)| initials).collect();
    let alike = known
        .iter()
        .filter(|(initials, _)| *initials == own)
        .count();
    if alike > 1 && whole {
        Given::Whole
    } else if of_all.len() > 1 {
        Given::Initials
    } else {
        Given::Hidden
    }
}

/// Shows names up to the first that tells the works of a group apart.
fn more_names(cites: &mut [Cite], group: &[usize]) {
    let mut open = vec![(group.to_vec(), 0)];
    while let Some((group, from)) = open.pop() {
        let shown = |at: &usize| cites.get(*at).map_or(0, |it| it.shown);
        let most = |at: &usize| cites.get(*at).map_or(0, |it| it.persons.len());
        let start = group.iter().map(shown).max().unwrap_or_default().max(from);
        let end = group
            .iter()
            .map(most)
            .max()
            .unwrap_or_default()
            .min(MAX_NAMES);
        for count in start + 1..=end {
            let mut parts: BTreeMap<(Vec<String>, bool), Vec<usize>> = BTreeMap::new();
            for &at in &group {
                let Some(cite) = cites.get(at) else { continue };
                let names = cite.persons.iter().take(count).map(|it| it.name.clone());
                let more = cite.persons.len() > count;
                parts.entry((names.collect(), more)).or_default().push(at);
            }
            if parts.len() < 2 {
                continue;
            }
            for &at in &group {
                if let Some(cite) = cites.get_mut(at) {
                    // "et al." is plural: it cannot stand for one name alone (section 8.18 of
                    // the Publication Manual, 7th edition).
                    let all = cite.persons.len();
                    let count = if count + 1 >= all { all } else { count };
                    cite.variant.names = u32::try_from(count).unwrap_or(u32::MAX);
                }
            }
            open.extend(
                parts
                    .into_values()
                    .filter(|it| it.len() > 1)
                    .map(|it| (it, count)),
            );
            break;
        }
    }
}

/// Shows given names where the works of a group have namesakes at one place.
fn given_names(engine: &Engine<'_>, cites: &mut [Cite], group: &[usize]) {
    let longest = |at: &usize| cites.get(*at).map_or(0, |it| it.shown);
    let places = group.iter().map(longest).max().unwrap_or_default();
    for place in 0..places {
        let person = |at: &usize| cites.get(*at).and_then(|it| it.persons.get(place)).cloned();
        let persons: Vec<_> = group.iter().map(|at| (*at, person(at))).collect();
        let known: BTreeSet<_> = persons
            .iter()
            .filter_map(|(_, person)| person.as_ref())
            .filter_map(|it| Some((initials(engine, it), it.given_name.clone()?)))
            .collect();
        if known.len() < 2 {
            continue;
        }
        for (at, person) in persons {
            if let (Some(cite), Some(person)) = (cites.get_mut(at), person) {
                let form = form_that_tells(engine, &person, &known, true);
                cite.show_given(place, given_text(engine, &person, form));
            }
        }
    }
}

/// What stands before a family name: "A. ".
fn given_text(engine: &Engine<'_>, person: &Person, form: Given) -> String {
    let text = match form {
        Given::Hidden => String::new(),
        Given::Initials => initials(engine, person),
        Given::Whole => person.given_name.clone().unwrap_or_default(),
    };
    if text.is_empty() { text } else { text + " " }
}

/// The initials as the style writes them; the whole name where it has no initials.
fn initials(engine: &Engine<'_>, person: &Person) -> String {
    let options = &engine.style.citation.name_options;
    let with =
        options
            .initialize_with
            .as_ref()
            .or(engine.style.settings.options.initialize_with.as_ref());
    let Some(with) = with else {
        return person.given_name.clone().unwrap_or_default();
    };
    let with = if with.trim().is_empty() { ". " } else { with };
    let mut out = String::new();
    let hyphen = engine.style.settings.initialize_with_hyphen;
    match person.initials(&mut out, Some(with), hyphen) {
        Ok(()) => out.trim().to_owned(),
        Err(_) => String::new(),
    }
}

/// "a" for the first, "z" for the 26th, then "aa".
fn letters(number: usize) -> String {
    let mut out = String::new();
    let mut left = number + 1;
    while left > 0 {
        left -= 1;
        let letter = u8::try_from(left % 26).unwrap_or_default();
        out.insert(0, char::from(b'a' + letter));
        left /= 26;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::letters;

    #[test]
    fn letters_go_on_behind_z() {
        let seen: Vec<_> = [0, 1, 25, 26, 27, 51, 52, 701, 702].map(letters).into();
        assert_eq!(seen, ["a", "b", "z", "aa", "ab", "az", "ba", "zz", "aaa"]);
    }
}

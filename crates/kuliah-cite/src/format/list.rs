//! The reference list.

use std::ops::Range;

use citationberg::SubsequentAuthorSubstituteRule as Rule;

use super::FormattedEntry;
use super::parts::{Engine, Parts, Signs};
use super::works::Works;
use crate::style::variant::{Part, Variant, label_affixes};
use crate::{Run, run};

/// The entries of the works that are listed; those without text are interviews and the like.
pub(crate) fn entries(engine: &mut Engine<'_>, works: &Works<'_>) -> Vec<FormattedEntry> {
    let Some(list) = &engine.style.bibliography else {
        return Vec::new();
    };
    let label = list
        .second_field_align
        .and_then(|_| label_affixes(&list.layout));
    let substitute = list.subsequent_author_substitute.as_deref();
    let rule = list.subsequent_author_substitute_rule;
    let mut out = Vec::with_capacity(works.order.len());
    let mut before: Option<Parts> = None;
    for work in works.order.iter().filter(|work| work.listed) {
        let variant = Variant {
            suffix: !work.suffix.is_empty(),
            ..Variant::of(Part::Entry)
        };
        let made = engine.render(work.reference.item(), None, &variant);
        let signs = Signs {
            number: work.number,
            suffix: &work.suffix,
            suffix_at_date: !engine.facts.places_suffix,
            ..Signs::default()
        };
        let parts = Parts::of(&made, &Run::default(), &signs);
        let mut shown = parts.clone();
        if let (Some(substitute), Some(before)) = (substitute, &before) {
            replace_names(&mut shown, before, substitute, rule);
        }
        let mut runs = shown.whole();
        run::trim(&mut runs);
        if runs.is_empty() {
            continue;
        }
        out.push(FormattedEntry {
            key: work.reference.key().to_owned(),
            label: label
                .as_ref()
                .map(|(before, behind)| vec![Run::new(format!("{before}{}{behind}", work.number))]),
            runs,
        });
        before = Some(parts);
    }
    out
}

/// The names without the role behind them, such as "editor", which stays.
fn name_list(parts: &Parts) -> Option<Range<usize>> {
    let names = parts.names.clone()?;
    let all = parts.name_ends.len() == parts.persons.len();
    let last = parts.name_ends.last().copied().filter(|_| all);
    Some(names.start..last.unwrap_or(names.end).clamp(names.start, names.end))
}

/// Puts a line where the names of the entry before stand again (CSL 1.0.2, "Reference Grouping").
fn replace_names(parts: &mut Parts, before: &Parts, substitute: &str, rule: Rule) {
    let (Some(range), false) = (name_list(parts), parts.persons.is_empty()) else {
        return;
    };
    let alike = match rule {
        Rule::CompleteAll | Rule::CompleteEach => parts.persons == before.persons,
        Rule::PartialEach | Rule::PartialFirst => parts.persons.first() == before.persons.first(),
    };
    if !alike {
        return;
    }
    let names: String = parts
        .pieces
        .get(range.clone())
        .unwrap_or_default()
        .iter()
        .map(|it| it.text.as_str())
        .collect();
    let old: String = name_list(before)
        .and_then(|it| before.pieces.get(it))
        .unwrap_or_default()
        .iter()
        .map(|it| it.text.as_str())
        .collect();
    let kept = match rule {
        Rule::PartialEach | Rule::PartialFirst => {
            let first = names.split(", ").take(2).collect::<Vec<_>>().join(", ");
            names
                .strip_prefix(first.as_str())
                .unwrap_or_default()
                .to_owned()
        }
        _ if names == old => String::new(),
        _ => return,
    };
    let mut line = parts.pieces.get(range.start).cloned().unwrap_or_default();
    line.text = format!("{substitute}{kept}");
    parts.pieces.splice(range, [line]);
}

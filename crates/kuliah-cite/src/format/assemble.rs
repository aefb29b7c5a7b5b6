//! The works of a citation, rendered one by one, put together as the style joins them.

use std::collections::BTreeMap;
use std::rc::Rc;

use citationberg::Collapse;
use citationberg::taxonomy::Locator;

use super::parts::{Engine, Parts, Signs};
use super::plan::{Cited, Plan};
use super::works::{Work, Works};
use super::{FormattedCitation, second_hand};
use crate::style::variant::{Part, Position, Variant};
use crate::{Form, Run, run};

/// Puts citations together, and remembers what was rendered.
pub(crate) struct Assembler<'s, 'a> {
    engine: &'s mut Engine<'a>,
    works: &'s Works<'s>,
    /// The words for "as cited in".
    second_hand: &'static str,
    made: BTreeMap<Asked, Rc<Parts>>,
    names: BTreeMap<usize, Rc<Vec<Run>>>,
}

/// What a rendered work depends on.
#[derive(Debug, Clone, Eq, PartialEq, Ord, PartialOrd)]
struct Asked {
    place: usize,
    locator: Option<(String, String)>,
    position: Position,
    first_note: u32,
    sentence: bool,
}

impl<'s, 'a> Assembler<'s, 'a> {
    pub(crate) fn new(
        engine: &'s mut Engine<'a>,
        works: &'s Works<'s>,
        style: Option<&str>,
    ) -> Self {
        let second_hand = second_hand(style, &engine.code);
        Self {
            engine,
            works,
            second_hand,
            made: BTreeMap::new(),
            names: BTreeMap::new(),
        }
    }

    /// The text of a citation, and the note it makes.
    pub(crate) fn citation(&mut self, plan: &Plan) -> FormattedCitation {
        if !self.engine.facts.note {
            let text = match plan.form {
                Form::Parenthetical => self.brackets(plan),
                Form::Year => self.year(plan),
                Form::Narrative => self.narrative(plan),
            };
            return FormattedCitation { text, note: None };
        }
        let mut note = match plan.form {
            Form::Parenthetical | Form::Narrative => self.joined(plan),
            Form::Year => self.rests(plan),
        };
        if note.is_empty() {
            // A work without author: its title is all there is.
            note = self.joined(plan);
        }
        if plan.in_note {
            return FormattedCitation {
                text: note,
                note: None,
            };
        }
        run::capitalize(&mut note);
        run::close(&mut note, &self.engine.facts.close);
        let text = match plan.form {
            Form::Narrative => self.all_names(plan),
            _ => Vec::new(),
        };
        FormattedCitation {
            text,
            note: Some(note),
        }
    }

    /// "(Barker, 1978; Compton, 1989)"
    fn brackets(&mut self, plan: &Plan) -> Vec<Run> {
        let inner = self.joined(plan);
        self.around(inner)
    }

    fn around(&self, inner: Vec<Run>) -> Vec<Run> {
        let facts = self.engine.facts;
        let mut runs = Vec::new();
        run::push(&mut runs, Run::new(&facts.open));
        run::push_all(&mut runs, inner);
        run::push(&mut runs, Run::new(&facts.close));
        runs
    }

    /// "Barker, 1978; Compton, 1989", gathered and shortened.
    fn joined(&mut self, plan: &Plan) -> Vec<Run> {
        if self.engine.facts.collapse == Some(Collapse::CitationNumber) {
            return self.numbers(plan);
        }
        let order = self.gathered(plan);
        let facts = self.engine.facts;
        let mut runs = Vec::new();
        let mut before: Option<&Cited> = None;
        for cited in order {
            let same = before.is_some_and(|it| self.same_names(it, cited));
            match (before, &facts.group_delimiter) {
                (Some(other), Some(delimiter)) if same => {
                    self.continued(&mut runs, other, cited, delimiter);
                }
                (Some(_), _) => {
                    run::push(&mut runs, Run::new(&facts.delimiter));
                    run::push_all(&mut runs, self.one(cited));
                }
                (None, _) => run::push_all(&mut runs, self.one(cited)),
            }
            before = Some(cited);
        }
        runs
    }

    /// The works with those of equal names brought together (CSL 1.0.2, "Cite Grouping").
    fn gathered<'p>(&mut self, plan: &'p Plan) -> Vec<&'p Cited> {
        if self.engine.facts.group_delimiter.is_none() || plan.items.len() < 3 {
            return plan.items.iter().collect();
        }
        let mut groups: Vec<Vec<&Cited>> = Vec::new();
        for cited in &plan.items {
            let mut home = None;
            if cited.is_bare() {
                let first = |group: &Vec<&'p Cited>| group.first().copied();
                for (at, other) in groups.iter().map(first).enumerate() {
                    if other.is_some_and(|other| self.same_names(other, cited)) {
                        home = Some(at);
                        break;
                    }
                }
            }
            match home.and_then(|at| groups.get_mut(at)) {
                Some(group) => group.push(cited),
                None => groups.push(vec![cited]),
            }
        }
        groups.into_iter().flatten().collect()
    }

    /// A work behind one of the same names: its year alone where the style says so.
    fn continued(&mut self, runs: &mut Vec<Run>, other: &Cited, cited: &Cited, delimiter: &str) {
        if self.engine.facts.collapse.is_none() {
            run::push(runs, Run::new(delimiter));
            run::push_all(runs, self.one(cited));
            return;
        }
        let rest = self.parts(cited, false).rest();
        let letters = matches!(
            self.engine.facts.collapse,
            Some(Collapse::YearSuffix | Collapse::YearSuffixRanged)
        );
        if letters
            && let (Some(work), Some(before)) = (self.work(cited), self.work(other))
            && !work.suffix.is_empty()
        {
            let suffix = work.suffix.clone();
            let year = |runs: &[Run], suffix: &str| {
                run::text(runs).strip_suffix(suffix).map(str::to_owned)
            };
            let earlier = self.parts(other, false).rest();
            if year(&earlier, &before.suffix) == year(&rest, &suffix) {
                run::push(runs, Run::new(&self.engine.facts.suffix_delimiter));
                let base = self.base(cited);
                run::push(
                    runs,
                    Run {
                        text: suffix,
                        ..base
                    },
                );
                return;
            }
        }
        run::push(runs, Run::new(delimiter));
        run::push_all(runs, rest);
    }

    /// "1, 3–5, 7"
    fn numbers(&mut self, plan: &Plan) -> Vec<Run> {
        let mut runs = Vec::new();
        let mut items = plan.items.as_slice();
        let facts = self.engine.facts;
        // A style without pages may have a delimiter that a page makes hard to read: "1, p. 5,3".
        let paged = items.iter().any(|it| it.locator.is_some());
        let delimiter = if paged && !facts.places_locator {
            "; "
        } else {
            &facts.delimiter
        };
        while let Some((first, others)) = items.split_first() {
            if !runs.is_empty() {
                run::push(&mut runs, Run::new(delimiter));
            }
            run::push_all(&mut runs, self.one(first));
            let mut last = first;
            let mut length = 1;
            for next in others {
                let follows =
                    self.work(next).map(|it| it.number) == self.work(last).map(|it| it.number + 1);
                if !(follows && first.is_bare() && next.is_bare()) {
                    break;
                }
                last = next;
                length += 1;
            }
            // Two numbers are no range.
            if length > 2 {
                run::push(&mut runs, Run::new("–"));
                run::push_all(&mut runs, self.one(last));
            } else {
                length = 1;
            }
            items = items.get(length..).unwrap_or_default();
        }
        runs
    }

    /// "(1978)"
    fn year(&mut self, plan: &Plan) -> Vec<Run> {
        let inner = self.rests(plan);
        if inner.is_empty() {
            return self.brackets(plan);
        }
        self.around(inner)
    }

    fn rests(&mut self, plan: &Plan) -> Vec<Run> {
        let mut runs = Vec::new();
        for (at, cited) in plan.items.iter().enumerate() {
            if at > 0 {
                run::push(&mut runs, Run::new(&self.engine.facts.delimiter));
            }
            run::push(&mut runs, Run::new(&cited.prefix));
            run::push_all(&mut runs, self.rest(cited, false));
            self.behind(&mut runs, cited, true);
        }
        run::trim(&mut runs);
        runs
    }

    /// "Barker (1978)"
    fn narrative(&mut self, plan: &Plan) -> Vec<Run> {
        let mut runs = Vec::new();
        for (at, cited) in plan.items.iter().enumerate() {
            if at > 0 {
                run::push(&mut runs, Run::new(&self.engine.facts.delimiter));
            }
            run::push(&mut runs, Run::new(&cited.prefix));
            let names = self.names(cited);
            run::push_all(&mut runs, names.iter().cloned());
            // A style of numbers has none for a work that is not in its list.
            let numeric = self.engine.facts.numeric;
            let mut inner = if numeric && cited.via.is_some() {
                Vec::new()
            } else {
                self.rest(cited, true)
            };
            let shown = !inner.is_empty();
            self.behind(&mut inner, cited, shown);
            if inner.is_empty() {
                continue;
            }
            // One piece with the names before it, so that both become one link.
            let base = self.base(cited);
            let facts = self.engine.facts;
            let say = |text: &str| Run {
                text: text.to_owned(),
                ..base.clone()
            };
            run::push(&mut runs, say(if names.is_empty() { "" } else { " " }));
            run::push(&mut runs, say(&facts.open));
            run::push_all(&mut runs, inner);
            run::push(&mut runs, say(&facts.close));
        }
        runs
    }

    fn all_names(&mut self, plan: &Plan) -> Vec<Run> {
        let mut runs = Vec::new();
        for (at, cited) in plan.items.iter().enumerate() {
            if at > 0 {
                run::push(&mut runs, Run::new(&self.engine.facts.delimiter));
            }
            run::push(&mut runs, Run::new(&cited.prefix));
            run::push_all(&mut runs, self.names(cited));
        }
        runs
    }

    /// A work with what stands before and behind it.
    fn one(&mut self, cited: &Cited) -> Vec<Run> {
        let mut runs = Vec::new();
        run::push(&mut runs, Run::new(&cited.prefix));
        let whole = if self.engine.facts.numeric && cited.via.is_some() {
            self.names(cited)
        } else {
            self.parts(cited, false).whole()
        };
        run::push_all(&mut runs, whole);
        self.behind(&mut runs, cited, true);
        runs
    }

    /// What stands behind a work: the one it was read in, and words.
    fn behind(&mut self, runs: &mut Vec<Run>, cited: &Cited, comma: bool) {
        if let Some(via) = &cited.via {
            let comma = if comma && self.second_hand_has_comma() {
                ", "
            } else if comma {
                " "
            } else {
                ""
            };
            let words = format!("{comma}{} ", self.second_hand);
            run::push(runs, Run::new(words));
            run::push(runs, Run::new(&via.prefix));
            run::push_all(runs, self.parts(via, false).whole());
            run::push(runs, Run::new(&via.suffix));
        }
        let base = self.base(cited);
        let text = cited.suffix.clone();
        let words = if cited.via.is_some() {
            Run::new(text)
        } else {
            Run { text, ..base }
        };
        run::push(runs, words);
    }

    /// "Johnson qtd. in Boswell 2: 450" has none (*MLA Handbook*, 9th edition, section 6.77).
    fn second_hand_has_comma(&self) -> bool {
        !self.second_hand.starts_with("qtd.")
    }

    /// The names a work is cited by, or what stands in their place.
    fn names(&mut self, cited: &Cited) -> Vec<Run> {
        let parts = self.parts(cited, true);
        if parts.names.is_some() && !self.engine.facts.note {
            return parts.names();
        }
        if let Some(made) = self.names.get(&cited.place) {
            return (**made).clone();
        }
        let Some(work) = self.work(cited) else {
            return Vec::new();
        };
        let item = work.reference.item();
        let variant = Variant {
            names: work.names,
            ..Variant::of(Part::Names)
        };
        let made = self.engine.render(item, None, &variant);
        let made = Parts::of(&made, &self.base(cited), &self.signs(cited));
        let mut names = made.names();
        if names.is_empty() {
            names = made.whole();
        }
        // A title looks as it does in the citation.
        let start = run::split_start(&parts.whole(), &run::text(&names));
        if let Some((start, _)) = start.filter(|_| made.persons.is_empty()) {
            names = start;
            run::drop_final_comma(&mut names);
        }
        self.names.insert(cited.place, Rc::new(names.clone()));
        names
    }

    /// What is shown besides the names.
    fn rest(&mut self, cited: &Cited, sentence: bool) -> Vec<Run> {
        let parts = self.parts(cited, sentence);
        if parts.names.is_some() || self.engine.facts.numeric {
            return parts.rest();
        }
        // Without names a work is cited by its title, which stands before the rest.
        let names = run::text(&self.names(cited));
        let whole = parts.whole();
        match run::split_start(&whole, &names) {
            Some((_, rest)) => rest,
            None => whole,
        }
    }

    fn same_names(&mut self, a: &Cited, b: &Cited) -> bool {
        if !(a.is_bare_behind() && b.is_bare()) {
            return false;
        }
        let (a, b) = (self.parts(a, false), self.parts(b, false));
        a.names.is_some()
            && b.names.is_some()
            && !a.persons.is_empty()
            && a.persons == b.persons
            && run::text(&a.names()) == run::text(&b.names())
    }

    fn parts(&mut self, cited: &Cited, sentence: bool) -> Rc<Parts> {
        let sentence = sentence && self.engine.facts.ampersand;
        let locator = cited.locator.as_ref();
        let asked = Asked {
            place: cited.place,
            locator: locator.map(|(kind, place)| (locator_name(*kind), place.clone())),
            position: cited.position,
            first_note: cited.first_note,
            sentence,
        };
        if let Some(made) = self.made.get(&asked) {
            return Rc::clone(made);
        }
        let Some(work) = self.work(cited) else {
            return Rc::new(Parts::default());
        };
        let variant = Variant {
            part: if sentence {
                Part::Sentence
            } else {
                Part::Citation
            },
            position: cited.position,
            suffix: !work.suffix.is_empty(),
            ambiguous: work.ambiguous,
            names: work.names,
        };
        let made = self.engine.render(work.reference.item(), locator, &variant);
        let parts = Rc::new(Parts::of(&made, &self.base(cited), &self.signs(cited)));
        self.made.insert(asked, Rc::clone(&parts));
        parts
    }

    fn work(&self, cited: &Cited) -> Option<&'s Work<'s>> {
        self.works.order.get(cited.place)
    }

    /// What the runs that stand for this work have in common.
    fn base(&self, cited: &Cited) -> Run {
        Run {
            entry: self.work(cited).map(|it| it.reference.key().to_owned()),
            ..Run::default()
        }
    }

    fn signs(&self, cited: &Cited) -> Signs<'s> {
        let facts = self.engine.facts;
        match self.work(cited) {
            Some(work) => Signs {
                number: work.number,
                suffix: &work.suffix,
                suffix_at_date: !facts.places_suffix,
                note: cited.first_note,
                given: &work.given,
            },
            None => Signs::default(),
        }
    }
}

impl Cited {
    /// Whether another work may follow as its year alone.
    fn is_bare_behind(&self) -> bool {
        self.locator.is_none() && self.suffix.is_empty() && self.via.is_none()
    }
}

fn locator_name(kind: Locator) -> String {
    format!("{kind:?}")
}

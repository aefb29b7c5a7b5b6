//! One work at a time through the formatter, and what comes out in pieces.

use std::collections::BTreeMap;
use std::ops::Range;
use std::rc::Rc;

use citationberg::json::{Item, Value};
use citationberg::taxonomy::{Locator, NameVariable, StandardVariable};
use citationberg::{
    FontStyle, FontVariant, FontWeight, IndependentStyle, Locale, LocaleCode, VerticalAlign,
};
use hayagriva::types::Person;
use hayagriva::{
    BufWriteFormat, CitationItem, CitationRequest, Elem, ElemChild, ElemChildren, ElemMeta,
    Formatting, LocatorPayload, SpecificLocator, standalone_citation,
};

use crate::rich::Reader;
use crate::style::ask::{Answers, Questions, Sheet};
use crate::style::cut::{Cut, cut};
use crate::style::data::{Parsed, locale, locale_code};
use crate::style::variant::{NAMES, NAMES_END, NOTE, NUMBER, SUFFIX, Variant};
use crate::style::{Facts, Style};
use crate::title::TitleCase;
use crate::{CiteError, Run, run};

/// A style and the words of a language, and the cuts that were made of them so far.
pub(crate) struct Engine<'a> {
    pub(crate) style: &'a IndependentStyle,
    pub(crate) facts: &'a Facts,
    pub(crate) code: LocaleCode,
    locale: &'static [Locale],
    questions: &'a Questions,
    /// What works answer, each sort of answers once.
    answers: Vec<Rc<Answers>>,
    shapes: BTreeMap<Rc<Answers>, usize>,
    /// The answers of each work, by its key.
    works: BTreeMap<String, usize>,
    cuts: BTreeMap<(Variant, usize, usize), Rc<Cut>>,
}

impl<'a> Engine<'a> {
    pub(crate) fn new(style: &'a Style, language: &str) -> Result<Self, CiteError> {
        let Parsed {
            style,
            facts,
            questions,
        } = style.parsed()?;
        let code = locale_code(language, style);
        Ok(Self {
            style,
            facts,
            locale: locale(&code)?,
            code,
            questions,
            answers: Vec::new(),
            shapes: BTreeMap::new(),
            works: BTreeMap::new(),
            cuts: BTreeMap::new(),
        })
    }

    /// Renders a work.
    pub(crate) fn render(
        &mut self,
        item: &Item,
        locator: Option<&(Locator, String)>,
        variant: &Variant,
    ) -> ElemChildren {
        let place = locator.map(|(kind, place)| SpecificLocator(*kind, LocatorPayload::Str(place)));
        let cut = self.cut(item, place.as_ref(), variant);
        match self.in_case(item, &cut.titles) {
            Some(changed) => self.ask(&changed, place, &cut.style),
            None => self.ask(item, place, &cut.style),
        }
    }

    /// A work with its titles in the case that the style asks for; `None` where nothing changes.
    fn in_case(&self, item: &Item, titles: &[(StandardVariable, TitleCase)]) -> Option<Item> {
        let mut changed: Option<Item> = None;
        for (field, case) in titles {
            // The short form of a title stands in a field of its own.
            let name = field.to_string();
            for name in [format!("{name}-short"), name] {
                let Some(Value::String(text)) = item.0.get(&name) else {
                    continue;
                };
                if *case == TitleCase::Title && !self.is_english(item) {
                    continue;
                }
                let new = case.change(text);
                if new != *text {
                    let changed = changed.get_or_insert_with(|| item.clone());
                    changed.0.insert(name, Value::String(new));
                }
            }
        }
        changed
    }

    /// Whether a work is in English: title case is for nothing else.
    fn is_english(&self, item: &Item) -> bool {
        let language = item.0.get("language").and_then(Value::to_str);
        let language = language.map(|it| LocaleCode(it.into_owned()));
        language.as_ref().unwrap_or(&self.code).is_english()
    }

    /// The style cut for this work.
    fn cut(
        &mut self,
        item: &Item,
        place: Option<&SpecificLocator<'_>>,
        variant: &Variant,
    ) -> Rc<Cut> {
        let questions = self.questions;
        let of_work = self.answers_of_work(item);
        let of_place = self.answers(item, place, &questions.of_place);
        let key = (variant.clone(), of_work, of_place);
        if let Some(cut) = self.cuts.get(&key) {
            return Rc::clone(cut);
        }
        let answers = |at: usize| self.answers.get(at).map(Rc::clone).unwrap_or_default();
        let (work, place) = (answers(of_work), answers(of_place));
        let answers = (questions, &*work, &*place);
        let cut = Rc::new(cut(self.style, self.facts, variant, answers, &self.code));
        self.cuts.insert(key, Rc::clone(&cut));
        cut
    }

    fn answers_of_work(&mut self, item: &Item) -> usize {
        let key = item.0.get("id").and_then(Value::to_str).unwrap_or_default();
        if let Some(known) = self.works.get(&*key) {
            return *known;
        }
        let key = key.into_owned();
        let answers = self.answers(item, None, &self.questions.of_work);
        self.works.insert(key, answers);
        answers
    }

    /// The number of the answers of a work to a sheet.
    fn answers(
        &mut self,
        item: &Item,
        place: Option<&SpecificLocator<'_>>,
        sheet: &Sheet,
    ) -> usize {
        let mut printed = String::new();
        if !sheet.is_empty() {
            let made = self.ask(item, place.cloned(), &sheet.style);
            // Writing to a text does not fail.
            let _ = made.write_buf(&mut printed, BufWriteFormat::Plain);
        }
        let answers = sheet.read(&printed);
        if let Some(known) = self.shapes.get(&answers) {
            return *known;
        }
        let (answers, at) = (Rc::new(answers), self.answers.len());
        self.answers.push(Rc::clone(&answers));
        self.shapes.insert(answers, at);
        at
    }

    fn ask(
        &self,
        item: &Item,
        place: Option<SpecificLocator<'_>>,
        style: &IndependentStyle,
    ) -> ElemChildren {
        let item = CitationItem::with_locator(item, place);
        let code = Some(self.code.clone());
        standalone_citation(CitationRequest::new(
            vec![item],
            style,
            code,
            self.locale,
            None,
        ))
    }
}

/// How much of a given name is shown before a family name to tell two apart.
#[derive(Debug, Copy, Clone, Default, Eq, PartialEq, Ord, PartialOrd)]
pub(crate) enum Given {
    /// None of it.
    #[default]
    Hidden,
    /// Its initials.
    Initials,
    /// All of it.
    Whole,
}

/// What goes in where the formatter left a sign.
#[derive(Debug, Clone, Default)]
pub(crate) struct Signs<'a> {
    /// The number of the entry.
    pub(crate) number: u32,
    /// The letter behind the year.
    pub(crate) suffix: &'a str,
    /// Whether that letter has no sign of its own and goes behind the first year.
    pub(crate) suffix_at_date: bool,
    /// The number of the note that first cites the work.
    pub(crate) note: u32,
    /// What goes before the names, by their place.
    pub(crate) given: &'a [String],
}

/// A rendered work in pieces of one look each, markup still as control characters.
#[derive(Debug, Clone, Default)]
pub(crate) struct Parts {
    pub(crate) pieces: Vec<Run>,
    /// The first names, or what stands in their place.
    pub(crate) names: Option<Range<usize>>,
    /// Where each of those names ends; after the last one stand "et al." and the role.
    pub(crate) name_ends: Vec<usize>,
    /// Those who bear them.
    pub(crate) persons: Vec<Person>,
}

impl Parts {
    /// Puts the signs in and parts names from the rest; all pieces look like `base` otherwise.
    pub(crate) fn of(children: &ElemChildren, base: &Run, signs: &Signs<'_>) -> Self {
        let mut taker = Taker {
            parts: Self::default(),
            base,
            signs,
            suffix_done: !signs.suffix_at_date || signs.suffix.is_empty(),
            in_names: false,
            date_ends: None,
            instead_from: None,
        };
        taker.all(&children.0);
        taker.parts
    }

    /// All of it.
    pub(crate) fn whole(&self) -> Vec<Run> {
        read(&self.pieces)
    }

    /// The names alone, without the sign that parts them from what follows.
    pub(crate) fn names(&self) -> Vec<Run> {
        let range = self.names.clone().unwrap_or_default();
        let mut runs = read(self.pieces.get(range).unwrap_or_default());
        run::drop_final_comma(&mut runs);
        run::trim(&mut runs);
        runs
    }

    /// What is left without the names, and without the signs that parted them.
    pub(crate) fn rest(&self) -> Vec<Run> {
        let Some(range) = &self.names else {
            return self.whole();
        };
        let before = self.pieces.get(..range.start).unwrap_or_default();
        let behind = self.pieces.get(range.end..).unwrap_or_default();
        let mut before = read(before);
        let mut behind = read(behind);
        if before.is_empty() {
            run::drop_leading_signs(&mut behind);
        }
        before.append(&mut behind);
        before
    }

    /// The text alone.
    pub(crate) fn text(&self) -> String {
        self.pieces.iter().map(|it| it.text.as_str()).collect()
    }
}

/// Turns pieces with markup as control characters into runs.
pub(crate) fn read(pieces: &[Run]) -> Vec<Run> {
    let mut runs = Vec::new();
    let mut reader = Reader::default();
    for piece in pieces {
        reader.read(&mut runs, piece, &piece.text);
    }
    run::drop_doubled_stops(&mut runs);
    run::drop_dateless_commas(&mut runs);
    run::drop_doubled_blanks(&mut runs);
    run::capitalize_edition(&mut runs);
    runs
}

/// Walks over what the formatter made.
struct Taker<'a> {
    parts: Parts,
    base: &'a Run,
    signs: &'a Signs<'a>,
    suffix_done: bool,
    in_names: bool,
    /// How many pieces there were when a date ended.
    date_ends: Option<usize>,
    /// Where what stands for names began.
    instead_from: Option<usize>,
}

impl Taker<'_> {
    fn all(&mut self, children: &[ElemChild]) {
        for child in children {
            match child {
                ElemChild::Text(text) => self.text(&text.text, text.formatting, None),
                ElemChild::Link { text, url } => {
                    self.text(&text.text, text.formatting, Some(url));
                }
                ElemChild::Elem(elem) => self.elem(elem),
                // Neither is ever made: the one stands for markup of another program in a
                // reference, the other for a locator without text.
                ElemChild::Markup(_) | ElemChild::Transparent { .. } => {}
            }
        }
    }

    fn elem(&mut self, elem: &Elem) {
        let start = self.parts.pieces.len();
        match &elem.meta {
            Some(ElemMeta::Names(people)) if self.parts.names.is_none() && !self.in_names => {
                self.in_names = true;
                self.all(&elem.children.0);
                self.in_names = false;
                if self.parts.pieces.len() > start {
                    self.parts.names = Some(start..self.parts.pieces.len());
                    self.persons(people);
                } else {
                    self.parts.persons.clear();
                }
            }
            // Names in place of others that are not there.
            Some(ElemMeta::Names(people)) if self.in_names => {
                self.all(&elem.children.0);
                self.persons(people);
            }
            Some(ElemMeta::Name(_, place)) => {
                self.all(&elem.children.0);
                self.name(start, *place);
            }
            Some(ElemMeta::Date) => {
                self.all(&elem.children.0);
                self.date(start);
                self.date_ends = Some(self.parts.pieces.len());
            }
            _ => self.all(&elem.children.0),
        }
    }

    fn persons(&mut self, people: &[(Vec<Person>, NameVariable)]) {
        if self.parts.persons.is_empty() {
            let people = people.iter().flat_map(|(people, _)| people).cloned();
            self.parts.persons = people.collect();
        }
    }

    /// Puts what tells a name apart before it, unless it is there already.
    fn name(&mut self, start: usize, place: usize) {
        let given = self.signs.given.get(place).filter(|it| !it.is_empty());
        if self.in_names {
            self.parts.name_ends.push(self.parts.pieces.len());
        }
        if let Some(given) = given.filter(|_| self.in_names)
            && let Some(first) = self.parts.pieces.get_mut(start)
            && !first.text.starts_with(given.as_str())
        {
            first.text.insert_str(0, given);
        }
    }

    /// Puts the letter behind the year of the first date.
    fn date(&mut self, start: usize) {
        if self.suffix_done {
            return;
        }
        let pieces = self.parts.pieces.get_mut(start..).unwrap_or_default();
        for piece in pieces {
            if let Some(end) = end_of_year(&piece.text) {
                piece.text.insert_str(end, self.signs.suffix);
                self.suffix_done = true;
                return;
            }
        }
    }

    fn text(&mut self, text: &str, formatting: Formatting, url: Option<&String>) {
        let mut rest = text;
        while let Some(at) = rest.find([NAMES, NAMES_END]) {
            let (before, sign) = rest.split_at(at);
            self.stretch(before, formatting, url);
            let here = self.parts.pieces.len();
            if sign.starts_with(NAMES) {
                self.instead_from = Some(here);
            } else if let Some(start) = self.instead_from.take()
                && self.parts.names.is_none()
                && start < here
            {
                self.parts.names = Some(start..here);
            }
            rest = sign.strip_prefix([NAMES, NAMES_END]).unwrap_or_default();
        }
        self.stretch(rest, formatting, url);
    }

    /// Text of one look.
    fn stretch(&mut self, text: &str, formatting: Formatting, url: Option<&String>) {
        let text = self.filled(text);
        if text.is_empty() {
            return;
        }
        // The formatter parts a year from a month that is not there.
        if self.date_ends == Some(self.parts.pieces.len())
            && text.starts_with([';', ':', ',', '.', ')', ']'])
            && let Some(date) = self.parts.pieces.last_mut()
        {
            date.text.truncate(date.text.trim_end().len());
        }
        self.parts.pieces.push(Run {
            text,
            italic: formatting.font_style == FontStyle::Italic,
            bold: formatting.font_weight == FontWeight::Bold,
            small_caps: formatting.font_variant == FontVariant::SmallCaps,
            superscript: formatting.vertical_align == VerticalAlign::Sup,
            subscript: formatting.vertical_align == VerticalAlign::Sub,
            url: url.cloned(),
            ..self.base.clone()
        });
    }

    fn filled(&self, text: &str) -> String {
        if !text.contains([NUMBER, SUFFIX, NOTE]) {
            return text.to_owned();
        }
        let mut out = String::with_capacity(text.len());
        for c in text.chars() {
            match c {
                NUMBER => out.push_str(&self.signs.number.to_string()),
                SUFFIX => out.push_str(self.signs.suffix),
                NOTE => out.push_str(&self.signs.note.to_string()),
                _ => out.push(c),
            }
        }
        out
    }
}

/// Where the first year in a text ends: its last digit, or the era behind it.
fn end_of_year(text: &str) -> Option<usize> {
    let start = text.find(|c: char| c.is_ascii_digit())?;
    let rest = text.get(start..)?;
    let length = rest
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(rest.len());
    // Days and months are shorter; a year before 1000 has its era behind it, and no such letter.
    if length >= 4 {
        return Some(start + length);
    }
    let after = start + length;
    end_of_year(text.get(after..)?).map(|end| after + end)
}

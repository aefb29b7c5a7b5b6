//! A style cut to one purpose and to what works have: what the formatter is asked with.
//!
//! 1. The layout of the purpose is taken: citation, entry, names, or the value of a sort key.
//! 2. Of each condition only the branch is kept that the work takes.
//! 3. What prints nothing goes, where no group takes note of it.
//! 4. Of the macros only those are kept that are still called.
//!
//! What is left is small, so that rendering costs little.

use std::fmt::Write as _;

use citationberg::taxonomy::{NameVariable, StandardVariable, Variable};
use citationberg::{
    Choose, ChooseMatch, Citation, CslMacro, DemoteNonDroppingParticle, Group, IndependentStyle,
    InheritableNameOptions, Layout, LayoutRenderingElement, LocaleCode, NameAsSortOrder, Names,
    NamesChild, Text, TextCase, TextTarget, VariablelessLabel,
};

use super::Facts;
use super::ask::{Answers, Questions, Test, is_without_year};
use super::data::is_indonesian;
use super::indonesian::{day_first, edition_first};
use super::instead::{Printed, marked, without_used};
use super::layouts::{locator, names_layout};
use super::rewrite::condition;
use super::variant::{Part, Variant, label_affixes, plain_layout, shadow};
use super::weight::{Weighed, Weight, settle, weight};
use crate::title::TitleCase;

/// What is left of a style.
pub(crate) struct Cut {
    pub(crate) style: IndependentStyle,
    /// Fields whose letters change their case, which is not left to the formatter.
    pub(crate) titles: Vec<(StandardVariable, TitleCase)>,
}

/// Cuts a style for a variant, and for works that answer like this.
pub(crate) fn cut(
    style: &IndependentStyle,
    facts: &Facts,
    variant: &Variant,
    answers: (&Questions, &Answers, &Answers),
    language: &LocaleCode,
) -> Cut {
    let mut cutter = Cutter {
        style,
        facts,
        variant,
        answers,
        indonesian: is_indonesian(&language.0),
        english: language.is_english(),
        macros: Vec::new(),
        titles: Vec::new(),
        used: Vec::new(),
        stage: 0,
        substituted: false,
    };
    let mut settings = style.settings.clone();
    let mut options = style.citation.name_options.clone();
    let made;
    let (mut layout, mut skipped) = (&style.citation.layout, 0);
    match &variant.part {
        Part::Citation | Part::Sentence => {}
        Part::Entry => {
            if let Some(list) = &style.bibliography {
                layout = &list.layout;
                options = list.name_options.clone();
                // The number at the start stands in a column of its own.
                let aligned = list.second_field_align.and(label_affixes(layout));
                skipped = usize::from(aligned.is_some());
            }
        }
        Part::Names => {
            made = names_layout(style);
            layout = &made;
            if options.et_al_min.is_none() {
                options.et_al_min = Some(3);
                options.et_al_use_first = Some(1);
            }
        }
        Part::Sort(name, min, first) => {
            let target = TextTarget::Macro { name: name.clone() };
            let text = LayoutRenderingElement::Text(Text::with_target(target));
            made = plain_layout(vec![text]);
            layout = &made;
            if settings.demote_non_dropping_particle == DemoteNonDroppingParticle::SortOnly {
                settings.demote_non_dropping_particle = DemoteNonDroppingParticle::DisplayAndSort;
            }
            sort_names(&mut settings.options, *min, *first);
            sort_names(&mut options, *min, *first);
        }
    }
    variant.options(&mut settings.options);
    variant.options(&mut options);
    let elements = layout.elements.get(skipped..).unwrap_or_default();
    let mut layout = Layout {
        elements: cutter.all(elements).0,
        ..bare_layout(layout)
    };
    if matches!(variant.part, Part::Citation | Part::Sentence) {
        layout.prefix = None;
        layout.suffix = None;
        if !facts.places_locator {
            layout.elements.push(locator());
        }
    }
    let mut citation = Citation::with_layout(layout);
    citation.name_options = options;
    let style = IndependentStyle {
        info: style.info.clone(),
        default_locale: style.default_locale.clone(),
        version: style.version.clone(),
        citation,
        bibliography: None,
        settings,
        macros: cutter.macros.into_iter().map(|it| it.0).collect(),
        locale: words(style, language),
    };
    let titles = cutter.titles;
    Cut { style, titles }
}

/// The words of the style itself that may be looked up in a language.
fn words(style: &IndependentStyle, language: &LocaleCode) -> Vec<citationberg::Locale> {
    let primary = |code: &LocaleCode| code.0.split('-').next().map(str::to_owned);
    let wanted = primary(language);
    let locales = style.locale.iter().filter(|it| match &it.lang {
        Some(code) => primary(code) == wanted,
        None => true,
    });
    locales.cloned().collect()
}

/// CSL 1.0.2, "Sorting": names are inverted; "et al." only where the key says so.
fn sort_names(options: &mut InheritableNameOptions, min: Option<u32>, first: Option<u32>) {
    options.et_al_min = min;
    options.et_al_use_first = first;
    options.name_as_sort_order = Some(NameAsSortOrder::All);
}

/// A layout without its elements.
fn bare_layout(layout: &Layout) -> Layout {
    Layout {
        elements: Vec::new(),
        font_style: layout.font_style,
        font_variant: layout.font_variant,
        font_weight: layout.font_weight,
        text_decoration: layout.text_decoration,
        vertical_align: layout.vertical_align,
        prefix: layout.prefix.clone(),
        suffix: layout.suffix.clone(),
        delimiter: layout.delimiter.clone(),
    }
}

struct Cutter<'a> {
    style: &'a IndependentStyle,
    facts: &'a Facts,
    variant: &'a Variant,
    answers: (&'a Questions, &'a Answers, &'a Answers),
    /// Whether words stand in their Indonesian order.
    indonesian: bool,
    english: bool,
    /// Those that are called, with their weights; silent ones while they are cut.
    macros: Vec<(CslMacro, Weight)>,
    titles: Vec<(StandardVariable, TitleCase)>,
    /// Fields that were printed in the place of names.
    used: Vec<Variable>,
    /// Rises before and behind what stands for names; a macro may be another one there.
    stage: usize,
    /// Whether names stand right in the place of others.
    substituted: bool,
}

impl Cutter<'_> {
    /// The elements that stay of those that stand together, and what they weigh together.
    fn all(
        &mut self,
        elements: &[LayoutRenderingElement],
    ) -> (Vec<LayoutRenderingElement>, Weight) {
        let moved = if self.indonesian {
            edition_first(elements)
        } else {
            None
        };
        let elements = moved.as_deref().unwrap_or(elements);
        settle(elements.iter().map(|element| self.one(element)).collect())
    }

    fn one(&mut self, element: &LayoutRenderingElement) -> Weighed {
        match element {
            LayoutRenderingElement::Choose(choose) => self.choice(choose),
            LayoutRenderingElement::Group(group) => {
                let (children, weight) = self.all(&group.children);
                (
                    LayoutRenderingElement::Group(around(group, children)),
                    weight,
                )
            }
            LayoutRenderingElement::Names(names) => self.names(names),
            LayoutRenderingElement::Text(_)
            | LayoutRenderingElement::Number(_)
            | LayoutRenderingElement::Label(_)
            | LayoutRenderingElement::Date(_) => {
                let mut element = element.clone();
                if self.indonesian
                    && let LayoutRenderingElement::Date(date) = &mut element
                {
                    day_first(date);
                }
                without_used(&mut element, &self.used);
                self.variant.leaf(&mut element);
                match &mut element {
                    LayoutRenderingElement::Text(text) => self.titles.extend(case_of_title(text)),
                    LayoutRenderingElement::Label(label) => self.case_of_label(&mut label.label),
                    _ => {}
                }
                let weight = match &mut element {
                    LayoutRenderingElement::Text(text) => match &mut text.target {
                        TextTarget::Macro { name } => self.called(name),
                        _ => weight(&element, &|it| self.has(it)),
                    },
                    // A month or day that is not there leaves no sign before it.
                    LayoutRenderingElement::Date(date)
                        if is_without_year(date)
                            && !date.variable.is_some_and(|it| self.answer(Test::Month(it))) =>
                    {
                        Weight::Empty
                    }
                    _ => weight(&element, &|it| self.has(it)),
                };
                (element, weight)
            }
        }
    }

    /// Whether the work has a variable.
    fn has(&self, variable: Variable) -> bool {
        !self.used.contains(&variable)
            && self.answer(Test::Variable(shadow(variable).unwrap_or(variable)))
    }

    fn answer(&self, test: Test) -> bool {
        let (questions, work, place) = self.answers;
        questions.holds(test, work, place)
    }

    /// The branch that is taken. It stays a choice, since a group counts the groups right in it.
    fn choice(&mut self, choose: &Choose) -> Weighed {
        let taken = choose
            .branches()
            .find(|branch| self.variant.takes(branch, &|test| self.answer(test)))
            .map(|it| it.children.as_slice());
        let other = choose.otherwise.as_ref().map(|it| it.children.as_slice());
        let (mut children, weight) = self.all(taken.or(other).unwrap_or_default());
        if let [LayoutRenderingElement::Choose(_)] = children.as_slice()
            && let Some(inner) = children.pop()
        {
            return (inner, weight);
        }
        let mut always = condition(children);
        always.match_ = ChooseMatch::All;
        let choose = Choose {
            if_: always,
            else_if: Vec::new(),
            otherwise: None,
        };
        (LayoutRenderingElement::Choose(choose), weight)
    }

    /// Names, without what stands in their place where it is never asked for.
    fn names(&mut self, names: &Names) -> Weighed {
        // Bare names in the place of others are printed as those would be.
        let substituted = std::mem::replace(&mut self.substituted, false);
        let mut names = names.clone();
        if !substituted || !names.children.is_empty() {
            self.variant.names(&mut names, self.facts);
        }
        for child in &mut names.children {
            if let NamesChild::Label(label) = child {
                self.case_of_label(label);
            }
        }
        let there = names
            .variable
            .iter()
            .any(|it| self.has(Variable::Name(*it)));
        let used_up = |it: &NameVariable| self.answers.0.substituted.contains(it);
        let first = |names: &Names| Some(names.name()?.options(&names.options()).et_al_use_first);
        let shown =
            there && !names.variable.iter().any(used_up) && first(&names).flatten() != Some(0);
        if !there && let Some(instead) = self.instead(&names) {
            self.substituted = substituted;
            return (instead, Weight::Counted);
        }
        if shown {
            names
                .children
                .retain(|it| !matches!(it, NamesChild::Substitute(_)));
        }
        let mut weight = Weight::Silent;
        for child in &mut names.children {
            if let NamesChild::Substitute(substitute) = child {
                self.substituted = true;
                let (children, sum) = self.all(&substitute.children);
                substitute.children = alternatives(children);
                weight = sum;
            }
        }
        self.substituted = substituted;
        let weight = if there { Weight::Counted } else { weight };
        (LayoutRenderingElement::Names(names), weight)
    }

    /// A label is a word of the style's language, whatever the language of the work, which the
    /// formatter goes by.
    fn case_of_label(&self, label: &mut VariablelessLabel) {
        if label.text_case == Some(TextCase::TitleCase) {
            label.text_case = self.english.then_some(TextCase::CapitalizeAll);
        }
    }

    /// What stands for names that are not there; `None` where that are other names, or nothing
    /// that the formatter would lose.
    fn instead(&mut self, names: &Names) -> Option<LayoutRenderingElement> {
        for element in &names.substitute()?.children {
            self.stage += 1;
            self.substituted = true;
            let (element, weight) = self.one(element);
            let has = |it| self.has(it);
            let printed = Printed::of(&element, &self.macros, &has);
            self.stage += 1;
            match weight {
                Weight::Silent | Weight::Empty if !printed.names => {}
                Weight::Counted if printed.numbers && !printed.names => {
                    self.used.extend(printed.fields);
                    return Some(marked(element, names));
                }
                _ => return None,
            }
        }
        None
    }

    /// Cuts a macro that is called.
    fn called(&mut self, name: &mut String) -> Weight {
        let style = self.style;
        let Some(whole) = style.macros.iter().find(|it| it.name == *name) else {
            return Weight::Silent;
        };
        if self.stage > 0 {
            // Writing to a text does not fail.
            let _ = write!(name, "\u{1}{}", self.stage);
        }
        if let Some((_, weight)) = self.macros.iter().find(|(it, _)| it.name == *name) {
            return *weight;
        }
        let at = self.macros.len();
        let made = CslMacro {
            name: name.clone(),
            children: Vec::new(),
        };
        self.macros.push((made, Weight::Silent));
        let substituted = std::mem::replace(&mut self.substituted, false);
        let (children, weight) = self.all(&whole.children);
        self.substituted = substituted;
        if let Some(made) = self.macros.get_mut(at) {
            made.0.children = children;
            made.1 = weight;
        }
        weight
    }
}

/// Takes the case of a title off the element, which prints it as it is from then on.
fn case_of_title(text: &mut Text) -> Option<(StandardVariable, TitleCase)> {
    let TextTarget::Variable {
        var: Variable::Standard(field),
        ..
    } = &text.target
    else {
        return None;
    };
    let case = match text.text_case? {
        TextCase::TitleCase => TitleCase::Title,
        TextCase::SentenceCase => TitleCase::Sentence,
        _ => return None,
    };
    text.text_case = None;
    Some((*field, case))
}

/// What may stand in the place of names, with names out of the choices around them: the formatter
/// hands the way of printing them on to its own children only.
fn alternatives(elements: Vec<LayoutRenderingElement>) -> Vec<LayoutRenderingElement> {
    let mut out = Vec::with_capacity(elements.len());
    for element in elements {
        match element {
            LayoutRenderingElement::Choose(choose) if holds_names_alone(&choose) => {
                out.extend(alternatives(choose.if_.children));
            }
            other => out.push(other),
        }
    }
    out
}

/// Whether the branch that was taken holds nothing but names, in further choices or not.
fn holds_names_alone(choose: &Choose) -> bool {
    choose.if_.children.iter().all(|it| match it {
        LayoutRenderingElement::Names(_) => true,
        LayoutRenderingElement::Choose(inner) => holds_names_alone(inner),
        _ => false,
    })
}

/// A group with other children.
fn around(group: &Group, children: Vec<LayoutRenderingElement>) -> Group {
    Group {
        children,
        font_style: group.font_style,
        font_variant: group.font_variant,
        font_weight: group.font_weight,
        text_decoration: group.text_decoration,
        vertical_align: group.vertical_align,
        prefix: group.prefix.clone(),
        suffix: group.suffix.clone(),
        delimiter: group.delimiter.clone(),
        display: group.display,
    }
}

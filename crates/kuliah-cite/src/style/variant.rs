//! What a style is cut for, and how its elements change with that.
//!
//! The formatter renders one work at a time, and knows nothing of others. So whatever depends on
//! them is made part of the style beforehand: whether a work was cited before, whether its year
//! bears a letter, how many names it takes. What is only known later, such as a number, is a sign
//! that is replaced in the text.

use citationberg::taxonomy::{
    DateVariable, NameVariable, NumberVariable, StandardVariable, Variable,
};
use citationberg::{
    ChooseBranch, Date, DatePartName, DateParts, InheritableNameOptions, Label, LabelPluralize,
    Layout, LayoutRenderingElement, LongShortForm, Name, NameAnd, Names, NamesChild, TestPosition,
    Text, TextTarget,
};
use serde_json::{Value, json};

use super::Facts;
use super::ask::Test;
use super::rewrite::{condition, set_name};

/// Stands for the number of an entry.
pub(crate) const NUMBER: char = '\u{15}';
/// Stands for the letter behind a year; the value of the variable that is always there.
pub(crate) const SUFFIX: char = '\u{16}';
/// Stands for the number of the note that first cites a work.
pub(crate) const NOTE: char = '\u{17}';

/// Stand around what is printed for names that a work does not have.
pub(crate) const NAMES: char = '\u{18}';
pub(crate) const NAMES_END: char = '\u{19}';

/// A variable that every reference has; its value is [`SUFFIX`].
pub(crate) const PRESENT: Variable = Variable::Standard(StandardVariable::CitationKey);
/// A variable that every reference has; its value is [`NUMBER`].
const NUMBERED: Variable = Variable::Standard(StandardVariable::Annote);
/// A variable that no reference has.
pub(crate) const ABSENT: Variable = Variable::Standard(StandardVariable::Abstract);
/// Fields that a substitute for names may use up, and what stands for them in conditions: the
/// formatter takes a field that was used up for absent there too, against the specification.
pub(crate) const SHADOWS: [(Variable, StandardVariable); 5] = [
    (
        Variable::Name(NameVariable::Author),
        StandardVariable::Dimensions,
    ),
    (
        Variable::Name(NameVariable::Editor),
        StandardVariable::Scale,
    ),
    (
        Variable::Name(NameVariable::Translator),
        StandardVariable::Division,
    ),
    (
        Variable::Standard(StandardVariable::Title),
        StandardVariable::Jurisdiction,
    ),
    (
        Variable::Standard(StandardVariable::ContainerTitle),
        StandardVariable::ReviewedGenre,
    ),
];
/// The year of issue in a form that sorts.
pub(crate) const SORT_YEAR: StandardVariable = StandardVariable::Keyword;
/// The whole date of issue in a form that sorts.
pub(crate) const SORT_DATE: StandardVariable = StandardVariable::License;

/// What is rendered.
#[derive(Debug, Clone, Eq, PartialEq, Ord, PartialOrd)]
pub(crate) enum Part {
    /// A work in a citation.
    Citation,
    /// The same in running text, where "&" is spelt out (*Publication Manual*, 7th edition,
    /// section 8.17).
    Sentence,
    /// An entry of the list.
    Entry,
    /// The names alone, else the title, for styles whose citations have none.
    Names,
    /// What a macro gives, in a form that sorts; and how many names it looks at.
    Sort(String, Option<u32>, Option<u32>),
}

/// Where a citation stands among the others.
#[derive(Debug, Copy, Clone, Default, Eq, PartialEq, Ord, PartialOrd)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "the tests that the specification names"
)]
pub(crate) struct Position {
    /// The work was cited before.
    pub(crate) again: bool,
    /// It was so right before.
    pub(crate) ibid: bool,
    /// The place in it is another one.
    pub(crate) elsewhere: bool,
    /// It was so in one of the last notes.
    pub(crate) near: bool,
}

/// What a cut of a style is for.
#[derive(Debug, Clone, Eq, PartialEq, Ord, PartialOrd)]
pub(crate) struct Variant {
    pub(crate) part: Part,
    pub(crate) position: Position,
    /// Whether the year bears a letter.
    pub(crate) suffix: bool,
    /// Whether a condition "else ambiguous" holds.
    pub(crate) ambiguous: bool,
    /// How many names stand before "et al."; 0 leaves it to the style.
    pub(crate) names: u32,
}

impl Variant {
    pub(crate) fn of(part: Part) -> Self {
        Self {
            part,
            position: Position::default(),
            suffix: false,
            ambiguous: false,
            names: 0,
        }
    }

    /// Changes what names inherit.
    pub(crate) fn options(&self, options: &mut InheritableNameOptions) {
        if !self.position.again {
            options.et_al_subsequent_min = None;
            options.et_al_subsequent_use_first = None;
        }
        if self.names > 0 && options.et_al_min.is_some() {
            options.et_al_use_first = Some(self.names);
            options.et_al_subsequent_use_first = Some(self.names);
        }
        if self.part == Part::Sentence && options.and.is_some() {
            options.and = Some(NameAnd::Text);
        }
    }

    /// Changes an element that holds no others.
    pub(crate) fn leaf(&self, element: &mut LayoutRenderingElement) {
        match element {
            LayoutRenderingElement::Text(text) => self.text(text),
            LayoutRenderingElement::Number(number) => {
                let var = Variable::from(number.variable);
                if let Some(target) = self.number(var) {
                    let mut text = Text::with_target(target);
                    text.formatting = number.formatting;
                    text.affixes = number.affixes.clone();
                    *element = LayoutRenderingElement::Text(text);
                }
            }
            LayoutRenderingElement::Date(date) => {
                if matches!(self.part, Part::Sort(..))
                    && date.variable == Some(DateVariable::Issued)
                {
                    *element = LayoutRenderingElement::Text(sort_date(date));
                }
            }
            LayoutRenderingElement::Label(label) => {
                if let Some(fixed) = fixed_label(label) {
                    *element = fixed;
                }
            }
            LayoutRenderingElement::Choose(_)
            | LayoutRenderingElement::Names(_)
            | LayoutRenderingElement::Group(_) => {}
        }
    }

    fn text(&self, text: &mut Text) {
        let TextTarget::Variable { var, form } = &mut text.target else {
            return;
        };
        if is_ours(*var) {
            *var = ABSENT;
        } else if let Some(target) = self.number(*var) {
            text.target = target;
        } else if *var == Variable::Standard(StandardVariable::YearSuffix) {
            text.target = if self.suffix {
                let form = *form;
                TextTarget::Variable { var: PRESENT, form }
            } else {
                // A letter that is not there leaves no group empty.
                TextTarget::Value { val: String::new() }
            };
        } else if *var == Variable::Standard(StandardVariable::Status) {
            // A date in words is printed through it, as the author wrote it.
            text.text_case = None;
        }
    }

    /// What stands for a number that is not known yet.
    fn number(&self, var: Variable) -> Option<TextTarget> {
        match var {
            Variable::Number(NumberVariable::CitationNumber) => Some(TextTarget::Variable {
                var: NUMBERED,
                form: LongShortForm::default(),
            }),
            Variable::Number(NumberVariable::FirstReferenceNoteNumber) if self.position.again => {
                Some(TextTarget::Value {
                    val: NOTE.to_string(),
                })
            }
            _ => None,
        }
    }

    /// Whether a branch is taken; `answer` says what the work has to say to a test.
    pub(crate) fn takes(&self, branch: &ChooseBranch, answer: &dyn Fn(Test) -> bool) -> bool {
        let mut known = Vec::new();
        known.extend(branch.disambiguate.map(|it| it == self.ambiguous));
        let numeric = branch.is_numeric.iter().flatten();
        known.extend(numeric.map(|it| answer(Test::Numeric(*it))));
        let uncertain = branch.is_uncertain_date.iter().flatten();
        known.extend(uncertain.map(|it| answer(Test::Uncertain(*it))));
        let locators = branch.locator.iter().flatten();
        known.extend(locators.map(|it| answer(Test::Locator(*it))));
        let positions = branch.position.iter().flatten();
        known.extend(positions.map(|it| self.is_at(*it)));
        let kinds = branch.type_.iter().flatten();
        known.extend(kinds.map(|it| answer(Test::Kind(*it))));
        let variables = branch.variable.iter().flatten();
        known.extend(variables.map(|it| self.has(*it, answer)));
        branch.match_.test(known.into_iter())
    }

    fn is_at(&self, position: TestPosition) -> bool {
        let at = self.position;
        match position {
            _ if self.part == Part::Entry => false,
            TestPosition::First => !at.again,
            TestPosition::Subsequent => at.again,
            TestPosition::Ibid => at.ibid,
            TestPosition::IbidWithLocator => at.ibid && at.elsewhere,
            TestPosition::NearNote => at.near,
        }
    }

    fn has(&self, variable: Variable, answer: &dyn Fn(Test) -> bool) -> bool {
        match variable {
            _ if is_ours(variable) => false,
            Variable::Standard(StandardVariable::YearSuffix) => self.suffix,
            Variable::Number(NumberVariable::CitationNumber) => true,
            Variable::Number(NumberVariable::FirstReferenceNoteNumber) => self.position.again,
            _ => answer(Test::Variable(shadow(variable).unwrap_or(variable))),
        }
    }

    /// Changes names, but not what stands in their place.
    pub(crate) fn names(&self, names: &mut Names, facts: &Facts) {
        // The formatter passes over names that have other children and no `name` among them.
        if !names.children.is_empty() && names.name().is_none() {
            names.children.insert(0, NamesChild::Name(Name::default()));
        }
        let mut attributes: Vec<(&str, Value)> = Vec::new();
        if facts.subsequent_names && !self.position.again {
            names.et_al_subsequent_min = None;
            names.et_al_subsequent_use_first = None;
            attributes.push(("@et-al-subsequent-min", Value::Null));
            attributes.push(("@et-al-subsequent-use-first", Value::Null));
        }
        if self.names > 0 {
            if names.et_al_use_first.is_some() {
                names.et_al_use_first = Some(self.names);
            }
            let inherited = InheritableNameOptions::default();
            let own = names
                .name()
                .and_then(|it| it.options(&inherited).et_al_use_first);
            if own.is_some() {
                attributes.push(("@et-al-use-first", json!(self.names.to_string())));
            }
        }
        if self.part == Part::Sentence && facts.ampersand {
            if names.and.is_some() {
                names.and = Some(NameAnd::Text);
            }
            let inherited = InheritableNameOptions::default();
            let own = names.name().and_then(|it| it.options(&inherited).and);
            if own == Some(NameAnd::Symbol) {
                attributes.push(("@and", json!("text")));
            }
        }
        if matches!(self.part, Part::Sort(..)) {
            names
                .children
                .retain(|it| !matches!(it, NamesChild::Label(_)));
            attributes.push(("@name-as-sort-order", json!("all")));
            attributes.push(("@form", json!("long")));
            attributes.push(("@and", Value::Null));
        }
        if !attributes.is_empty() {
            set_name(names, &attributes);
        }
    }
}

/// A label of pages that is always of one number, which the formatter does not know: the term
/// itself, where there are pages.
fn fixed_label(label: &Label) -> Option<LayoutRenderingElement> {
    let plural = match label.label.plural {
        LabelPluralize::Contextual => return None,
        LabelPluralize::Always => true,
        LabelPluralize::Never => false,
    };
    let variable = Variable::from(label.variable);
    let Variable::Page(page) = variable else {
        return None;
    };
    let mut text = Text::with_target(TextTarget::Term {
        term: page.into(),
        form: label.label.form,
        plural,
    });
    text.formatting = label.label.formatting;
    text.affixes = label.label.affixes.clone();
    text.text_case = label.label.text_case;
    text.strip_periods = label.label.strip_periods;
    let mut there = condition(vec![LayoutRenderingElement::Text(text)]);
    there.variable = Some(vec![variable]);
    Some(LayoutRenderingElement::Choose(citationberg::Choose {
        if_: there,
        else_if: Vec::new(),
        otherwise: None,
    }))
}

/// What stands for a field in conditions; `None` when it stands for itself.
pub(crate) fn shadow(variable: Variable) -> Option<Variable> {
    let found = SHADOWS.iter().find(|(field, _)| *field == variable);
    found.map(|(_, shadow)| Variable::Standard(*shadow))
}

/// Whether a variable is put to a use of our own; references have no such field.
pub(crate) fn is_ours(variable: Variable) -> bool {
    let sorting = [SORT_YEAR, SORT_DATE].map(Variable::Standard);
    let shadow =
        |(_, shadow): &(Variable, StandardVariable)| variable == Variable::Standard(*shadow);
    [PRESENT, NUMBERED].contains(&variable)
        || sorting.contains(&variable)
        || SHADOWS.iter().any(shadow)
}

/// A layout without signs of its own.
pub(crate) fn plain_layout(elements: Vec<LayoutRenderingElement>) -> Layout {
    Layout::new(elements, citationberg::Formatting::default(), None, None)
}

/// What stands before and behind the number at the start of an entry; `None` without number.
pub(crate) fn label_affixes(layout: &Layout) -> Option<(String, String)> {
    let LayoutRenderingElement::Text(text) = layout.elements.first()? else {
        return None;
    };
    let TextTarget::Variable { var, .. } = &text.target else {
        return None;
    };
    let number = Variable::Number(NumberVariable::CitationNumber);
    (*var == number).then(|| {
        let affix = |it: &Option<String>| it.clone().unwrap_or_default();
        (affix(&text.affixes.prefix), affix(&text.affixes.suffix))
    })
}

/// The date of issue as text that sorts, with those parts that would be shown.
fn sort_date(date: &Date) -> Text {
    let year_alone = match (date.form, date.parts) {
        (Some(_), Some(parts)) => parts == DateParts::Year,
        (Some(_), None) => false,
        (None, _) => date
            .date_part
            .iter()
            .all(|part| part.name == DatePartName::Year),
    };
    let var = if year_alone { SORT_YEAR } else { SORT_DATE };
    Text::with_target(Variable::Standard(var))
}

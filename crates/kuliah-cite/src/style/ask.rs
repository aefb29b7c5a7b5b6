//! What the conditions of a style ask of a work, and the answers.
//!
//! The formatter tests the same conditions over and over, once for each element around them. So
//! it is asked once for each work, with a style that does nothing but test; a cut of the style
//! then holds only the branches that are taken.

use citationberg::taxonomy::{
    DateVariable, Kind, Locator, NameVariable, NumberVariable, StandardVariable, Variable,
};
use citationberg::{
    Affixes, Choose, ChooseBranch, Date, DatePart, DatePartName, Formatting, IndependentStyle,
    LayoutRenderingElement, Text, TextTarget,
};
use serde_json::json;

use super::layouts::names_layout;
use super::rewrite::{condition, look};
use super::variant::{ABSENT, is_ours, plain_layout, shadow};

/// A single test of a condition.
#[derive(Debug, Copy, Clone, Eq, PartialEq)]
pub(crate) enum Test {
    Kind(Kind),
    Variable(Variable),
    Numeric(Variable),
    Uncertain(DateVariable),
    Locator(Locator),
    /// Whether a date has more than its year.
    Month(DateVariable),
}

/// The tests of a style, and styles that print their answers.
#[derive(Debug, Clone)]
pub(crate) struct Questions {
    /// What depends on the work alone.
    pub(crate) of_work: Sheet,
    /// What depends on the place in it that is cited.
    pub(crate) of_place: Sheet,
    /// Names that may stand in the place of others, so that they are used up.
    pub(crate) substituted: Vec<NameVariable>,
}

/// Tests, and a style that prints a sign for each that holds.
///
/// Each has a sign of its own, since the formatter prints no sign twice in a row.
#[derive(Debug, Clone)]
pub(crate) struct Sheet {
    tests: Vec<Test>,
    pub(crate) style: IndependentStyle,
}

/// The first sign; a letter, since the formatter moves and drops punctuation.
const FIRST: u32 = 0x4E00;

/// The answers of a work to the tests of a sheet, in their order.
pub(crate) type Answers = Vec<bool>;

impl Questions {
    /// All tests of a style, but those that a [`Variant`](super::variant::Variant) decides.
    pub(crate) fn of(style: &IndependentStyle) -> Self {
        let mut asked = Asked::default();
        for one in &style.macros {
            look(&one.children, &mut |element| asked.note(element));
        }
        let names = names_layout(style);
        let list = style.bibliography.iter().map(|it| &it.layout);
        for layout in [&style.citation.layout, &names].into_iter().chain(list) {
            look(&layout.elements, &mut |element| asked.note(element));
        }
        let mut substitutes = Substitutes {
            style,
            seen: Vec::new(),
            names: Vec::new(),
        };
        substitutes.find();
        Self {
            of_work: Sheet::new(style, asked.of_work),
            of_place: Sheet::new(style, asked.of_place),
            substituted: substitutes.names,
        }
    }

    /// Whether a test holds.
    pub(crate) fn holds(&self, test: Test, work: &Answers, place: &Answers) -> bool {
        let (sheet, answers) = if test.is_of_place() {
            (&self.of_place, place)
        } else {
            (&self.of_work, work)
        };
        let at = sheet.tests.iter().position(|it| *it == test);
        at.and_then(|at| answers.get(at)).copied() == Some(true)
    }
}

/// Tests as they are found.
#[derive(Debug, Default)]
struct Asked {
    of_work: Vec<Test>,
    of_place: Vec<Test>,
}

impl Asked {
    fn note(&mut self, element: &LayoutRenderingElement) {
        match element {
            LayoutRenderingElement::Choose(choose) => {
                choose
                    .branches()
                    .flat_map(tests)
                    .for_each(|it| self.ask(it));
            }
            LayoutRenderingElement::Text(text) => {
                if let TextTarget::Variable { var, .. } = text.target {
                    self.ask_for(var);
                }
            }
            LayoutRenderingElement::Number(number) => self.ask_for(number.variable.into()),
            LayoutRenderingElement::Label(label) => self.ask_for(label.variable.into()),
            LayoutRenderingElement::Date(date) => {
                if let Some(variable) = date.variable {
                    self.ask_for(variable.into());
                    if is_without_year(date) {
                        self.ask(Test::Month(variable));
                    }
                }
            }
            LayoutRenderingElement::Names(names) => {
                let names = names.variable.iter();
                names.for_each(|it| self.ask_for(Variable::Name(*it)));
            }
            LayoutRenderingElement::Group(_) => {}
        }
    }

    fn ask_for(&mut self, variable: Variable) {
        if !is_decided(variable) {
            self.ask(Test::Variable(shadow(variable).unwrap_or(variable)));
        }
    }

    fn ask(&mut self, test: Test) {
        let list = if test.is_of_place() {
            &mut self.of_place
        } else {
            &mut self.of_work
        };
        if !list.contains(&test) {
            list.push(test);
        }
    }
}

/// Looks for names in the place of others.
struct Substitutes<'a> {
    style: &'a IndependentStyle,
    /// Macros that were looked at.
    seen: Vec<&'a str>,
    names: Vec<NameVariable>,
}

impl Substitutes<'_> {
    fn find(&mut self) {
        let style = self.style;
        let list = style.bibliography.iter().map(|it| &it.layout.elements);
        let macros = style.macros.iter().map(|it| &it.children);
        for elements in macros.chain(list).chain([&style.citation.layout.elements]) {
            look(elements, &mut |element| {
                if let LayoutRenderingElement::Names(names) = element
                    && let Some(substitute) = names.substitute()
                {
                    self.inside(&substitute.children);
                }
            });
        }
    }

    fn inside(&mut self, elements: &[LayoutRenderingElement]) {
        let mut called = Vec::new();
        look(elements, &mut |element| match element {
            LayoutRenderingElement::Names(names) => self.names.extend(&names.variable),
            LayoutRenderingElement::Text(text) => {
                if let TextTarget::Macro { name } = &text.target {
                    called.push(name.clone());
                }
            }
            _ => {}
        });
        for name in called {
            let style = self.style;
            let found = style.macros.iter().find(|it| it.name == name);
            if let Some(found) = found.filter(|it| !self.seen.contains(&it.name.as_str())) {
                self.seen.push(&found.name);
                self.inside(&found.children);
            }
        }
    }
}

impl Sheet {
    fn new(style: &IndependentStyle, tests: Vec<Test>) -> Self {
        let signs = (FIRST..).filter_map(char::from_u32);
        let elements = tests.iter().zip(signs);
        let elements = elements.map(|(test, sign)| test.printed(sign)).collect();
        let mut citation = citationberg::Citation::with_layout(plain_layout(elements));
        citation.name_options = style.citation.name_options.clone();
        let style = IndependentStyle {
            info: style.info.clone(),
            default_locale: None,
            version: style.version.clone(),
            citation,
            bibliography: None,
            settings: style.settings.clone(),
            macros: Vec::new(),
            locale: Vec::new(),
        };
        Self { tests, style }
    }

    /// Whether nothing is asked.
    pub(crate) fn is_empty(&self) -> bool {
        self.tests.is_empty()
    }

    /// Reads what was printed.
    pub(crate) fn read(&self, printed: &str) -> Answers {
        let mut answers = vec![false; self.tests.len()];
        for sign in printed.chars() {
            let at = u32::from(sign).checked_sub(FIRST);
            let at = at.and_then(|it| usize::try_from(it).ok());
            if let Some(answer) = at.and_then(|at| answers.get_mut(at)) {
                *answer = true;
            }
        }
        answers
    }
}

impl Test {
    fn is_of_place(self) -> bool {
        let locator = Variable::Number(NumberVariable::Locator);
        match self {
            Self::Locator(_) => true,
            Self::Variable(variable) | Self::Numeric(variable) => variable == locator,
            Self::Kind(_) | Self::Uncertain(_) | Self::Month(_) => false,
        }
    }

    /// An element that prints a sign when it holds.
    fn printed(self, sign: char) -> LayoutRenderingElement {
        let val = sign.to_string();
        let text = Text::with_target(TextTarget::Value { val });
        let mut asked = condition(vec![LayoutRenderingElement::Text(text)]);
        match self {
            Self::Kind(kind) => asked.type_ = Some(vec![kind]),
            Self::Variable(variable) => asked.variable = Some(vec![variable]),
            Self::Numeric(variable) => asked.is_numeric = Some(vec![variable]),
            Self::Uncertain(variable) => asked.is_uncertain_date = Some(vec![variable]),
            Self::Locator(locator) => asked.locator = Some(vec![locator]),
            Self::Month(variable) => return month(variable, sign),
        }
        LayoutRenderingElement::Choose(Choose {
            if_: asked,
            else_if: Vec::new(),
            otherwise: None,
        })
    }
}

/// The month of a date with a sign before it; nothing for a date without month.
fn month(variable: DateVariable, sign: char) -> LayoutRenderingElement {
    // The form of a part is not open to others.
    let part = json!({"@name": "month", "@form": "numeric", "@prefix": sign.to_string()});
    LayoutRenderingElement::Date(Date {
        variable: Some(variable),
        form: None,
        parts: None,
        date_part: serde_json::from_value(part).into_iter().collect(),
        formatting: Formatting::default(),
        affixes: Affixes::default(),
        delimiter: None,
        display: None,
        text_case: None,
    })
}

/// Whether a date prints a month or day and no year, so that it may print nothing.
pub(crate) fn is_without_year(date: &Date) -> bool {
    let year = |it: &DatePart| it.name == DatePartName::Year;
    date.form.is_none() && !date.date_part.iter().any(year)
}

/// The tests of a branch that a work answers.
fn tests(branch: &ChooseBranch) -> impl Iterator<Item = Test> {
    let variables = branch.variable.iter().flatten().copied();
    let variables = variables.filter(|it| !is_decided(*it));
    let numeric = branch.is_numeric.iter().flatten().copied();
    let uncertain = branch.is_uncertain_date.iter().flatten().copied();
    let kinds = branch.type_.iter().flatten().copied();
    let locators = branch.locator.iter().flatten().copied();
    kinds
        .map(Test::Kind)
        .chain(variables.map(|it| Test::Variable(shadow(it).unwrap_or(it))))
        .chain(numeric.map(Test::Numeric))
        .chain(uncertain.map(Test::Uncertain))
        .chain(locators.map(Test::Locator))
}

/// Whether not the work decides about a variable, but where it is cited, or the program.
pub(crate) fn is_decided(variable: Variable) -> bool {
    is_ours(variable)
        || [
            ABSENT,
            Variable::Standard(StandardVariable::YearSuffix),
            Variable::Number(NumberVariable::CitationNumber),
            Variable::Number(NumberVariable::FirstReferenceNoteNumber),
        ]
        .contains(&variable)
}

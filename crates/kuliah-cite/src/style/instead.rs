//! What stands in the place of names that a work does not have (CSL 1.0.2, "Substitute").
//!
//! What is used up there is printed nowhere else. The formatter takes a field for used up as soon
//! as it has looked at it, even before it prints it, so that labels and numbers would be lost: "A
//! title (2nd ed.)" without the edition. So what is no name is taken out of its hands: it stands
//! as a group between two signs, and what it used is made absent in the rest of the style.

use citationberg::taxonomy::{NameVariable, Variable};
use citationberg::{CslMacro, Group, LayoutRenderingElement, Names, Text, TextTarget};

use super::rewrite::look;
use super::variant::{ABSENT, NAMES, NAMES_END};
use super::weight::Weight;

/// What an element prints.
#[derive(Debug, Default)]
pub(super) struct Printed {
    /// Fields that the work has.
    pub(super) fields: Vec<Variable>,
    /// Whether names are among them.
    pub(super) names: bool,
    /// Whether labels or numbers are among them, which the formatter would lose.
    pub(super) numbers: bool,
}

impl Printed {
    /// What a cut element prints; `macros` are those that it may call.
    pub(super) fn of(
        element: &LayoutRenderingElement,
        macros: &[(CslMacro, Weight)],
        has: &dyn Fn(Variable) -> bool,
    ) -> Self {
        let mut out = Self::default();
        let mut called: Vec<&str> = Vec::new();
        let mut rest: Vec<&[LayoutRenderingElement]> = vec![std::slice::from_ref(element)];
        while let Some(elements) = rest.pop() {
            let mut names = Vec::new();
            look(elements, &mut |element| {
                names.extend(out.see(element, has).map(str::to_owned));
            });
            for name in names {
                let found = macros.iter().find(|(it, _)| it.name == name);
                if let Some((found, _)) = found.filter(|(it, _)| !called.contains(&&*it.name)) {
                    called.push(&found.name);
                    rest.push(&found.children);
                }
            }
        }
        out
    }

    /// Takes note of an element; answers with the macro that it calls.
    fn see<'a>(
        &mut self,
        element: &'a LayoutRenderingElement,
        has: &dyn Fn(Variable) -> bool,
    ) -> Option<&'a str> {
        let field = match element {
            LayoutRenderingElement::Text(text) => match &text.target {
                TextTarget::Macro { name } => return Some(name),
                TextTarget::Variable { var, .. } => Some(*var),
                _ => None,
            },
            LayoutRenderingElement::Number(number) => {
                let field = Variable::from(number.variable);
                self.numbers |= has(field);
                Some(field)
            }
            LayoutRenderingElement::Label(label) => {
                self.numbers |= has(Variable::from(label.variable));
                None
            }
            LayoutRenderingElement::Date(date) => date.variable.map(Variable::Date),
            LayoutRenderingElement::Names(names) => {
                let there = |it: &NameVariable| has(Variable::Name(*it));
                self.names |= names.variable.iter().any(there);
                None
            }
            LayoutRenderingElement::Choose(_) | LayoutRenderingElement::Group(_) => None,
        };
        self.fields.extend(field.filter(|it| has(*it)));
        None
    }
}

/// An element between the signs that mark it as what stands for names.
pub(super) fn marked(element: LayoutRenderingElement, names: &Names) -> LayoutRenderingElement {
    let sign = |sign: char| {
        let val = sign.to_string();
        LayoutRenderingElement::Text(Text::with_target(TextTarget::Value { val }))
    };
    LayoutRenderingElement::Group(Group {
        children: vec![sign(NAMES), element, sign(NAMES_END)],
        font_style: names.font_style,
        font_variant: names.font_variant,
        font_weight: names.font_weight,
        text_decoration: names.text_decoration,
        vertical_align: names.vertical_align,
        prefix: None,
        suffix: None,
        delimiter: None,
        display: names.display,
    })
}

/// An element of a field that was used up: the field is absent, and its label says nothing.
pub(super) fn without_used(element: &mut LayoutRenderingElement, used: &[Variable]) {
    let absent = Text::with_target(ABSENT);
    let silent = Text::with_target(TextTarget::Value { val: String::new() });
    let instead = match element {
        LayoutRenderingElement::Text(text) => match &text.target {
            TextTarget::Variable { var, .. } if used.contains(var) => absent,
            _ => return,
        },
        LayoutRenderingElement::Number(number) if used.contains(&number.variable.into()) => absent,
        LayoutRenderingElement::Label(label) if used.contains(&label.variable.into()) => silent,
        LayoutRenderingElement::Date(date)
            if date
                .variable
                .is_some_and(|it| used.contains(&Variable::Date(it))) =>
        {
            absent
        }
        _ => return,
    };
    *element = LayoutRenderingElement::Text(instead);
}

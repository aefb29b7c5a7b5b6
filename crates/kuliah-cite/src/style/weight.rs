//! What an element does for the groups around it, so that what prints nothing can be left out.
//!
//! A group is shown unless all the variables in it are empty (CSL 1.0.2, "Group"). So an element
//! of an empty variable may go only where another variable stays in the same group.

use citationberg::{LayoutRenderingElement, LongShortForm, TextTarget};

use super::ask::is_decided;
use super::variant::{ABSENT, is_ours};
use citationberg::taxonomy::{StandardVariable, Variable};

/// What an element does for the groups around it.
#[derive(Debug, Copy, Clone, Eq, PartialEq)]
pub(crate) enum Weight {
    /// It prints nothing, and no group takes note.
    Silent,
    /// It prints nothing, and groups count an empty variable.
    Empty,
    /// It may print, and groups count no variable.
    Plain,
    /// Groups count a variable, most likely one that prints.
    Counted,
}

/// An element and its weight.
pub(crate) type Weighed = (LayoutRenderingElement, Weight);

/// The elements that stay of those that stand together, and what they weigh together.
pub(crate) fn settle(elements: Vec<Weighed>) -> (Vec<LayoutRenderingElement>, Weight) {
    let any = |weight: Weight| elements.iter().any(|it| it.1 == weight);
    let (counted, plain, empty) = (any(Weight::Counted), any(Weight::Plain), any(Weight::Empty));
    let weight = match (counted || (plain && empty), plain, empty) {
        (true, _, _) => Weight::Counted,
        (false, true, _) => Weight::Plain,
        (false, false, true) => Weight::Empty,
        (false, false, false) => Weight::Silent,
    };
    let mut needs_empty = !counted;
    let stays = |it: &Weighed| match it.1 {
        Weight::Silent => false,
        Weight::Empty => std::mem::replace(&mut needs_empty, false),
        Weight::Plain | Weight::Counted => true,
    };
    let kept = elements.into_iter().filter(stays).map(|it| it.0);
    (kept.collect(), weight)
}

/// The weight of an element that holds no others and calls no macro; `has` says whether the work
/// has a variable.
pub(crate) fn weight(element: &LayoutRenderingElement, has: &dyn Fn(Variable) -> bool) -> Weight {
    let counted = |there: bool| {
        if there {
            Weight::Counted
        } else {
            Weight::Empty
        }
    };
    match element {
        LayoutRenderingElement::Text(text) => match &text.target {
            TextTarget::Variable { var, .. } if *var == ABSENT => Weight::Empty,
            TextTarget::Variable { var, form } => {
                // A short form may stand without the long one.
                let known = *form == LongShortForm::Long && !is_ours(*var) && !is_decided(*var);
                let label = Variable::Standard(StandardVariable::CitationLabel);
                counted(!known || *var == label || has(*var))
            }
            TextTarget::Value { val } if val.is_empty() => Weight::Silent,
            _ => Weight::Plain,
        },
        LayoutRenderingElement::Number(number) => {
            let variable = Variable::from(number.variable);
            counted(is_decided(variable) || has(variable))
        }
        LayoutRenderingElement::Label(label) => {
            let variable = Variable::from(label.variable);
            if is_decided(variable) || has(variable) {
                Weight::Plain
            } else {
                Weight::Silent
            }
        }
        LayoutRenderingElement::Date(date) => {
            counted(date.variable.is_none_or(|it| has(Variable::Date(it))))
        }
        _ => Weight::Plain,
    }
}

#[cfg(test)]
mod tests {
    use citationberg::Text;

    use super::*;

    fn element(name: &str) -> LayoutRenderingElement {
        let val = name.to_owned();
        LayoutRenderingElement::Text(Text::with_target(TextTarget::Value { val }))
    }

    #[test]
    fn an_empty_variable_stays_where_no_other_is_counted() {
        use Weight::{Counted, Empty, Plain, Silent};
        let check = |weights: &[Weight], kept: &[usize], weight: Weight| {
            let named = weights.iter().enumerate();
            let elements = named.map(|(at, it)| (element(&at.to_string()), *it));
            let kept = kept.iter().map(|it| element(&it.to_string()));
            assert_eq!(
                settle(elements.collect()),
                (kept.collect(), weight),
                "{weights:?}"
            );
        };
        check(&[], &[], Silent);
        check(&[Silent, Silent], &[], Silent);
        check(&[Empty, Silent, Empty], &[0], Empty);
        check(&[Empty, Plain, Empty], &[0, 1], Counted);
        check(&[Plain, Silent], &[0], Plain);
        check(&[Empty, Plain, Counted], &[1, 2], Counted);
    }
}

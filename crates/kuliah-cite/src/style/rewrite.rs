//! Walks over the elements of a style and changes them.

use citationberg::{
    Choose, ChooseBranch, IndependentStyle, LayoutRenderingElement, Name, Names, NamesChild,
};
use serde_json::Value;

/// Hands every element of a style to `change`, outer ones first.
pub(crate) fn everywhere(
    style: &mut IndependentStyle,
    change: &mut dyn FnMut(&mut LayoutRenderingElement),
) {
    for one in &mut style.macros {
        each(&mut one.children, change);
    }
    each(&mut style.citation.layout.elements, change);
}

/// Hands these elements, and those in them, to `change`.
pub(crate) fn each(
    elements: &mut [LayoutRenderingElement],
    change: &mut dyn FnMut(&mut LayoutRenderingElement),
) {
    for element in elements {
        change(element);
        match element {
            LayoutRenderingElement::Group(group) => each(&mut group.children, change),
            LayoutRenderingElement::Choose(choose) => {
                for branch in branches(choose) {
                    each(&mut branch.children, change);
                }
                if let Some(otherwise) = &mut choose.otherwise {
                    each(&mut otherwise.children, change);
                }
            }
            LayoutRenderingElement::Names(names) => {
                for child in &mut names.children {
                    if let NamesChild::Substitute(substitute) = child {
                        each(&mut substitute.children, change);
                    }
                }
            }
            LayoutRenderingElement::Text(_)
            | LayoutRenderingElement::Number(_)
            | LayoutRenderingElement::Label(_)
            | LayoutRenderingElement::Date(_) => {}
        }
    }
}

/// The branches of a choice that have a condition.
pub(crate) fn branches(choose: &mut Choose) -> impl Iterator<Item = &mut ChooseBranch> {
    std::iter::once(&mut choose.if_).chain(&mut choose.else_if)
}

/// Sets attributes of the `name` element of `names`, which keeps them to itself; `null` takes one
/// away. Without such an element one is made.
pub(crate) fn set_name(names: &mut Names, attributes: &[(&str, Value)]) {
    let mut found = false;
    for child in &mut names.children {
        if let NamesChild::Name(name) = child {
            found = true;
            if let Some(changed) = changed_name(name, attributes) {
                *name = changed;
            }
        }
    }
    let set = attributes.iter().any(|(_, value)| !value.is_null());
    if !found
        && set
        && let Some(made) = changed_name(&Name::default(), attributes)
    {
        names.children.insert(0, NamesChild::Name(made));
    }
}

fn changed_name(name: &Name, attributes: &[(&str, Value)]) -> Option<Name> {
    let Ok(Value::Object(mut fields)) = serde_json::to_value(name) else {
        return None;
    };
    for (key, value) in attributes {
        if value.is_null() {
            fields.remove(*key);
        } else {
            fields.insert((*key).to_owned(), value.clone());
        }
    }
    serde_json::from_value(Value::Object(fields)).ok()
}

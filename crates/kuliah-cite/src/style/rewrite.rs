//! Walks over the elements of a style and changes them.

use citationberg::{ChooseBranch, LayoutRenderingElement, Name, Names, NamesChild};
use serde_json::Value;

/// Hands these elements, and those in them, to `see`, outer ones first.
pub(crate) fn look(
    elements: &[LayoutRenderingElement],
    see: &mut dyn FnMut(&LayoutRenderingElement),
) {
    for element in elements {
        see(element);
        match element {
            LayoutRenderingElement::Group(group) => look(&group.children, see),
            LayoutRenderingElement::Choose(choose) => {
                for branch in choose.branches() {
                    look(&branch.children, see);
                }
                if let Some(otherwise) = &choose.otherwise {
                    look(&otherwise.children, see);
                }
            }
            LayoutRenderingElement::Names(names) => {
                for child in &names.children {
                    if let NamesChild::Substitute(substitute) = child {
                        look(&substitute.children, see);
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

/// A branch without tests.
pub(crate) fn condition(children: Vec<LayoutRenderingElement>) -> ChooseBranch {
    ChooseBranch {
        disambiguate: None,
        is_numeric: None,
        is_uncertain_date: None,
        locator: None,
        position: None,
        type_: None,
        variable: None,
        match_: citationberg::ChooseMatch::Any,
        children,
    }
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

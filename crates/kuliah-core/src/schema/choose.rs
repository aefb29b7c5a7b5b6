//! Which of several forms an author most likely meant.
//!
//! A value may have several forms (`anyOf`, `oneOf`); the validator then says how it fits
//! none of them. Here one form is chosen, and only what is wrong with that is reported.

use jsonschema::ValidationError;
use jsonschema::error::ValidationErrorKind as Kind;

use super::type_words::{Wanted, wanted};
use crate::syntax::{Data, Node};

/// One thing wrong with a value, once the form is chosen.
pub(super) enum Leaf<'a> {
    /// What the validator says.
    Plain(&'a ValidationError<'a>),
    /// The value is none of these names.
    Names { path: &'a str, names: Vec<String> },
    /// The object has none of these keys.
    OneKeyOf { path: &'a str, keys: Vec<String> },
    /// The object has several keys where one may stand.
    SeveralKeys { path: &'a str },
    /// The value is of none of the types that the forms have.
    Type { path: &'a str, types: Vec<Wanted> },
    /// A text may stand here too, and an object with a strange key was read.
    MaybeText { path: &'a str },
}

/// Reports what is wrong with a value of a tree.
pub(super) fn leaves(root: &Node, error: &ValidationError<'_>, report: &mut impl FnMut(Leaf<'_>)) {
    match error.kind() {
        Kind::AnyOf { context } | Kind::OneOfNotValid { context } => {
            choose(root, error, context, report);
        }
        Kind::Type { .. } if wants_text(error) && reads_like_prose(value(root, error)) => {
            let path = error.instance_path().as_str();
            report(Leaf::MaybeText { path });
        }
        _ => report(Leaf::Plain(error)),
    }
}

/// The value that an error is about.
fn value<'a>(root: &'a Node, error: &ValidationError<'_>) -> Option<&'a Node> {
    root.at(error.instance_path().as_str())
        .map(|(_, node)| node)
}

type Branch<'a> = Vec<ValidationError<'a>>;

fn choose(
    root: &Node,
    error: &ValidationError<'_>,
    context: &[Branch<'static>],
    report: &mut impl FnMut(Leaf<'_>),
) {
    let path = error.instance_path().as_str();
    let here = |it: &&ValidationError<'_>| it.instance_path().as_str() == path;
    let names: Vec<String> = context.iter().filter_map(constant).collect();
    if names.len() == context.len() {
        return report(Leaf::Names { path, names });
    }
    let fits: Vec<&Branch<'_>> = context
        .iter()
        .filter(|branch| !is_of_wrong_type(branch, path))
        .collect();
    let text_was_possible = context.iter().any(|branch| expects_text(branch, path));
    if text_was_possible && reads_like_prose(value(root, error)) {
        return report(Leaf::MaybeText { path });
    }
    if fits.is_empty() {
        let types = context
            .iter()
            .flat_map(|branch| types(branch, path))
            .collect();
        return report(Leaf::Type { path, types });
    }
    // Blocks: each form is an object of one key, and the key that is there decides.
    let missing = |branch: &Branch<'_>| {
        branch.iter().filter(here).find_map(|it| match it.kind() {
            Kind::Required { property } => property.as_str().map(str::to_owned),
            _ => None,
        })
    };
    let chosen: Vec<&&Branch<'_>> = fits
        .iter()
        .filter(|branch| missing(branch).is_none())
        .collect();
    match (chosen.as_slice(), fits.as_slice()) {
        (_, [one]) => one.iter().for_each(|it| leaves(root, it, report)),
        ([], _) => {
            let keys = fits.iter().filter_map(|branch| missing(branch)).collect();
            report(Leaf::OneKeyOf { path, keys });
        }
        ([one], _) => one.iter().for_each(|it| leaves(root, it, report)),
        (several, _) if several.iter().all(|it| has_extra_keys(it, path)) => {
            report(Leaf::SeveralKeys { path });
        }
        (several, _) => {
            if let Some(best) = several.iter().min_by_key(|branch| branch.len()) {
                best.iter().for_each(|it| leaves(root, it, report));
            }
        }
    }
}

/// The one name a branch allows.
fn constant(branch: &Branch<'_>) -> Option<String> {
    branch.iter().find_map(|it| match it.kind() {
        Kind::Constant { expected_value } => expected_value.as_str().map(str::to_owned),
        _ => None,
    })
}

/// Whether a branch is for another type of value; one with several forms is when all of them are.
fn is_of_wrong_type(branch: &Branch<'_>, path: &str) -> bool {
    let here = |it: &&ValidationError<'_>| it.instance_path().as_str() == path;
    branch.iter().filter(here).any(|it| match it.kind() {
        Kind::Type { .. } => true,
        Kind::AnyOf { context } | Kind::OneOfNotValid { context } => {
            context.iter().all(|inner| is_of_wrong_type(inner, path))
        }
        _ => false,
    })
}

/// The types a branch wanted here.
fn types(branch: &Branch<'_>, path: &str) -> Vec<Wanted> {
    let here = branch
        .iter()
        .filter(|it| it.instance_path().as_str() == path);
    here.flat_map(|it| match it.kind() {
        Kind::Type { kind } => wanted(kind),
        Kind::AnyOf { context } | Kind::OneOfNotValid { context } => context
            .iter()
            .flat_map(|branch| types(branch, path))
            .collect(),
        _ => Vec::new(),
    })
    .collect()
}

fn wants_text(error: &ValidationError<'_>) -> bool {
    match error.kind() {
        Kind::Type { kind } => wanted(kind).contains(&Wanted::TEXT),
        _ => false,
    }
}

fn expects_text(branch: &Branch<'_>, path: &str) -> bool {
    types(branch, path).contains(&Wanted::TEXT)
}

/// An object whose one key reads like the beginning of a sentence: `Keterbukaan: …`.
pub(super) fn reads_like_prose(node: Option<&Node>) -> bool {
    let Some(Data::Map(entries)) = node.map(|it| &it.data) else {
        return false;
    };
    let like_words = |key: &str| key.contains(' ') || key.starts_with(char::is_uppercase);
    match entries.as_slice() {
        [(key, value)] => {
            like_words(&key.name) && !matches!(value.data, Data::Seq(_) | Data::Map(_))
        }
        _ => false,
    }
}

fn has_extra_keys(branch: &Branch<'_>, path: &str) -> bool {
    branch.iter().any(|it| {
        it.instance_path().as_str() == path
            && matches!(it.kind(), Kind::AdditionalProperties { .. })
    })
}

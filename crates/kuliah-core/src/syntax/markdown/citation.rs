//! The citation at the end of a list's title or of a quotation.

use std::ops::Range;

use super::super::{Data, Node};
use super::brackets;
use super::fields::Fields;
use super::inline_text::InlineText;
use crate::markup::locator::{split_locator, split_suffix};
use crate::model::CitationKey;

/// Cuts `[@key, hlm. 5; @other]` off the end of a text.
///
/// `None` when there is none, or one that a list of citations cannot hold (words before the
/// key, `-@key`): then it stays in the text, where it is read as any other.
pub(super) fn trailing(text: &InlineText) -> Option<(InlineText, Node)> {
    let open = brackets::opening_of_last(&text.value, '[', ']')?;
    let range = open + 1..text.value.len() - 1;
    let inner = text.value.get(range.clone())?;
    let citations = split(inner, range.start)
        .map(|part| citation(text, part))
        .collect::<Option<Vec<_>>>()?;
    let span = text.span_of(open..text.value.len());
    Some((text.before(open), Node::new(Data::Seq(citations), span)))
}

fn split(text: &str, start: usize) -> impl Iterator<Item = Range<usize>> {
    text.split(';').scan(start, |at, part| {
        let range = *at..*at + part.len();
        *at = range.end + 1;
        Some(range)
    })
}

/// `@key, locator`.
fn citation(text: &InlineText, range: Range<usize>) -> Option<Node> {
    let whole = text.part(range);
    let written = whole.value.strip_prefix('@')?;
    let length = key_length(written)?;
    let end = 1 + length;
    let mut fields = Fields::default();
    fields.text("key", whole.part(1..end));
    let behind = written.get(length..)?;
    if !behind.trim().is_empty() {
        let comma = behind.find(',').filter(|&at| is_blank(behind.get(..at)))?;
        locator(&whole.behind(end + comma + 1), &mut fields)?;
    }
    Some(fields.into_node(whole.span))
}

/// `hlm. 5`; `None` for words that are no locator, or that follow one.
fn locator(text: &InlineText, fields: &mut Fields) -> Option<()> {
    let (label, counted) = split_locator(&text.value);
    let is_counted = label.is_some() || counted.starts_with(|c: char| c.is_ascii_digit());
    if !is_counted || !split_suffix(counted).1.is_empty() {
        return None;
    }
    let at = text.value.len() - counted.len();
    fields.text("locator", text.behind(at));
    if let Some(label) = label.filter(|label| *label != "page") {
        fields.named("label", label, text.before(at).span);
    }
    Some(())
}

fn is_blank(text: Option<&str>) -> bool {
    text.is_some_and(|text| text.trim().is_empty())
}

/// The length of the citation key a text begins with, less final punctuation.
fn key_length(text: &str) -> Option<usize> {
    let length = text.find(|c| !CitationKey::allows(c)).unwrap_or(text.len());
    let key = text.get(..length)?;
    let key = key.trim_end_matches(|c: char| !c.is_ascii_alphanumeric());
    let is_key = key.starts_with(|c: char| c.is_ascii_alphanumeric());
    is_key.then_some(key.len())
}

//! `syntax/shown-as-text`.

use std::collections::BTreeSet;

use kuliah_source::Message;
use memchr::memchr;

use crate::check::problems;
use crate::check::{Context, Sink, declare_rule};
use crate::markup::{InlineKind, ProblemKind};
use crate::synonyms;

declare_rule! {
    /// ## What it finds
    ///
    /// HTML, formulas between dollar signs, attributes such as `{.class}` where they say nothing, and
    /// slips: a bracket, brace or `**` that nothing closes, `{exercise}` without its dot, `[key]`
    /// without its `@`, `#Title` without its blank, a table without the line below its head. They
    /// are printed as they are written.
    ///
    /// ## Why it matters
    ///
    /// A student sees `<b>` or `$x^2$` instead of what was meant. Formulas are not part of format 1.
    ///
    /// ## Example
    ///
    /// ```markdown,reports
    /// Hasilnya <b>penting</b>.
    /// ```
    ///
    /// ## Instead
    ///
    /// ```markdown,silent
    /// Hasilnya **penting**.
    /// ```
    "syntax/shown-as-text", Warning, since "0.1.0", origin Check, check check,
}

fn check(cx: &Context<'_>, sink: &mut Sink<'_>) {
    problems::report(cx, sink, |kind| match kind {
        ProblemKind::Html => Some((
            "syntax/shown-as-text.html",
            "syntax/shown-as-text.html.help",
        )),
        ProblemKind::Formula => Some((
            "syntax/shown-as-text.formula",
            "syntax/shown-as-text.formula.help",
        )),
        ProblemKind::Attribute => Some((
            "syntax/shown-as-text.attribute",
            "syntax/shown-as-text.attribute.help",
        )),
        ProblemKind::OpenAttribute => Some((
            "syntax/shown-as-text.open-attribute",
            "syntax/shown-as-text.open-attribute.help",
        )),
        ProblemKind::SpanAttribute => Some((
            "syntax/shown-as-text.span-attribute",
            "syntax/shown-as-text.span-attribute.help",
        )),
        ProblemKind::OpenCitation => Some((
            "syntax/shown-as-text.open-citation",
            "syntax/shown-as-text.open-citation.help",
        )),
        ProblemKind::UnknownCount => Some((
            "syntax/shown-as-text.count",
            "syntax/shown-as-text.count.help",
        )),
        _ => None,
    });
    bare_classes(cx, sink);
    bare_keys(cx, sink);
    lonely_strong(cx, sink);
}

/// `{exercise}`, `{latihan}`: the help says which class is meant.
fn bare_classes(cx: &Context<'_>, sink: &mut Sink<'_>) {
    for &(markup, _) in &cx.markups {
        let bare = |it: &&crate::markup::Problem| it.kind == ProblemKind::BareClass;
        for problem in markup.problems().iter().filter(bare) {
            let written = markup
                .source()
                .get(problem.range.clone())
                .unwrap_or_default();
            let name = written.trim_matches(['{', '}']);
            let message = Message::new("syntax/shown-as-text.attribute").with("text", written);
            let finding = sink.report(markup.span(problem.range.clone()), message);
            let class = synonyms::class(name).unwrap_or(name);
            let right = format!("{{.{class}}}");
            let help = Message::new("syntax/shown-as-text.class-help").with("right", right);
            finding.help = Some(help);
        }
    }
}

/// `**` left in the words: one without its partner, or with a blank inside. Between two letters
/// or digits, as in `2**3`, it is meant.
fn lonely_strong(cx: &Context<'_>, sink: &mut Sink<'_>) {
    cx.each_inline(|markup, inline, _| {
        let InlineKind::Text(words) = &inline.kind else {
            return;
        };
        if memchr(b'*', words.as_bytes()).is_none() {
            return;
        }
        let source = markup.source();
        let written = source.get(inline.range.clone()).unwrap_or_default();
        for (at, _) in written.match_indices("**") {
            let at = inline.range.start + at;
            let before = source.get(..at).and_then(|it| it.chars().next_back());
            let after = source.get(at + 2..).and_then(|it| it.chars().next());
            let touches = |it: Option<char>| it.is_some_and(char::is_alphanumeric);
            let is_run = before == Some('*') || after == Some('*');
            let is_escaped = before == Some('\\');
            if touches(before) != touches(after) && !is_run && !is_escaped {
                let span = markup.span(at..at + 2);
                let finding = sink.report(span, Message::new("syntax/shown-as-text.strong"));
                finding.help = Some(Message::new("syntax/shown-as-text.strong.help"));
            }
        }
    });
}

/// `[barker1978]`: the key of a reference in brackets without its sign.
fn bare_keys(cx: &Context<'_>, sink: &mut Sink<'_>) {
    let keys = cx.keys();
    let keys: BTreeSet<&str> = keys.iter().map(|key| key.as_str()).collect();
    if keys.is_empty() {
        return;
    }
    cx.each_inline(|markup, inline, _| {
        let InlineKind::Text(words) = &inline.kind else {
            return;
        };
        if memchr(b'[', words.as_bytes()).is_none() {
            return;
        }
        let source = markup
            .source()
            .get(inline.range.clone())
            .unwrap_or_default();
        for (at, _) in source.match_indices('[') {
            let inner = source.get(at + 1..).unwrap_or_default();
            let end = inner.find([']', '[', ' ', ',']).unwrap_or(inner.len());
            let Some(key) = inner
                .get(..end)
                .filter(|key| key.len() > 1 && keys.contains(key))
            else {
                continue;
            };
            let is_closed = inner
                .get(end..)
                .is_some_and(|it| it.starts_with([']', ',']));
            let is_word = key.bytes().any(|b| b.is_ascii_alphabetic());
            let is_escaped = source.get(..at).is_some_and(|it| it.ends_with('\\'));
            if is_closed && is_word && !is_escaped {
                let start = inline.range.start + at;
                let range = start..start + 1 + key.len() + 1;
                let message = Message::new("syntax/shown-as-text.key").with("key", key);
                let finding = sink.report(markup.span(range), message);
                finding.help = Some(Message::new("syntax/shown-as-text.key.help").with("key", key));
            }
        }
    });
}

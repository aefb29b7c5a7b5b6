//! `structure/announced-count`.

use kuliah_source::{Edit, Fix, Message, Safety, Span};

use crate::Markup;
use crate::check::count::{Announced, Counted, announcements, in_last_sentence};
use crate::check::{Context, Sink, declare_rule};
use crate::model::Block;

declare_rule! {
    /// ## What it finds
    ///
    /// A number that announces a list or the roles of a section and is not the number there are:
    /// "tiga prinsip" before four items.
    ///
    /// ## Why it matters
    ///
    /// Students look for the item that is missing, or learn one too few. Write `{count}` and the
    /// program counts for you.
    ///
    /// ## Example
    ///
    /// ```markdown,reports
    /// Ada tiga prinsip utama:
    ///
    /// 1. Tepat
    /// 2. Konsisten
    /// ```
    ///
    /// ## Instead
    ///
    /// ```markdown,silent
    /// Ada {count} prinsip utama:
    ///
    /// 1. Tepat
    /// 2. Konsisten
    /// ```
    ///
    /// ## Fix safety
    ///
    /// Unsafe: it puts `{count}` for the number; the list may be what is wrong.
    "structure/announced-count", Error, since "0.1.0", origin Check, fix Unsafe, check check,
}

fn check(cx: &Context<'_>, sink: &mut Sink<'_>) {
    let language = cx.course.lang.primary();
    for list in cx.lists() {
        for text in [list.title.as_ref(), list.lead.as_ref()]
            .into_iter()
            .flatten()
        {
            let Some(found) = in_last_sentence(text, language) else {
                continue;
            };
            let actual = list.items.len();
            if found.number != actual {
                let place = list
                    .items
                    .first()
                    .map_or(Span::DETACHED, crate::spanned::Spanned::span);
                report(text, &found, actual, "count", place, sink);
            }
        }
    }
    for section in cx.sections().filter(|section| !section.roles.is_empty()) {
        let actual = section.roles.len();
        for block in &section.content {
            let Block::Prose(text) = &**block else {
                continue;
            };
            for found in announcements(text, language, Counted::Roles) {
                if found.number != actual {
                    let place = section
                        .roles
                        .first()
                        .map_or(Span::DETACHED, |it| it.name.whole());
                    report(text, &found, actual, "count:roles", place, sink);
                }
            }
        }
    }
}

fn report(
    text: &Markup,
    found: &Announced,
    actual: usize,
    count: &str,
    counted: Span,
    sink: &mut Sink<'_>,
) {
    let span = text.span(found.range.clone());
    let message = Message::new("structure/announced-count")
        .with("words", found.words.as_str())
        .with("actual", actual);
    let word = if found.capital {
        count.replacen('c', "C", 1)
    } else {
        count.to_owned()
    };
    let finding = sink.report(span, message);
    finding.labels.push(kuliah_source::Label {
        span: counted,
        message: Some(Message::new("structure/announced-count.counted").with("actual", actual)),
    });
    finding.help =
        Some(Message::new("structure/announced-count.help").with("mark", format!("{{{word}}}")));
    if !span.is_detached() {
        finding.fix = Some(Fix {
            title: Message::new("structure/announced-count.fix"),
            edits: vec![Edit {
                span,
                text: format!("{{{word}}}"),
            }],
            safety: Safety::Unsafe,
        });
    }
}

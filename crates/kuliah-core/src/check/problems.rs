//! Problems that were met while inline text was read, each reported by its rule.

use kuliah_source::Message;

use super::{Context, Sink};
use crate::markup::ProblemKind;

/// Reports the problems that `key_of` knows, under the message key it gives.
///
/// The help has the same key with `-help` behind it.
pub(super) fn report(
    cx: &Context<'_>,
    sink: &mut Sink<'_>,
    key_of: impl Fn(ProblemKind) -> Option<&'static str>,
) {
    for &(markup, _) in &cx.markups {
        for problem in markup.problems() {
            if let Some(key) = key_of(problem.kind) {
                let written = markup
                    .source()
                    .get(problem.range.clone())
                    .unwrap_or_default();
                let message = Message::new(key).with("text", written);
                sink.report(markup.span(problem.range.clone()), message);
            }
        }
    }
}

//! Problems that were met while inline text was read, each reported by its rule.

use kuliah_source::Message;

use super::{Context, Sink};
use crate::markup::ProblemKind;

/// The keys of a message and of its help.
pub(super) type Keys = (&'static str, &'static str);

/// Reports the problems that `keys_of` knows, in the words it gives.
pub(super) fn report(
    cx: &Context<'_>,
    sink: &mut Sink<'_>,
    keys_of: impl Fn(ProblemKind) -> Option<Keys>,
) {
    for &(markup, _) in &cx.markups {
        for problem in markup.problems() {
            if let Some((key, help)) = keys_of(problem.kind) {
                let written = markup
                    .source()
                    .get(problem.range.clone())
                    .unwrap_or_default();
                let message = Message::new(key).with("text", written);
                let finding = sink.report(markup.span(problem.range.clone()), message);
                finding.help = Some(Message::new(help));
            }
        }
    }
}

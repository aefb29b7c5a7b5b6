//! What is wrong in a theme's file.

use std::ops::Range;

use kuliah_source::Message;

/// Something wrong in a theme's file, at its place.
///
/// The keys of the messages begin with `config/theme`, the name of the rule that reports them.
#[derive(Debug, Clone, Eq, PartialEq)]
#[non_exhaustive]
pub struct ThemeFault {
    /// The bytes of the file that are meant.
    pub range: Range<usize>,
    /// What is wrong.
    pub message: Message,
    /// What to do.
    pub help: Message,
}

impl ThemeFault {
    pub(crate) fn new(range: Range<usize>, message: Message, help: Message) -> Self {
        Self {
            range,
            message,
            help,
        }
    }
}

//! Markdown with YAML front matter into the same tree the other front ends build.

use super::limits::Limits;
use super::{Node, Parse, Source};

pub(super) fn parse(source: Source<'_>, limits: &Limits, parse: &mut Parse) -> Option<Node> {
    super::yaml::parse(source, limits, parse)
}

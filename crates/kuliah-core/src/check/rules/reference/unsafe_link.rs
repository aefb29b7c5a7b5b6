//! `reference/unsafe-link`.

use kuliah_source::{LinkError, LinkTarget, Message};

use crate::check::{Context, Sink, declare_rule};
use crate::markup::InlineKind;

declare_rule! {
    /// ## What it finds
    ///
    /// A link that is no `http`, `https` or `mailto` address. It is printed as text and leads nowhere.
    ///
    /// ## Why it matters
    ///
    /// Other addresses can run programs or open files on a student's computer.
    ///
    /// ## Example
    ///
    /// ```markdown,reports
    /// Unduh [bahan](ftp://contoh.id/bahan).
    /// ```
    ///
    /// ## Instead
    ///
    /// ```markdown,silent
    /// Unduh [bahan](https://contoh.id/bahan).
    /// ```
    "reference/unsafe-link", Warning, since "0.1.0", origin Check, check check,
}

fn check(cx: &Context<'_>, sink: &mut Sink<'_>) {
    cx.each_inline(|markup, inline, _| {
        if let InlineKind::Link { address, .. } = &inline.kind
            && let Err(why) = LinkTarget::new(address)
        {
            let finding = sink.report(markup.span(inline.range.clone()), message(address, why));
            finding.help = Some(Message::new("reference/unsafe-link.help"));
        }
    });
    for reference in cx.references() {
        if let Some(url) = &reference.url
            && let Err(why) = LinkTarget::new(url)
        {
            let finding = sink.report(url.span(), message(url, why));
            finding.help = Some(Message::new("reference/unsafe-link.help"));
        }
    }
}

fn message(address: &str, why: LinkError) -> Message {
    let key = match why {
        LinkError::Scheme => "reference/unsafe-link",
        _ => "reference/unsafe-link.broken",
    };
    Message::new(key).with("address", address)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wrong_with_an_address_is_told() {
        for (address, key) in [
            ("javascript:a", "reference/unsafe-link"),
            ("https:?/", "reference/unsafe-link.broken"),
        ] {
            let why = LinkTarget::new(address).expect_err(address);
            assert_eq!(message(address, why).key(), key, "{address}");
        }
    }
}

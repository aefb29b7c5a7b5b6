//! Addresses out of a document.

use std::fmt;

use crate::is_forbidden;

/// An address that may become a link: `http`, `https` or `mailto`.
#[derive(Debug, Clone, Eq, PartialEq, Ord, PartialOrd, Hash)]
pub struct LinkTarget(String);

/// Why an address may not become a link.
#[derive(Debug, Copy, Clone, Eq, PartialEq)]
#[non_exhaustive]
pub enum LinkError {
    /// A scheme other than `http`, `https` and `mailto`, or none.
    Scheme,
    /// A control character, a blank or a backslash in the address.
    Character,
    /// Nobody behind the scheme: no host behind `//`, or no mail address.
    Empty,
}

impl fmt::Display for LinkError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Scheme => "only http, https and mailto addresses become links",
            Self::Character => "the address holds a blank, a backslash or a control character",
            Self::Empty => "the address is empty",
        })
    }
}

impl std::error::Error for LinkError {}

impl LinkTarget {
    /// Checks an address; nothing in it is changed.
    ///
    /// # Errors
    ///
    /// See [`LinkError`].
    pub fn new(address: &str) -> Result<Self, LinkError> {
        let (scheme, rest) = address.split_once(':').ok_or(LinkError::Scheme)?;
        let known = ["http", "https", "mailto"];
        if !known.iter().any(|it| scheme.eq_ignore_ascii_case(it)) {
            return Err(LinkError::Scheme);
        }
        let bad = |c: char| c.is_whitespace() || c == '\\' || c == '\u{feff}' || is_forbidden(c);
        if address.contains(bad) {
            return Err(LinkError::Character);
        }
        let is_mail = scheme.eq_ignore_ascii_case("mailto");
        let host = rest.strip_prefix("//").unwrap_or_default();
        let empty = if is_mail {
            rest.is_empty()
        } else {
            host.is_empty() || host.starts_with(['/', '?', '#'])
        };
        if empty {
            return Err(LinkError::Empty);
        }
        Ok(Self(address.to_owned()))
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_schemes_become_links() {
        for address in ["https://a.id/b?c=d#e", "HTTP://a.id", "mailto:a@b.id"] {
            assert_eq!(LinkTarget::new(address).expect("allowed").as_str(), address);
        }
    }

    #[test]
    fn everything_else_is_refused() {
        let cases = [
            ("javascript:alert(1)", LinkError::Scheme),
            (" https://a.id", LinkError::Scheme),
            ("//host/share", LinkError::Scheme),
            ("https://a\n.id", LinkError::Character),
            ("https:\\\\a.id", LinkError::Character),
            ("https://", LinkError::Empty),
            ("https:?/", LinkError::Empty),
            ("https:a.id", LinkError::Empty),
            ("http:///a.id", LinkError::Empty),
            ("mailto:", LinkError::Empty),
        ];
        for (address, error) in cases {
            assert_eq!(LinkTarget::new(address), Err(error), "{address:?}");
        }
    }
}

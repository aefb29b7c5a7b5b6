//! Addresses that Word opens.

use std::fmt::Write as _;

use kuliah_doc::LinkTarget;

/// The longest address that Word follows, in characters.
const LONGEST: usize = 2_079;

/// The address as a package may hold it; `None` when Word would call the file damaged.
///
/// Characters outside RFC 3986 are percent-encoded. Word and Microsoft's software
/// kit refuse a whole file for one address whose authority they cannot read, so the
/// host, port and mail address are looked at more closely than a browser would.
pub(crate) fn target(address: &str) -> Option<String> {
    let (scheme, rest) = address.split_once(':')?;
    let encoded = if scheme.eq_ignore_ascii_case("mailto") {
        is_mail(rest).then(|| encode(address))?
    } else {
        let rest = rest.strip_prefix("//")?;
        let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
        let (authority, path) = rest.split_at_checked(end)?;
        // A host may hold letters of any script, but no percent signs.
        is_authority(authority).then(|| [scheme, "://", authority, &encode(path)].concat())?
    };
    (encoded.len() <= LONGEST).then_some(encoded)
}

/// The same for an address that nobody has looked at yet: links lead to the web or to mail.
pub(crate) fn checked(address: &str) -> Option<String> {
    let link = LinkTarget::new(address).ok()?;
    target(link.as_str())
}

fn is_authority(authority: &str) -> bool {
    let (user, host) = authority.split_once('@').unwrap_or(("", authority));
    let (name, port) = host.split_once(':').unwrap_or((host, ""));
    let letter = |c: char| c.is_ascii_alphanumeric() || "-._~!$&'()*+,;=:".contains(c);
    let digits = port.bytes().all(|it| it.is_ascii_digit());
    let port_ok = port.is_empty() || (digits && port.parse::<u16>().is_ok());
    user.chars().all(letter) && is_host(name) && port_ok
}

/// One address `local@host`, with whatever stands behind a question mark.
fn is_mail(rest: &str) -> bool {
    let path = rest.split('?').next().unwrap_or_default();
    let Some((local, host)) = path.split_once('@') else {
        return false;
    };
    let letter = |c: char| c.is_ascii_alphanumeric() || "!$&'*+-./=^_~".contains(c);
    !local.is_empty() && local.chars().all(letter) && is_host(host)
}

fn is_host(name: &str) -> bool {
    let part_ok = |part: &str| {
        !part.is_empty()
            && part.len() <= 63
            && !part.starts_with('-')
            && !part.ends_with('-')
            && part
                .chars()
                .all(|c| c.is_alphanumeric() || c == '-' || c == '_')
    };
    name.len() <= 253
        && name
            .strip_suffix('.')
            .unwrap_or(name)
            .split('.')
            .all(part_ok)
}

fn encode(address: &str) -> String {
    let mut out = String::with_capacity(address.len());
    let mut rest = address.chars();
    let mut fragment = false;
    while let Some(c) = rest.next() {
        let escaped = || {
            let mut ahead = rest.clone();
            let mut digit = || ahead.next().is_some_and(|it| it.is_ascii_hexdigit());
            digit() && digit()
        };
        let kept = match c {
            '%' => escaped(),
            // A second number sign is no part of an address.
            '#' => !std::mem::replace(&mut fragment, true),
            c => c.is_ascii_alphanumeric() || "-._~:/?@!$&'()*+,;=".contains(c),
        };
        if kept {
            out.push(c);
        } else {
            let mut bytes = [0; 4];
            for byte in c.encode_utf8(&mut bytes).bytes() {
                // Writing to a string cannot fail.
                let _ = write!(out, "%{byte:02X}");
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinary_addresses_are_left_alone() {
        for address in [
            "https://contoh.ac.id/a?b=c&d='e'#f",
            "http://contoh.id:8080",
            "mailto:penulis@contoh.ac.id?subject=Tugas%201",
        ] {
            assert_eq!(target(address).as_deref(), Some(address));
        }
    }

    #[test]
    fn what_an_address_may_not_hold_is_encoded() {
        let cases = [
            ("https://a.id/[x]", "https://a.id/%5Bx%5D"),
            ("https://a.id/100%", "https://a.id/100%25"),
            ("https://a.id/é", "https://a.id/%C3%A9"),
            ("https://é.id?é", "https://é.id?%C3%A9"),
            ("https://a.id/#a#b", "https://a.id/#a%23b"),
        ];
        for (from, to) in cases {
            assert_eq!(target(from).as_deref(), Some(to));
        }
    }

    #[test]
    fn what_word_cannot_read_is_no_link() {
        let long = format!("https://a.id/{}", "x".repeat(3_000));
        for address in [
            "https://a.id:port/",
            "https://a.id:+80/",
            "https://a..id/",
            "https://a@b@c.id/",
            "https://a%20b.id/",
            "https:a.id",
            "https://[::1]/",
            "mailto:penulis@",
            "mailto:a@b.id,c@d.id",
            "mailto:penulis",
            &long,
        ] {
            assert_eq!(target(address), None, "{address}");
        }
    }
}

//! The page of a rule, and its parts.

use kuliah::check::Rule;

/// The page in Markdown, without its title.
///
/// What tests read in the examples says nothing to people and is left out.
pub(crate) fn markdown(rule: &Rule) -> String {
    let page = rule.page();
    let page = page.replace(",reports\n", "\n").replace(",silent\n", "\n");
    page.trim_end().to_owned()
}

/// The text below a heading of the page, one line a paragraph; none when it has no such heading.
pub(crate) fn part(rule: &Rule, heading: &str) -> Option<String> {
    let page = markdown(rule);
    let mut parts = page.split("## ").skip(1);
    let text = parts.find_map(|part| {
        let (title, text) = part.split_once('\n')?;
        (title.trim() == heading).then_some(text)
    })?;
    let paragraphs = text.trim().split("\n\n");
    let paragraphs: Vec<_> = paragraphs.map(|it| it.replace('\n', " ")).collect();
    Some(paragraphs.join("\n"))
}

/// Where the page is published; none when the program was built without the address of its
/// repository.
pub(crate) fn address(rule: &Rule) -> Option<String> {
    address_in(
        env!("CARGO_PKG_REPOSITORY"),
        env!("CARGO_PKG_VERSION"),
        rule,
    )
}

fn address_in(repository: &str, version: &str, rule: &Rule) -> Option<String> {
    let repository = repository.trim_end_matches('/');
    let name = rule.name;
    (!repository.is_empty()).then(|| format!("{repository}/blob/v{version}/docs/rules/{name}.md"))
}

#[cfg(test)]
mod tests {
    use kuliah::check::RULES;

    use super::*;

    #[test]
    fn every_page_says_what_is_found_and_why_it_matters() {
        for rule in RULES {
            for heading in ["What it finds", "Why it matters"] {
                let text = part(rule, heading).expect(rule.name);
                assert!(text.ends_with('.') && !text.contains("##"), "{text}");
            }
            assert_eq!(part(rule, "No such heading"), None);
        }
    }

    #[test]
    fn the_address_of_a_page_is_that_of_a_file_in_the_repository() {
        let rule = RULES[0];
        let address = address_in("https://kode.contoh/kuliah/", "1.2.3", rule);
        let address = address.expect("an address");
        let file = address.strip_prefix("https://kode.contoh/kuliah/blob/v1.2.3/");
        let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");
        let file = std::path::Path::new(root).join(file.expect("the repository"));
        assert!(file.is_file(), "{}", file.display());
        assert_eq!(address_in("", "1.2.3", rule), None);
    }
}

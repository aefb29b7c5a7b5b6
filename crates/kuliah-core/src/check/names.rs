//! Which name was most likely meant.

/// The most similar of some names, if one is similar enough to be meant.
///
/// Similar is a Jaro–Winkler similarity of 0.8 and more, case aside.
pub(crate) fn nearest<'n>(name: &str, names: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    let name = name.to_lowercase();
    names
        .map(|other| (strsim::jaro_winkler(&name, &other.to_lowercase()), other))
        .filter(|(score, _)| *score >= 0.8)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, other)| other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_alike_is_meant() {
        let names = ["tasks", "techniques", "models"];
        assert_eq!(nearest("tehniques", names.into_iter()), Some("techniques"));
        assert_eq!(nearest("Task", names.into_iter()), Some("tasks"));
        assert_eq!(nearest("prinsip", names.into_iter()), None);
    }
}

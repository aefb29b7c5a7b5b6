//! Dictionaries: none is needed, and one that is asked for and not there is named.

use kuliah::check::rule;

use crate::desk::{CLEAN, Desk};

/// The rule that asks a dictionary.
const RULE: &str = "language/spelling";

#[test]
fn a_dictionary_that_is_asked_for_must_be_there() {
    let config = "[spell]\ndictionaries = [\"en_QQ\"]\n";
    let desk = Desk::with(&[("a.md", CLEAN), ("b.md", CLEAN), ("kuliah.toml", config)]);
    let run = desk.run(&["check"]);
    if rule(RULE).is_none() {
        run.ends(0);
        return;
    }
    let run = run.ends(2);
    let said = "there is no dictionary `en_QQ` on this machine";
    assert_eq!(
        run.stderr.matches(said).count(),
        1,
        "it is said once: {run:#?}"
    );
    desk.run(&["check", "--ignore", RULE]).ends(0);
}

#[test]
fn words_are_looked_up_in_the_dictionary_of_the_project() {
    if rule(RULE).is_none() {
        return;
    }
    let text = CLEAN
        .replace("lang: en", "lang: id")
        .replace("Text.", "Peran kelass guru.");
    let desk = Desk::with(&[("a.md", &text)]);
    desk.put("kamus/id_ID.aff", "SET UTF-8\n");
    desk.put("kamus/id_ID.dic", "3\nperan\nkelas\nguru\n");
    desk.put(
        "kuliah.toml",
        "[spell]\ndictionaries = [\"kamus/id_ID\"]\nwords = [\"material\", \"roles\"]\n",
    );
    let run = desk
        .run(&["check", "--format", "concise", "--select", RULE])
        .ends(0);
    assert_eq!(run.findings().len(), 1, "{run:#?}");
    assert!(run.stdout.contains("`kelass`"), "{run:#?}");
}

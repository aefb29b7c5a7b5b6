//! Dictionaries: none is needed, and one that is asked for and not there is named.

use crate::desk::{CLEAN, Desk};

/// The rule that asks a dictionary.
const RULE: &str = "language/spelling";

#[test]
fn a_dictionary_that_is_asked_for_must_be_there() {
    let config = "[spell]\ndictionaries = [\"en_QQ\"]\n";
    let desk = Desk::with(&[("a.md", CLEAN), ("b.md", CLEAN), ("kuliah.toml", config)]);
    let run = desk.run(&["check"]).ends(2);
    let said = "there is no dictionary `en_QQ` on this machine";
    assert_eq!(
        run.stderr.matches(said).count(),
        1,
        "it is said once: {run:#?}"
    );
    desk.run(&["check", "--ignore", RULE]).ends(0);
}

#[test]
fn spelling_is_left_alone_unless_asked_for() {
    // A dictionary of the machine must not decide what is found in a course.
    let text = CLEAN.replace("Text.", "Zzxq qqzx.");
    let desk = Desk::with(&[("a.md", &text)]);
    desk.run(&["check"])
        .ends(0)
        .says("no findings in 1 course\n");
    let qq = CLEAN.replace("lang: en", "lang: qq");
    desk.put("b.md", qq);
    let run = desk.run(&["check", "b.md", "--select", RULE]).ends(2);
    assert!(
        run.stderr.contains("install the package hunspell-qq"),
        "{run:#?}"
    );
}

#[test]
fn words_are_looked_up_in_the_dictionary_of_the_project() {
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

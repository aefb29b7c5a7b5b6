//! The language of findings.

use crate::desk::{Desk, with_error};

const ENGLISH: &str = "no reference has the key `nobody`";

#[test]
fn people_read_the_language_of_their_course() {
    let desk = Desk::new();
    desk.put("en.md", with_error());
    desk.put("id.md", with_error().replace("lang: en", "lang: id"));
    desk.put("none.md", with_error().replace("lang: en\n", ""));
    // One line a finding is read by editors too, which know the words for how bad it is.
    let formats = [("full", "galat"), ("concise", "error")];
    for (format, error) in formats {
        let check = |more: &[&str]| {
            let args = ["check", "--format", format];
            desk.run(&[&args, more].concat()).ends(1).stdout
        };
        assert!(check(&["en.md"]).contains(ENGLISH));
        let indonesian = check(&["id.md"]);
        assert!(!indonesian.contains(ENGLISH), "{indonesian}");
        assert!(
            indonesian.contains(&format!("{error}[citation/unknown-key")),
            "{indonesian}"
        );
        assert!(
            !check(&["none.md"]).contains(ENGLISH),
            "a course is Indonesian unless it says so"
        );
        assert!(check(&["id.md", "--lang", "en"]).contains(ENGLISH));
        assert!(!check(&["en.md", "--lang", "id"]).contains(ENGLISH));
    }
}

#[test]
fn programs_read_english_unless_asked() {
    let desk = Desk::new();
    desk.put("id.md", with_error().replace("lang: en", "lang: id"));
    for format in ["json", "json-lines", "sarif", "gitlab", "github", "junit"] {
        let run = desk.run(&["check", "--format", format]).ends(1);
        assert!(run.stdout.contains(ENGLISH), "{format}: {}", run.stdout);
        let asked = desk
            .run(&["check", "--format", format, "--lang", "id"])
            .ends(1);
        assert!(
            !asked.stdout.contains(ENGLISH),
            "{format}: {}",
            asked.stdout
        );
    }
    desk.run(&["check", "--lang", "nl"]).ends(2);
}

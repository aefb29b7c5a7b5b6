//! Texts of configurations in, policies and findings out.

use kuliah_source::{LineIndex, Message, Severity};

use super::*;
use crate::check::{Locale, catalogue, rule};

fn read(text: &str) -> Config {
    let (config, found) = Config::parse(FileId::FIRST, text);
    assert_eq!(found, []);
    config
}

/// Each finding as `line:column key` and the text it covers.
fn findings(text: &str) -> Vec<String> {
    let lines = LineIndex::new(text);
    let (_, found) = Config::parse(FileId::FIRST, text);
    let said = found.iter().map(|it| {
        let range = it.span().range().expect("attached");
        let at = lines.locate(text, range.start);
        let covered = text.get(range).expect("in the file");
        let key = it.message.key();
        format!("{}:{} {key} {covered}", at.line, at.column)
    });
    said.collect()
}

fn severity(policy: &Policy, name: &str) -> Option<Severity> {
    let rule = rule(name).expect("a rule");
    let span = kuliah_source::Span::DETACHED;
    policy.severity_of(&Diagnostic::new(
        rule.id(),
        rule.severity,
        span,
        Message::new(rule.name),
    ))
}

#[test]
fn an_empty_file_wishes_for_nothing() {
    let config = read("");
    assert_eq!(config.policy("a.md"), Policy::default());
    assert_eq!(config.profile, ProfileChoice::Default);
}

#[test]
fn wishes_about_rules_become_a_policy() {
    let config = read(
        "[lint]\nselect = [\"all\"]\nignore = [\"structure\"]\nfail-on = \"warning\"\n\
         [lint.severity]\n\"citation/uncited-reference\" = \"error\"\n\
         [[lint.per-file]]\nfiles = [\"draf/**\"]\nseverity = { citation = \"info\" }\n",
    );
    let policy = config.policy("kuliah/satu.md");
    assert_eq!(severity(&policy, "structure/empty-section"), None);
    let uncited = "citation/uncited-reference";
    assert_eq!(severity(&policy, uncited), Some(Severity::Error));
    let unknown = "citation/unknown-key";
    let draft = config.policy("draf/bab/satu.md");
    assert_eq!(severity(&draft, uncited), Some(Severity::Info));
    assert_eq!(severity(&draft, unknown), Some(Severity::Error));
    assert_eq!(
        policy,
        Policy::default()
            .with(&policy_wishes())
            .fail_on(Severity::Warning)
    );
}

fn policy_wishes() -> Selection {
    let mut wishes = Selection::default();
    let selector = |name: &str| name.parse().expect("a selector");
    wishes.select(selector("all"));
    wishes
        .ignore(selector("structure"))
        .expect("may be ignored");
    let uncited = selector("citation/uncited-reference");
    let level = crate::check::Level::Error;
    wishes.severity(uncited, level).expect("may be set");
    wishes
}

#[test]
fn what_a_path_names_keeps_its_place() {
    let text = "[profile]\npath = \"profil.toml\"\n[spell]\ndictionaries = [\"id_ID\"]\n\
                words = [\"Pemungkin\"]\n[build]\ntheme = \"tema.toml\"\n";
    let config = read(text);
    let ProfileChoice::File(path) = &config.profile else {
        panic!("{:?}", config.profile);
    };
    let range = path.span().range().expect("attached");
    assert_eq!(text.get(range), Some("\"profil.toml\""));
    assert_eq!(config.spell.words, ["Pemungkin"]);
    let theme = config.build.theme.expect("a theme");
    assert_eq!(theme.as_str(), "tema.toml");
}

#[test]
fn faults_are_found_at_their_own_places() {
    assert_eq!(
        findings("[lint]\nignroe = [\"structure\"]\n"),
        ["2:1 schema/unknown-key ignroe"]
    );
    assert_eq!(
        findings("[lint]\nignore = [\"citation/uncited\", \"citation/unknown-key\"]\n"),
        [
            "2:11 config/unknown-rule \"citation/uncited\"",
            "2:31 config/proof-rule \"citation/unknown-key\"",
        ]
    );
    assert_eq!(
        findings("[lint.severity]\n\"structure/empty\" = \"info\"\nstructure = \"loud\"\n"),
        ["3:13 schema/unknown-value \"loud\""]
    );
    assert_eq!(
        findings("[lint.severity]\n\"structure/empty\" = \"info\"\nsyntax = \"error\"\n"),
        ["2:1 config/unknown-rule \"structure/empty\""]
    );
    assert_eq!(
        findings("[[lint.per-file]]\nfiles = [\"a[\", \"b\"]\n[profile]\nname = \"handuot\"\n"),
        [
            "4:8 config/profile \"handuot\"",
            "2:10 config/bad-pattern \"a[\"",
        ]
    );
    assert_eq!(
        findings("[profile]\nname = \"modul\"\npath = \"a.toml\"\n"),
        ["3:8 config/profile.both \"a.toml\""]
    );
    assert_eq!(findings("[lint\n"), ["1:6 syntax/parse.bracket "]);
}

#[test]
fn why_a_pattern_cannot_be_read_is_said_in_each_language() {
    for pattern in ["a[b", "[z-a]", "a}", "{a", "a\\"] {
        let text = format!("[[lint.per-file]]\nfiles = ['{pattern}']\n");
        let (_, found) = Config::parse(FileId::FIRST, &text);
        let said = Locale::ALL.map(|it| found[0].message.render(catalogue(it)));
        assert!(said.iter().all(|it| it.contains(pattern)), "{said:?}");
        let reason = |words: &str| words.rsplit(": ").next().map(str::to_owned);
        assert_ne!(reason(&said[0]), reason(&said[1]), "{pattern}");
    }
}

#[test]
fn the_address_of_the_schema_is_allowed() {
    read("\"$schema\" = \"config.schema.json\"\n");
}

//! A finding with the lines it is about, in the shape that compilers have.

use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use kuliah::check::Locale;
use kuliah::{Diagnostic, Severity, SourceFile};

use super::excerpt::{Excerpt, Spot, excerpt};
use super::{Sources, escape};

/// Columns that are used at the most.
const WIDTH: usize = 100;

/// Places of one file that are farther apart are shown apart.
const FAR: usize = 500;

/// Stands for a place until its line is written; foreign text cannot hold it, since it is
/// escaped there.
const MARK: char = '\u{fdd0}';

/// Places of one file that are shown together.
struct Cluster<'a> {
    file: &'a SourceFile,
    path: String,
    /// `path:line:column` of its first place.
    heading: String,
    spots: Vec<Spot>,
    labels: Vec<(AnnotationKind, Option<String>)>,
}

/// What the parts of a finding are called.
struct Words {
    error: &'static str,
    warning: &'static str,
    info: &'static str,
    help: &'static str,
    rule: &'static str,
}

impl Words {
    fn of(locale: Locale) -> Self {
        match locale {
            Locale::Indonesian => Self {
                error: "galat",
                warning: "peringatan",
                info: "info",
                help: "saran",
                rule: "aturan",
            },
            _ => Self {
                error: "error",
                warning: "warning",
                info: "info",
                help: "help",
                rule: "rule",
            },
        }
    }
}

/// Writes a finding; the last line has no line end.
pub(super) fn text(finding: &Diagnostic, sources: &Sources<'_>, color: bool) -> String {
    let clusters = clusters(finding, sources);
    let words = Words::of(sources.locale());
    let level = match finding.severity {
        Severity::Error => Level::ERROR.with_name(words.error),
        Severity::Warning => Level::WARNING.with_name(words.warning),
        Severity::Info => Level::INFO.with_name(words.info),
    };
    let title = level
        .primary_title(escape(&sources.say(&finding.message)))
        .id(finding.rule.as_str());
    let mut group = Group::with_title(title);
    for (at, cluster) in clusters.iter().enumerate() {
        group = group.element(snippet(at, cluster));
    }
    if clusters.is_empty() {
        group = group.element(Origin::path(escape(sources.course())));
    }
    if let Some(help) = &finding.help {
        group = group.element(
            Level::HELP
                .with_name(words.help)
                .message(escape(&sources.say(help))),
        );
    }
    let more = format!("kuliah explain {}", finding.rule);
    group = group.element(Level::NOTE.with_name(words.rule).message(more));
    let renderer = if color {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    let text = renderer.term_width(WIDTH).render(&[group]);
    with_headings(&text, &clusters)
}

fn clusters<'a>(finding: &Diagnostic, sources: &Sources<'a>) -> Vec<Cluster<'a>> {
    let mut clusters: Vec<Cluster<'a>> = Vec::new();
    for (at, label) in finding.labels.iter().enumerate() {
        let Some(place) = sources.place(label.span) else {
            continue;
        };
        let kind = if at == 0 {
            AnnotationKind::Primary
        } else {
            AnnotationKind::Context
        };
        let label = (
            kind,
            label.message.as_ref().map(|it| escape(&sources.say(it))),
        );
        let spot = Spot::of(&place);
        let is_near = |it: &Spot| it.line.abs_diff(spot.line) <= FAR;
        let near = clusters
            .iter_mut()
            .find(|it| it.path == place.path && it.spots.iter().any(is_near));
        match near {
            Some(cluster) => {
                cluster.spots.push(spot);
                cluster.labels.push(label);
            }
            None => clusters.push(Cluster {
                file: place.file,
                heading: escape(&place.shown()),
                path: place.path,
                spots: vec![spot],
                labels: vec![label],
            }),
        }
    }
    clusters
}

fn snippet<'a>(at: usize, cluster: &Cluster<'_>) -> Snippet<'a, Annotation<'a>> {
    let Excerpt {
        first_line,
        text,
        spots,
    } = excerpt(cluster.file, &cluster.spots);
    let annotation = |(span, (kind, message)): (_, &(AnnotationKind, Option<String>))| {
        kind.span(span).label(message.clone())
    };
    let annotations: Vec<_> = spots
        .into_iter()
        .zip(&cluster.labels)
        .map(annotation)
        .collect();
    Snippet::source(text)
        .line_start(first_line)
        .path(format!("{MARK}{at}{MARK}"))
        .annotations(annotations)
}

/// Puts the headings in: the renderer counts columns in the escaped line, and authors need
/// those of their file.
fn with_headings(text: &str, clusters: &[Cluster<'_>]) -> String {
    let mut parts = text.split(MARK);
    let mut out = parts.next().unwrap_or_default().to_owned();
    while let (Some(at), Some(rest)) = (parts.next(), parts.next()) {
        let cluster = at.parse().ok().and_then(|at: usize| clusters.get(at));
        out.push_str(cluster.map_or("", |it| &it.heading));
        out.push_str(rest.trim_start_matches(|c: char| c == ':' || c.is_ascii_digit()));
    }
    out
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use kuliah::{FileId, Message, RuleId, SourceMap, Span};

    use super::*;

    fn finding(rule: &'static str, span: Span) -> Diagnostic {
        let message = Message::new(rule).with("key", "x1");
        Diagnostic::new(RuleId::new(rule), Severity::Error, span, message)
    }

    #[test]
    fn a_finding_shows_its_line_and_what_to_do() {
        let mut map = SourceMap::new();
        map.add("a.md", "satu\n\u{202e}Menurut @x1.\n");
        let span = Span::new(FileId::FIRST, 17..19);
        let found = finding("citation/unknown-key", span)
            .help(Message::new("citation/unknown-key.help-near").with("near", "x2"));
        let text = text(&found, &Sources::new(&map, Path::new("")), false);
        let expected = "\
error[citation/unknown-key]: no reference has the key `x1`
 --> a.md:2:11
  |
2 | <U+202E>Menurut @x1.
  |                  ^^
  |
  = help: did you mean `x2`?
  = rule: kuliah explain citation/unknown-key";
        assert_eq!(text, expected);
    }

    #[test]
    fn a_finding_is_told_in_indonesian_throughout() {
        let mut map = SourceMap::new();
        map.add("a.md", "Menurut @x1.\n");
        let found = finding("citation/unknown-key", Span::new(FileId::FIRST, 8..10))
            .help(Message::new("citation/unknown-key.help-near").with("near", "x2"));
        let sources = Sources::new(&map, Path::new(""));
        let sources = sources.spoken_about_in(Locale::Indonesian);
        let text = text(&found, &sources, false);
        let lines: Vec<_> = text.lines().collect();
        assert!(
            lines[0].starts_with("galat[citation/unknown-key]: "),
            "{text}"
        );
        assert!(lines[6].starts_with("  = saran: "), "{text}");
        assert_eq!(lines[7], "  = aturan: kuliah explain citation/unknown-key");
    }

    #[test]
    fn places_of_one_file_stand_together_and_far_ones_apart() {
        let mut map = SourceMap::new();
        map.add("a.md", format!("kunci x1\n{}kunci x1\n", "\n".repeat(40)));
        map.add("refs.bib", "@book{x1,}\n");
        let first = Message::new("citation/duplicate-reference.first");
        let found = finding(
            "citation/duplicate-reference",
            Span::new(FileId::FIRST, 55..57),
        )
        .label(Span::new(FileId::FIRST, 6..8), first.clone())
        .label(Span::new(FileId::new(1), 6..8), first);
        let text = text(&found, &Sources::new(&map, Path::new("bab")), false);
        let expected = "\
error[citation/duplicate-reference]: the key `x1` names two references
  --> a.md:42:7
   |
 1 | kunci x1
   |       -- first used here
...
42 | kunci x1
   |       ^^
   |
  ::: bab/refs.bib:1:7
   |
 1 | @book{x1,}
   |       -- first used here
   |
   = rule: kuliah explain citation/duplicate-reference";
        assert_eq!(text, expected);
    }

    #[test]
    fn a_finding_without_place_names_the_course() {
        let mut map = SourceMap::new();
        map.add("a.md", "");
        let found = finding("citation/unknown-key", Span::DETACHED);
        let text = text(&found, &Sources::new(&map, Path::new("")), false);
        assert!(text.contains("--> a.md\n"), "{text}");
    }

    #[test]
    fn colours_leave_the_words_alone() {
        let mut map = SourceMap::new();
        map.add("a.md", "@x1");
        let found = finding("citation/unknown-key", Span::new(FileId::FIRST, 1..3));
        let text = text(&found, &Sources::new(&map, Path::new("")), true);
        assert!(text.contains("a.md:1:2"), "{text}");
        assert!(text.contains("\u{1b}[") && !text.contains(MARK));
    }
}

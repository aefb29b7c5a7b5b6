//! What the first citation of a process costs, in every style.
//!
//! Styles are read once in a process, so that each measurement is a process of its own: it formats
//! a course twice, and the first time less the second is the start.

use std::env;
use std::error::Error;
use std::io::{self, Write};
use std::process::Command;
use std::time::{Duration, Instant};

use kuliah_cite::{CiteItem, CiteRequest, Form, Reference, Style, format, style_names};
use serde_json::json;

/// Processes for each style; the best counts, since others disturb.
const RUNS: usize = 30;

/// The argument before the name of a style, in a process that measures.
const MEASURE: &str = "--measure";

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<_> = env::args().collect();
    let mut names = arguments.iter().skip_while(|it| *it != MEASURE).skip(1);
    if let Some(name) = names.next() {
        return measure(name);
    }
    writeln!(io::stdout(), "style                 start, µs  course, µs")?;
    for name in style_names() {
        let (mut start, mut course) = (u128::MAX, u128::MAX);
        for _ in 0..RUNS {
            let output = Command::new(env::current_exe()?)
                .args([MEASURE, name])
                .output()?;
            let text = String::from_utf8(output.stdout)?;
            let (first, second) = text.trim().split_once(' ').ok_or("two numbers")?;
            let (first, second): (u128, u128) = (first.parse()?, second.parse()?);
            start = start.min(first.saturating_sub(second));
            course = course.min(second);
        }
        writeln!(io::stdout(), "{name:<20} {start:>10} {course:>11}")?;
    }
    Ok(())
}

/// Prints how long a course takes the first time and after, in microseconds.
fn measure(name: &str) -> Result<(), Box<dyn Error>> {
    let style = Style::by_name(name).ok_or("a style")?;
    let works: Vec<_> = (0..5).filter_map(work).collect();
    let requests: Vec<_> = (0..20).map(request).collect();
    let once = || {
        let start = now();
        let made = format(&works, &requests, &style, "id");
        made.map(|it| (start.elapsed(), it.entries.len()))
    };
    let (first, entries) = once()?;
    let second = (0..5).map(|_| once().map(|it| it.0));
    let second = second.collect::<Result<Vec<Duration>, _>>()?;
    let second = second.into_iter().min().unwrap_or_default();
    if entries != works.len() {
        return Err("entries are missing".into());
    }
    writeln!(io::stdout(), "{} {}", first.as_micros(), second.as_micros())?;
    Ok(())
}

#[expect(
    clippy::disallowed_methods,
    reason = "it is time that is measured here"
)]
fn now() -> Instant {
    Instant::now()
}

fn work(n: i32) -> Option<Reference> {
    let fields = json!({
        "id": format!("k{n}"), "type": "book", "title": format!("Judul {n}"),
        "author": [{"family": format!("Nama{n}"), "given": "A. B."}],
        "issued": {"date-parts": [[1970 + n]]}, "publisher": "Penerbit",
    });
    Reference::new(fields.as_object()?).ok()
}

fn request(n: i32) -> CiteRequest {
    let item = CiteItem::new(format!("k{}", n * 7 % 5));
    CiteRequest::new(Form::Parenthetical, vec![item])
}

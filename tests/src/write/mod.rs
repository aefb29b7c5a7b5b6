//! Courses written in each syntax, as an author or a program might.

mod markdown;
mod toml;
mod yaml;

use kuliah::Syntax;
use kuliah::model::Course;
use serde_json::Value;

/// Writes a course; reading it must give an equal one.
pub fn write(course: &Course, syntax: Syntax) -> String {
    let value = to_value(course);
    match syntax {
        Syntax::Markdown => markdown::write(course, value),
        Syntax::Yaml => yaml::write(&value),
        Syntax::Toml => toml::write(&value),
        _ => format!("{value:#}\n"),
    }
}

/// Writes a course in YAML with every shorthand that says the same.
pub fn write_short(course: &Course) -> String {
    let mut value = to_value(course);
    yaml::shorten(&mut value);
    yaml::write(&value)
}

fn to_value(course: &Course) -> Value {
    serde_json::to_value(course).expect("a course is plain data")
}

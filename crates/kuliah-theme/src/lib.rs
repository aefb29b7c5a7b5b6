//! How a handout looks, as data: page, type, colours, running heads, cover.
//!
//! A theme is a TOML file. It says nothing about a file format, so that every exporter can
//! follow it. Three themes are shipped; a lecturer's own names one of them as its base and
//! says only what differs.
//!
//! 1. `read` walks the TOML and collects every fault, each at its place.
//! 2. The files of the groups (`page`, `typeset`, …) say which keys there are and what they may hold.
//! 3. `check` compares what only makes sense together: margins and measure, text and ground.

mod check;
mod colour;
mod cover;
mod fault;
mod fonts;
mod headings;
mod page;
mod read;
mod running;
#[cfg(test)]
mod tests;
mod theme;
mod typeset;

pub use colour::{Colour, Colours, LEAST_CONTRAST};
pub use cover::{Cover, CoverKind};
pub use fault::ThemeFault;
pub use fonts::{CodeFonts, Fonts, HeadingFonts, TextFonts};
pub use headings::{Alignment, HeadingStyle, Headings, NewPage, Numbering};
pub use page::{Margins, Page};
pub use running::{Row, Running, Slot};
pub use theme::{LARGE_PRINT, Theme};
pub use typeset::{Figures, Scale, Space, Text, Type};

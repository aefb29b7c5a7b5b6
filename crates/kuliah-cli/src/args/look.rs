//! Options of the look.

use std::path::PathBuf;

/// How handouts look, and what goes along with them.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Look")]
pub(crate) struct LookArgs {
    /// How PDF and DOCX look: handout, modul, compact, or the path of your own theme
    #[arg(long, value_name = "NAME|FILE")]
    pub(crate) theme: Option<String>,

    /// Set in letters of 18 points, for readers who see little
    #[arg(long)]
    pub(crate) large_print: bool,

    /// A Word file or template whose styles, page, headers and footers the DOCX takes over
    #[arg(long, value_name = "FILE")]
    pub(crate) template: Option<PathBuf>,

    /// Put 2 or 3 pages of the PDF on a sheet, with lines for notes beside them
    #[arg(long, value_name = "PAGES", value_parser = clap::value_parser!(u8).range(2..=3))]
    pub(crate) note_sheets: Option<u8>,

    /// Attach the course as data to the PDF, which is PDF/A-3a then
    #[arg(long)]
    pub(crate) attach_source: bool,

    /// Leave the course as data out of the DOCX
    #[arg(long)]
    pub(crate) no_embed: bool,
}

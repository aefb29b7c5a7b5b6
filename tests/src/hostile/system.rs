//! Paths that lead to something other than a file of the project.

use super::{Case, markdown, naming};

pub(super) fn cases() -> Vec<Case> {
    let pictured = || markdown("![A picture of words](p.png)");
    let link = |name: &str, target: &str| {
        let mut case = Case::course(&format!("system/{name}"), "course.md", pictured());
        case.links.push(("p.png".to_owned(), target.to_owned()));
        case
    };
    let mut through_folder = Case::course(
        "system/link-to-folder",
        "course.md",
        markdown("![A picture of words](etc/passwd)"),
    );
    through_folder
        .links
        .push(("etc".to_owned(), "/etc".to_owned()));
    let mut pipe = Case::course("system/pipe", "course.md", pictured());
    pipe.pipes.push("p.png".to_owned());
    let mut bibliography = Case::course(
        "system/pipe-as-bibliography",
        "course.md",
        naming("bibliography: refs.bib", "Text."),
    );
    bibliography.pipes.push("refs.bib".to_owned());
    let mut theme = Case::course("system/pipe-as-theme", "course.md", markdown("Text."))
        .file("kuliah.toml", "[build]\ntheme = \"t.toml\"\n");
    theme.pipes.push("t.toml".to_owned());
    let mut settings = Case::course("system/link-as-theme", "course.md", markdown("Text."))
        .file("kuliah.toml", "[build]\ntheme = \"t.toml\"\n");
    settings
        .links
        .push(("t.toml".to_owned(), "/etc/passwd".to_owned()));
    vec![
        link("link-out", "/etc/passwd"),
        link("link-upward", "../../../../../../etc/passwd"),
        link("link-to-device", "/dev/zero"),
        link("link-to-itself", "p.png"),
        link("link-to-nothing", "gone"),
        link("link-to-process", "/proc/self/environ"),
        through_folder,
        pipe,
        bibliography,
        theme,
        settings,
    ]
}

//! Works that would look alike: *Publication Manual*, 7th edition, sections 8.12 and 8.18 to 8.20.

use serde_json::json;

use super::*;
use Form::{Narrative, Parenthetical, Year};

#[test]
fn works_of_one_author_are_gathered() {
    // 8.12: the names once, the years in order.
    let values = json!([
        book("b1980", "Barker", 1980, "Judul B"),
        book("b1978", "Barker", 1978, "Judul A"),
        book("r1979", "Rothblatt", 1979, "Judul C"),
    ]);
    check_citations(
        &values,
        "en",
        &[
            (several(&["b1980", "b1978"]), "(Barker, 1978, 1980)"),
            (
                several(&["r1979", "b1980", "b1978"]),
                "(Barker, 1978, 1980; Rothblatt, 1979)",
            ),
        ],
    );
}

#[test]
fn letters_tell_equal_years_apart_in_the_order_of_the_list() {
    // 8.19, 9.47: by title; "a" is the first in the list, whichever is cited first.
    let values = json!([
        book("zebra", "Barker", 1978, "Zebra"),
        book("angsa", "Barker", 1978, "Angsa"),
        book("lain", "Rothblatt", 1978, "Lain"),
    ]);
    for language in ["en", "id"] {
        check_citations(
            &values,
            language,
            &[
                (one(Narrative, CiteItem::new("zebra")), "Barker (1978b)"),
                (one(Year, CiteItem::new("zebra")), "(1978b)"),
                (one(Year, CiteItem::new("lain")), "(1978)"),
                (
                    one(Parenthetical, CiteItem::new("angsa")),
                    "(Barker, 1978a)",
                ),
                (
                    one(Parenthetical, CiteItem::new("zebra")),
                    "(Barker, 1978b)",
                ),
                (several(&["zebra", "angsa"]), "(Barker, 1978a, 1978b)"),
                (one(Narrative, CiteItem::new("lain")), "Rothblatt (1978)"),
            ],
        );
    }
    check_list(
        &values,
        "en",
        &[
            "Barker, X. Y. (1978a). _Angsa_. Penerbit.",
            "Barker, X. Y. (1978b). _Zebra_. Penerbit.",
            "Rothblatt, X. Y. (1978). _Lain_. Penerbit.",
        ],
    );
}

#[test]
fn letters_without_a_date() {
    // 8.19: "n.d.-a".
    let values = json!([
        {"id": "a", "type": "book", "title": "Angsa", "publisher": "Penerbit", "author": [{"literal": "Penulis"}]},
        {"id": "b", "type": "book", "title": "Zebra", "publisher": "Penerbit", "author": [{"literal": "Penulis"}]},
    ]);
    check_citations(
        &values,
        "en",
        &[(one(Parenthetical, CiteItem::new("b")), "(Penulis, n.d.-b)")],
    );
    check_citations(
        &values,
        "id",
        &[(one(Narrative, CiteItem::new("a")), "Penulis (t.t.-a)")],
    );
}

#[test]
fn an_uncited_work_changes_letters_but_not_the_number_of_citations() {
    let values = json!([
        book("a", "Barker", 1978, "Angsa"),
        book("z", "Barker", 1978, "Zebra")
    ]);
    check_citations(
        &values,
        "en",
        &[(one(Parenthetical, CiteItem::new("z")), "(Barker, 1978b)")],
    );
}

#[test]
fn more_names_tell_equal_short_forms_apart() {
    // 8.18: as many names as needed.
    let work = |key: &str, second: &str, third: &str, year: i32| {
        json!({
            "id": key, "type": "book", "title": format!("Judul {key}"), "publisher": "Penerbit",
            "author": [
                {"family": "Parsons", "given": "R."},
                {"family": second, "given": "J."},
                {"family": third, "given": "S."},
                {"family": "Akhir", "given": "S."},
            ],
            "issued": {"date-parts": [[year]]},
        })
    };
    let values = json!([
        work("a", "Jorgensen", "Contoh", 1994),
        work("b", "Wijaya", "Contoh", 1994),
        work("c", "Lain", "Contoh", 2001),
    ]);
    check_citations(
        &values,
        "en",
        &[
            (
                one(Parenthetical, CiteItem::new("a")),
                "(Parsons, Jorgensen, et al., 1994)",
            ),
            (
                one(Parenthetical, CiteItem::new("b")),
                "(Parsons, Wijaya, et al., 1994)",
            ),
            (
                one(Narrative, CiteItem::new("b")),
                "Parsons, Wijaya, et al. (1994)",
            ),
            (
                one(Parenthetical, CiteItem::new("c")),
                "(Parsons et al., 2001)",
            ),
            (one(Narrative, CiteItem::new("c")), "Parsons et al. (2001)"),
        ],
    );
    check_list(
        &values,
        "en",
        &[
            "Parsons, R., Jorgensen, J., Contoh, S., & Akhir, S. (1994). _Judul a_. Penerbit.",
            "Parsons, R., Lain, J., Contoh, S., & Akhir, S. (2001). _Judul c_. Penerbit.",
            "Parsons, R., Wijaya, J., Contoh, S., & Akhir, S. (1994). _Judul b_. Penerbit.",
        ],
    );
    // 8.12: other authors, so the names are not left out.
    check_citations(
        &values,
        "en",
        &[(
            several(&["a", "c"]),
            "(Parsons, Jorgensen, et al., 1994; Parsons et al., 2001)",
        )],
    );
}

#[test]
fn initials_tell_first_authors_of_one_family_name_apart() {
    // 8.20: also when the years differ.
    let work = |key: &str, given: &str, year: i32| {
        json!({
            "id": key, "type": "book", "title": format!("Judul {key}"), "publisher": "Penerbit",
            "author": [{"family": "Light", "given": given}], "issued": {"date-parts": [[year]]},
        })
    };
    let values = json!([
        work("a", "Anna", 2006),
        work("b", "Budi C.", 2008),
        work("c", "Anna", 2008)
    ]);
    check_citations(
        &values,
        "en",
        &[
            (one(Parenthetical, CiteItem::new("a")), "(A. Light, 2006)"),
            (one(Narrative, CiteItem::new("b")), "B. C. Light (2008)"),
            (one(Parenthetical, CiteItem::new("c")), "(A. Light, 2008)"),
            (
                several(&["c", "b", "a"]),
                "(A. Light, 2006, 2008; B. C. Light, 2008)",
            ),
            (one(Year, CiteItem::new("b")), "(2008)"),
        ],
    );
}

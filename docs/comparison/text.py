"""The text of the example as Markdown, Typst and LaTeX by way of pandoc: one text for all.

    python3 text.py ../../tests/golden/peran-pekerja-sosial/student.txt FOLDER

The blocks come from the golden text of the example, one a line: headings, paragraphs and
numbered lists. The table, the reference list and what stands before the first heading are left
out, since each system has its own way with those.
"""

import re
import sys
from pathlib import Path

FONTS = Path(__file__).parent.parent.parent / "crates/kuliah-pdf/fonts"
# The page of the default theme, in millimetres, and its type, in points.
LEFT, TOP, BOTTOM, SIZE, LEADING, AFTER = 41.5, 30.339, 28.5362, 11, 15, 6


def blocks(lines):
    """Pairs of kind and text; the kinds are h1, h2, h3, p and ol."""
    out, items = [], []
    number, wanted, numbered = 0, False, False

    def close():
        nonlocal numbered
        if len(items) == 1:
            numbered = True
            out.append(("h2", items[0]))
        elif items:
            out.append(("ol", list(items)))
        items.clear()

    for line in lines:
        line = line.strip()
        if line.startswith("Tabel "):
            wanted = False
        if line == "Daftar Pustaka":
            break
        part = re.match(r"[A-Z]\. (.*)", line)
        if part:
            close()
            wanted, numbered = True, False
            out.append(("h1", part[1]))
            continue
        if not wanted:
            continue
        item = re.match(r"(\d+)\. (.*)", line)
        if item:
            if int(item[1]) != number + 1:
                close()
            number = int(item[1])
            items.append(item[2])
            continue
        close()
        number = 0
        short = len(line) < 60 and line[-1] not in ".:?!)”"
        # A third level needs a second one above it, which has a number in the source.
        out.append(("p" if not short else "h3" if numbered else "h2", line))
    close()
    return out


def kuliah(parts):
    out = ["---\nformat: 1\ntitle: Perbandingan\nlang: id\n---\n"]
    marks = {"h1": "# ", "h2": "## ", "h3": "### "}
    for kind, text in parts:
        if kind == "ol":
            out.append("\n".join(f"{n}. {it}" for n, it in enumerate(text, 1)))
        else:
            out.append(marks.get(kind, "") + text)
    return "\n\n".join(out) + "\n"


def markdown(parts):
    """For pandoc; headings are not numbered, so that all three say the same."""
    return kuliah(parts).replace("\nformat: 1", "", 1)


def typst(parts):
    escaped = lambda it: re.sub(r"([\\#$*_@<>`\[\]])", r"\\\1", it)
    out = [
        f"""#set document(title: "Perbandingan")
#set page("a4", margin: (x: {LEFT}mm, top: {TOP}mm, bottom: {BOTTOM}mm))
#set text(font: "STIX Two Text", size: {SIZE}pt, lang: "id", top-edge: 0.75em, bottom-edge: -0.25em)
#set par(justify: true, leading: {LEADING - SIZE}pt, spacing: {LEADING - SIZE + AFTER}pt)
#show heading: set text(font: "Source Sans 3", weight: 600)
#show heading.where(level: 1): set text(size: 15pt)
#show heading.where(level: 2): set text(size: 12pt)
#show heading.where(level: 3): set text(size: 11pt)
#text(font: "Source Sans 3", weight: 600, size: 25pt)[Perbandingan]
"""
    ]
    for kind, text in parts:
        if kind == "ol":
            out.append("\n".join(f"+ {escaped(it)}" for it in text))
        elif kind == "p":
            out.append(escaped(text))
        else:
            out.append("=" * int(kind[1]) + " " + escaped(text))
    return "\n\n".join(out) + "\n"


HEADER = rf"""
\usepackage[a4paper,left={LEFT}mm,right={LEFT}mm,top={TOP}mm,bottom={BOTTOM}mm]{{geometry}}
\usepackage{{fontspec}}
\setmainfont{{STIXTwoText_400Regular.ttf}}[Path={FONTS.resolve()}/,
  BoldFont=STIXTwoText_700Bold.ttf, ItalicFont=STIXTwoText_400Regular_Italic.ttf,
  BoldItalicFont=STIXTwoText_700Bold_Italic.ttf]
\AtBeginDocument{{\fontsize{{{SIZE}}}{{{LEADING}}}\selectfont
  \setlength{{\parindent}}{{0pt}}\setlength{{\parskip}}{{{AFTER}pt}}}}
\raggedbottom
"""


def main():
    lines = Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()
    folder = Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    parts = blocks(lines)
    (folder / "course.md").write_text(kuliah(parts), encoding="utf-8")
    (folder / "pandoc.md").write_text(markdown(parts), encoding="utf-8")
    (folder / "typst.typ").write_text(typst(parts), encoding="utf-8")
    (folder / "header.tex").write_text(HEADER, encoding="utf-8")


if __name__ == "__main__":
    main()

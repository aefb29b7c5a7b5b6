"""How well the lines and pages of PDF files are set, by one measure for all.

    python3 badness.py FILE.pdf …

Reads the letters of each file with `mutool draw -F stext` (MuPDF) and prints a row of a table.
The text face is the one with most letters; other faces and sizes are headings and page numbers.

- overfull: lines that end beyond the measure by more than their punctuation.
- stretched: justified lines whose spaces are on average wider than 1.5 times the face's own.
- worst: the widest such average.
- hyphens: lines that end in a hyphen; in a row: most of them one below the other.
- headings: pages that end in a heading.
- widows, orphans: last lines of a paragraph that open a page; first lines that close one.
- holes: pages but the last that leave more than a quarter of their height empty.
"""

import subprocess
import sys
import xml.etree.ElementTree as tree
from collections import Counter, defaultdict

HANGING = ".,;:!?-\u2010\u00ad\u2013”’)"
SPACE = 0.235  # of the em: the space of STIX Two Text


def letters(path):
    """Pages of (y, x, right, size, face, letter)."""
    command = ["mutool", "draw", "-q", "-F", "stext", "-o", "-", path]
    root = tree.fromstring(subprocess.run(command, capture_output=True, check=True).stdout)
    for page in root.iter("page"):
        out = []
        for font in page.iter("font"):
            face, size = font.get("name").split("+")[-1], float(font.get("size"))
            for it in font.iter("char"):
                quad = [float(n) for n in it.get("quad").split()]
                out.append((float(it.get("y")), quad[0], quad[2], size, face, it.get("c")))
        yield float(page.get("height")), out


def lines(page):
    """Lines from top to bottom: letters on one baseline, left to right."""
    rows = defaultdict(list)
    for it in page:
        rows[round(it[0])].append(it)
    merged = []
    for y in sorted(rows):
        if merged and y - merged[-1][0] <= 2:
            merged[-1][1].extend(rows[y])
        else:
            merged.append((y, rows[y]))
    return [(y, sorted(row, key=lambda it: it[1])) for y, row in merged]


def measure(path):
    pages = list(letters(path))
    count = Counter((it[4], round(it[3], 1)) for _, page in pages for it in page)
    face, size = count.most_common(1)[0][0]
    family = face.split("-")[0]
    is_text = lambda row: sum(
        it[4].startswith(family[:7]) and abs(it[3] - size) < 0.3 for it in row
    ) > 0.6 * len(row)

    everything = []
    for height, page in pages:
        rows = []
        for y, row in lines(page):
            inked = [it for it in row if not it[5].isspace()]
            # What stands in the margins is a running head or a page number.
            if inked and 0.08 * height < y < 0.92 * height:
                rows.append((y, inked, is_text(inked)))
        everything.append((height, rows))
    edges = Counter(round(row[-1][2]) for _, rows in everything for _, row, text in rows if text)
    right = edges.most_common(1)[0][0]
    steps = Counter(
        round(b[0] - a[0], 1)
        for _, rows in everything
        for a, b in zip(rows, rows[1:])
        if a[2] and b[2]
    )
    leading = steps.most_common(1)[0][0]

    out = Counter()
    worst, run = 0.0, 0
    top = min(rows[0][0] for _, rows in everything if rows)
    foot = max(rows[-1][0] for _, rows in everything if rows)
    for number, (height, rows) in enumerate(everything):
        for index, (y, row, text) in enumerate(rows):
            if not text:
                run = 0
                continue
            out["lines"] += 1
            # Punctuation may hang in the margin, and does so in two of the systems.
            beyond = row[-1][2] - right
            out["overfull"] += beyond > (0.5 * size if row[-1][5] in HANGING else 1)
            ends_in_hyphen = row[-1][5] in "-\u00ad\u2010"
            run = run + 1 if ends_in_hyphen else 0
            out["hyphens"] += ends_in_hyphen
            out["in a row"] = max(out["in a row"], run)
            full = beyond > -1.5
            gaps = [b[1] - a[2] for a, b in zip(row, row[1:]) if b[1] - a[2] > 0.1 * size]
            # The gap behind a label of a list is none of the line's.
            if gaps and gaps[0] > size * 0.45 and not row[0][5].isalpha():
                gaps = gaps[1:]
            if full and gaps:
                ratio = sum(gaps) / len(gaps) / (SPACE * size)
                worst = max(worst, ratio)
                out["stretched"] += ratio > 1.5
        if not rows:
            continue
        last = number + 1 == len(everything)
        out["headings"] += not last and not rows[-1][2]
        out["holes"] += not last and foot - rows[-1][0] > 0.25 * (foot - top)
        if not last and rows[-1][2]:
            # A first line: more than a line's step above it, and it fills its line.
            before = rows[-2] if len(rows) > 1 else None
            opens = before is None or not before[2] or rows[-1][0] - before[0] > leading + 1
            out["orphans"] += opens and rows[-1][1][-1][2] > right - 1.5
        if number and rows[0][2]:
            follows = rows[1] if len(rows) > 1 else None
            closes = rows[0][1][-1][2] < right - 1.5
            alone = follows is None or not follows[2] or follows[0] - rows[0][0] > leading + 1
            starts = rows[0][1][0][5].isupper() or rows[0][1][0][5].isdigit()
            out["widows"] += closes and alone and not starts
    return len(pages), out, worst


def main():
    columns = ["lines", "overfull", "stretched", "hyphens", "in a row", "headings", "widows", "orphans", "holes"]
    print("| file | pages | " + " | ".join(columns) + " | worst |")
    print("|:--" + "|--:" * (len(columns) + 2) + "|")
    for path in sys.argv[1:]:
        pages, found, worst = measure(path)
        cells = " | ".join(str(found[it]) for it in columns)
        print(f"| {path} | {pages} | {cells} | {worst:.2f} |")


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Says whether a PDF and a DOCX of one course hold the same text: same_text.py COURSE.pdf COURSE.docx

Every paragraph of the DOCX, cut at marks of footnotes, has to be in the text that the PDF's structure tree gives
(pdfinfo -struct-text), each behind the one before, as often in the one as in the other; and on the PDF's pages
(pdftotext), wherever no page ends in it. Soft hyphens and blanks do not count. Exits 1 with what is missing.
"""
import re
import subprocess
import sys
import zipfile
from xml.etree import ElementTree

W = '{http://schemas.openxmlformats.org/wordprocessingml/2006/main}'


def squeeze(text):
    return re.sub(r'[\s\u00ad\u200b\u2060]+', '', text.replace('\u2011', '-'))


def pieces(package, part):
    """The texts of all paragraphs but those of the table of contents."""
    root = ElementTree.fromstring(package.read(part))
    for paragraph in root.iter(W + 'p'):
        style = paragraph.find(f'{W}pPr/{W}pStyle')
        if style is not None and style.get(W + 'val', '').startswith('TOC'):
            continue
        text = ''
        for node in paragraph.iter():
            if node.tag == W + 't':
                text += node.text or ''
            elif node.tag == W + 'footnoteReference':
                text += '\0'
        yield from filter(None, (squeeze(it) for it in text.split('\0')))


def main(pdf, docx):
    run = lambda *command: subprocess.run(command, capture_output=True, text=True, check=True).stdout
    quoted = re.findall(r'^\s*"(.*)"$', run('pdfinfo', '-struct-text', pdf), re.M)
    tree = squeeze(''.join(quoted))
    page = squeeze(run('pdftotext', '-raw', pdf, '-'))
    with zipfile.ZipFile(docx) as package:
        body = list(pieces(package, 'word/document.xml'))
        notes = list(pieces(package, 'word/footnotes.xml')) if 'word/footnotes.xml' in package.namelist() else []
    faults, at, torn = [], 0, 0
    for text in body:
        found = tree.find(text, at)
        if found < 0:
            faults.append(f'not in order: {text}')
        else:
            at = found + len(text)
        torn += text not in page
    faults += [f'footnote missing: {it}' for it in notes if it not in tree]
    long = {it for it in body + notes if len(it) > 40}
    whole = ''.join(body + notes)
    faults += [f'not as often: {it}' for it in long if tree.count(it) != whole.count(it)]
    pages = int(re.search(r'^Pages:\s+(\d+)', run('pdfinfo', pdf), re.M).group(1))
    # A paragraph that goes on over a page has the running lines in it.
    if torn > pages:
        faults.append(f'{torn} paragraphs are torn on the pages')
    if len(body) < 3:
        faults.append('hardly any text')
    print(f'{pdf}: {len(body)} paragraphs, {len(notes)} in footnotes, {torn} over a page; {len(faults)} faults')
    for fault in faults:
        print('  ' + fault)
    return bool(faults)


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))

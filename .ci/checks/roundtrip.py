#!/usr/bin/env python3
"""roundtrip.py - what a file carries along for its return survives LibreOffice.

usage: roundtrip.py FILE.docx --out DIR [--soffice PATH]

Opens the file in LibreOffice, saves it as DOCX again, and compares: the part with the course
word for word, and every bookmark of a node with the text of its paragraph.
Exit status: 0 all there, 1 something lost, 2 wrong usage. Needs Python 3.9+ and lxml.
"""
import argparse
import os
import subprocess
import sys
import zipfile

from lxml import etree

W = '{http://schemas.openxmlformats.org/wordprocessingml/2006/main}'
COURSE = '{urn:kuliah:course}'


def course(z):
    for n in z.namelist():
        if n.startswith('customXml/item') and n.endswith('.xml') and 'Props' not in n:
            root = etree.fromstring(z.read(n))
            if root.tag == COURSE + 'course':
                return {**root.attrib}, root.findtext(COURSE + 'json'), sorted(
                    (e.get('bookmark'), e.get('pointer')) for e in root.iter(COURSE + 'node'))
    return None


def marks(z):
    out = {}
    for n in ('word/document.xml', 'word/footnotes.xml'):
        if n not in z.namelist():
            continue
        for b in etree.fromstring(z.read(n)).iter(W + 'bookmarkStart'):
            name = b.get(W + 'name') or ''
            if name.startswith('src_'):
                p = next((e for e in b.iterancestors(W + 'p')), None)
                p = p if p is not None else next(b.itersiblings(W + 'p'), None)
                out[name] = '' if p is None else ''.join(t.text or '' for t in p.iter(W + 't')).strip()
    return out


def main():
    a = argparse.ArgumentParser(usage=__doc__)
    a.add_argument('file')
    a.add_argument('--out', required=True)
    a.add_argument('--soffice', default='soffice')
    o = a.parse_args()
    profile = '-env:UserInstallation=file://' + os.path.abspath(os.path.join(o.out, 'lo-profile'))
    subprocess.run([o.soffice, profile, '--headless', '--convert-to', 'docx', '--outdir', o.out, o.file],
                   capture_output=True)
    with zipfile.ZipFile(o.file) as z:
        before, names = course(z), marks(z)
    with zipfile.ZipFile(os.path.join(o.out, os.path.basename(o.file))) as z:
        after, kept = course(z), marks(z)
    bad = 0
    if before is None or before != after:
        print(f'{o.file}: the course is lost or changed')
        bad = 1
    if not names:
        print(f'{o.file}: no bookmark of a node')
        bad = 1
    for name, text in names.items():
        if kept.get(name) != text:
            print(f'{o.file}: {name}: {text[:40]!r} became {kept.get(name)!r}')
            bad = 1
    if not bad:
        print(f'{o.file}: ok, {len(names)} bookmarks')
    return bad


if __name__ == '__main__':
    sys.exit(main())

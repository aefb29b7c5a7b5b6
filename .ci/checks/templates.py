#!/usr/bin/env python3
"""templates.py - makes templates for Word files, the way others make them.

usage: templates.py DIR [--soffice PATH]

  reference.docx    pandoc's own reference file
  campus.docx       the same with a letterhead: a table with a picture, placeholders (one of
                    them spread over runs), another first page, page numbers, US Letter
  columns.dotx      a template of two columns without header and footer
  libreoffice.docx  campus.docx, saved by LibreOffice (with --soffice only)

Exit status: 0 made, 1 not. Needs Python 3.9+, pypandoc_binary and python-docx.
"""
import argparse
import os
import struct
import subprocess
import sys
import zipfile
import zlib

import docx
import pypandoc
from docx.enum.section import WD_SECTION
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm


def png(path, width=120, height=120):
    """A square of one colour."""
    def chunk(kind, data):
        body = kind + data
        return struct.pack('>I', len(data)) + body + struct.pack('>I', zlib.crc32(body))
    rows = (b'\0' + b'\x20\x60\x40' * width) * height
    with open(path, 'wb') as f:
        f.write(b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', struct.pack('>IIBBBBB', width, height, 8, 2, 0, 0, 0))
                + chunk(b'IDAT', zlib.compress(rows)) + chunk(b'IEND', b''))


def field(paragraph, code):
    for kind in ('begin', None, 'separate', 'text', 'end'):
        run = paragraph.add_run()
        if kind is None:
            e = OxmlElement('w:instrText')
            e.set(qn('xml:space'), 'preserve')
            e.text = f' {code} '
        elif kind == 'text':
            run.text = '1'
            continue
        else:
            e = OxmlElement('w:fldChar')
            e.set(qn('w:fldCharType'), kind)
        run._r.append(e)


def campus(source, target, logo):
    d = docx.Document(source)
    s = d.sections[0]
    s.page_width, s.page_height = Mm(215.9), Mm(279.4)
    s.left_margin = s.right_margin = Mm(30)
    s.different_first_page_header_footer = True
    head = s.first_page_header
    table = head.add_table(1, 2, Mm(155))
    table.cell(0, 0).paragraphs[0].add_run().add_picture(logo, width=Mm(18))
    cell = table.cell(0, 1)
    cell.paragraphs[0].add_run('Universitas Contoh').bold = True
    p = cell.add_paragraph()
    for part in ('{ti', 'tle', '} ', '(', '{code', '})'):
        p.add_run(part)
    s.header.paragraphs[0].text = '{judul} – {dosen}'
    for foot in (s.footer, s.first_page_footer):
        foot.paragraphs[0].text = '{tanggal} · '
        field(foot.paragraphs[0], 'PAGE')
    d.save(target)


def columns(source, target, scratch):
    d = docx.Document(source)
    cols = d.sections[0]._sectPr
    for old in cols.findall(qn('w:cols')):
        cols.remove(old)
    e = OxmlElement('w:cols')
    e.set(qn('w:num'), '2')
    e.set(qn('w:space'), '500')
    cols.append(e)
    d.sections[0].page_width, d.sections[0].page_height = Mm(210), Mm(297)
    d.sections[0].left_margin = d.sections[0].right_margin = Mm(20)
    d.save(scratch)
    with zipfile.ZipFile(scratch) as z, zipfile.ZipFile(target, 'w', zipfile.ZIP_DEFLATED) as w:
        for i in z.infolist():
            b = z.read(i)
            if i.filename == '[Content_Types].xml':
                b = b.replace(b'document.main+xml', b'template.main+xml')
            w.writestr(i.filename, b)
    os.remove(scratch)


def main():
    a = argparse.ArgumentParser(usage=__doc__)
    a.add_argument('dir')
    a.add_argument('--soffice')
    o = a.parse_args()
    os.makedirs(o.dir, exist_ok=True)
    def to(name):
        return os.path.join(o.dir, name)
    data = subprocess.run([pypandoc.get_pandoc_path(), '--print-default-data-file', 'reference.docx'],
                          capture_output=True, check=True).stdout
    with open(to('reference.docx'), 'wb') as f:
        f.write(data)
    png(to('logo.png'))
    campus(to('reference.docx'), to('campus.docx'), to('logo.png'))
    os.remove(to('logo.png'))
    columns(to('reference.docx'), to('columns.dotx'), to('columns.tmp'))
    if o.soffice:
        out = to('lo')
        profile = '-env:UserInstallation=file://' + os.path.abspath(to('lo-profile'))
        subprocess.run([o.soffice, profile, '--headless', '--convert-to', 'docx', '--outdir', out, to('campus.docx')],
                       capture_output=True)
        os.replace(os.path.join(out, 'campus.docx'), to('libreoffice.docx'))
    return 0


if __name__ == '__main__':
    sys.exit(main())

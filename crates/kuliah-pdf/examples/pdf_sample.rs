//! Writes a document with every kind of block to a file, for looking at:
//! `pdf_sample FILE.pdf [attach] [sheets] [FONT.ttf]`.

use std::collections::BTreeMap;
use std::error::Error;

use kuliah_doc::{
    Alignment, Anchor, AnchorKind, AssetPath, Block, BlockKind, Callout, CalloutKind, Caption,
    Code, Date, Definition, Document, Entry, Exporter, Fact, Figure, FrontMatter, Heading, Inline,
    Labels, Language, LinkTarget, List, ListItem, Marker, Metadata, Numbering, Quote, Row,
    SafeText, Section, Table,
};
use kuliah_pdf::{Attachment, NoteLines, Pdf, PdfOptions, Sheets};
use kuliah_source::Span;
use kuliah_theme::Theme;

type Result<T> = std::result::Result<T, Box<dyn Error>>;

fn main() -> Result<()> {
    let path = std::env::args().nth(1).ok_or("usage: sample FILE.pdf")?;
    let assets = BTreeMap::from([("peran.png".to_owned(), picture()?)]);
    let document = document()?;
    let mut assets = assets;
    let mut options = PdfOptions::new();
    for option in std::env::args().skip(2) {
        options = match option.as_str() {
            "attach" => {
                let source = b"# Peran\n".to_vec();
                options.with_attachment(Attachment::new("sumber.md", "text/markdown", source)?)
            }
            "sheets" => options.with_sheets(Sheets::new(2, NoteLines::Below)?),
            "sheets3" => options.with_sheets(Sheets::new(3, NoteLines::Beside)?),
            font => {
                assets.insert("own.ttf".to_owned(), std::fs::read(font)?);
                let theme = "base = \"handout\"\n[fonts.text]\nregular = \"own.ttf\"\n";
                let theme = Theme::from_toml(theme).map_err(|it| format!("{it:?}"))?;
                options.with_theme(theme)
            }
        };
    }
    let exported = Pdf::with_options(options).export(&document, &assets)?;
    std::fs::File::create_new(&path)
        .and_then(|mut file| std::io::Write::write_all(&mut file, &exported.bytes))?;
    let rules = exported.diagnostics.iter().map(|it| it.message.key());
    std::io::Write::write_all(
        &mut std::io::stdout(),
        format!(
            "{} bytes; {:?}\n",
            exported.bytes.len(),
            rules.collect::<Vec<_>>()
        )
        .as_bytes(),
    )?;
    Ok(())
}

fn safe(words: &str) -> SafeText {
    SafeText::lossy(words)
}

fn text(words: &str) -> Vec<Inline> {
    vec![Inline::Text(safe(words))]
}

fn block(kind: BlockKind) -> Block {
    Block::new(Span::DETACHED, kind)
}

fn paragraph(words: &str) -> Block {
    block(BlockKind::Paragraph(text(words)))
}

fn caption(label: &str, number: u32, words: &str) -> Caption {
    Caption {
        label: safe(label),
        number,
        content: text(words),
    }
}

fn section(level: u8, number: u32, title: &str, blocks: Vec<Block>) -> Block {
    block(BlockKind::Section(Section {
        heading: Heading {
            level,
            number: Some(number),
            content: text(title),
        },
        blocks,
    }))
    .anchored(Some(Anchor::new(AnchorKind::Section, title)))
}

fn items(marker: Marker, items: &[&str]) -> Block {
    let items = items.iter().map(|words| ListItem {
        span: Span::DETACHED,
        blocks: vec![paragraph(words)],
    });
    block(BlockKind::List(List {
        marker,
        items: items.collect(),
    }))
}

fn callout(kind: CalloutKind, title: &str, blocks: Vec<Block>) -> Block {
    block(BlockKind::Callout(Callout {
        kind,
        title: text(title),
        blocks,
    }))
}

const PARAGRAPHS: [&str; 4] = [
    "Pekerja sosial sering melakukan peran mediator dalam berbagai kegiatan pertolongannya. Peran \
     ini sangat penting dalam paradigma generalis. Peran mediator diperlukan terutama saat terdapat \
     perbedaan yang mencolok dan mengarah pada konflik antar berbagai pihak. Kegiatan yang dapat \
     dilakukan dalam melakukan peran mediator meliputi kontrak perilaku, negosiasi, pendamaian \
     pihak ketiga, serta berbagai macam resolusi konflik.",
    "Dalam konteks pendampingan sosial, peran pekerja sosial sebagai broker tidak jauh berbeda \
     dengan peran broker pada pasar modal. Seperti halnya di pasar modal, terdapat klien atau \
     konsumen. Namun demikian, pekerja sosial melakukan transaksi dalam pasar lain, yakni jaringan \
     pelayanan sosial. Pemahaman pekerja sosial mengenai kualitas pelayanan sosial di sekitar \
     lingkungannya menjadi sangat penting dalam memenuhi keinginan kliennya.",
    "Strategi khusus untuk mencapai tujuan tersebut meliputi pemberian harapan, pengurangan \
     penolakan dan ambivalensi, pengakuan dan pengaturan perasaan, pengidentifikasian dan \
     pendorongan kekuatan-kekuatan personal dan aset-aset sosial, pemilahan masalah menjadi bagian \
     sehingga lebih mudah dipecahkan, dan pemeliharaan fokus pada tujuan serta cara pencapaiannya.",
    "Manakala pelayanan dan sumber-sumber sulit dijangkau oleh klien, pekerja sosial harus \
     memainkan peranan sebagai pembela. Peran pembelaan merupakan salah satu praktik pekerjaan \
     sosial yang bersentuhan dengan kegiatan politik dan dapat dibagi dua: advokasi kasus dan \
     advokasi kausal.",
];

fn document() -> Result<Document> {
    let english = Language::new("en")?;
    Ok(Document {
        metadata: Metadata {
            title: safe("Peran Pekerja Sosial dalam Pendampingan Masyarakat"),
            description: Some(safe("Bahan kuliah tentang peran & tugas pekerja sosial")),
            authors: vec![safe("Dosen Pengampu")],
            keywords: vec![safe("pekerja sosial"), safe("pendampingan")],
            rights: Some(safe("CC BY 4.0")),
            language: Language::indonesian(),
            date: Date::new(2018, 12, 29),
        },
        labels: Labels {
            contents: safe("Daftar Isi"),
            page: safe("Halaman"),
            page_of: safe("dari"),
        },
        numbering: Numbering::handout(),
        front: front()?,
        blocks: vec![
            block(BlockKind::Contents),
            section(1, 1, "Deskripsi Singkat", description()?),
            section(1, 2, "Materi", material(&english)),
            section(1, 3, "Tabel, Gambar, dan Kode", displays()?),
            section(1, 4, "Latihan", exercises()),
            section(1, 5, "Daftar Pustaka", vec![bibliography()?]),
        ],
    })
}

fn front() -> Result<FrontMatter> {
    let fact = |label: &str, value: &str| Fact {
        label: safe(label),
        value: text(value),
    };
    let mut facts = vec![
        fact("Kode mata kuliah", "KPS 2104"),
        fact("Bobot", "3 SKS (150 menit seminggu)"),
        fact("Semester", "Gasal 2018/2019"),
        fact("Program studi", "Pendidikan Luar Sekolah"),
        fact(
            "Prasyarat",
            "Pengantar Pekerjaan Sosial; Metode Pengembangan Masyarakat bagi Pendidikan Nonformal",
        ),
    ];
    facts.push(Fact {
        label: safe("Laman"),
        value: vec![Inline::Link {
            target: LinkTarget::new("https://contoh.ac.id/kuliah/kps-2104")?,
            content: text("https://contoh.ac.id/kuliah/kps-2104"),
        }],
    });
    Ok(FrontMatter {
        title: text("Peran Pekerja Sosial dalam Pendampingan Masyarakat"),
        subtitle: Some(text("Bahan kuliah minggu ketiga")),
        authors: vec![text("Dosen Pengampu, Fakultas Ilmu Pendidikan")],
        facts,
    })
}

fn description() -> Result<Vec<Block>> {
    let note = Inline::Footnote {
        number: 1,
        content: vec![block(BlockKind::Paragraph(vec![
            Inline::Text(safe("Istilah ini dipakai menurut ")),
            Inline::Emphasis(text("Social Work Practice")),
            Inline::Text(safe(
                ", edisi kedua; terjemahannya berbeda-beda menurut penulis dan tahun terbitnya.",
            )),
        ]))],
    };
    let mut content = text(
        "Mata kuliah ini memberikan kemampuan kepada mahasiswa untuk memahami strategi dan teknik \
         pemberdayaan masyarakat",
    );
    content.push(note);
    content.extend(text(
        ", meliputi peran-peran pekerja sosial, kaidah pendampingan, dan ",
    ));
    content.push(Inline::Strong(text("kode etik")));
    content.extend(text(" yang berlaku. Lihat juga "));
    content.push(Inline::Reference {
        target: Anchor::new(AnchorKind::Section, "Materi"),
        content: text("bagian B"),
    });
    content.extend(text(" dan laman "));
    content.push(Inline::Link {
        target: LinkTarget::new(
            "https://contoh.ac.id/pekerja-sosial/pedoman-pendampingan-2018.html",
        )?,
        content: text("https://contoh.ac.id/pekerja-sosial/pedoman-pendampingan-2018.html"),
    });
    content.extend(text("."));
    Ok(vec![
        block(BlockKind::Paragraph(content)),
        callout(
            CalloutKind::Note,
            "Catatan",
            vec![paragraph(
                "Bacalah ketiga naskah wajib sebelum pertemuan, dan tandai istilah yang belum \
                 dipahami.",
            )],
        ),
        block(BlockKind::Definitions(vec![
            Definition {
                term: text("Pendampingan"),
                blocks: vec![paragraph(PARAGRAPHS[3])],
            },
            Definition {
                term: text("Fasilitator"),
                blocks: vec![paragraph(
                    "Orang yang memungkinkan kelompok menyelesaikan persoalannya sendiri.",
                )],
            },
        ])),
    ])
}

fn material(english: &Language) -> Vec<Block> {
    let (facilitator, tasks, quote) = (facilitator(english), tasks(), quote(english));
    vec![
        paragraph("Lima peran di bawah ini sangat relevan diketahui oleh para pekerja sosial."),
        section(
            2,
            1,
            "Fasilitator",
            vec![
                block(BlockKind::Paragraph(facilitator)),
                block(BlockKind::Quote(quote)),
                paragraph("Kerangka pembagian tugas yang dapat dilakukan pekerja sosial adalah:"),
                block(BlockKind::List(List {
                    marker: Marker::Bullet,
                    items: tasks,
                })),
            ],
        ),
        section(
            2,
            2,
            "Broker",
            vec![
                paragraph(PARAGRAPHS[1]),
                paragraph("Ada tiga prinsip utama dalam melakukan peranan sebagai broker:"),
                items(
                    Marker::Decimal,
                    &[
                        "mampu mengidentifikasi dan melokalisasi sumber-sumber kemasyarakatan yang tepat;",
                        "mampu menghubungkan konsumen atau klien dengan sumber secara konsisten;",
                        "mampu mengevaluasi efektivitas sumber dalam kaitannya dengan kebutuhan klien.",
                    ],
                ),
                section(3, 1, "Sumber dan jaringan", vec![paragraph(PARAGRAPHS[3])]),
            ],
        ),
        section(
            2,
            3,
            "Mediator",
            vec![
                paragraph(PARAGRAPHS[0]),
                paragraph(PARAGRAPHS[1]),
                paragraph(PARAGRAPHS[2]),
            ],
        ),
        section(
            2,
            4,
            "Pembela",
            vec![paragraph(PARAGRAPHS[3]), paragraph(PARAGRAPHS[0])],
        ),
    ]
}

fn facilitator(english: &Language) -> Vec<Inline> {
    let mut facilitator =
        text("Dalam literatur pekerjaan sosial, peran “fasilitator” sering disebut “pemungkin” (");
    facilitator.push(Inline::Emphasis(vec![Inline::Span {
        language: english.clone(),
        content: text("enabler"),
    }]));
    facilitator.extend(text("). Keduanya bahkan dipertukarkan satu sama lain. "));
    facilitator.extend(text(PARAGRAPHS[2]));
    facilitator
}

fn tasks() -> Vec<ListItem> {
    let nested = ListItem {
        span: Span::DETACHED,
        blocks: vec![
            paragraph(
                "Mendorong komunikasi dan relasi, serta menghargai pengalaman dan perbedaan:",
            ),
            items(
                Marker::Bullet,
                &[
                    "di antara warga sendiri, dan",
                    "antara warga dan lembaga pelayanan.",
                ],
            ),
        ],
    };
    let mut tasks = vec![
        ListItem {
            span: Span::DETACHED,
            blocks: vec![paragraph(
                "Mendefinisikan keanggotaan atau siapa yang akan dilibatkan dalam pelaksanaan kegiatan",
            )],
        },
        nested,
    ];
    tasks.extend(
        [
            "Memfasilitasi penetapan tujuan",
            "Merancang solusi alternatif",
        ]
        .map(|it| ListItem {
            span: Span::DETACHED,
            blocks: vec![paragraph(it)],
        }),
    );
    tasks
}

fn quote(english: &Language) -> Quote {
    Quote {
        language: Some(english.clone()),
        paragraphs: vec![text(
            "The traditional role of enabler in social work implies education, facilitation, and \
             promotion of interaction and action among people who are affected by it.",
        )],
        citation: Some(vec![Inline::Reference {
            target: Anchor::new(AnchorKind::Entry, "satu"),
            content: text("(Penulis, 1994, hlm. 12)"),
        }]),
    }
}

fn displays() -> Result<Vec<Block>> {
    let row = |cells: &[&str]| Row {
        cells: cells.iter().map(|it| text(it)).collect(),
    };
    let mut rows = vec![
        row(&[
            "Fasilitator",
            "Membantu klien menjadi mampu menangani tekanan situasional",
            "12",
        ]),
        row(&["Broker", "Menghubungkan klien dengan sumber", "8"]),
        row(&[
            "Mediator",
            "Menengahi perbedaan yang mengarah pada konflik antar berbagai pihak",
            "104",
        ]),
    ];
    for number in 1..=40 {
        let name = format!("Kegiatan {number}");
        rows.push(row(&[
            &name,
            "Pertemuan dengan warga dan pencatatan hasilnya",
            &(number * 7).to_string(),
        ]));
    }
    let code = "def rata_rata(nilai: list[float]) -> float:\n    \"\"\"Menghitung rata-rata nilai mahasiswa, tanpa nilai yang kosong di dalamnya.\"\"\"\n    isi = [n for n in nilai if n is not None]\n    return sum(isi) / len(isi)  # galat bila tidak ada nilai sama sekali di dalam daftar ini\n\nprint(rata_rata([80, 75.5, 91]))";
    let code = block(BlockKind::Code(Code {
        language: Some(safe("python")),
        lines: code.lines().map(safe).collect(),
        caption: Some(caption("Kode", 1, "Rata-rata nilai")),
    }));
    let mut inline = text("Fungsi ");
    inline.push(Inline::Code(safe("rata_rata(nilai)")));
    inline.extend(text(
        " menerima daftar bilangan; a ≤ b → c, dan aksara yang tidak ada di huruf mana pun: 漢字.",
    ));
    Ok(vec![
        block(BlockKind::Table(Table {
            caption: Some(caption("Tabel", 1, "Peran, tugas, dan jumlah jam")),
            columns: vec![Alignment::Start, Alignment::Start, Alignment::End],
            head: row(&["Peran", "Tugas utama", "Jam"]),
            rows,
        })),
        block(BlockKind::Figure(Figure {
            source: AssetPath::new("peran.png")?,
            alt: Some(safe(
                "Grafik batang: fasilitator 12, broker 8, mediator 5 jam",
            )),
            caption: Some(caption(
                "Gambar",
                1,
                "Jam kerja menurut peran, semester gasal 2018/2019",
            )),
        })),
        code,
        block(BlockKind::Paragraph(inline)),
    ])
}

fn exercises() -> Vec<Block> {
    let answer = callout(
        CalloutKind::Answer,
        "Jawaban",
        vec![paragraph(
            "Mediator, sebab kedua pihak masih mau berunding.",
        )],
    );
    vec![
        callout(
            CalloutKind::Exercise,
            "Latihan 1. Kasus pasar",
            vec![
                paragraph(PARAGRAPHS[1]),
                paragraph("Peran mana yang tepat? Jelaskan dengan dua alasan."),
                block(BlockKind::WriteIn { lines: 4 }),
                answer,
            ],
        ),
        callout(
            CalloutKind::Lecturer,
            "Untuk dosen",
            vec![
                paragraph("Sediakan 20 menit untuk diskusi kelompok."),
                items(
                    Marker::Bullet,
                    &["Bagikan lembar kasus.", "Kumpulkan jawaban tertulis."],
                ),
            ],
        ),
        callout(
            CalloutKind::Student,
            "Untuk mahasiswa",
            vec![paragraph(
                "Tulislah nama dan nomor induk pada setiap lembar.",
            )],
        ),
    ]
}

fn bibliography() -> Result<Block> {
    let entry = |key: &str, words: &str, link: Option<&str>| -> Result<Entry> {
        let mut content = text(words);
        if let Some(link) = link {
            content.push(Inline::Link {
                target: LinkTarget::new(link)?,
                content: text(link),
            });
        }
        Ok(Entry {
            anchor: Anchor::new(AnchorKind::Entry, key),
            label: None,
            content,
        })
    };
    Ok(block(BlockKind::Bibliography(vec![
        entry(
            "satu",
            "Penulis, A. (1994). Social work practice: A generalist approach to helping people in communities. Penerbit Contoh. ",
            Some("https://doi.org/10.1234/contoh.1994.000123456789.suplemen"),
        )?,
        entry(
            "dua",
            "Penulis, B., & Penulis, C. (1989). Pekerjaan sosial. Penerbit Contoh.",
            None,
        )?,
    ])))
}

/// A bar chart with a see-through background.
fn picture() -> Result<Vec<u8>> {
    let (width, height) = (600_usize, 225_usize);
    let bars = [480, 320, 200];
    let mut pixels = Vec::with_capacity(width * height * 4);
    for at in 0..width * height {
        let (x, y) = (at % width, at / width);
        let bar = y % 75 > 15 && bars.get(y / 75).is_some_and(|it| x < *it);
        pixels.extend(if bar {
            [26, 69, 107, 255]
        } else {
            [238, 240, 243, 90]
        });
    }
    let mut out = Vec::new();
    let mut encoder = png::Encoder::new(&mut out, 600, 225);
    encoder.set_color(png::ColorType::Rgba);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.write_header()?.write_image_data(&pixels)?;
    Ok(out)
}

//! A document with every kind of block and inline.

use std::collections::BTreeMap;

use kuliah_doc::{
    Alignment, Anchor, AnchorKind, Block, BlockKind, CalloutKind, Code, Date, Definition, Document,
    Entry, Fact, FrontMatter, Heading, Inline, Labels, Language, Marker, Metadata, Numbering,
    Quote, Row, Section, Table,
};

use super::tree::{
    anchored, block, callout, caption, figure, item, language, link, list, paragraph, reference,
    safe, section, text, words,
};

/// The whole document.
pub(crate) fn rich() -> Document {
    Document {
        metadata: metadata(),
        labels: Labels {
            contents: safe("Daftar Isi"),
            page: safe("Halaman"),
            page_of: safe("dari"),
        },
        numbering: Numbering::handout(),
        front: front(),
        blocks: vec![
            block(BlockKind::Contents),
            section(1, None, "Petunjuk", "petunjuk", guide()),
            section(1, Some(1), "Materi", "materi", material()),
            section(1, Some(2), "Latihan dan Tugas", "latihan", exercises()),
            section(1, Some(3), "Kode dan Lampiran", "kode", listings()),
            section(1, None, "Daftar Pustaka", "pustaka", vec![bibliography()]),
        ],
    }
}

/// The one picture of the document, a drawing of four bars.
pub(crate) fn assets() -> BTreeMap<String, Vec<u8>> {
    BTreeMap::from([("gambar/bagan.png".to_owned(), bars(640, 300))])
}

fn metadata() -> Metadata {
    Metadata {
        title: safe("Peran Auditor Internal"),
        description: Some(safe(
            "Bahan ajar pertemuan ketiga, dengan latihan & jawaban",
        )),
        authors: vec![safe("Penulis Pertama"), safe("Penulis Kedua")],
        keywords: vec![safe("audit"), safe("tata kelola")],
        rights: Some(safe("CC BY-SA 4.0")),
        language: Language::indonesian(),
        date: Date::new(2026, 9, 1),
    }
}

fn front() -> FrontMatter {
    let fact = |label: &str, value: &str| Fact {
        label: safe(label),
        value: words(value),
    };
    FrontMatter {
        title: words("Peran Auditor Internal"),
        subtitle: Some(words("Pertemuan 3: dari pengawas menjadi mitra")),
        authors: vec![
            words("Penulis Pertama, Universitas Contoh"),
            words("Penulis Kedua, Politeknik Contoh"),
        ],
        facts: vec![
            fact("Mata kuliah", "Audit Internal"),
            fact("Kode / SKS", "AKT-305 / 3 SKS"),
            fact(
                "Program studi",
                "Sarjana Akuntansi, Fakultas Ekonomi dan Bisnis",
            ),
            fact(
                "Capaian",
                "Mahasiswa mampu membandingkan peran pengawas, konsultan dan katalisator, \
                 serta menilai kapan masing-masing dibutuhkan.",
            ),
        ],
    }
}

fn guide() -> Vec<Block> {
    vec![
        paragraph(vec![
            text("Bacalah bahan ini sebelum kuliah. Istilah penting dicetak "),
            Inline::Strong(words("tebal")),
            text(", istilah asing "),
            Inline::Emphasis(words("miring")),
            text(", dan keduanya "),
            Inline::Strong(vec![Inline::Emphasis(words("sekaligus"))]),
            text(". Perintah ditulis seperti "),
            Inline::Code(safe("kuliah check")),
            text(
                ". Kalimat ini sengaja dibuat panjang supaya terlihat bagaimana satu alinea penuh \
                 diatur: rata kiri dan kanan, dengan jarak antarbaris yang nyaman dibaca, dan \
                 kira-kira tujuh puluh huruf pada setiap baris.",
            ),
        ]),
        paragraph(vec![
            text("Lihat "),
            link("https://contoh.ac.id/bahan?a=1&b=2", "laman mata kuliah"),
            text(" atau tulis ke "),
            link("mailto:penulis@contoh.ac.id", "alamat penulis"),
            text(". Karakter khusus tetap utuh: & < > \" ' “ ” – — … ½ é."),
            Inline::Break,
            text("Baris ini berdiri sendiri setelah ganti baris."),
        ]),
        section_without_anchor(),
    ]
}

fn section_without_anchor() -> Block {
    block(BlockKind::Section(Section {
        heading: Heading {
            level: 2,
            number: None,
            content: words("Cara membaca"),
        },
        blocks: vec![paragraph(words(
            "Bagian ini tidak bernomor dan tidak bernama.",
        ))],
    }))
}

fn material() -> Vec<Block> {
    vec![
        section(2, Some(1), "Tiga peran", "tiga-peran", roles()),
        section(2, Some(2), "Istilah", "istilah", terms()),
    ]
}

fn roles() -> Vec<Block> {
    vec![
        paragraph(vec![
            text("Peran auditor dirangkum dalam "),
            reference(AnchorKind::Table, "peran", "Tabel 1"),
            text(" dan digambarkan dalam "),
            reference(AnchorKind::Figure, "bagan", "Gambar 1"),
            text(" "),
            reference(AnchorKind::Entry, "contoh2020", "(Contoh, 2020, hlm. 14)"),
            text(". Lihat pula bagian "),
            reference(AnchorKind::Section, "latihan", "Latihan dan Tugas"),
            text("."),
            Inline::Footnote {
                number: 1,
                content: vec![
                    paragraph(vec![
                        text("Peran ini tidak saling meniadakan; lihat "),
                        link("https://contoh.ac.id/catatan", "catatan lengkap"),
                        text("."),
                    ]),
                    paragraph(words("Alinea kedua dari catatan kaki yang sama.")),
                ],
            },
        ]),
        anchored(AnchorKind::Table, "peran", BlockKind::Table(role_table())),
        block(BlockKind::Quote(Quote {
            language: Some(language("en")),
            paragraphs: vec![
                words("The internal auditor helps an organisation accomplish its objectives."),
                words("Independence is what makes that help worth having."),
            ],
            citation: Some(vec![reference(
                AnchorKind::Entry,
                "sample2018",
                "(Sample, 2018)",
            )]),
        })),
        figure(
            "bagan",
            "gambar/bagan.png",
            "Empat batang yang makin tinggi dari kiri ke kanan",
            caption("Gambar", 1, words("Tahap kematangan fungsi audit")),
        ),
        section(
            3,
            Some(1),
            "Peran pengawas",
            "pengawas",
            vec![paragraph(words(
                "Pengawas memastikan bahwa aturan dijalankan.",
            ))],
        ),
        section(
            3,
            Some(2),
            "Peran konsultan",
            "konsultan",
            vec![
                paragraph(words("Konsultan memberi saran atas proses.")),
                section(4, None, "Batas peran", "batas", vec![nested_lists()]),
            ],
        ),
    ]
}

fn role_table() -> Table {
    let row = |cells: [&str; 4]| Row {
        cells: cells.into_iter().map(words).collect(),
    };
    let mut rows = vec![
        row([
            "1",
            "Pengawas",
            "Menilai kepatuhan dan keandalan laporan keuangan",
            "12,5",
        ]),
        row([
            "2",
            "Konsultan",
            "Memberi saran atas proses dan risiko",
            "40",
        ]),
        row([
            "3",
            "Katalisator",
            "Mendorong perubahan bersama pimpinan",
            "7",
        ]),
    ];
    if let Some(cell) = rows.first_mut().and_then(|row| row.cells.get_mut(2)) {
        cell.push(text(" "));
        cell.push(Inline::Emphasis(words("(assurance)")));
    }
    rows.push(Row {
        cells: vec![
            words("4"),
            Vec::new(),
            words("Belum ditetapkan"),
            Vec::new(),
        ],
    });
    Table {
        caption: Some(caption("Tabel", 1, words("Peran auditor internal"))),
        columns: vec![
            Alignment::Center,
            Alignment::Start,
            Alignment::Start,
            Alignment::End,
        ],
        head: row(["No.", "Peran", "Tugas pokok", "Jam"]),
        rows,
    }
}

fn nested_lists() -> Block {
    let inner = list(
        Marker::Decimal,
        vec![
            item(vec![paragraph(words("langkah pertama"))]),
            item(vec![
                paragraph(words("langkah kedua")),
                list(
                    Marker::Bullet,
                    vec![
                        item(vec![paragraph(words("rincian"))]),
                        item(vec![paragraph(words("rincian lain"))]),
                    ],
                ),
            ]),
        ],
    );
    list(
        Marker::Decimal,
        vec![
            item(vec![
                paragraph(words("Tentukan tujuan penugasan bersama pimpinan unit.")),
                inner,
                paragraph(words(
                    "Alinea lanjutan pada butir yang sama, cukup panjang untuk menunjukkan bahwa \
                     baris berikutnya tetap sejajar dengan teks butirnya.",
                )),
            ]),
            item(vec![paragraph(words("Susun program kerja."))]),
            item(vec![
                paragraph(words("Laporkan hasilnya.")),
                block(BlockKind::Code(Code {
                    language: None,
                    lines: vec![safe("audit --laporan akhir.pdf")],
                    caption: None,
                })),
            ]),
        ],
    )
}

fn terms() -> Vec<Block> {
    vec![
        block(BlockKind::Definitions(vec![
            Definition {
                term: vec![Inline::Span {
                    language: language("en"),
                    content: vec![Inline::Emphasis(words("assurance"))],
                }],
                blocks: vec![paragraph(words(
                    "Penilaian objektif atas bukti untuk memberi keyakinan kepada pihak ketiga.",
                ))],
            },
            Definition {
                term: words("katalisator"),
                blocks: vec![
                    paragraph(words("Pendorong perubahan.")),
                    list(
                        Marker::Bullet,
                        vec![
                            item(vec![paragraph(words("melihat peluang"))]),
                            item(vec![paragraph(words("mengajak pihak lain"))]),
                        ],
                    ),
                ],
            },
        ])),
        paragraph(vec![
            text("Dalam bahasa Arab: "),
            Inline::Span {
                language: language("ar"),
                content: words("العلم نور"),
            },
            text(" (ilmu adalah cahaya)."),
        ]),
    ]
}

fn exercises() -> Vec<Block> {
    let answer = callout(
        CalloutKind::Answer,
        "Jawaban",
        vec![
            paragraph(words("Auditor bertindak sebagai konsultan.")),
            list(
                Marker::Decimal,
                vec![
                    item(vec![paragraph(words("Ia diminta, bukan ditugaskan."))]),
                    item(vec![paragraph(words("Ia tidak menyatakan pendapat."))]),
                ],
            ),
        ],
    );
    vec![
        callout(
            CalloutKind::Student,
            "Untuk mahasiswa",
            vec![paragraph(words(
                "Kerjakan dalam kelompok berisi tiga orang.",
            ))],
        ),
        callout(
            CalloutKind::Lecturer,
            "Catatan dosen",
            vec![paragraph(words("Sediakan waktu 30 menit untuk diskusi."))],
        ),
        callout(
            CalloutKind::Note,
            "Catatan",
            vec![paragraph(words("Kasus ini rekaan."))],
        ),
        Block {
            anchor: Some(Anchor::new(AnchorKind::Exercise, "kasus-pasar")),
            ..callout(
                CalloutKind::Exercise,
                "Latihan 1. Kasus pasar",
                vec![
                    paragraph(words("Pimpinan pasar meminta saran tentang retribusi.")),
                    list(
                        Marker::Decimal,
                        vec![
                            item(vec![paragraph(words("Peran apa yang dijalankan auditor?"))]),
                            item(vec![paragraph(words("Apa batasnya?"))]),
                        ],
                    ),
                    block(BlockKind::WriteIn { lines: 3 }),
                    answer,
                ],
            )
        },
        paragraph(words("Tuliskan pendapat Anda di bawah ini.")),
        block(BlockKind::WriteIn { lines: 4 }),
        paragraph(words("Kumpulkan pada pertemuan berikutnya.")),
    ]
}

fn listings() -> Vec<Block> {
    let lines = [
        "def jumlah(nilai):",
        "    total = 0",
        "",
        "    for n in nilai:  # <satu per satu>",
        "        total += n",
        "    return total",
    ];
    vec![
        paragraph(vec![
            text("Program pada "),
            reference(AnchorKind::Code, "jumlah", "Kode 1"),
            text(" menjumlahkan nilai."),
        ]),
        anchored(
            AnchorKind::Code,
            "jumlah",
            BlockKind::Code(Code {
                language: Some(safe("python")),
                lines: lines.map(safe).into(),
                caption: Some(caption("Kode", 1, words("Menjumlahkan nilai"))),
            }),
        ),
        list(
            Marker::Bullet,
            vec![
                item(vec![paragraph(words("Butir biasa"))]),
                item(vec![
                    paragraph(words("Butir dengan kotak di dalamnya")),
                    callout(
                        CalloutKind::Note,
                        "Catatan",
                        vec![paragraph(words("Kotak ini berdiri di dalam butir."))],
                    ),
                ]),
            ],
        ),
    ]
}

fn bibliography() -> Block {
    let entry = |key: &str, content: Vec<Inline>| Entry {
        anchor: Anchor::new(AnchorKind::Entry, key),
        label: None,
        content,
    };
    block(BlockKind::Bibliography(vec![
        entry(
            "contoh2020",
            vec![
                text("Contoh, A. (2020). "),
                Inline::Emphasis(words("Audit internal untuk perguruan tinggi")),
                text(" (edisi ke-2). Penerbit Contoh. "),
                link(
                    "https://doi.org/10.1234/contoh",
                    "https://doi.org/10.1234/contoh",
                ),
            ],
        ),
        entry(
            "sample2018",
            vec![
                text("Sample, B. (2018). The auditor as catalyst. "),
                Inline::Emphasis(words("Journal of Examples, 12")),
                text("(3), 45–60."),
            ],
        ),
    ]))
}

fn bars(width: u32, height: u32) -> Vec<u8> {
    let mut pixels = Vec::new();
    for y in 0..height {
        for x in 0..width {
            let bar = x * 4 / width;
            let inside = x % (width / 4) > width / 20 && height - y < height * (bar + 1) / 5;
            pixels.extend(if inside {
                [0x1a, 0x45, 0x6b]
            } else {
                [0xed, 0xf2, 0xf6]
            });
        }
    }
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(png::ColorType::Rgb);
    let written = encoder
        .write_header()
        .and_then(|mut writer| writer.write_image_data(&pixels));
    if written.is_err() {
        bytes.clear();
    }
    bytes
}

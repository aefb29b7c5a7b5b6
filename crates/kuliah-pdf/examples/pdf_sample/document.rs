//! The document: front matter, text and exercises.

use kuliah_doc::{
    Anchor, AnchorKind, Block, BlockKind, CalloutKind, Date, Definition, Document, Entry, Fact,
    FrontMatter, Inline, Labels, Language, LinkTarget, List, ListItem, Marker, Metadata, Numbering,
    Quote,
};
use kuliah_source::Span;

use crate::Result;
use crate::blocks::{block, callout, items, paragraph, safe, section, text};
use crate::displays::displays;
use crate::words::PARAGRAPHS;

pub(crate) fn document() -> Result<Document> {
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

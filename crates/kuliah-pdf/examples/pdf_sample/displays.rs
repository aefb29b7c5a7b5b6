//! Tables, figures and program text.

use kuliah_doc::{Alignment, AssetPath, Block, BlockKind, Code, Figure, Inline, Row, Table};

use crate::Result;
use crate::blocks::{block, caption, safe, text};

pub(crate) fn displays() -> Result<Vec<Block>> {
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

/// A bar chart with a see-through background.
pub(crate) fn picture() -> Result<Vec<u8>> {
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

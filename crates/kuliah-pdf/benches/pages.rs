//! How long a file takes and how much memory, for documents of different length: what counts
//! is how the figures of one row stand to those of another.

#![expect(
    clippy::expect_used,
    reason = "a document that cannot be written is no benchmark"
)]

use divan::counter::ItemsCount;
use divan::{AllocProfiler, Bencher};
use kuliah_doc::{
    Block, BlockKind, Document, Exporter, FrontMatter, Heading, Inline, Labels, Language, List,
    ListItem, Marker, Metadata, NoAssets, Numbering, SafeText, Section,
};
use kuliah_pdf::Pdf;
use kuliah_source::Span;

#[global_allocator]
static ALLOCATOR: AllocProfiler = AllocProfiler::system();

const WORDS: &str = "Pekerja sosial mendampingi masyarakat agar mampu mengenali persoalannya \
     sendiri, memilih jalan keluar yang sesuai dengan keadaannya, dan menjalankan pilihan itu \
     dengan kekuatan yang dimilikinya. Pendampingan berlangsung lama; ia menuntut kesabaran, \
     kepekaan, dan kemampuan mendengarkan. Keberhasilan tidak diukur dari banyaknya bantuan \
     yang disalurkan, melainkan dari bertambahnya kemandirian orang yang didampingi.";

fn main() {
    divan::main();
}

/// Documents of about 2, 20, 200 and 400 pages.
#[divan::bench(args = [10, 100, 1000, 2000], sample_count = 5, sample_size = 1)]
fn export(bencher: Bencher<'_, '_>, sections: usize) {
    let document = document(sections);
    bencher
        .counter(ItemsCount::new(sections))
        .bench(|| Pdf::new().export(&document, &NoAssets).expect("written"));
}

fn document(sections: usize) -> Document {
    let blocks = (1..=sections).map(|number| {
        let item = |_| ListItem {
            span: Span::DETACHED,
            blocks: vec![paragraph()],
        };
        let list = List {
            marker: Marker::Bullet,
            items: (0..3).map(item).collect(),
        };
        let heading = Heading {
            level: 1,
            number: None,
            content: text(&format!("Bagian ke-{number}")),
        };
        let blocks = vec![paragraph(), block(BlockKind::List(list)), paragraph()];
        block(BlockKind::Section(Section { heading, blocks }))
    });
    Document {
        metadata: Metadata {
            title: safe("Uji"),
            description: None,
            authors: Vec::new(),
            keywords: Vec::new(),
            rights: None,
            language: Language::indonesian(),
            date: None,
        },
        labels: Labels {
            contents: safe("Daftar Isi"),
            page: safe("Halaman"),
            page_of: safe("dari"),
        },
        numbering: Numbering::handout(),
        front: FrontMatter {
            title: text("Uji"),
            subtitle: None,
            authors: Vec::new(),
            facts: Vec::new(),
        },
        blocks: blocks.collect(),
    }
}

fn paragraph() -> Block {
    block(BlockKind::Paragraph(text(WORDS)))
}

fn block(kind: BlockKind) -> Block {
    Block::new(Span::DETACHED, kind)
}

fn text(words: &str) -> Vec<Inline> {
    vec![Inline::Text(safe(words))]
}

fn safe(words: &str) -> SafeText {
    SafeText::lossy(words)
}

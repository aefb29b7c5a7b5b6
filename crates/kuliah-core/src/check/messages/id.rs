//! Indonesian.

use kuliah_source::Catalogue;

/// The words, sorted by key; a line each.
#[rustfmt::skip]
pub(super) static CATALOGUE: Catalogue = Catalogue {
    entries: &[
        ("language/joined-preposition", "\"{word}\" adalah kata depan dan tempat, jadi ditulis terpisah"),
        ("language/joined-preposition.fix", "tulis \"{apart}\""),
        ("language/joined-preposition.help", "tulis \"{apart}\""),
        ("language/name-capitalisation", "\"{word}\" tertulis \"{name}\" dalam daftar pustaka"),
        ("language/name-capitalisation.fix", "tulis \"{name}\""),
        ("language/name-capitalisation.help", "tulis \"{name}\", atau kutip dengan kunci rujukannya"),
        ("language/non-standard-word", "\"{word}\" bukan ejaan baku dari \"{standard}\""),
        ("language/non-standard-word.fix", "tulis \"{standard}\""),
        ("language/non-standard-word.help", "tulis \"{standard}\", atau cetak miring bila kata itu istilah asing"),
        ("language/reduplication-hyphen", "\"{words}\" adalah bentuk ulang tanpa tanda hubung"),
        ("language/reduplication-hyphen.fix", "tulis \"{joined}\""),
        ("language/reduplication-hyphen.help", "tulis \"{joined}\", atau hapus salah satu katanya"),
        ("language/repeated-word", "\"{word}\" tertulis dua kali di sini"),
        ("language/repeated-word.fix", "hapus \"{word}\" yang kedua"),
        ("language/repeated-word.help", "hapus salah satunya"),
        ("language/split-passive", "\"{words}\" adalah kata kerja pasif, jadi awalannya ditulis serangkai"),
        ("language/split-passive.fix", "tulis \"{joined}\""),
        ("language/split-passive.help", "tulis \"{joined}\""),
        ("language/unmarked-foreign-text", "bagian ini berbahasa Inggris dan belum ditandai"),
        ("language/unmarked-foreign-text.help", "apit dengan kurung siku dan sebutkan bahasanya: [kata-kata]{lang=en}"),
        ("typography/hyphen-for-dash", "tanda hubung ini dipakai sebagai tanda pisah"),
        ("typography/hyphen-for-dash.fix", "tulis tanda pisah"),
        ("typography/hyphen-for-dash.help", "ganti dengan –"),
        ("typography/missing-space-after", "tidak ada spasi sesudah \"{sign}\""),
        ("typography/missing-space-after.fix", "beri spasi"),
        ("typography/missing-space-after.help", "beri spasi, atau tulis sebagai `kode` bila itu teks program"),
        ("typography/space-before-punctuation", "ada spasi sebelum \"{sign}\""),
        ("typography/space-before-punctuation.fix", "hapus spasinya"),
        ("typography/space-before-punctuation.help", "hapus spasinya"),
        ("typography/straight-quote", "tanda petik ini lurus"),
        ("typography/straight-quote.fix", "pakai tanda petik lengkung"),
        ("typography/straight-quote.help", "tulis “ sebelum kata-katanya dan ” sesudahnya"),
        ("typography/unbalanced", "\"{sign}\" dibuka di sini dan tidak pernah ditutup"),
        ("typography/unbalanced.closing", "\"{sign}\" menutup sesuatu yang tidak pernah dibuka"),
        ("typography/unbalanced.help", "tambahkan pasangannya dalam paragraf yang sama, atau hapus"),
    ],
};

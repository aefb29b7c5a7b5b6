//! Indonesian.

use kuliah_source::Catalogue;

/// The words, sorted by key; a line each.
#[rustfmt::skip]
pub(super) static CATALOGUE: Catalogue = Catalogue {
    entries: &[
        ("citation/hand-written", "\"{words}\" diketik sendiri, padahal karyanya ada di daftar referensi"),
        ("citation/hand-written.fix", "tulis {written}"),
        ("citation/hand-written.help", "tulis {written}; program lalu menautkannya, mendaftarkannya, dan menulisnya dengan gaya yang sama"),
        ("citation/hand-written.help-several", "yang dimaksud mungkin `{key}` atau `{other}`: tulis yang benar, misalnya [@{key}]"),
        ("citation/hand-written.list", "daftar pustaka ini diketik sendiri; program menulisnya sendiri dari `references`"),
        ("citation/hand-written.list-help", "pindahkan tiap karya ke `references` di bagian awal berkas, kutip dengan [@kunci], lalu hapus bagian ini"),
        ("citation/incomplete-reference", "`{key}` belum memuat yang diperlukan pembaca untuk menemukan karya jenis ini: {missing}"),
        ("citation/incomplete-reference.date", "tanggal \"{words}\" pada `{key}` berupa kata, sehingga program tidak membaca tahunnya"),
        ("citation/incomplete-reference.date-help", "tulis tahunnya saja, misalnya `issued: {year}`, atau \"t.t.\" jika tidak ada"),
        ("citation/incomplete-reference.help", "tambahkan kunci itu dari karyanya, salah satu bila dipisah garis miring; jika jenisnya lain, ubah `type`"),
        ("citation/malformed-locator", "\"{words}\" tidak terbaca sebagai halaman dan dicetak seperti kata lain"),
        ("citation/malformed-locator.fix", "tulis {right}"),
        ("citation/malformed-locator.help", "tulis `{right}`"),
        ("citation/malformed-locator.range", "rentang {words} tidak berakhir setelah awalnya"),
        ("citation/malformed-locator.range-help", "tulis halaman pertama dan terakhir, misalnya 511-513"),
        ("citation/malformed-locator.word", "kata sebelum angka pada `{words}` juga ditulis oleh program"),
        ("citation/malformed-locator.word-help", "tulis angkanya saja; `label` menyatakan apa yang dihitung, bila tidak disebut halaman"),
        ("citation/name-order", "\"{name}\" menaruh nama keluarga di depan tanpa koma; di daftar referensi tertulis {right}"),
        ("citation/name-order.fix", "tulis {family}"),
        ("citation/name-order.help", "tulis nama keluarganya saja, atau kutip karyanya dengan [@{key}]"),
        ("citation/name-order.literal", "\"{name}\" tidak memakai koma sehingga dianggap nama lembaga"),
        ("citation/name-order.literal-help", "jika ini nama orang, tulis \"{right}\""),
        ("citation/near-author-name", "`{name}` ditulis `{right}` di daftar referensi"),
        ("citation/near-author-name.fix", "tulis {right}"),
        ("citation/near-author-name.help", "tulis {right} jika karya ini yang dimaksud, atau kutip dengan [@{key}]"),
        ("citation/near-author-name.work", "karya di daftar referensi"),
        ("citation/quote-without-locator", "kutipan dari `{key}` ini tidak menyebut halaman"),
        ("citation/quote-without-locator.help", "tambahkan halamannya, misalnya [@{key}, hlm. 5]"),
        ("citation/same-work", "`{key}` dan `{other}` tampaknya karya yang sama"),
        ("citation/same-work.help", "simpan salah satu saja, dan kutip `{key}` di kedua tempat"),
        ("citation/same-work.other", "yang satu lagi"),
        ("citation/unlisted-work", "\"{words}\" dikutip, tetapi karyanya tidak ada di daftar referensi"),
        ("citation/unlisted-work.help", "tambahkan ke daftar referensi, misalnya dengan `id: {key}`, lalu kutip dengan [@{key}]"),
        ("citation/year-mismatch", "\"{words}\" dikutip, tetapi di daftar referensi tahun karya penulis ini {year}"),
        ("citation/year-mismatch.help", "jika karya ini yang dimaksud, kutip dengan [@{key}]; jika bukan, tambahkan karya tahun {written} ke daftar referensi"),
        ("citation/year-mismatch.work", "karya tahun {year}"),
    ],
};

//! What rules of the group `typography` say in Indonesian.

#[rustfmt::skip]
pub(super) const TABLE: &[(&str, &str)] = &[
    ("typography/bidi-character", "karakter {character} membalik arah tulisan dan tidak terlihat"),
    ("typography/bidi-character.fix", "hapus"),
    ("typography/bidi-character.help", "hapus, kecuali Anda tahu gunanya"),
    ("typography/hyphen-for-dash", "tanda hubung ini dipakai sebagai tanda pisah"),
    ("typography/hyphen-for-dash.fix", "tulis tanda pisah"),
    ("typography/hyphen-for-dash.help", "ganti dengan –"),
    ("typography/invisible-character", "di sini ada karakter {character} yang tidak terlihat"),
    ("typography/invisible-character.fix", "hapus"),
    ("typography/invisible-character.help", "hapus; karakter ini sering terbawa ketika teks disalin"),
    ("typography/missing-space-after", "tidak ada spasi sesudah \"{sign}\""),
    ("typography/missing-space-after.fix", "beri spasi"),
    ("typography/missing-space-after.help", "beri spasi, atau tulis sebagai `kode` bila itu teks program"),
    ("typography/semicolon-for-colon", "\"{word}\" mengantar rincian, tetapi diikuti titik koma"),
    ("typography/semicolon-for-colon.fix", "tulis titik dua"),
    ("typography/semicolon-for-colon.help", "tulis titik dua"),
    ("typography/space-before-punctuation", "ada spasi sebelum \"{sign}\""),
    ("typography/space-before-punctuation.fix", "hapus spasinya"),
    ("typography/space-before-punctuation.help", "hapus spasinya"),
    ("typography/straight-quote", "tanda petik ini lurus"),
    ("typography/straight-quote.fix", "pakai tanda petik lengkung"),
    ("typography/straight-quote.help", "tulis “ sebelum kata-katanya dan ” sesudahnya"),
    ("typography/unbalanced", "\"{sign}\" dibuka di sini dan tidak pernah ditutup"),
    ("typography/unbalanced.closing", "\"{sign}\" menutup sesuatu yang tidak pernah dibuka"),
    ("typography/unbalanced.help", "tambahkan pasangannya dalam paragraf yang sama, atau hapus"),
];

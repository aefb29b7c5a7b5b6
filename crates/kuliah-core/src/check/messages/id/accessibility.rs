//! What rules of the group `accessibility` say in Indonesian.

#[rustfmt::skip]
pub(super) const TABLE: &[(&str, &str)] = &[
    ("accessibility/missing-alt-text", "gambar `{path}` tidak memiliki teks bagi pembaca yang tidak dapat melihatnya"),
    ("accessibility/missing-alt-text.help", "sebutkan dalam satu dua kalimat apa yang terlihat: ![yang terlihat](berkas), atau `alt:`"),
    ("accessibility/table-without-header", "tabel ini tidak memiliki kepala"),
    ("accessibility/table-without-header.help", "beri nama setiap kolom pada baris pertama"),
    ("accessibility/undeclared-language", "bahasa bahan ajar ini `{declared}`, padahal teksnya jelas `{shown}`"),
    ("accessibility/undeclared-language.help", "tulis `lang: {shown}`, atau tandai kata-kata yang berbahasa lain"),
    ("accessibility/vague-link-text", "\"{words}\" tidak menyebutkan tujuan tautan"),
    ("accessibility/vague-link-text.help", "jadikan nama halaman atau bagian yang dituju sebagai teks tautan"),
];

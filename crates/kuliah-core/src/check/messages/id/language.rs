//! What rules of the group `language` say in Indonesian.

#[rustfmt::skip]
pub(super) const TABLE: &[(&str, &str)] = &[
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
    ("language/spelling", "`{word}` tidak ada dalam kamus"),
    ("language/spelling.help", "perbaiki, tandai seperti [{word}]{lang=en} bila berbahasa lain, atau tambahkan ke `words` di bawah `[spell]` dalam kuliah.toml"),
    ("language/split-passive", "\"{words}\" adalah kata kerja pasif, jadi awalannya ditulis serangkai"),
    ("language/split-passive.fix", "tulis \"{joined}\""),
    ("language/split-passive.help", "tulis \"{joined}\""),
    ("language/unmarked-foreign-text", "bagian ini berbahasa Inggris dan belum ditandai"),
    ("language/unmarked-foreign-text.help", "apit dengan kurung siku dan sebutkan bahasanya: [kata-kata]{lang=en}"),
];

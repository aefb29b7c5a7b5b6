//! What rules of the group `list` say in Indonesian.

#[rustfmt::skip]
pub(super) const TABLE: &[(&str, &str)] = &[
    ("list/duplicate-item", "butir ini tertulis dua kali dalam daftar"),
    ("list/duplicate-item.first", "pertama kali tertulis di sini"),
    ("list/duplicate-item.help", "hapus salah satunya, atau ubah menjadi yang dimaksud"),
    ("list/end-punctuation", "butir ini berakhir dengan \"{sign}\", padahal butir lain tanpa tanda baca"),
    ("list/end-punctuation.bare", "butir ini berakhir tanpa tanda baca, padahal butir lain dengan \"{others}\""),
    ("list/end-punctuation.help", "hapus tanda bacanya"),
    ("list/end-punctuation.help-sign", "akhiri dengan \"{others}\""),
    ("list/end-punctuation.other", "butir ini berakhir dengan \"{sign}\", padahal butir lain dengan \"{others}\""),
    ("list/not-parallel", "bentuk kata \"{word}\" berbeda dari kata pertama butir lain"),
    ("list/not-parallel.command", "\"{word}\" berupa perintah, padahal butir lain diawali bentuk yang berbeda"),
    ("list/not-parallel.help", "awali dengan bentuk kata yang sama seperti butir lain"),
    ("list/not-parallel.noun", "\"{word}\" berupa kata benda, padahal butir lain diawali kata kerja"),
    ("list/single-item", "daftar ini hanya memuat satu butir"),
    ("list/single-item.help", "jadikan kalimat biasa, atau tambahkan butir yang kurang"),
    ("list/term-separator", "\"{words}\" memisahkan istilah dengan cara yang berbeda dari butir lain"),
    ("list/term-separator.blank", "ada spasi sebelum titik dua ini, padahal pada butir lain tidak"),
    ("list/term-separator.blank-help", "hapus spasinya, atau tulis setiap istilah sebagai **Istilah:** penjelasan"),
    ("list/term-separator.fix", "hapus spasinya"),
    ("list/term-separator.help", "tulis sebagai **Istilah:** penjelasan, seperti butir lain"),
];

//! What rules of the group `suppression` say in Indonesian.

#[rustfmt::skip]
pub(super) const TABLE: &[(&str, &str)] = &[
    ("suppression/malformed", "komentar ini tidak mengabaikan apa pun, karena tidak menyebut aturan"),
    ("suppression/malformed.help", "tulis `lint-ignore ATURAN: alasan`"),
    ("suppression/malformed.mark", "komentar seperti ini tidak diawali `{text}`, jadi tidak mengabaikan apa pun"),
    ("suppression/malformed.mark.help", "tulis `lint-ignore ATURAN: alasan`"),
    ("suppression/malformed.proof", "aturan ini tidak dapat diabaikan; bahan ajar tidak dapat dibuat selama ada kesalahan seperti itu"),
    ("suppression/malformed.rule", "tidak ada aturan `{name}`"),
    ("suppression/malformed.rule.help", "`kuliah rules` menampilkan semua aturan"),
    ("suppression/malformed.rule.help-near", "apakah maksudnya `{near}`?"),
    ("suppression/unused", "`{rule}` tidak menemukan apa-apa di sini, jadi tidak ada yang perlu diabaikan"),
    ("suppression/unused.fix", "hapus"),
    ("suppression/unused.help", "hapus aturan itu dari komentar, atau hapus komentarnya"),
    ("suppression/without-reason", "komentar ini tidak menyebut alasan, jadi tidak mengabaikan apa pun"),
    ("suppression/without-reason.help", "tulis alasannya sesudah titik dua: `lint-ignore ATURAN: alasan`"),
];

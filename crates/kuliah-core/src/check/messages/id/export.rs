//! What rules of the group `export` say in Indonesian.

#[rustfmt::skip]
pub(super) const TABLE: &[(&str, &str)] = &[
    ("export/missing-glyph", "huruf bawaan tidak memiliki {characters}; sebagai gantinya tercetak sebuah kotak"),
    ("export/missing-glyph.help", "tulis dengan karakter lain atau dengan kata-kata; teksnya sendiri tetap utuh bila disalin atau dibacakan"),
    ("export/not-shown", "`{path}` adalah gambar empat warna (CMYK), yang tidak dapat disimpan dalam PDF arsip; namanya dicetak sebagai gantinya"),
    ("export/not-shown.box", "kotak catatan tersusun terlalu dalam; teksnya ditampilkan tanpa kotak"),
    ("export/not-shown.box.help", "letakkan kotak catatan di dalamnya secara berurutan, bukan saling bersarang"),
    ("export/not-shown.coding", "`{path}` adalah JPEG dengan penyandian langka yang tidak dikenal pembaca PDF; namanya dicetak sebagai gantinya"),
    ("export/not-shown.columns", "tabel dengan {columns} kolom terlalu lebar bagi Word, yang membuka paling banyak {most}; sel selebihnya masuk ke kolom terakhir"),
    ("export/not-shown.columns.help", "bagi tabelnya, atau jadikan barisnya kolom"),
    ("export/not-shown.help", "simpan gambar sebagai JPEG atau PNG biasa (RGB)"),
    ("export/not-shown.link", "alamat `{address}` tidak dapat dibuka oleh Word, jadi ditampilkan sebagai teks biasa"),
    ("export/not-shown.link.help", "periksa nama host dan portanya; alamat yang sangat panjang perlu dipersingkat"),
    ("export/not-shown.nested-footnote", "catatan kaki di dalam catatan kaki diletakkan di akhir catatan luarnya, karena Word tidak mengenalnya"),
    ("export/not-shown.nested-footnote.help", "pindahkan catatan kaki yang di dalam ke teks catatan luarnya"),
    ("export/not-shown.orientation", "`{path}` adalah foto yang tegak hanya karena tanda dari kamera, yang tidak dibaca Word; foto ditampilkan sebagaimana tersimpan"),
    ("export/not-shown.orientation.help", "putar gambar itu dalam penyunting gambar, lalu simpan kembali"),
    ("export/not-shown.reference", "tidak ada yang bernama `{target}` dalam dokumen ini, jadi acuannya ditampilkan sebagai teks biasa"),
    ("export/not-shown.reference.help", "beri acuan itu nama sesuatu yang ada dalam salinan ini"),
    ("export/overfull-line", "terlalu lebar untuk barisnya, jadi dipenggal tanpa tanda hubung: {words}"),
    ("export/overfull-line.help", "persingkat, atau kurangi kolom tabelnya"),
];

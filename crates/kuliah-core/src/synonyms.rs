//! Words that authors write for the names of the format: Indonesian ones, and English ones of
//! other programs. They are never accepted, only understood, so that a finding can say what to
//! write.

/// Words for classes of headings and kinds of sections, lists and notes.
const CLASSES: &[(&str, &str)] = &[
    ("aspek", "aspects"),
    ("asesmen", "assessment"),
    ("bahan", "material"),
    ("capaian", "outcomes"),
    ("deskripsi", "description"),
    ("evaluasi", "assessment"),
    ("latihan", "exercise"),
    ("materi", "material"),
    ("model", "models"),
    ("penilaian", "assessment"),
    ("peran", "role"),
    ("prinsip", "principles"),
    ("rangkuman", "summary"),
    ("ringkasan", "summary"),
    ("soal", "exercise"),
    ("teknik", "techniques"),
    ("tugas", "tasks"),
    ("tujuan", "outcomes"),
];

/// Words for the marks of notes and their audiences.
const MARKS: &[(&str, &str)] = &[
    ("catatan", "note"),
    ("dosen", "lecturer"),
    ("guru", "lecturer"),
    ("info", "note"),
    ("jawaban", "answer"),
    ("kunci", "answer"),
    ("mahasiswa", "student"),
    ("pengajar", "lecturer"),
    ("siswa", "student"),
    ("solution", "answer"),
    ("teacher", "lecturer"),
    ("tip", "note"),
];

/// Words for keys of a course, its references and its blocks.
const KEYS: &[(&str, &str)] = &[
    ("alamat", "URL"),
    ("author", "authors"),
    ("bahasa", "lang"),
    ("butir", "items"),
    ("dosen", "authors"),
    ("edisi", "edition"),
    ("editor", "editor"),
    ("fakultas", "faculty"),
    ("gambar", "figure"),
    ("halaman", "page"),
    ("hak", "rights"),
    ("institusi", "institution"),
    ("isi", "content"),
    ("jenis", "type"),
    ("jilid", "volume"),
    ("judul", "title"),
    ("jurnal", "container-title"),
    ("jurusan", "programme"),
    ("kode", "code"),
    ("kota", "publisher-place"),
    ("language", "lang"),
    ("nama", "name"),
    ("nomor", "number"),
    ("pengajar", "authors"),
    ("pengarang", "author"),
    ("penerbit", "publisher"),
    ("penulis", "authors"),
    ("peran", "roles"),
    ("perguruan", "institution"),
    ("pertemuan", "meeting"),
    ("prodi", "programme"),
    ("program", "programme"),
    ("pustaka", "references"),
    ("referensi", "references"),
    ("sks", "credits"),
    ("subjudul", "subtitle"),
    ("tabel", "table"),
    ("tahun", "issued"),
    ("tanggal", "date"),
    ("teks", "text"),
    ("terbit", "issued"),
    ("tautan", "URL"),
    ("universitas", "institution"),
    ("versi", "format"),
    ("year", "issued"),
];

/// Words for types of works and other values.
const VALUES: &[(&str, &str)] = &[
    ("artikel", "article-journal"),
    ("bab", "chapter"),
    ("buku", "book"),
    ("disertasi", "thesis"),
    ("dokumen", "document"),
    ("film", "motion_picture"),
    ("halaman", "page"),
    ("inggris", "en"),
    ("english", "en"),
    ("indonesia", "id"),
    ("jurnal", "article-journal"),
    ("journal", "article-journal"),
    ("kiri", "start"),
    ("kanan", "end"),
    ("laman", "webpage"),
    ("laporan", "report"),
    ("pasal", "article-locator"),
    ("prosiding", "paper-conference"),
    ("semua", "all"),
    ("situs", "webpage"),
    ("skripsi", "thesis"),
    ("tengah", "center"),
    ("tesis", "thesis"),
    ("undang-undang", "legislation"),
    ("website", "webpage"),
];

/// Words for languages, and their tags (ISO 639).
const LANGUAGES: &[(&str, &str)] = &[
    ("arab", "ar"),
    ("arabic", "ar"),
    ("bali", "ban"),
    ("belanda", "nl"),
    ("cina", "zh"),
    ("dutch", "nl"),
    ("english", "en"),
    ("indonesia", "id"),
    ("indonesian", "id"),
    ("inggris", "en"),
    ("jawa", "jv"),
    ("jepang", "ja"),
    ("jerman", "de"),
    ("latin", "la"),
    ("mandarin", "zh"),
    ("melayu", "ms"),
    ("minang", "min"),
    ("perancis", "fr"),
    ("prancis", "fr"),
    ("sanskerta", "sa"),
    ("sunda", "su"),
];

/// Classes that are written as they are.
const KNOWN: &[&str] = &[
    "aspects",
    "assessment",
    "description",
    "exercise",
    "material",
    "models",
    "outcomes",
    "principles",
    "role",
    "roles",
    "summary",
    "tasks",
    "techniques",
];

fn find(tables: &[&[(&str, &'static str)]], word: &str) -> Option<&'static str> {
    let word = word.trim().to_lowercase();
    let mut pairs = tables.iter().copied().flatten();
    pairs.find(|(it, _)| *it == word).map(|(_, meant)| *meant)
}

/// The class that a word names.
pub(crate) fn class(word: &str) -> Option<&'static str> {
    let known = KNOWN.iter().copied().find(|it| *it == word);
    known.or_else(|| find(&[CLASSES], word))
}

/// The mark of a note that a word names.
pub(crate) fn mark(word: &str) -> Option<&'static str> {
    find(&[MARKS], word)
}

/// The tag of the language that a word names.
pub(crate) fn language(word: &str) -> Option<&'static str> {
    find(&[LANGUAGES], word)
}

/// The name that a word most likely stands for, of those that may stand there.
pub(crate) fn meant<'n>(word: &str, allowed: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    let word = word.trim().to_lowercase();
    let meant: Vec<&str> = [KEYS, CLASSES, MARKS, VALUES]
        .into_iter()
        .flatten()
        .filter(|(it, _)| *it == word)
        .map(|(_, meant)| *meant)
        .collect();
    let plural = |name: &str| {
        meant
            .iter()
            .any(|it| *it == name || name.strip_suffix('s') == Some(it))
    };
    let mut allowed = allowed.collect::<Vec<_>>().into_iter();
    allowed.find(|name| plural(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_understood_where_their_names_may_stand() {
        let keys = ["title", "authors", "credits"];
        assert_eq!(meant("Judul", keys.into_iter()), Some("title"));
        assert_eq!(meant("penulis", keys.into_iter()), Some("authors"));
        assert_eq!(meant("penulis", ["author"].into_iter()), None);
        assert_eq!(meant("pengarang", ["author"].into_iter()), Some("author"));
        assert_eq!(
            meant("tugas", ["tasks", "models"].into_iter()),
            Some("tasks")
        );
        assert_eq!(class("latihan"), Some("exercise"));
        assert_eq!(
            (mark("dosen"), language("Inggris")),
            (Some("lecturer"), Some("en"))
        );
    }
}

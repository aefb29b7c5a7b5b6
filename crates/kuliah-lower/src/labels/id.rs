//! Indonesian.

use super::{FactWords, Words};

/// The fixed words in Indonesian.
pub(super) const WORDS: Words = Words {
    contents: "Daftar Isi",
    references: "Daftar Pustaka",
    page: "Halaman",
    page_of: "dari",
    table: "Tabel",
    figure: "Gambar",
    code: "Kode",
    note: "Catatan",
    student_note: "Catatan untuk mahasiswa",
    lecturer_note: "Catatan untuk dosen",
    exercise: "Latihan",
    answer: "Jawaban",
    facts: FactWords {
        code: "Kode mata kuliah",
        credits: "SKS",
        semester: "Semester",
        programme: "Program studi",
        faculty: "Fakultas",
        institution: "Institusi",
        meeting: "Pertemuan",
        date: "Tanggal",
        rights: "Lisensi",
    },
    months: [
        "Januari",
        "Februari",
        "Maret",
        "April",
        "Mei",
        "Juni",
        "Juli",
        "Agustus",
        "September",
        "Oktober",
        "November",
        "Desember",
    ],
};

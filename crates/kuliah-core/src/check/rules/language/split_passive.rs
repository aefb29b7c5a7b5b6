//! `language/split-passive`.

use kuliah_source::{Message, Safety};

use crate::check::passage::{Part, Passage};
use crate::check::{Context, Sink, declare_rule};

declare_rule! {
    /// ## What it finds
    ///
    /// The passive prefix *di-* written apart from its Indonesian verb: "di jadikan". Only common
    /// verbs that cannot be a place are found.
    ///
    /// ## Why it matters
    ///
    /// *Di* written apart means "at" or "in". The reader expects a place and has to read again.
    ///
    /// ## Example
    ///
    /// ```markdown,reports
    /// Hasilnya di jadikan dasar, lalu di lakukan perbaikan.
    /// ```
    ///
    /// ## Instead
    ///
    /// ```markdown,silent
    /// Hasilnya dijadikan dasar, lalu dilakukan perbaikan.
    /// ```
    ///
    /// ## Fix safety
    ///
    /// Safe: it takes out the blank between prefix and verb.
    "language/split-passive", Warning, since "0.1.0", origin Check, fix Safe, check check,
}

/// Verbs as they follow the prefix. None of them is a place or a time.
const VERBS: [&str; 212] = [
    "abaikan",
    "adakan",
    "ajak",
    "ajarkan",
    "ajukan",
    "akhiri",
    "akibatkan",
    "akui",
    "alami",
    "alihkan",
    "amati",
    "ambil",
    "anggap",
    "anjurkan",
    "anut",
    "arahkan",
    "artikan",
    "asumsikan",
    "atasi",
    "atur",
    "awali",
    "awasi",
    "baca",
    "bagikan",
    "bahas",
    "bahasakan",
    "bandingkan",
    "bantu",
    "batalkan",
    "batasi",
    "bawakan",
    "bayar",
    "bebankan",
    "bebaskan",
    "beli",
    "beri",
    "berikan",
    "berlakukan",
    "biarkan",
    "biayai",
    "bicarakan",
    "bina",
    "buat",
    "buka",
    "buktikan",
    "butuhkan",
    "cantumkan",
    "capai",
    "catat",
    "cegah",
    "ceritakan",
    "ciptakan",
    "coba",
    "cocokkan",
    "damaikan",
    "dampingi",
    "dapatkan",
    "definisikan",
    "dengar",
    "dorong",
    "dukung",
    "fokuskan",
    "gabungkan",
    "gambarkan",
    "ganti",
    "golongkan",
    "gunakan",
    "hadapi",
    "hadapkan",
    "harapkan",
    "hasilkan",
    "hentikan",
    "hilangkan",
    "hindari",
    "hitung",
    "hormati",
    "hubungkan",
    "ikuti",
    "ingat",
    "inginkan",
    "jabarkan",
    "jadikan",
    "jaga",
    "jalani",
    "jalankan",
    "jawab",
    "jelaskan",
    "jual",
    "kaitkan",
    "kaji",
    "kategorikan",
    "kelola",
    "kelompokkan",
    "kembangkan",
    "kemukakan",
    "kenakan",
    "kenal",
    "kerahkan",
    "kerjakan",
    "ketahui",
    "kirim",
    "kumpulkan",
    "laksanakan",
    "lakukan",
    "laporkan",
    "larang",
    "latih",
    "lengkapi",
    "letakkan",
    "libatkan",
    "lihat",
    "lindungi",
    "maksud",
    "maksudkan",
    "manfaatkan",
    "masukkan",
    "miliki",
    "minta",
    "mulai",
    "namakan",
    "nikmati",
    "nyatakan",
    "obati",
    "olah",
    "pahami",
    "pakai",
    "pasang",
    "pecahkan",
    "pegang",
    "pelajari",
    "pelihara",
    "pengaruhi",
    "penuhi",
    "perbaiki",
    "perbolehkan",
    "perhatikan",
    "periksa",
    "perkenalkan",
    "perkirakan",
    "perkuat",
    "perlukan",
    "peroleh",
    "persiapkan",
    "pertahankan",
    "pertimbangkan",
    "peruntukkan",
    "pilih",
    "pimpin",
    "pisahkan",
    "potong",
    "rancang",
    "rasakan",
    "rawat",
    "rencanakan",
    "rumuskan",
    "sajikan",
    "sampaikan",
    "sarankan",
    "sebabkan",
    "sebut",
    "sebutkan",
    "sediakan",
    "selenggarakan",
    "selesaikan",
    "sepakati",
    "serahkan",
    "sertai",
    "sesuaikan",
    "setujui",
    "simpan",
    "simpulkan",
    "sukai",
    "sumbangkan",
    "susun",
    "tambahkan",
    "tanam",
    "tandai",
    "tanya",
    "teliti",
    "tempatkan",
    "tempuh",
    "temukan",
    "tentukan",
    "terapkan",
    "terbitkan",
    "terima",
    "terjemahkan",
    "tetapkan",
    "tingkatkan",
    "tolak",
    "tugaskan",
    "tujukan",
    "tulis",
    "tulisi",
    "tunjukkan",
    "turunkan",
    "tutup",
    "ubah",
    "uji",
    "ukur",
    "ulangi",
    "undang",
    "undangkan",
    "ungkapkan",
    "upayakan",
    "uraikan",
    "utamakan",
    "wajibkan",
    "wakili",
    "wariskan",
    "waspadai",
    "wujudkan",
];

fn check(cx: &Context<'_>, sink: &mut Sink<'_>) {
    let passages = cx.passages.iter();
    for passage in passages.filter(|it| !matches!(it.part, Part::Quote | Part::Reference)) {
        check_passage(passage, sink);
    }
}

fn check_passage(passage: &Passage<'_>, sink: &mut Sink<'_>) {
    for (prefix, verb) in passage.neighbours() {
        if prefix.range.len() != "di".len() {
            continue;
        }
        let (di, written) = (passage.get(prefix), passage.get(verb));
        if !di.eq_ignore_ascii_case("di") || !prefix.is_indonesian {
            continue;
        }
        if prefix.is_set_apart || verb.is_set_apart || !is_verb(written) {
            continue;
        }
        let joined = format!("{di}{written}");
        let range = prefix.range.start..verb.range.end;
        let words = passage.slice(range.clone());
        let message = Message::new("language/split-passive").with("words", words);
        let finding = sink.report(passage.span(range.clone()), message);
        let help = Message::new("language/split-passive.help");
        finding.help = Some(help.with("joined", joined.as_str()));
        let title = Message::new("language/split-passive.fix").with("joined", joined.as_str());
        finding.fix = passage.fix(range, joined, Safety::Safe, title);
    }
}

/// Whether a word is one of the verbs, `-nya` behind it or not.
fn is_verb(word: &str) -> bool {
    let stem = word.strip_suffix("nya").unwrap_or(word);
    VERBS.contains(&stem)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbs_are_known_with_and_without_pronoun() {
        assert!(is_verb("jadikan") && is_verb("gunakannya"));
        for word in ["bawah", "sini", "pendidikan", "nilai", "Pasar", "isi"] {
            assert!(!is_verb(word), "{word}");
        }
    }
}

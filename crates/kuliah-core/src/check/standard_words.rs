//! Indonesian words in other spellings than the standard one, as the official spelling (EYD) and
//! the dictionary of the language agency (KBBI) have it.

use std::sync::LazyLock;

use super::word_table::WordTable;

/// Spellings and the standard one, sorted; small letters, but for names of months and days.
static SPELLINGS: [(&str, &str); 262] = [
    ("abjat", "abjad"),
    ("adzan", "azan"),
    ("akhlaq", "akhlak"),
    ("aktifitas", "aktivitas"),
    ("aktip", "aktif"),
    ("aktipitas", "aktivitas"),
    ("analisa", "analisis"),
    ("antri", "antre"),
    ("antrian", "antrean"),
    ("apotik", "apotek"),
    ("asik", "asyik"),
    ("asset", "aset"),
    ("atlit", "atlet"),
    ("azas", "asas"),
    ("azasi", "asasi"),
    ("bathin", "batin"),
    ("bekerjasama", "bekerja sama"),
    ("berazas", "berasas"),
    ("beresiko", "berisiko"),
    ("beritahu", "beri tahu"),
    ("berpraktek", "berpraktik"),
    ("berprilaku", "berperilaku"),
    ("bertanggungjawab", "bertanggung jawab"),
    ("blanko", "blangko"),
    ("cabe", "cabai"),
    ("cathegori", "kategori"),
    ("cendikiawan", "cendekiawan"),
    ("cinderamata", "cendera mata"),
    ("cirikhas", "ciri khas"),
    ("dekrit", "dekret"),
    ("detil", "detail"),
    ("diagnosa", "diagnosis"),
    ("dianalisa", "dianalisis"),
    ("didisain", "didesain"),
    ("difahami", "dipahami"),
    ("difinisi", "definisi"),
    ("dihimbau", "diimbau"),
    ("diijinkan", "diizinkan"),
    ("dikoordinir", "dikoordinasi"),
    ("dinasehati", "dinasihati"),
    ("diorganisir", "diorganisasi"),
    ("dipraktekkan", "dipraktikkan"),
    ("disain", "desain"),
    ("diskripsi", "deskripsi"),
    ("efektifitas", "efektivitas"),
    ("ekslusif", "eksklusif"),
    ("eksport", "ekspor"),
    ("ekspresip", "ekspresif"),
    ("ekstrim", "ekstrem"),
    ("elit", "elite"),
    ("esei", "esai"),
    ("essay", "esai"),
    ("focus", "fokus"),
    ("formil", "formal"),
    ("foto-copy", "fotokopi"),
    ("fotocopy", "fotokopi"),
    ("fotokopy", "fotokopi"),
    ("frekwensi", "frekuensi"),
    ("fundamentil", "fundamental"),
    ("gubug", "gubuk"),
    ("hakekat", "hakikat"),
    ("hapal", "hafal"),
    ("hembus", "embus"),
    ("himbau", "imbau"),
    ("himbauan", "imbauan"),
    ("hipotesa", "hipotesis"),
    ("hirarki", "hierarki"),
    ("hirarkis", "hierarkis"),
    ("hisap", "isap"),
    ("hutang", "utang"),
    ("ijasah", "ijazah"),
    ("ijin", "izin"),
    ("individuil", "individual"),
    ("intelegensi", "inteligensi"),
    ("intelejen", "intelijen"),
    ("intensip", "intensif"),
    ("isteri", "istri"),
    ("jadual", "jadwal"),
    ("jaman", "zaman"),
    ("jenasah", "jenazah"),
    ("jum'at", "Jumat"),
    ("kadaluarsa", "kedaluwarsa"),
    ("kadaluwarsa", "kedaluwarsa"),
    ("karir", "karier"),
    ("katagori", "kategori"),
    ("kelembaban", "kelembapan"),
    ("kerjasama", "kerja sama"),
    ("ketrampilan", "keterampilan"),
    ("kharisma", "karisma"),
    ("kharismatik", "karismatik"),
    ("kholesterol", "kolesterol"),
    ("kolektifitas", "kolektivitas"),
    ("komperhensif", "komprehensif"),
    ("komplit", "komplet"),
    ("konggres", "kongres"),
    ("kongkret", "konkret"),
    ("kongkrit", "konkret"),
    ("konkrit", "konkret"),
    ("konsekwen", "konsekuen"),
    ("konsekwensi", "konsekuensi"),
    ("konsepsionil", "konsepsional"),
    ("konsumtip", "konsumtif"),
    ("kordinasi", "koordinasi"),
    ("kreatifitas", "kreativitas"),
    ("kuatir", "khawatir"),
    ("kwalifikasi", "kualifikasi"),
    ("kwalitas", "kualitas"),
    ("kwalitatif", "kualitatif"),
    ("kwantitas", "kuantitas"),
    ("kwantitatif", "kuantitatif"),
    ("kwartal", "kuartal"),
    ("kwitansi", "kuitansi"),
    ("lembab", "lembap"),
    ("literature", "literatur"),
    ("lobang", "lubang"),
    ("ma'af", "maaf"),
    ("mahzab", "mazhab"),
    ("managemen", "manajemen"),
    ("manajement", "manajemen"),
    ("matakuliah", "mata kuliah"),
    ("matapelajaran", "mata pelajaran"),
    ("melokalisir", "melokalisasi"),
    ("memfahami", "memahami"),
    ("memotifasi", "memotivasi"),
    ("mempengaruhi", "memengaruhi"),
    ("mempercayai", "memercayai"),
    ("memperdulikan", "memedulikan"),
    ("mempersilahkan", "mempersilakan"),
    ("mempesona", "memesona"),
    ("mempraktekkan", "mempraktikkan"),
    ("memproklamirkan", "memproklamasikan"),
    ("menasehati", "menasihati"),
    ("mendisain", "mendesain"),
    ("mendiskripsikan", "mendeskripsikan"),
    ("menejemen", "manajemen"),
    ("menejer", "manajer"),
    ("menganalisa", "menganalisis"),
    ("mengantri", "mengantre"),
    ("mengenyampingkan", "mengesampingkan"),
    ("menghapal", "menghafal"),
    ("menghembuskan", "mengembuskan"),
    ("menghimbau", "mengimbau"),
    ("menghisap", "mengisap"),
    ("mengijinkan", "mengizinkan"),
    ("mengkaitkan", "mengaitkan"),
    ("mengkomunikasikan", "mengomunikasikan"),
    ("mengkonsumsi", "mengonsumsi"),
    ("mengkoordinasi", "mengoordinasi"),
    ("mengkoordinasikan", "mengoordinasikan"),
    ("mengkoordinir", "mengoordinasi"),
    ("mengorganisir", "mengorganisasi"),
    ("mensosialisasikan", "menyosialisasikan"),
    ("mensukseskan", "menyukseskan"),
    ("mentaati", "menaati"),
    ("menterjemahkan", "menerjemahkan"),
    ("mentri", "menteri"),
    ("menyolok", "mencolok"),
    ("merespon", "merespons"),
    ("merubah", "mengubah"),
    ("mesjid", "masjid"),
    ("methode", "metode"),
    ("metoda", "metode"),
    ("milyar", "miliar"),
    ("motifasi", "motivasi"),
    ("musium", "museum"),
    ("nafas", "napas"),
    ("nampak", "tampak"),
    ("nasehat", "nasihat"),
    ("negatip", "negatif"),
    ("nomer", "nomor"),
    ("nopember", "November"),
    ("objektifitas", "objektivitas"),
    ("objektip", "objektif"),
    ("obyek", "objek"),
    ("obyektif", "objektif"),
    ("obyektivitas", "objektivitas"),
    ("olehkarena", "oleh karena"),
    ("operasionil", "operasional"),
    ("orisinil", "orisinal"),
    ("otopsi", "autopsi"),
    ("pebruari", "Februari"),
    ("penasehat", "penasihat"),
    ("penganalisaan", "penganalisisan"),
    ("pengrajin", "perajin"),
    ("pengrusakan", "perusakan"),
    ("penjadualan", "penjadwalan"),
    ("perduli", "peduli"),
    ("perijinan", "perizinan"),
    ("personil", "personel"),
    ("pondamen", "fundamen"),
    ("pondasi", "fondasi"),
    ("positip", "positif"),
    ("praktek", "praktik"),
    ("prilaku", "perilaku"),
    ("primair", "primer"),
    ("problim", "problem"),
    ("produktifitas", "produktivitas"),
    ("propinsi", "provinsi"),
    ("prosentase", "persentase"),
    ("psikhologi", "psikologi"),
    ("rasionil", "rasional"),
    ("rejeki", "rezeki"),
    ("relatifitas", "relativitas"),
    ("resiko", "risiko"),
    ("rumahsakit", "rumah sakit"),
    ("sekedar", "sekadar"),
    ("sekertaris", "sekretaris"),
    ("sekundair", "sekunder"),
    ("selektifitas", "selektivitas"),
    ("sensitifitas", "sensitivitas"),
    ("seringkali", "sering kali"),
    ("silahkan", "silakan"),
    ("sintesa", "sintesis"),
    ("sistim", "sistem"),
    ("sistimatik", "sistematik"),
    ("sistimatika", "sistematika"),
    ("sistimatis", "sistematis"),
    ("sorga", "surga"),
    ("spirituil", "spiritual"),
    ("sportifitas", "sportivitas"),
    ("standard", "standar"),
    ("standarisasi", "standardisasi"),
    ("standart", "standar"),
    ("strukturil", "struktural"),
    ("subjektifitas", "subjektivitas"),
    ("subyek", "subjek"),
    ("subyektif", "subjektif"),
    ("subyektifitas", "subjektivitas"),
    ("subyektivitas", "subjektivitas"),
    ("supir", "sopir"),
    ("survai", "survei"),
    ("survey", "survei"),
    ("syaraf", "saraf"),
    ("system", "sistem"),
    ("tandatangan", "tanda tangan"),
    ("tanggungjawab", "tanggung jawab"),
    ("tauladan", "teladan"),
    ("tehnik", "teknik"),
    ("tehnis", "teknis"),
    ("tehnologi", "teknologi"),
    ("tekhnik", "teknik"),
    ("tekhnis", "teknis"),
    ("tekhnologi", "teknologi"),
    ("telor", "telur"),
    ("teoritik", "teoretik"),
    ("teoritis", "teoretis"),
    ("terimakasih", "terima kasih"),
    ("terlanjur", "telanjur"),
    ("terorganisir", "terorganisasi"),
    ("thema", "tema"),
    ("theologi", "teologi"),
    ("theori", "teori"),
    ("tolak-ukur", "tolok ukur"),
    ("tradisionil", "tradisional"),
    ("trampil", "terampil"),
    ("trilyun", "triliun"),
    ("tropi", "trofi"),
    ("universil", "universal"),
    ("ustad", "ustaz"),
    ("varitas", "varietas"),
    ("wujut", "wujud"),
    ("yudikatip", "yudikatif"),
];

/// Spellings that are English words, and right among them.
const ENGLISH: [&str; 8] = [
    "asset",
    "essay",
    "focus",
    "literature",
    "methode",
    "standard",
    "survey",
    "system",
];

/// Whether a word may have another spelling, told without writing it in small letters.
pub(crate) fn may_have_standard_form(word: &str) -> bool {
    TABLE.may_know(word) || ends_with_pronoun(word)
}

/// Whether a word ends with `-nya`, in small letters or capital ones.
fn ends_with_pronoun(word: &str) -> bool {
    let end = word.as_bytes().last_chunk();
    end.is_some_and(|end: &[u8; 3]| end.eq_ignore_ascii_case(b"nya"))
}

/// The standard spelling of a word in small letters, `-nya` kept; `None` when it has it, or is
/// not known.
pub(crate) fn standard_form(word: &str) -> Option<String> {
    if let Some(standard) = find(word) {
        return Some(standard.to_owned());
    }
    let standard = find(word.strip_suffix("nya")?)?;
    Some(format!("{standard}nya"))
}

/// Whether a spelling is an English word as well.
pub(crate) fn is_english_word(word: &str) -> bool {
    ENGLISH.contains(&word)
}

static TABLE: LazyLock<WordTable<&str, &str>> = LazyLock::new(|| SPELLINGS.into_iter().collect());

fn find(word: &str) -> Option<&'static str> {
    TABLE.get(word).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sorted_and_leads_to_standard_words() {
        assert!(SPELLINGS.is_sorted_by(|a, b| a.0 < b.0));
        for (word, standard) in SPELLINGS {
            assert_eq!(standard_form(&standard.to_lowercase()), None, "{word}");
        }
        assert!(ENGLISH.iter().all(|it| find(it).is_some()));
    }

    #[test]
    fn words_keep_their_pronoun() {
        assert_eq!(standard_form("resikonya").as_deref(), Some("risikonya"));
        assert_eq!(standard_form("praktek").as_deref(), Some("praktik"));
        assert_eq!(standard_form("praktik"), None);
        assert_eq!(standard_form("nya"), None);
    }
}

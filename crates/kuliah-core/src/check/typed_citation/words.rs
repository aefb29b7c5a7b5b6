//! Words around a typed citation, and words that make a year in brackets no citation.

/// Words that begin a sentence before a name: "Menurut Suharto (2005)".
const STARTERS: &[&str] = &[
    "adapun",
    "akan",
    "akhirnya",
    "as",
    "bagi",
    "bahkan",
    "berbeda",
    "berdasarkan",
    "both",
    "buku",
    "by",
    "dalam",
    "dari",
    "demikian",
    "dengan",
    "di",
    "for",
    "from",
    "hal",
    "however",
    "in",
    "ini",
    "jika",
    "karena",
    "kemudian",
    "ketika",
    "lihat",
    "maka",
    "melalui",
    "mengacu",
    "mengikuti",
    "mengutip",
    "menurut",
    "merujuk",
    "namun",
    "oleh",
    "pada",
    "penelitian",
    "sebagaimana",
    "sedangkan",
    "see",
    "selain",
    "selanjutnya",
    "sementara",
    "seperti",
    "studi",
    "teori",
    "the",
    "untuk",
    "when",
    "while",
    "with",
    "yaitu",
    "yang",
];

/// Words that lead into a citation: what follows one of them is an author.
const CUES: &[&str] = &[
    "menurut",
    "oleh",
    "mengutip",
    "merujuk",
    "dikutip",
    "dinyatakan",
    "dikemukakan",
    "dijelaskan",
    "didefinisikan",
    "dirumuskan",
    "mengikuti",
    "pendapat",
    "definisi",
    "to",
    "by",
    "following",
];

/// What people do who are cited.
const VERBS: &[&str] = &[
    "argues",
    "argued",
    "berargumen",
    "berpendapat",
    "claims",
    "claimed",
    "defines",
    "defined",
    "describes",
    "described",
    "explains",
    "explained",
    "found",
    "identifies",
    "melaporkan",
    "membagi",
    "membedakan",
    "memberikan",
    "memandang",
    "memperkenalkan",
    "menambahkan",
    "mencatat",
    "mendefinisikan",
    "menegaskan",
    "menekankan",
    "menemukan",
    "mengajukan",
    "mengartikan",
    "mengatakan",
    "mengemukakan",
    "mengidentifikasi",
    "mengungkapkan",
    "mengusulkan",
    "menguraikan",
    "menjelaskan",
    "menulis",
    "menunjukkan",
    "menyarankan",
    "menyatakan",
    "menyebut",
    "menyebutkan",
    "menyimpulkan",
    "merumuskan",
    "meneliti",
    "note",
    "notes",
    "noted",
    "proposes",
    "proposed",
    "reports",
    "reported",
    "states",
    "stated",
    "suggests",
    "suggested",
    "writes",
    "wrote",
    "shows",
];

/// Words in brackets before a name: "(lihat Suharto, 2005)".
const PREFIXES: &[&str] = &[
    "bandingkan",
    "bdk",
    "cf",
    "contoh",
    "dalam",
    "dari",
    "dikutip",
    "e.g",
    "in",
    "juga",
    "lihat",
    "menurut",
    "misalnya",
    "periksa",
    "see",
    "also",
];

/// Small words of family names.
const PARTICLES: &[&str] = &[
    "al", "bin", "binti", "da", "de", "del", "den", "der", "di", "dos", "du", "el", "la", "ter",
    "van", "von",
];

/// Words that no author has: months, documents, events, parts of a work, things with a year.
const NO_NAMES: &[&str] = &[
    "abad",
    "act",
    "agreement",
    "agustus",
    "angkatan",
    "april",
    "august",
    "bab",
    "bagian",
    "bill",
    "cetakan",
    "charter",
    "congress",
    "convention",
    "december",
    "declaration",
    "deklarasi",
    "desember",
    "diagram",
    "dinasti",
    "edisi",
    "edition",
    "februari",
    "february",
    "film",
    "ganjil",
    "gambar",
    "genap",
    "gerakan",
    "gempa",
    "grafik",
    "instruksi",
    "inpres",
    "jilid",
    "january",
    "januari",
    "juli",
    "july",
    "june",
    "juni",
    "kabinet",
    "kemerdekaan",
    "keppres",
    "keputusan",
    "kepmen",
    "kerajaan",
    "kesepakatan",
    "konferensi",
    "kongres",
    "konstitusi",
    "kurikulum",
    "konvensi",
    "krisis",
    "lampiran",
    "law",
    "maret",
    "march",
    "mei",
    "may",
    "merdeka",
    "november",
    "october",
    "oktober",
    "orde",
    "olimpiade",
    "pandemi",
    "pasal",
    "pekan",
    "pemberontakan",
    "pemilu",
    "perang",
    "peraturan",
    "perda",
    "perjanjian",
    "permen",
    "permenkes",
    "permensos",
    "perppu",
    "perpres",
    "piagam",
    "pilkada",
    "pp",
    "proklamasi",
    "protokol",
    "rancangan",
    "reformasi",
    "republik",
    "resolusi",
    "revolusi",
    "revolution",
    "rpjmn",
    "sejak",
    "semester",
    "sensus",
    "september",
    "series",
    "sidang",
    "spring",
    "statuta",
    "statute",
    "summer",
    "sumpah",
    "survei",
    "tabel",
    "table",
    "tahun",
    "tap",
    "tragedi",
    "traktat",
    "treaty",
    "tsunami",
    "undang",
    "uu",
    "uud",
    "version",
    "versi",
    "volume",
    "war",
];

/// Places that often stand before a year.
const PLACES: &[&str] = &[
    "aceh",
    "afrika",
    "amerika",
    "amsterdam",
    "asia",
    "australia",
    "bali",
    "bandung",
    "banten",
    "beijing",
    "belanda",
    "berlin",
    "bogor",
    "brasil",
    "britain",
    "china",
    "cina",
    "denpasar",
    "depok",
    "eropa",
    "europe",
    "filipina",
    "france",
    "geneva",
    "germany",
    "india",
    "indonesia",
    "inggris",
    "italia",
    "jakarta",
    "japan",
    "jawa",
    "jenewa",
    "jepang",
    "jerman",
    "kalimantan",
    "korea",
    "london",
    "lombok",
    "madiun",
    "makassar",
    "malang",
    "malaysia",
    "maluku",
    "medan",
    "melbourne",
    "meksiko",
    "moskow",
    "padang",
    "palembang",
    "papua",
    "paris",
    "perancis",
    "prancis",
    "rio",
    "rusia",
    "semarang",
    "singapore",
    "singapura",
    "solo",
    "sulawesi",
    "sumatera",
    "sumatra",
    "surabaya",
    "surakarta",
    "sydney",
    "thailand",
    "tokyo",
    "vietnam",
    "yogyakarta",
];

/// Words of the names of institutions.
const INSTITUTIONS: &[&str] = &[
    "academy",
    "agency",
    "association",
    "asosiasi",
    "badan",
    "balai",
    "bank",
    "biro",
    "board",
    "bureau",
    "center",
    "centre",
    "college",
    "committee",
    "council",
    "departemen",
    "department",
    "dewan",
    "dinas",
    "direktorat",
    "federation",
    "forum",
    "foundation",
    "fund",
    "group",
    "himpunan",
    "ikatan",
    "institut",
    "institute",
    "international",
    "kementerian",
    "komisi",
    "komite",
    "kantor",
    "konsorsium",
    "lembaga",
    "majelis",
    "ministry",
    "nations",
    "office",
    "organisasi",
    "organization",
    "pemerintah",
    "perpustakaan",
    "persatuan",
    "perserikatan",
    "perusahaan",
    "press",
    "pusat",
    "sekretariat",
    "society",
    "tim",
    "union",
    "universitas",
    "university",
    "united",
    "world",
    "yayasan",
];

fn is_in(table: &[&str], word: &str) -> bool {
    let word = word.trim_end_matches('.').to_lowercase();
    table.contains(&word.as_str())
}

/// Whether a word begins a sentence rather than a name.
pub(super) fn is_starter(word: &str) -> bool {
    is_in(STARTERS, word) || is_in(VERBS, word)
}

/// Whether a word leads into a citation.
pub(super) fn is_cue(word: &str) -> bool {
    is_in(CUES, word)
}

/// Whether a word says what an author says or does.
pub(super) fn is_verb(word: &str) -> bool {
    is_in(VERBS, word)
}

/// Whether a word stands before a name in brackets.
pub(super) fn is_prefix(word: &str) -> bool {
    is_in(PREFIXES, word)
}

/// Whether a word is a small word of a family name.
pub(super) fn is_particle(word: &str) -> bool {
    is_in(PARTICLES, word)
}

/// Whether a word is no author's: a month, an event, a place.
pub(super) fn is_no_name(word: &str) -> bool {
    let first = word.split('-').next().unwrap_or_default();
    is_in(NO_NAMES, first) || is_in(PLACES, word)
}

/// Whether a word is of the name of an institution.
pub(crate) fn is_institution(word: &str) -> bool {
    is_in(INSTITUTIONS, word)
}

/// Whether a word joins the names of authors.
pub(super) fn is_and(word: &str) -> bool {
    matches!(word, "dan" | "and" | "&" | "serta")
}

/// Whether a word, in a title in small letters, names the list of works at the end.
pub(crate) fn is_bibliography_title(title: &str) -> bool {
    let title = title.trim().to_lowercase();
    let words = title.rsplit(['.', ')']).next().unwrap_or_default().trim();
    matches!(
        words,
        "daftar pustaka"
            | "daftar rujukan"
            | "daftar referensi"
            | "daftar kepustakaan"
            | "kepustakaan"
            | "pustaka"
            | "rujukan"
            | "referensi"
            | "references"
            | "reference list"
            | "bibliography"
            | "works cited"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_tell_names_from_other_words() {
        assert!(is_no_name("Undang-Undang") && is_no_name("Desember") && is_no_name("Jakarta"));
        assert!(!is_no_name("Suharto") && !is_no_name("Compton"));
        assert!(is_starter("Menurut") && is_particle("van") && is_institution("Kementerian"));
    }

    #[test]
    fn a_reference_list_is_known_by_its_title() {
        assert!(is_bibliography_title("DAFTAR PUSTAKA"));
        assert!(is_bibliography_title("F. Referensi"));
        assert!(!is_bibliography_title("Daftar istilah"));
    }
}

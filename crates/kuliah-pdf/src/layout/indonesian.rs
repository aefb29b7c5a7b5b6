//! Indonesian hyphenation by rule.
//!
//! The rules follow the *Ejaan yang Disempurnakan* (breaking of words). Where the
//! letters do not tell the edge of a morpheme, no break is offered: a break that
//! is missing disturbs nobody, a wrong one does.

/// Two letters, one consonant.
const DIGRAPHS: [[char; 2]; 4] = [['n', 'g'], ['n', 'y'], ['s', 'y'], ['k', 'h']];
/// Two letters, perhaps one vowel: never parted.
const DIPHTHONGS: [[char; 2]; 4] = [['a', 'i'], ['a', 'u'], ['e', 'i'], ['o', 'i']];
/// Clusters that may open a syllable when a consonant is left to close the one before.
const ONSETS: [&str; 27] = [
    "pr", "pl", "br", "bl", "tr", "dr", "kr", "kl", "gr", "gl", "fr", "fl", "sp", "st", "sk", "sm",
    "sn", "sl", "sr", "sw", "kw", "tw", "str", "spr", "skr", "spl", "skl",
];
/// Second elements of learned words: the break is before them, whatever the letters say.
const ELEMENTS: [&str; 6] = ["graf", "gram", "plasma", "krasi", "klor", "proton"];
/// Written on to the end of a word.
const ENCLITICS: [&str; 4] = ["nya", "lah", "kah", "pun"];
/// Roots that begin with a vowel and keep it after "meng-" and "peng-": none of them is the rest
/// of a root with a "k" that has gone, as in "mengarang" from "karang".
const AFTER_NG: [&str; 61] = [
    "abdi",
    "adil",
    "adu",
    "aju",
    "ajar",
    "akhir",
    "akses",
    "alam",
    "alih",
    "aman",
    "amat",
    "ambil",
    "analisis",
    "ancam",
    "andal",
    "anggap",
    "anggar",
    "angkat",
    "angkut",
    "anjur",
    "antar",
    "antisipasi",
    "anut",
    "aplikasi",
    "apresiasi",
    "arah",
    "arti",
    "asah",
    "asuh",
    "atas",
    "atur",
    "awal",
    "awas",
    "edukasi",
    "evaluasi",
    "identifikasi",
    "ikat",
    "ikut",
    "informasi",
    "ingat",
    "ingin",
    "integrasi",
    "interpretasi",
    "intervensi",
    "isi",
    "izin",
    "obat",
    "observasi",
    "olah",
    "operasi",
    "optimal",
    "organisasi",
    "ubah",
    "ucap",
    "uji",
    "ulang",
    "umum",
    "ungkap",
    "usaha",
    "usul",
    "utama",
];
/// Roots that begin with a vowel, after "ber-", "ter-" and "per-"; none of them is the rest of a
/// root with an "r", as in "perasa" from "rasa".
const AFTER_R: [&str; 36] = [
    "adab",
    "adaptasi",
    "akhir",
    "akibat",
    "alasan",
    "alih",
    "anak",
    "ancam",
    "aneka",
    "anggapan",
    "anggota",
    "antara",
    "arti",
    "asal",
    "asing",
    "asumsi",
    "atas",
    "atur",
    "awal",
    "ikat",
    "ikut",
    "imbang",
    "ingat",
    "inisiatif",
    "interaksi",
    "izin",
    "operasi",
    "organisasi",
    "orientasi",
    "ubah",
    "ujung",
    "ulang",
    "undang",
    "unding",
    "untung",
    "usaha",
];
/// Shorter words stay whole.
const LEAST_WORD: usize = 5;
/// Letters that stay after a break.
const LEAST_AFTER: usize = 2;

/// Byte offsets in a word where spelling allows a break, however few letters are before it.
///
/// Words under five letters, words with anything but letters in them, and words
/// with a capital after the first letter (abbreviations, names) stay whole.
pub(crate) fn breaks(word: &str) -> Vec<usize> {
    let offsets: Vec<usize> = word.char_indices().map(|(at, _)| at).collect();
    let Some(word) = Word::new(word) else {
        return Vec::new();
    };
    let mut found = word.syllables();
    word.keep_suffix(&mut found);
    word.learned(&mut found);
    found.sort_unstable();
    found.dedup();
    word.keep_prefix(&mut found);
    let letters = word.letters.len();
    found
        .into_iter()
        .filter(|&at| letters - at >= LEAST_AFTER)
        .filter_map(|at| offsets.get(at).copied())
        .collect()
}

/// A vowel or consonant: one letter, or two that count as one.
#[derive(Debug, Copy, Clone)]
struct Unit {
    /// Its first letter.
    at: usize,
    vowel: bool,
}

/// A word in lower case, by letters.
struct Word {
    letters: Vec<char>,
    text: String,
    units: Vec<Unit>,
}

impl Word {
    fn new(word: &str) -> Option<Self> {
        let letters: Vec<char> = word.chars().flat_map(char::to_lowercase).collect();
        let plain = letters.len() >= LEAST_WORD
            && letters.len() == word.chars().count()
            && letters.iter().all(|c| c.is_alphabetic())
            && !word.chars().skip(1).any(char::is_uppercase);
        plain.then(|| Self {
            units: units(&letters),
            text: letters.iter().collect(),
            letters,
        })
    }

    fn is_vowel(&self, at: usize) -> bool {
        self.letters.get(at).copied().is_some_and(is_vowel)
    }

    fn starts_with_any(&self, prefixes: &[&str]) -> bool {
        prefixes.iter().any(|it| self.text.starts_with(it))
    }

    /// One break between each vowel and the next.
    fn syllables(&self) -> Vec<usize> {
        let vowels = self.vowels();
        let pairs = vowels.iter().zip(vowels.iter().skip(1));
        pairs
            .filter_map(|(&from, &to)| {
                let unit = self.syllable(from, to);
                self.units.get(unit).map(|it| it.at)
            })
            .collect()
    }

    /// Where the syllable of the second of two vowels begins, all counted in units.
    fn syllable(&self, from: usize, to: usize) -> usize {
        match to - from - 1 {
            0 => to,                                                       // bu-ah
            1 => from + 1,                                                 // ma-kan
            2 => from + 2,                                                 // man-di, Ap-ril
            _ if self.cluster(from + 1, to).starts_with("ks") => from + 3, // eks-tra
            _ => (from + 2..to - 1)
                .find(|&at| ONSETS.contains(&self.cluster(at, to).as_str())) // in-stru-men
                .unwrap_or(to - 1), // ark-tik
        }
    }

    fn vowels(&self) -> Vec<usize> {
        let units = self.units.iter().enumerate();
        units.filter(|(_, it)| it.vowel).map(|(at, _)| at).collect()
    }

    /// The letters from one unit to before another.
    fn cluster(&self, from: usize, to: usize) -> String {
        let at = |unit: usize| self.units.get(unit).map_or(self.letters.len(), |it| it.at);
        let letters = self.letters.get(at(from)..at(to)).unwrap_or_default();
        letters.iter().collect()
    }

    /// The edge of "-an" after one consonant cannot be told from the letters (maka-nan,
    /// makan-an), but that of "-kan" in a verb can (mela-ku-kan).
    fn keep_suffix(&self, found: &mut Vec<usize>) {
        let enclitic = ENCLITICS.iter().find(|it| self.text.ends_with(*it));
        let end = self.letters.len() - enclitic.map_or(0, |it| it.len());
        let stem: String = self.letters.iter().take(end).collect();
        let verb = stem.ends_with("kan") && self.starts_with_any(&["me", "di", "ter"]);
        if !stem.ends_with("an") || verb {
            return;
        }
        let vowels = self.vowels();
        let last = vowels.iter().zip(vowels.iter().skip(1)).find(|(_, to)| {
            let at = self.units.get(**to).map(|it| it.at);
            at.is_some_and(|it| it + 2 == end)
        });
        if let Some((&from, &to)) = last
            && to - from == 2
            && let Some(unit) = self.units.get(from + 1)
        {
            found.retain(|&at| at != unit.at);
        }
    }

    /// Learned first and second elements: trans-por-tasi, fo-to-grafi.
    fn learned(&self, found: &mut Vec<usize>) {
        if self.text.starts_with("trans") && !self.is_vowel(5) {
            found.retain(|&at| at > 5);
            found.push(5);
        }
        for element in ELEMENTS {
            let Some(at) = self.place(element) else {
                continue;
            };
            if at >= 3 && self.is_vowel(at - 1) {
                found.retain(|&it| it + 1 < at || it > at + 1);
                found.push(at);
            }
        }
    }

    /// The first letter of a part.
    fn place(&self, part: &str) -> Option<usize> {
        (0..self.letters.len()).find(|&at| {
            let letters = self.letters.get(at..).unwrap_or_default();
            let mut rest = letters.iter();
            part.chars().all(|c| rest.next() == Some(&c))
        })
    }

    /// Prefix or root? Where no root is known no edge is offered: be-rita but ber-ada.
    fn keep_prefix(&self, found: &mut Vec<usize>) {
        let rules: [(&[&str], &[&str], &[usize]); 3] = [
            (&["ber", "ter", "per"], &AFTER_R, &[2, 3, 4]),
            (&["meng", "peng"], &AFTER_NG, &[2, 4]),
            (&["inter", "super", "hiper"], &[], &[4, 5]),
        ];
        for (prefixes, roots, edges) in rules {
            let Some(prefix) = prefixes.iter().find(|it| self.text.starts_with(**it)) else {
                continue;
            };
            let end = prefix.len();
            if !self.is_vowel(end) {
                continue;
            }
            found.retain(|at| !edges.contains(at));
            let root = self.text.get(end..).unwrap_or_default();
            if roots.iter().any(|it| root.starts_with(it)) {
                // A vowel by itself stays with its root: meng-ubah.
                found.retain(|at| *at != end + 1);
                found.push(end);
            }
        }
        found.sort_unstable();
    }
}

fn is_vowel(letter: char) -> bool {
    "aiueoéèê".contains(letter)
}

/// Cuts letters into vowels and consonants.
fn units(letters: &[char]) -> Vec<Unit> {
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(&letter) = letters.get(at) {
        let pair = [letter, letters.get(at + 1).copied().unwrap_or(' ')];
        let (vowel, length) = if DIGRAPHS.contains(&pair) {
            (false, 2)
        } else if DIPHTHONGS.contains(&pair) {
            (true, 2)
        } else {
            (is_vowel(letter), 1)
        };
        out.push(Unit { at, vowel });
        at += length;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::breaks;

    fn check(words: &str) {
        let mut all = Vec::new();
        for want in words.split_whitespace() {
            let word = want.replace('-', "");
            let found = breaks(&word);
            let mut got = String::new();
            for (at, c) in word.char_indices() {
                if found.contains(&at) {
                    got.push('-');
                }
                got.push(c);
            }
            all.push(got);
        }
        assert_eq!(all.join(" "), words);
    }

    #[test]
    fn syllables() {
        check(
            "pe-ker-ja ma-sya-ra-kat sau-da-ra mu-ta-khir sang-gup makh-luk swas-ta cap-lok \
             Ap-ril kon-trol ul-tra in-fra ben-trok in-stru-men eks-tra eks-pres ark-tik ni-lai \
             pu-lau sur-vei am-boi",
        );
    }

    #[test]
    fn affixes() {
        check(
            "pem-ber-da-ya-an ke-se-jah-te-ra-an mem-per-tim-bang-kan me-la-ku-kan di-la-ku-kan \
             me-ru-mus-kan pen-di-dikan per-baikan ma-kanan pem-ba-ngunan meng-am-bil \
             penge-ta-hu-an peng-alaman-nya ke-gi-atan-nya meng-iden-ti-fi-ka-si perem-pu-an \
             ke-ti-dak-ber-gan-tungan",
        );
    }

    #[test]
    fn roots_that_begin_with_a_vowel_are_known() {
        check(
            "meng-ubah peng-am-bilan meng-aju-kan meng-olah ber-akhir per-ubahan ber-usa-ha \
             per-un-dingan",
        );
    }

    #[test]
    fn learned_words() {
        check(
            "fo-to-gra-fi ki-lo-gram bio-gra-fi de-mo-kra-si trans-por-ta-si tran-sak-si \
             in-terak-si so-si-o-lo-gi ad-mi-nis-tra-tif",
        );
    }

    #[test]
    fn some_words_stay_whole() {
        check("PKBM WhatsApp ikan UU x2e3f4 İstanbul");
        assert!(breaks("").is_empty());
    }

    #[test]
    fn offsets_are_bytes() {
        assert_eq!(breaks("réformasi"), [3, 6, 8]);
    }
}

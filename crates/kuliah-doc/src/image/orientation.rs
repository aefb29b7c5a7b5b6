//! How a camera was held, as its photographs note it beside the pixels (Exif, CIPA DC-008, 4.6.4).

/// How a picture lies: which edge of what is seen the first row and the first column stored are,
/// as Exif numbers it, from 1 to 8.
#[derive(Debug, Copy, Clone, Eq, PartialEq)]
pub struct Orientation(u8);

impl Default for Orientation {
    fn default() -> Self {
        Self::AS_STORED
    }
}

impl Orientation {
    /// Seen as it is stored.
    pub const AS_STORED: Self = Self(1);

    /// The orientation of a number; `None` for a number that is none.
    pub fn new(number: u8) -> Option<Self> {
        (1..=8).contains(&number).then_some(Self(number))
    }

    /// The number, from 1 to 8.
    pub fn number(self) -> u8 {
        self.0
    }

    /// The orientation that a JPEG file notes; as stored when it notes none that can be read.
    pub fn of_jpeg(bytes: &[u8]) -> Self {
        segments(bytes).find_map(in_segment).unwrap_or_default()
    }
}

/// The contents of the APP1 segments before a JPEG file's picture data, up to the first damage
/// (ITU-T T.81, B.1).
fn segments(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    let mut rest = bytes;
    std::iter::from_fn(move || {
        loop {
            let [0xff, kind, after @ ..] = rest else {
                return None;
            };
            match kind {
                // Fill bytes, and markers without content.
                0xff => rest = rest.get(1..)?,
                0x01 | 0xd0..=0xd8 => rest = after,
                // The picture's data: all headers were before it.
                0xda => return None,
                _ => {
                    let &[high, low, ..] = after else {
                        return None;
                    };
                    let (segment, next) =
                        after.split_at_checked(usize::from(u16::from_be_bytes([high, low])))?;
                    rest = next;
                    if *kind == 0xe1 {
                        return segment.get(2..);
                    }
                }
            }
        }
    })
}

/// The orientation in an APP1 segment; none when it is no Exif or a damaged one.
fn in_segment(segment: &[u8]) -> Option<Orientation> {
    const ORIENTATION: u16 = 0x0112;
    const SHORT: u16 = 3;
    let tiff = segment.strip_prefix(b"Exif\0\0")?;
    let little = match tiff.get(..4)? {
        [b'I', b'I', 42, 0] => true,
        [b'M', b'M', 0, 42] => false,
        _ => return None,
    };
    let short = |at: usize| {
        let bytes = *tiff.get(at..)?.first_chunk::<2>()?;
        Some(if little {
            u16::from_le_bytes(bytes)
        } else {
            u16::from_be_bytes(bytes)
        })
    };
    let long = |at: usize| {
        let bytes = *tiff.get(at..)?.first_chunk::<4>()?;
        let number = if little {
            u32::from_le_bytes(bytes)
        } else {
            u32::from_be_bytes(bytes)
        };
        usize::try_from(number).ok()
    };
    let directory = long(4)?;
    let first = directory.checked_add(2)?;
    for entry in 0..usize::from(short(directory)?) {
        let at = first.checked_add(entry * 12)?;
        if short(at)? == ORIENTATION && short(at.checked_add(2)?)? == SHORT {
            let number = u8::try_from(short(at.checked_add(8)?)?).ok()?;
            return Orientation::new(number);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A JPEG file up to its picture data, with an Exif segment that tells an orientation as the
    /// second of two entries.
    fn jpeg(number: u16, little: bool) -> Vec<u8> {
        let short = |value: u16| {
            if little {
                value.to_le_bytes()
            } else {
                value.to_be_bytes()
            }
        };
        let long = |value: u32| {
            if little {
                value.to_le_bytes()
            } else {
                value.to_be_bytes()
            }
        };
        let mut exif = b"Exif\0\0".to_vec();
        exif.extend(if little { b"II" } else { b"MM" });
        exif.extend(short(42));
        exif.extend(long(8));
        exif.extend(short(2));
        for (tag, value) in [(0x0100, 7), (0x0112, number)] {
            exif.extend(short(tag));
            exif.extend(short(3));
            exif.extend(long(1));
            exif.extend(short(value));
            exif.extend([0, 0]);
        }
        let mut out = b"\xff\xd8\xff\xe0\0\x04ab\xff\xff\xe1".to_vec();
        let length = u16::try_from(exif.len() + 2).expect("small");
        out.extend(length.to_be_bytes());
        out.extend(exif);
        out.extend(b"\xff\xda\0\x02");
        out
    }

    #[test]
    fn orientations_are_read_in_both_byte_orders() {
        for little in [false, true] {
            for number in 1..=8 {
                let found = Orientation::of_jpeg(&jpeg(number.into(), little));
                assert_eq!(found.number(), number);
            }
            for none in [0, 9, 0x0106] {
                let found = Orientation::of_jpeg(&jpeg(none, little));
                assert_eq!(found, Orientation::AS_STORED);
            }
        }
    }

    #[test]
    fn what_is_cut_short_or_no_exif_says_nothing() {
        let whole = jpeg(6, true);
        for end in 0..whole.len() - 4 {
            let found = Orientation::of_jpeg(&whole[..end]);
            assert_eq!(found, Orientation::AS_STORED, "{end}");
        }
        let mut far = whole.clone();
        far[23..27].copy_from_slice(&[0xff; 4]);
        assert_ne!(far, whole);
        assert_eq!(Orientation::of_jpeg(&far), Orientation::AS_STORED);
        let other = b"\xff\xd8\xff\xe1\0\x1fhttp://ns.adobe.com/xap/1.0/\0";
        for bytes in [&b""[..], b"\x89PNG", other] {
            assert_eq!(Orientation::of_jpeg(bytes), Orientation::AS_STORED);
        }
    }

    #[test]
    fn only_eight_numbers_are_orientations() {
        let all = (0..=u8::MAX).filter_map(Orientation::new);
        assert!(all.map(Orientation::number).eq(1..=8));
    }
}

//! Which way up a photograph lies, as the camera noted it.
//!
//! Cameras store the pixels as the sensor lies and note the turn beside them (Exif 2.32, tag
//! 0x0112). Word shows the pixels as they are stored.

/// The marks of an Exif segment, before its own header (JEITA CP-3451, 4.7.2).
const EXIF: &[u8] = b"Exif\0\0";
const ORIENTATION: u16 = 0x0112;
/// No camera writes more entries into a directory.
const MOST_ENTRIES: u16 = 512;

/// Whether a JPEG is to be turned or mirrored before it is shown; `false` where it says nothing
/// that can be read.
pub(crate) fn is_turned(jpeg: &[u8]) -> bool {
    let mut rest = jpeg.strip_prefix(b"\xff\xd8").unwrap_or_default();
    // Segments: a mark, its length in two bytes that count themselves, and the content.
    while let [0xff, mark, high, low, after @ ..] = rest {
        let length = usize::from(u16::from_be_bytes([*high, *low]));
        let Some((segment, next)) = length
            .checked_sub(2)
            .and_then(|length| after.split_at_checked(length))
        else {
            return false;
        };
        match mark {
            // The picture itself begins.
            0xda => return false,
            0xe1 => {
                if let Some(tiff) = segment.strip_prefix(EXIF) {
                    return orientation(tiff).is_some_and(|it| (2..=8).contains(&it));
                }
            }
            _ => {}
        }
        rest = next;
    }
    false
}

/// The orientation in the first directory of a TIFF header (TIFF 6.0, section 2).
fn orientation(tiff: &[u8]) -> Option<u16> {
    let little = match tiff.get(..2)? {
        b"II" => true,
        b"MM" => false,
        _ => return None,
    };
    let short = |at: usize| {
        let bytes = tiff.get(at..at.checked_add(2)?)?.try_into().ok()?;
        Some(if little {
            u16::from_le_bytes(bytes)
        } else {
            u16::from_be_bytes(bytes)
        })
    };
    let long = |at: usize| {
        let bytes = tiff.get(at..at.checked_add(4)?)?.try_into().ok()?;
        let number = if little {
            u32::from_le_bytes(bytes)
        } else {
            u32::from_be_bytes(bytes)
        };
        usize::try_from(number).ok()
    };
    let directory = long(4)?;
    let count = short(directory)?.min(MOST_ENTRIES);
    (0..usize::from(count)).find_map(|index| {
        let entry = directory.checked_add(2 + index * 12)?;
        (short(entry)? == ORIENTATION).then(|| short(entry + 8))?
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn jpeg(little: bool, turn: u16) -> Vec<u8> {
        let short = |it: u16| {
            if little {
                it.to_le_bytes()
            } else {
                it.to_be_bytes()
            }
        };
        let long = |it: u32| {
            if little {
                it.to_le_bytes()
            } else {
                it.to_be_bytes()
            }
        };
        let mut tiff = if little {
            b"II".to_vec()
        } else {
            b"MM".to_vec()
        };
        tiff.extend(short(42));
        tiff.extend(long(8));
        tiff.extend(short(2));
        for (tag, value) in [(0x0100, 7), (ORIENTATION, turn)] {
            tiff.extend(short(tag));
            tiff.extend(short(3));
            tiff.extend(long(1));
            tiff.extend(short(value));
            tiff.extend([0, 0]);
        }
        let mut out = b"\xff\xd8\xff\xe0\0\x04ab\xff\xe1".to_vec();
        let length = u16::try_from(tiff.len() + EXIF.len() + 2).expect("small");
        out.extend(length.to_be_bytes());
        out.extend(EXIF);
        out.extend(tiff);
        out.extend(b"\xff\xda\0\x02");
        out
    }

    #[test]
    fn turns_are_found_in_both_byte_orders() {
        for little in [true, false] {
            assert!(!is_turned(&jpeg(little, 1)));
            assert!(is_turned(&jpeg(little, 6)));
            assert!(is_turned(&jpeg(little, 2)));
            assert!(!is_turned(&jpeg(little, 99)));
        }
    }

    #[test]
    fn whatever_is_cut_short_says_nothing() {
        let whole = jpeg(true, 6);
        for length in 0..whole.len() - 18 {
            assert!(!is_turned(&whole[..length]), "{length}");
        }
        assert!(!is_turned(b"\x89PNG"));
    }
}

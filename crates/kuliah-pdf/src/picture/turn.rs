//! How a camera was held: the orientation that EXIF tells (CIPA DC-008, 4.6.4), which PDF readers
//! do not look for.

use crate::page::Area;

/// An orientation, as EXIF numbers it.
#[derive(Debug, Copy, Clone, Eq, PartialEq)]
pub(crate) struct Turn(u8);

impl Default for Turn {
    fn default() -> Self {
        Self(1)
    }
}

impl Turn {
    /// Width and height as seen, of those as stored.
    pub(crate) fn size(self, width: u32, height: u32) -> [u32; 2] {
        if self.0 >= 5 {
            [height, width]
        } else {
            [width, height]
        }
    }

    /// The matrix that fills an area with the picture, turned.
    pub(crate) fn placed(self, area: Area) -> [f32; 6] {
        let (wide, high) = (area.right - area.left, area.top - area.bottom);
        let scales = [wide, high, wide, high, wide, high];
        let shifts = [0.0, 0.0, 0.0, 0.0, area.left, area.bottom];
        let mut out = self.matrix();
        for ((it, scale), shift) in out.iter_mut().zip(scales).zip(shifts) {
            *it = *it * scale + shift;
        }
        out
    }

    /// The matrix that turns the unit square within itself (ISO 32000-1, 8.3.4); its own upper
    /// edge is that of the first row stored.
    fn matrix(self) -> [f32; 6] {
        match self.0 {
            // First row at the top, first column at the right, and so on through the standard's
            // table.
            2 => [-1.0, 0.0, 0.0, 1.0, 1.0, 0.0],
            3 => [-1.0, 0.0, 0.0, -1.0, 1.0, 1.0],
            4 => [1.0, 0.0, 0.0, -1.0, 0.0, 1.0],
            5 => [0.0, -1.0, -1.0, 0.0, 1.0, 1.0],
            6 => [0.0, -1.0, 1.0, 0.0, 0.0, 1.0],
            7 => [0.0, 1.0, 1.0, 0.0, 0.0, 0.0],
            8 => [0.0, 1.0, -1.0, 0.0, 1.0, 0.0],
            _ => [1.0, 0.0, 0.0, 1.0, 0.0, 0.0],
        }
    }
}

/// Finds the orientation in an APP1 segment; none when it is no EXIF or a damaged one.
pub(crate) fn exif(segment: &[u8]) -> Option<Turn> {
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
        usize::try_from(if little {
            u32::from_le_bytes(bytes)
        } else {
            u32::from_be_bytes(bytes)
        })
        .ok()
    };
    let directory = long(4)?;
    let first = directory.checked_add(2)?;
    for entry in 0..usize::from(short(directory)?) {
        let at = first.checked_add(entry * 12)?;
        if short(at)? == ORIENTATION && short(at.checked_add(2)?)? == SHORT {
            let value = u8::try_from(short(at.checked_add(8)?)?).ok()?;
            return (1..=8).contains(&value).then_some(Turn(value));
        }
    }
    None
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// An EXIF segment that says nothing but an orientation.
    pub(crate) fn segment(value: u8, little: bool) -> Vec<u8> {
        let mut out = b"Exif\0\0".to_vec();
        let short = |value: u16| {
            if little {
                value.to_le_bytes()
            } else {
                value.to_be_bytes()
            }
        };
        out.extend(if little { b"II" } else { b"MM" });
        out.extend(short(42));
        out.extend(if little { [8, 0, 0, 0] } else { [0, 0, 0, 8] });
        out.extend(short(1));
        out.extend(short(0x0112));
        out.extend(short(3));
        out.extend(if little { [1, 0, 0, 0] } else { [0, 0, 0, 1] });
        out.extend(short(value.into()));
        out.extend([0; 6]);
        out
    }

    #[test]
    fn exif_is_read_in_both_byte_orders_and_damaged_exif_is_none() {
        for little in [false, true] {
            let bytes = segment(6, little);
            assert_eq!(exif(&bytes), Some(Turn(6)));
            // The last six bytes are not needed.
            for end in 0..bytes.len() - 6 {
                assert_eq!(exif(&bytes[..end]), None, "{end}");
            }
            assert_eq!(exif(&segment(9, little)), None);
        }
        assert_eq!(exif(b"http://ns.adobe.com/xap/1.0/\0"), None);
        let mut far = segment(6, true);
        far[10..14].copy_from_slice(&[0xff; 4]);
        assert_eq!(exif(&far), None);
    }

    /// Where the first row and column stored are seen, by the standard's table.
    #[test]
    fn every_turn_puts_the_corner_where_the_standard_has_it() {
        // In the unit square of a picture the first row is at the top, the first column left.
        let stored = [(0.0, 1.0), (1.0, 1.0), (0.0, 0.0)];
        // Where the first pixel, the end of the first row and that of the first column are seen.
        let seen = [
            [(0.0, 1.0), (1.0, 1.0), (0.0, 0.0)],
            [(1.0, 1.0), (0.0, 1.0), (1.0, 0.0)],
            [(1.0, 0.0), (0.0, 0.0), (1.0, 1.0)],
            [(0.0, 0.0), (1.0, 0.0), (0.0, 1.0)],
            [(0.0, 1.0), (0.0, 0.0), (1.0, 1.0)],
            [(1.0, 1.0), (1.0, 0.0), (0.0, 1.0)],
            [(1.0, 0.0), (1.0, 1.0), (0.0, 0.0)],
            [(0.0, 0.0), (0.0, 1.0), (1.0, 0.0)],
        ];
        for (value, want) in (1..=8).zip(seen) {
            let area = Area {
                left: 0.0,
                bottom: 0.0,
                right: 1.0,
                top: 1.0,
            };
            let matrix = Turn(value).placed(area);
            let found = stored.map(|(x, y): (f32, f32)| {
                let part = |at: usize| matrix[at] * x + matrix[at + 2] * y + matrix[at + 4];
                (part(0), part(1))
            });
            assert_eq!(found, want, "{value}");
        }
        assert_eq!(Turn(5).size(3, 2), [2, 3]);
        assert_eq!(Turn(4).size(3, 2), [3, 2]);
    }
}

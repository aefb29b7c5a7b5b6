//! How a picture is to be turned: PDF readers do not look for what the camera noted in it.

use kuliah_doc::image::Orientation;

use crate::page::Area;

/// A turn in quarters, mirrored or not.
#[derive(Debug, Copy, Clone, Default, Eq, PartialEq)]
pub(crate) struct Turn(pub Orientation);

impl Turn {
    /// Width and height as seen, of those as stored.
    pub(crate) fn size(self, width: u32, height: u32) -> [u32; 2] {
        if self.0.number() >= 5 {
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
        match self.0.number() {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn turn(number: u8) -> Turn {
        Turn(Orientation::new(number).expect("one of eight"))
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
            let matrix = turn(value).placed(area);
            let found = stored.map(|(x, y): (f32, f32)| {
                let part = |at: usize| matrix[at] * x + matrix[at + 2] * y + matrix[at + 4];
                (part(0), part(1))
            });
            assert_eq!(found, want, "{value}");
        }
        assert_eq!(turn(5).size(3, 2), [2, 3]);
        assert_eq!(turn(4).size(3, 2), [3, 2]);
    }
}

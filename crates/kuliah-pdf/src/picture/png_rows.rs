//! PNG into what a PDF holds, row by row, so that no more than a few rows are in memory at once.

use std::io::{Cursor, Write as _};

use flate2::Compression;
use flate2::write::ZlibEncoder;
use kuliah_doc::AssetError;

use super::turn::Turn;
use super::{Data, Image, unreadable};

/// Decodes a PNG into grey or sRGB and, where it is not opaque, an alpha channel.
pub(super) fn png(bytes: &[u8]) -> Result<Image, AssetError> {
    let fail = |error: png::DecodingError| unreadable(error.to_string());
    let mut decoder = png::Decoder::new(Cursor::new(bytes));
    decoder.set_transformations(png::Transformations::EXPAND | png::Transformations::STRIP_16);
    let mut reader = decoder.read_info().map_err(fail)?;
    let (width, height) = reader.info().size();
    let (components, has_alpha) = match reader.output_color_type().0 {
        png::ColorType::Grayscale => (1, false),
        png::ColorType::GrayscaleAlpha => (1, true),
        png::ColorType::Rgb | png::ColorType::Indexed => (3, false),
        png::ColorType::Rgba => (3, true),
    };
    let mut planes = Planes::new(width as usize, components, has_alpha);
    if reader.info().interlaced {
        // Its rows come in seven passes, so that only the whole picture has them in order.
        let size = reader
            .output_buffer_size()
            .ok_or_else(|| unreadable("too large"))?;
        let mut samples = vec![0; size];
        let frame = reader.next_frame(&mut samples).map_err(fail)?;
        samples.truncate(frame.buffer_size());
        for row in samples.chunks_exact(frame.line_size.max(1)) {
            planes.add(row)?;
        }
    } else {
        while let Some(row) = reader.next_row().map_err(fail)? {
            planes.add(row.data())?;
        }
    }
    let (colours, alpha) = planes.finish()?;
    Ok(Image {
        width,
        height,
        turn: Turn::default(),
        components: if components == 1 { 1 } else { 3 },
        data: Data::Deflated(colours),
        alpha,
    })
}

/// The colours of a picture and its alpha channel, each packed by itself.
struct Planes {
    components: usize,
    colours: Packer,
    alpha: Option<Packer>,
    is_opaque: bool,
    colours_of_row: Vec<u8>,
    alpha_of_row: Vec<u8>,
}

impl Planes {
    fn new(width: usize, components: usize, has_alpha: bool) -> Self {
        Self {
            components,
            colours: Packer::new(width * components, components),
            alpha: has_alpha.then(|| Packer::new(width, 1)),
            is_opaque: true,
            colours_of_row: Vec::new(),
            alpha_of_row: Vec::new(),
        }
    }

    fn add(&mut self, row: &[u8]) -> Result<(), AssetError> {
        let Some(alpha) = &mut self.alpha else {
            return self.colours.add(row);
        };
        self.colours_of_row.clear();
        self.alpha_of_row.clear();
        for pixel in row.chunks_exact(self.components + 1) {
            if let Some((last, rest)) = pixel.split_last() {
                self.colours_of_row.extend_from_slice(rest);
                self.alpha_of_row.push(*last);
            }
        }
        self.is_opaque &= self.alpha_of_row.iter().all(|it| *it == 255);
        self.colours.add(&self.colours_of_row)?;
        alpha.add(&self.alpha_of_row)
    }

    /// The streams; none for the alpha channel when every pixel is opaque.
    fn finish(self) -> Result<(Vec<u8>, Option<Vec<u8>>), AssetError> {
        let alpha = self.alpha.filter(|_| !self.is_opaque);
        let alpha = alpha.map(Packer::finish).transpose()?;
        Ok((self.colours.finish()?, alpha))
    }
}

/// Filters rows as PNG does (section 9 of its specification) and deflates them.
struct Packer {
    encoder: ZlibEncoder<Vec<u8>>,
    /// Bytes from a sample to the same one of the next pixel.
    step: usize,
    above: Vec<u8>,
    candidates: [Vec<u8>; 3],
}

impl Packer {
    fn new(row: usize, step: usize) -> Self {
        Self {
            encoder: ZlibEncoder::new(Vec::new(), Compression::new(6)),
            step,
            above: vec![0; row],
            candidates: [(); 3].map(|()| Vec::with_capacity(row + 1)),
        }
    }

    fn add(&mut self, row: &[u8]) -> Result<(), AssetError> {
        let kinds = [1, 2, 4];
        for (kind, out) in kinds.into_iter().zip(&mut self.candidates) {
            out.clear();
            out.push(kind);
            filter(kind, row, &self.above, self.step, out);
        }
        // The filter with the least sum is most often the one that deflates best.
        let best = self.candidates.iter().min_by_key(|it| weight(it));
        if let Some(best) = best {
            self.encoder
                .write_all(best)
                .map_err(|it| unreadable(it.to_string()))?;
        }
        self.above.clear();
        self.above.extend_from_slice(row);
        Ok(())
    }

    fn finish(self) -> Result<Vec<u8>, AssetError> {
        self.encoder
            .finish()
            .map_err(|it| unreadable(it.to_string()))
    }
}

fn weight(row: &[u8]) -> u64 {
    let distances = row
        .iter()
        .skip(1)
        .map(|&it| u64::from(it.min(it.wrapping_neg())));
    distances.sum()
}

/// Adds a filtered row: 1 is left, 2 above, 4 the better of left, above and their corner.
fn filter(kind: u8, row: &[u8], above: &[u8], step: usize, out: &mut Vec<u8>) {
    let less = |(sample, guess): (&u8, &u8)| sample.wrapping_sub(*guess);
    let behind = row.iter().skip(step);
    match kind {
        1 => {
            out.extend(row.iter().take(step));
            out.extend(behind.zip(row).map(less));
        }
        2 => out.extend(row.iter().zip(above).map(less)),
        _ => {
            // In the first pixel only the one above is known.
            out.extend(row.iter().zip(above).take(step).map(less));
            let around = row.iter().zip(above.iter().skip(step)).zip(above);
            out.extend(behind.zip(around).map(|(sample, ((left, above), corner))| {
                sample.wrapping_sub(paeth(*left, *above, *corner))
            }));
        }
    }
}

pub(super) fn paeth(left: u8, above: u8, corner: u8) -> u8 {
    let [a, b, c] = [left, above, corner].map(i16::from);
    let guess = a + b - c;
    let (da, db, dc) = ((guess - a).abs(), (guess - b).abs(), (guess - c).abs());
    if da <= db && da <= dc {
        left
    } else if db <= dc {
        above
    } else {
        corner
    }
}

//! Pictures into the streams a PDF holds: PNG is decoded and packed anew, JPEG goes in as it is.

mod png_rows;
pub(crate) mod turn;

use std::collections::BTreeMap;

use kuliah_doc::image::{self, ImageFormat, Orientation};
use kuliah_doc::{AssetError, AssetPath, Assets, ExportError};

use self::turn::Turn;
use crate::page::PictureId;

/// The most pixels a picture may have that must be decoded: 64 MiB as RGBA.
const MAX_DECODED: u64 = 16_000_000;

/// How the samples of an image are packed.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Data {
    /// A whole JPEG file.
    Jpeg(Vec<u8>),
    /// Rows with PNG's filters, deflated.
    Deflated(Vec<u8>),
}

/// An image of 8 bits a sample.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Image {
    pub width: u32,
    pub height: u32,
    /// How its rows and columns are to be turned before it is seen.
    pub turn: Turn,
    /// Samples a pixel: 1 is grey, 3 is sRGB.
    pub components: u8,
    pub data: Data,
    /// How opaque each pixel is, packed as [`Data::Deflated`]; `None` when all are.
    pub alpha: Option<Vec<u8>>,
}

/// Why a sound picture cannot be shown.
#[derive(Debug, Copy, Clone, Eq, PartialEq)]
pub(crate) enum NotShown {
    /// Four colours, made for printing presses; PDF/A with an sRGB intent forbids them.
    FourColours,
    /// A rare way of coding JPEG that PDF does not know.
    Coding,
}

impl NotShown {
    /// The key of its message.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Self::FourColours => "export/not-shown",
            Self::Coding => "export/not-shown.coding",
        }
    }
}

/// A picture of the document.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Picture {
    pub image: Result<Image, NotShown>,
}

/// All pictures, each file once.
#[derive(Debug, Default)]
pub(crate) struct Pictures {
    known: BTreeMap<AssetPath, PictureId>,
    pictures: Vec<Picture>,
}

impl Pictures {
    /// Reads a picture.
    ///
    /// # Errors
    ///
    /// [`ExportError::Asset`] when the file cannot be had or is no sound picture.
    pub(crate) fn add(
        &mut self,
        path: &AssetPath,
        assets: &dyn Assets,
    ) -> Result<PictureId, ExportError> {
        if let Some(&id) = self.known.get(path) {
            return Ok(id);
        }
        let fail = |source| ExportError::Asset {
            path: path.clone(),
            source,
        };
        let bytes = assets.read(path).map_err(fail)?;
        let image = read(&bytes).map_err(fail)?;
        let id = PictureId(self.pictures.len());
        self.pictures.push(Picture { image });
        self.known.insert(path.clone(), id);
        Ok(id)
    }

    pub(crate) fn get(&self, id: PictureId) -> Option<&Picture> {
        self.pictures.get(id.0)
    }

    /// Width and height in pixels, as it is seen; `None` when it cannot be shown.
    pub(crate) fn size(&self, id: PictureId) -> Option<[u32; 2]> {
        let image = self.get(id)?.image.as_ref().ok()?;
        Some(image.turn.size(image.width, image.height))
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (PictureId, &Picture)> {
        (0..).map(PictureId).zip(&self.pictures)
    }
}

fn unreadable(why: impl Into<String>) -> AssetError {
    AssetError::Unreadable(why.into())
}

fn read(bytes: &[u8]) -> Result<Result<Image, NotShown>, AssetError> {
    let info = image::probe(bytes).map_err(|error| unreadable(error.to_string()))?;
    match info.format {
        ImageFormat::Png => {
            if u64::from(info.width) * u64::from(info.height) > MAX_DECODED {
                return Err(unreadable("more than 16 million pixels"));
            }
            png_rows::png(bytes).map(Ok)
        }
        ImageFormat::Jpeg => jpeg(bytes),
    }
}

/// Reads the frame header of a JPEG (ITU T.81, B.2.2); the file itself is kept as it is.
fn jpeg(bytes: &[u8]) -> Result<Result<Image, NotShown>, AssetError> {
    let mut rest = bytes.get(2..).unwrap_or_default();
    let mut frame = None;
    loop {
        let [0xff, kind, after @ ..] = rest else {
            return Err(unreadable("a damaged JPEG file"));
        };
        match kind {
            // Fill bytes, and markers without content.
            0xff => rest = rest.get(1..).unwrap_or_default(),
            0x01 | 0xd0..=0xd8 => rest = after,
            // The picture's data: all headers were before it.
            0xda => break,
            _ => {
                let &[high, low, ..] = after else {
                    return Err(unreadable("a damaged JPEG file"));
                };
                let length = usize::from(u16::from_be_bytes([high, low]));
                let segment = after.get(2..length);
                let segment = segment.ok_or_else(|| unreadable("a damaged JPEG file"))?;
                if matches!(kind, 0xc0..=0xc3 | 0xc5..=0xc7 | 0xc9..=0xcb | 0xcd..=0xcf) {
                    frame = Some((*kind, segment));
                }
                rest = after.get(length..).unwrap_or_default();
            }
        }
    }
    let Some((kind, &[bits, y1, y0, x1, x0, components, ..])) = frame else {
        return Err(unreadable("a JPEG file without a frame"));
    };
    // Baseline, extended and progressive, all of 8 bits, are what every reader decodes.
    if !matches!(kind, 0xc0..=0xc2) || bits != 8 {
        return Ok(Err(NotShown::Coding));
    }
    match components {
        1 | 3 => Ok(Ok(Image {
            width: u32::from(u16::from_be_bytes([x1, x0])),
            height: u32::from(u16::from_be_bytes([y1, y0])),
            turn: Turn(Orientation::of_jpeg(bytes)),
            components,
            data: Data::Jpeg(bytes.to_vec()),
            alpha: None,
        })),
        4 => Ok(Err(NotShown::FourColours)),
        _ => Ok(Err(NotShown::Coding)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    fn encode(width: u32, colour: png::ColorType, depth: png::BitDepth, data: &[u8]) -> Vec<u8> {
        let mut out = Vec::new();
        let mut encoder = png::Encoder::new(&mut out, width, 2);
        encoder.set_color(colour);
        encoder.set_depth(depth);
        if colour == png::ColorType::Indexed {
            encoder.set_palette(vec![255, 0, 0, 0, 0, 255]);
        }
        let mut writer = encoder.write_header().expect("header");
        writer.write_image_data(data).expect("data");
        drop(writer);
        out
    }

    /// Undoes the packing, filter by filter.
    fn unpack(data: &[u8], row: usize, step: usize) -> Vec<u8> {
        let mut rows = Vec::new();
        flate2::read::ZlibDecoder::new(data)
            .read_to_end(&mut rows)
            .expect("zlib");
        let mut out: Vec<u8> = Vec::new();
        let mut above = vec![0_u8; row];
        for packed in rows.chunks_exact(row + 1) {
            let mut now = vec![0_u8; row];
            for at in 0..row {
                let left = if at < step { 0 } else { now[at - step] };
                let corner = if at < step { 0 } else { above[at - step] };
                let guess = match packed[0] {
                    1 => left,
                    2 => above[at],
                    4 => png_rows::paeth(left, above[at], corner),
                    kind => panic!("filter {kind}"),
                };
                now[at] = packed[at + 1].wrapping_add(guess);
            }
            out.extend(&now);
            above = now;
        }
        out
    }

    fn shown(bytes: &[u8]) -> Image {
        read(bytes).expect("readable").expect("shown")
    }

    fn samples(image: &Image) -> Vec<u8> {
        let components = usize::from(image.components);
        match &image.data {
            Data::Deflated(data) => unpack(data, image.width as usize * components, components),
            Data::Jpeg(_) => panic!("no JPEG"),
        }
    }

    #[test]
    fn grey_palette_and_16_bits_become_8_bits_a_sample() {
        let grey = shown(&encode(
            2,
            png::ColorType::Grayscale,
            png::BitDepth::Eight,
            &[1, 2, 3, 250],
        ));
        assert_eq!((grey.components, samples(&grey)), (1, vec![1, 2, 3, 250]));
        let palette = shown(&encode(
            2,
            png::ColorType::Indexed,
            png::BitDepth::One,
            &[0x40, 0x80],
        ));
        assert_eq!(
            samples(&palette),
            [255, 0, 0, 0, 0, 255, 0, 0, 255, 255, 0, 0]
        );
        let deep = shown(&encode(
            1,
            png::ColorType::Grayscale,
            png::BitDepth::Sixteen,
            &[9, 1, 8, 2],
        ));
        assert_eq!(samples(&deep), [9, 8]);
    }

    #[test]
    fn alpha_becomes_a_mask_unless_everything_is_opaque() {
        let rgba = |alpha| [10, 20, 30, alpha, 40, 50, 60, 255];
        let clear = shown(&encode(
            1,
            png::ColorType::Rgba,
            png::BitDepth::Eight,
            &rgba(7),
        ));
        assert_eq!(samples(&clear), [10, 20, 30, 40, 50, 60]);
        assert_eq!(
            unpack(clear.alpha.as_deref().expect("a mask"), 1, 1),
            [7, 255]
        );
        let opaque = shown(&encode(
            1,
            png::ColorType::Rgba,
            png::BitDepth::Eight,
            &rgba(255),
        ));
        assert_eq!(opaque.alpha, None);
    }

    fn jpeg_head(kind: u8, components: u8) -> Vec<u8> {
        let mut bytes = vec![
            0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, kind, 0, 17, 8, 0, 4, 0, 5,
        ];
        bytes.push(components);
        bytes.extend([0; 9]);
        bytes.extend([0xff, 0xda, 0, 2]);
        bytes
    }

    #[test]
    fn jpeg_goes_in_whole_but_not_with_four_colours_or_rare_coding() {
        let bytes = jpeg_head(0xc0, 3);
        let image = shown(&bytes);
        assert_eq!((image.width, image.height, image.components), (5, 4, 3));
        assert_eq!(image.data, Data::Jpeg(bytes));
        assert_eq!(read(&jpeg_head(0xc2, 4)), Ok(Err(NotShown::FourColours)));
        assert_eq!(read(&jpeg_head(0xc9, 3)), Ok(Err(NotShown::Coding)));
    }

    #[test]
    fn a_photograph_is_as_wide_as_it_is_seen() {
        let mut bytes = jpeg_head(0xc0, 3);
        let exif = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0";
        let length = u16::try_from(exif.len() + 2).expect("short").to_be_bytes();
        let segment = [&[0xff, 0xe1][..], &length, exif].concat();
        bytes.splice(2..2, segment);
        let files = BTreeMap::from([("a.jpg".to_owned(), bytes)]);
        let mut pictures = Pictures::default();
        let path = AssetPath::new("a.jpg").expect("safe");
        let id = pictures.add(&path, &files).expect("read");
        assert_eq!(pictures.size(id), Some([4, 5]));
    }

    #[test]
    fn damaged_files_are_refused() {
        let mut png = encode(
            2,
            png::ColorType::Grayscale,
            png::BitDepth::Eight,
            &[1, 2, 3, 4],
        );
        png.truncate(png.len() - 20);
        assert!(matches!(read(&png), Err(AssetError::Unreadable(_))));
        let jpeg = jpeg_head(0xc0, 3);
        assert!(matches!(
            read(&jpeg[..jpeg.len() - 8]),
            Err(AssetError::Unreadable(_))
        ));
        assert!(matches!(
            read(b"no picture"),
            Err(AssetError::Unreadable(_))
        ));
    }
}

//! What a picture is, read from its first bytes, and whether all of it can be read.

mod orientation;

pub use self::orientation::Orientation;

use std::fmt;
use std::io::Cursor;

/// The picture formats every exporter shows.
#[derive(Debug, Copy, Clone, Eq, PartialEq)]
pub enum ImageFormat {
    /// PNG.
    Png,
    /// JPEG.
    Jpeg,
}

impl ImageFormat {
    /// The usual file extension: `png`, `jpeg`.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Jpeg => "jpeg",
        }
    }
}

/// Format and size of a picture.
#[derive(Debug, Copy, Clone, Eq, PartialEq)]
pub struct ImageInfo {
    /// The format, by content and not by name.
    pub format: ImageFormat,
    /// Width in pixels, from 1.
    pub width: u32,
    /// Height in pixels, from 1.
    pub height: u32,
}

/// The most pixels a picture may have.
pub const MAX_PIXELS: u64 = 40_000_000;

/// The most pixels of a PNG, which exporters decode: 64 MiB at four bytes a pixel.
pub const MAX_DECODED_PIXELS: u64 = 16_000_000;

/// Why a picture cannot be used.
#[derive(Debug, Copy, Clone, Eq, PartialEq)]
#[non_exhaustive]
pub enum ImageError {
    /// Neither PNG nor JPEG.
    Format,
    /// The header is broken or cut short.
    Header,
    /// More than [`MAX_PIXELS`], or none.
    Pixels,
    /// A PNG of more than [`MAX_DECODED_PIXELS`].
    Decoded,
    /// The header is sound, and what follows is broken or cut short.
    Data,
}

impl fmt::Display for ImageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Format => f.write_str("neither a PNG nor a JPEG picture"),
            Self::Header => f.write_str("the picture's header is broken"),
            Self::Decoded => write!(f, "more than {MAX_DECODED_PIXELS} pixels in a PNG"),
            Self::Data => f.write_str("the picture is broken behind its header"),
            Self::Pixels => write!(f, "more than {MAX_PIXELS} pixels, or none"),
        }
    }
}

impl std::error::Error for ImageError {}

/// Reads format and size from the header; no pixel is decoded.
///
/// # Errors
///
/// See [`ImageError`].
pub fn probe(bytes: &[u8]) -> Result<ImageInfo, ImageError> {
    let format = match imagesize::image_type(bytes) {
        Ok(imagesize::ImageType::Png) => ImageFormat::Png,
        Ok(imagesize::ImageType::Jpeg) => ImageFormat::Jpeg,
        _ => return Err(ImageError::Format),
    };
    let size = imagesize::blob_size(bytes).map_err(|_| ImageError::Header)?;
    let narrow = |it: usize| u32::try_from(it).map_err(|_| ImageError::Pixels);
    let (width, height) = (narrow(size.width)?, narrow(size.height)?);
    let pixels = u64::from(width) * u64::from(height);
    if pixels == 0 || pixels > MAX_PIXELS {
        return Err(ImageError::Pixels);
    }
    Ok(ImageInfo {
        format,
        width,
        height,
    })
}

/// Like [`probe`], and reads a PNG to its end, a row at a time.
///
/// Exporters decode pictures; what one of them would stumble over must be said when a course is
/// checked. JPEG is passed on as it is.
///
/// # Errors
///
/// See [`ImageError`].
pub fn verify(bytes: &[u8]) -> Result<ImageInfo, ImageError> {
    let info = probe(bytes)?;
    if info.format == ImageFormat::Png {
        if u64::from(info.width) * u64::from(info.height) > MAX_DECODED_PIXELS {
            return Err(ImageError::Decoded);
        }
        read_rows(bytes).map_err(|_| ImageError::Data)?;
    }
    Ok(info)
}

fn read_rows(bytes: &[u8]) -> Result<(), png::DecodingError> {
    let mut decoder = png::Decoder::new(Cursor::new(bytes));
    // As exporters read it: a palette that is missing is noticed when it is used.
    decoder.set_transformations(png::Transformations::EXPAND);
    let mut reader = decoder.read_info()?;
    while reader.next_row()?.is_some() {}
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn png(width: u32, height: u32) -> Vec<u8> {
        let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec();
        bytes.extend(width.to_be_bytes());
        bytes.extend(height.to_be_bytes());
        bytes.extend([8, 2, 0, 0, 0, 0, 0, 0, 0]);
        bytes
    }

    #[test]
    fn the_size_comes_from_the_header() {
        let info = probe(&png(640, 480)).expect("a picture");
        assert_eq!(
            (info.format, info.width, info.height),
            (ImageFormat::Png, 640, 480)
        );
    }

    fn encoded(rows: u32) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut encoder = png::Encoder::new(&mut bytes, 16, rows);
        encoder.set_color(png::ColorType::Rgb);
        let mut writer = encoder.write_header().expect("a header");
        let samples: Vec<u8> = (0..48 * rows).map(|it| (it % 251) as u8).collect();
        writer.write_image_data(&samples).expect("rows");
        writer.finish().expect("an end");
        bytes
    }

    #[test]
    fn a_picture_is_read_to_its_end() {
        let whole = encoded(64);
        assert_eq!(verify(&whole).map(|it| it.height), Ok(64));
        let cut = whole.get(..whole.len() / 2).expect("long");
        assert!(probe(cut).is_ok());
        assert_eq!(verify(cut), Err(ImageError::Data));
        let mut bent = whole.clone();
        let middle = bent.len() / 2;
        bent[middle] ^= 0x55;
        assert_eq!(verify(&bent), Err(ImageError::Data));
        assert_eq!(verify(&png(640, 480)), Err(ImageError::Data));
        assert_eq!(verify(&png(5_000, 5_000)), Err(ImageError::Decoded));
    }

    #[test]
    fn what_cannot_be_used_is_refused_undecoded() {
        assert_eq!(probe(b"<svg/>"), Err(ImageError::Format));
        assert_eq!(probe(b""), Err(ImageError::Format));
        assert_eq!(probe(&png(100_000, 100_000)), Err(ImageError::Pixels));
        assert_eq!(probe(&png(0, 5)), Err(ImageError::Pixels));
        assert_eq!(
            probe(png(1, 1).get(..18).expect("long")),
            Err(ImageError::Header)
        );
    }
}

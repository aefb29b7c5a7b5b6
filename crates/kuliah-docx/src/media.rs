//! The pictures of a document: read once, kept once.

use std::collections::BTreeMap;

use kuliah_doc::image::{self, ImageFormat, ImageInfo, Orientation};
use kuliah_doc::{AssetError, AssetPath, Assets, ExportError};

/// A picture file of the package.
#[derive(Debug)]
pub(crate) struct Picture {
    /// The bytes as the author gave them.
    pub(crate) bytes: Vec<u8>,
    /// Format and size.
    pub(crate) info: ImageInfo,
}

/// The pictures of a document in order of first use, equal ones once.
#[derive(Debug, Default)]
pub(crate) struct Media {
    pictures: Vec<Picture>,
    by_path: BTreeMap<AssetPath, usize>,
    by_content: BTreeMap<(usize, u64), Vec<usize>>,
}

impl Media {
    /// The number of a picture, from 0, and what it is.
    ///
    /// # Errors
    ///
    /// [`ExportError::Asset`] when it cannot be had, or is neither PNG nor JPEG of
    /// a size that can be used.
    pub(crate) fn add(
        &mut self,
        path: &AssetPath,
        assets: &dyn Assets,
    ) -> Result<(usize, ImageInfo), ExportError> {
        let fail = |source| ExportError::Asset {
            path: path.clone(),
            source,
        };
        if let Some(found) = self.by_path.get(path).and_then(|&index| self.known(index)) {
            return Ok(found);
        }
        let bytes = assets.read(path).map_err(fail)?;
        let info = image::probe(&bytes)
            .map_err(|error| fail(AssetError::Unreadable(error.to_string())))?;
        let print = (bytes.len(), checksum(&bytes));
        let alike = self.by_content.entry(print).or_default();
        let equal = |&&index: &&usize| {
            let known: Option<&Picture> = self.pictures.get(index);
            known.is_some_and(|picture| picture.bytes == *bytes)
        };
        let index = if let Some(&index) = alike.iter().find(equal) {
            index
        } else {
            let index = self.pictures.len();
            alike.push(index);
            self.pictures.push(Picture {
                bytes: bytes.into_owned(),
                info,
            });
            index
        };
        self.by_path.insert(path.clone(), index);
        Ok((index, info))
    }

    /// The pictures, in order of first use.
    pub(crate) fn pictures(&self) -> &[Picture] {
        &self.pictures
    }

    /// Whether a picture is a photograph that lies otherwise than it is stored.
    pub(crate) fn is_turned(&self, index: usize) -> bool {
        let picture = self.pictures.get(index);
        picture.is_some_and(|it| {
            it.info.format == ImageFormat::Jpeg
                && Orientation::of_jpeg(&it.bytes) != Orientation::AS_STORED
        })
    }

    fn known(&self, index: usize) -> Option<(usize, ImageInfo)> {
        self.pictures
            .get(index)
            .map(|picture| (index, picture.info))
    }
}

/// The file of a picture below `word/`: `media/image1.png`.
pub(crate) fn file(index: usize, picture: &Picture) -> String {
    format!(
        "media/image{}.{}",
        index + 1,
        picture.info.format.extension()
    )
}

/// Whether the package declares the type of files with that extension.
pub(crate) fn is_declared(extension: &str) -> bool {
    ["jpeg", "png"].contains(&extension)
}

/// FNV-1a of 64 bits (Fowler, Noll and Vo); equal sums are compared byte by byte.
fn checksum(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |sum, &byte| {
        (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

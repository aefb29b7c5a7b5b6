//! Streams, deflated.

use std::fmt;

use flate2::{Compress, Compression, FlushCompress, Status};
use kuliah_doc::ExportError;
use lopdf::{Object, Stream};

use crate::backend;

/// Level 6 of `zlib-rs`, which gives the same bytes on every processor.
///
/// One for all streams of a file: it takes a quarter of a megabyte, and to get that anew for
/// every stream would take longer than to deflate a short one.
pub(super) struct Deflater(Compress);

impl fmt::Debug for Deflater {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Deflater")
    }
}

impl Deflater {
    pub(super) fn new() -> Self {
        Self(Compress::new(Compression::new(6), true))
    }

    /// Deflates a stream that must come out byte for byte; see [`Deflater::deflate`] for what is
    /// wrong with a final CR. Such a one is left as it is.
    pub(super) fn deflate_exactly(&mut self, stream: &mut Stream) -> Result<(), ExportError> {
        let packed = self.zlib(&stream.content)?;
        if packed.last() != Some(&b'\r') {
            set(stream, packed);
        }
        Ok(())
    }

    pub(super) fn deflate(&mut self, stream: &mut Stream) -> Result<(), ExportError> {
        if !stream.allows_compression || stream.dict.has(b"Filter") {
            return Ok(());
        }
        let mut content = std::mem::take(&mut stream.content);
        let mut packed = self.zlib(&content)?;
        if packed.last() == Some(&b'\r') {
            // Some readers take a final CR for a part of the line end before `endstream`. The
            // last byte is a checksum, so the content has to change: a line feed more harms no
            // stream that ends in an operator, a table or an array of samples.
            content.push(b'\n');
            packed = self.zlib(&content)?;
            if stream.dict.has(b"Length1") {
                let length = i64::try_from(content.len()).unwrap_or(i64::MAX);
                stream.dict.set("Length1", length);
            }
        }
        set(stream, packed);
        Ok(())
    }

    fn zlib(&mut self, content: &[u8]) -> Result<Vec<u8>, ExportError> {
        self.0.reset();
        let mut packed = Vec::with_capacity(content.len() / 2 + 64);
        loop {
            let read = usize::try_from(self.0.total_in()).unwrap_or(usize::MAX);
            let rest = content.get(read..).unwrap_or_default();
            let status = self
                .0
                .compress_vec(rest, &mut packed, FlushCompress::Finish);
            match status.map_err(backend)? {
                Status::StreamEnd => return Ok(packed),
                Status::Ok | Status::BufError => packed.reserve(packed.len()),
            }
        }
    }
}

fn set(stream: &mut Stream, packed: Vec<u8>) {
    let filter = Object::Name(b"FlateDecode".to_vec());
    stream.dict.set("Filter", filter);
    stream.set_content(packed);
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    #[test]
    fn every_stream_comes_back_whatever_was_deflated_before() {
        let mut deflater = Deflater::new();
        let noise = |seed: u32| {
            let next = |it: &u32| Some(it.wrapping_mul(1_664_525).wrapping_add(1_013_904_223));
            let numbers = std::iter::successors(Some(seed), next);
            numbers.map(|it| it.to_be_bytes()[0])
        };
        for length in [0, 1, 70_000, 3, 200_000] {
            let content: Vec<u8> = noise(7).take(length).collect();
            let packed = deflater.zlib(&content).expect("deflated");
            assert_eq!(packed, Deflater::new().zlib(&content).expect("deflated"));
            let mut back = Vec::new();
            flate2::read::ZlibDecoder::new(packed.as_slice())
                .read_to_end(&mut back)
                .expect("inflated");
            assert_eq!(back, content);
        }
    }
}

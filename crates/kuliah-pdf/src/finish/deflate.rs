//! Streams, deflated.

use std::io::Write;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use kuliah_doc::ExportError;
use lopdf::{Object, Stream};

use crate::backend;

/// Deflates a stream that must come out byte for byte; see [`deflate`] for what is wrong with a
/// final CR. Such a one is left as it is.
pub(super) fn deflate_exactly(stream: &mut Stream) -> Result<(), ExportError> {
    let packed = zlib(&stream.content)?;
    if packed.last() != Some(&b'\r') {
        set(stream, packed);
    }
    Ok(())
}

/// Level 6 of `miniz_oxide`, which gives the same bytes on every processor.
pub(super) fn deflate(stream: &mut Stream) -> Result<(), ExportError> {
    if !stream.allows_compression || stream.dict.has(b"Filter") {
        return Ok(());
    }
    let mut content = std::mem::take(&mut stream.content);
    let mut packed = zlib(&content)?;
    if packed.last() == Some(&b'\r') {
        // Some readers take a final CR for a part of the line end before `endstream`. The last
        // byte is a checksum, so the content has to change: a line feed more harms no stream
        // that ends in an operator, a table or an array of samples.
        content.push(b'\n');
        packed = zlib(&content)?;
        if stream.dict.has(b"Length1") {
            let length = i64::try_from(content.len()).unwrap_or(i64::MAX);
            stream.dict.set("Length1", length);
        }
    }
    set(stream, packed);
    Ok(())
}

fn set(stream: &mut Stream, packed: Vec<u8>) {
    let filter = Object::Name(b"FlateDecode".to_vec());
    stream.dict.set("Filter", filter);
    stream.set_content(packed);
}

fn zlib(content: &[u8]) -> Result<Vec<u8>, ExportError> {
    let mut encoder = ZlibEncoder::new(Vec::with_capacity(content.len() / 3), Compression::new(6));
    encoder.write_all(content).map_err(backend)?;
    encoder.finish().map_err(backend)
}

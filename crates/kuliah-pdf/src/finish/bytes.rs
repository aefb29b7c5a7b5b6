//! The finished document into bytes: deflated streams, an id made of the content.

use std::io::Write;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use kuliah_doc::ExportError;
use lopdf::{Dictionary, Object, Stream, StringFormat};

use crate::backend;

/// Deflates, names and writes a file.
pub(super) fn write(mut file: lopdf::Document) -> Result<Vec<u8>, ExportError> {
    let mut hash = Hash::new();
    for (id, object) in &mut file.objects {
        hash.number(u64::from(id.0));
        if let Object::Stream(stream) = object {
            deflate(stream).map_err(backend)?;
        }
        hash.object(object);
    }
    let id = Object::String(hash.0.to_be_bytes().to_vec(), StringFormat::Hexadecimal);
    file.trailer.set("ID", vec![id.clone(), id]);
    let mut bytes = Vec::with_capacity(1 << 17);
    file.save_to(&mut bytes).map_err(backend)?;
    Ok(bytes)
}

/// Level 6 of `miniz_oxide`, which gives the same bytes on every processor.
fn deflate(stream: &mut Stream) -> std::io::Result<()> {
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
    stream
        .dict
        .set("Filter", Object::Name(b"FlateDecode".to_vec()));
    stream.set_content(packed);
    Ok(())
}

fn zlib(content: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut encoder = ZlibEncoder::new(Vec::with_capacity(content.len() / 2), Compression::new(6));
    encoder.write_all(content)?;
    encoder.finish()
}

/// FNV-1a of 128 bits, fed by words rather than bytes where there are many.
struct Hash(u128);

impl Hash {
    const PRIME: u128 = 0x0100_0000_0000_0000_0000_013b;

    fn new() -> Self {
        Self(0x6c62_272e_07bb_0142_62b8_2175_6295_c58d)
    }

    fn number(&mut self, value: u64) {
        self.0 = (self.0 ^ u128::from(value)).wrapping_mul(Self::PRIME);
    }

    fn bytes(&mut self, bytes: &[u8]) {
        self.number(bytes.len() as u64);
        let mut words = bytes.chunks_exact(8);
        for word in &mut words {
            let word = <[u8; 8]>::try_from(word).unwrap_or_default();
            self.number(u64::from_be_bytes(word));
        }
        for byte in words.remainder() {
            self.number(u64::from(*byte));
        }
    }

    fn object(&mut self, object: &Object) {
        match object {
            Object::Null => self.number(0),
            Object::Boolean(it) => self.number(1 + u64::from(*it)),
            Object::Integer(it) => self.bytes(&it.to_be_bytes()),
            Object::Real(it) => self.bytes(&it.to_be_bytes()),
            Object::Name(it) | Object::String(it, _) => self.bytes(it),
            Object::Array(it) => {
                self.number(it.len() as u64);
                for object in it {
                    self.object(object);
                }
            }
            Object::Dictionary(it) => self.dictionary(it),
            Object::Stream(it) => {
                self.dictionary(&it.dict);
                self.bytes(&it.content);
            }
            Object::Reference((number, _)) => self.number(u64::from(*number)),
        }
    }

    fn dictionary(&mut self, dictionary: &Dictionary) {
        self.number(dictionary.len() as u64);
        for (key, value) in dictionary {
            self.bytes(key);
            self.object(value);
        }
    }
}

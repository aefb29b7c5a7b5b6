//! The bytes of the file, object by object: what is finished is written, so that no more than a
//! page of it is ever in memory as objects.
//!
//! Objects that are no streams are packed, many to a compressed stream (ISO 32000-1, 7.5.7); the
//! cross-reference is a stream too (7.5.8). The file gets smaller by a third.

use std::io::Write;

use kuliah_doc::ExportError;
use lopdf::{Object, ObjectId, Stream, StringFormat, dictionary};

use super::deflate::Deflater;
use super::object;

/// Objects in one compressed stream: enough to compress well, few enough to read one quickly.
const PACKED: u16 = 200;

/// Where an object is.
#[derive(Debug, Copy, Clone)]
enum Place {
    Nowhere,
    /// Offset in the file.
    At(usize),
    /// In the stream of this number, as the one of this index.
    Packed(u32, u16),
}

/// Objects that are being packed.
#[derive(Debug, Default)]
struct Pack {
    /// Number of the stream; 0 while there is none.
    number: u32,
    count: u16,
    /// Number and offset of each object.
    index: Vec<u8>,
    objects: Vec<u8>,
}

/// A file that is being written.
#[derive(Debug)]
pub(super) struct File {
    bytes: Vec<u8>,
    /// By number.
    places: Vec<Place>,
    pack: Pack,
    deflater: Deflater,
}

impl File {
    /// Opens a file; numbers up to `taken` are given away already.
    pub(super) fn new(taken: u32) -> Self {
        // The second line tells programs that this is no text (ISO 19005-2, 6.1.2).
        let head = b"%PDF-1.7\n%\xbb\xad\xc0\xde\n";
        let mut bytes = Vec::with_capacity(1 << 17);
        bytes.extend(head);
        Self {
            bytes,
            places: vec![Place::Nowhere; taken as usize + 1],
            pack: Pack::default(),
            deflater: Deflater::new(),
        }
    }

    /// A number that no other object has.
    pub(super) fn new_id(&mut self) -> ObjectId {
        self.places.push(Place::Nowhere);
        let number = self.places.len() - 1;
        (u32::try_from(number).unwrap_or(u32::MAX), 0)
    }

    /// Writes an object under a new number.
    ///
    /// # Errors
    ///
    /// [`ExportError::Backend`] when a stream cannot be deflated.
    pub(super) fn add(&mut self, object: impl Into<Object>) -> Result<ObjectId, ExportError> {
        let id = self.new_id();
        self.set(id, object)?;
        Ok(id)
    }

    /// Writes a stream under a new number, byte for byte.
    ///
    /// # Errors
    ///
    /// [`ExportError::Backend`] when it cannot be deflated.
    pub(super) fn add_exact(&mut self, mut stream: Stream) -> Result<ObjectId, ExportError> {
        let id = self.new_id();
        self.deflater.deflate_exactly(&mut stream)?;
        self.stream(id.0, &stream);
        Ok(id)
    }

    /// Writes the object of a number.
    ///
    /// # Errors
    ///
    /// [`ExportError::Backend`] when a stream cannot be deflated.
    pub(super) fn set(
        &mut self,
        id: ObjectId,
        object: impl Into<Object>,
    ) -> Result<(), ExportError> {
        match object.into() {
            Object::Stream(mut stream) => {
                self.deflater.deflate(&mut stream)?;
                self.stream(id.0, &stream);
                Ok(())
            }
            object => self.packed(id.0, &object),
        }
    }

    fn place(&mut self, number: u32, place: Place) {
        if let Some(it) = self.places.get_mut(number as usize) {
            *it = place;
        }
    }

    fn stream(&mut self, number: u32, stream: &Stream) {
        self.place(number, Place::At(self.bytes.len()));
        // Writing to memory does not fail.
        let _ = writeln!(self.bytes, "{number} 0 obj");
        object::dictionary(&stream.dict, &mut self.bytes);
        self.bytes.extend(b"stream\n");
        self.bytes.extend(&stream.content);
        self.bytes.extend(b"\nendstream\nendobj\n");
    }

    fn packed(&mut self, number: u32, object: &Object) -> Result<(), ExportError> {
        if self.pack.number == 0 {
            self.pack.number = self.new_id().0;
        }
        let place = Place::Packed(self.pack.number, self.pack.count);
        self.place(number, place);
        let pack = &mut self.pack;
        let _ = write!(pack.index, "{number} {} ", pack.objects.len());
        object::write(object, &mut pack.objects);
        pack.objects.push(b'\n');
        pack.count += 1;
        if pack.count == PACKED {
            self.close_pack()?;
        }
        Ok(())
    }

    fn close_pack(&mut self) -> Result<(), ExportError> {
        let pack = std::mem::take(&mut self.pack);
        if pack.count == 0 {
            return Ok(());
        }
        let head = dictionary! {
            "Type" => Object::Name(b"ObjStm".to_vec()),
            "N" => i64::from(pack.count),
            "First" => super::integer(pack.index.len())
        };
        let mut content = pack.index;
        content.extend(pack.objects);
        let mut stream = Stream::new(head, content);
        self.deflater.deflate(&mut stream)?;
        self.stream(pack.number, &stream);
        Ok(())
    }

    /// Closes the file; gives its bytes.
    ///
    /// # Errors
    ///
    /// [`ExportError::Backend`] when a stream cannot be deflated.
    pub(super) fn close(
        mut self,
        catalog: ObjectId,
        information: ObjectId,
    ) -> Result<Vec<u8>, ExportError> {
        self.close_pack()?;
        let name = Object::String(hash(&self.bytes).to_vec(), StringFormat::Hexadecimal);
        let start = self.bytes.len();
        let (own, _) = self.new_id();
        self.place(own, Place::At(start));
        let mut stream = Stream::new(
            dictionary! {
                "Type" => Object::Name(b"XRef".to_vec()),
                "Size" => super::integer(self.places.len()),
                "W" => [1, 4, 2].map(Object::Integer).to_vec(),
                "Root" => catalog,
                "Info" => information,
                "ID" => vec![name.clone(), name]
            },
            self.references(),
        );
        self.deflater.deflate(&mut stream)?;
        self.stream(own, &stream);
        let _ = write!(self.bytes, "startxref\n{start}\n%%EOF\n");
        Ok(self.bytes)
    }

    /// The cross-reference: kind, then offset or stream, then generation or index.
    fn references(&self) -> Vec<u8> {
        let mut out = Vec::with_capacity(self.places.len() * 7);
        for (number, place) in self.places.iter().enumerate() {
            let (kind, where_, index) = match *place {
                Place::Nowhere => (0, 0, if number == 0 { u16::MAX } else { 0 }),
                Place::At(offset) => (1, u32::try_from(offset).unwrap_or(u32::MAX), 0),
                Place::Packed(stream, index) => (2, stream, index),
            };
            out.push(kind);
            out.extend(where_.to_be_bytes());
            out.extend(index.to_be_bytes());
        }
        out
    }
}

/// FNV-1a of 128 bits, fed by words of eight bytes; a name of the file made of its content.
fn hash(bytes: &[u8]) -> [u8; 16] {
    const PRIME: u128 = 0x0100_0000_0000_0000_0000_013b;
    const START: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
    let mut words = bytes.chunks_exact(8);
    let mut hash = START;
    for word in &mut words {
        let word = <[u8; 8]>::try_from(word).unwrap_or_default();
        hash = (hash ^ u128::from(u64::from_be_bytes(word))).wrapping_mul(PRIME);
    }
    for byte in words.remainder() {
        hash = (hash ^ u128::from(*byte)).wrapping_mul(PRIME);
    }
    hash.to_be_bytes()
}

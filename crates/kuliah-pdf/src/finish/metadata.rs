//! What the file says about itself: XMP, document information, output intent.

use kuliah_doc::ExportError;
use lopdf::{Object, ObjectId, Stream, dictionary};

use super::{Finisher, name, text, xmp};

/// The program in the file's metadata.
pub(super) const PRODUCER: &str = concat!("Kuliah ", env!("CARGO_PKG_VERSION"));
/// sRGB, 736 bytes, from the Compact ICC Profiles (CC0).
const SRGB: &[u8] = include_bytes!("../../assets/sRGB-v2-magic.icc");
/// The day of a document without one.
const NO_DATE: &str = "1980-01-01";

impl Finisher<'_> {
    fn day(&self) -> String {
        let date = self.document.metadata.date;
        date.map_or_else(|| NO_DATE.to_owned(), |it| it.to_string())
    }

    /// The day as PDF writes dates (ISO 32000-1, 7.9.4).
    pub(super) fn date(&self) -> String {
        format!("D:{}000000Z", self.day().replace('-', ""))
    }

    pub(super) fn metadata_stream(&mut self) -> Result<Object, ExportError> {
        let part = if self.options.attachment.is_some() {
            3
        } else {
            2
        };
        let packet = xmp::packet(&self.document.metadata, &self.day(), part);
        let dictionary = dictionary! { "Type" => name("Metadata"), "Subtype" => name("XML") };
        // PDF/A wants it legible to programs that know no PDF.
        let stream = Stream::new(dictionary, packet.into_bytes()).with_compression(false);
        Ok(Object::Reference(self.file.add(stream)?))
    }

    pub(super) fn output_intent(&mut self) -> Result<Object, ExportError> {
        let dictionary = dictionary! { "N" => 3, "Alternate" => name("DeviceRGB") };
        let profile = self.file.add(Stream::new(dictionary, SRGB.to_vec()))?;
        Ok(Object::Dictionary(dictionary! {
            "Type" => name("OutputIntent"),
            "S" => name("GTS_PDFA1"),
            "OutputConditionIdentifier" => text("sRGB"),
            "Info" => text("sRGB IEC61966-2.1"),
            "DestOutputProfile" => profile
        }))
    }

    /// Document information with the same facts as the XMP packet.
    pub(super) fn information(&mut self, id: ObjectId) -> Result<(), ExportError> {
        let metadata = &self.document.metadata;
        let date = self.date();
        let mut out = dictionary! {
            "Title" => text(metadata.title.as_str()),
            "Creator" => text(PRODUCER),
            "Producer" => text(PRODUCER),
            "CreationDate" => Object::string_literal(date.as_str()),
            "ModDate" => Object::string_literal(date.as_str())
        };
        let joined = |parts: &[kuliah_doc::SafeText], between: &str| {
            let parts: Vec<&str> = parts.iter().map(kuliah_doc::SafeText::as_str).collect();
            parts.join(between)
        };
        if !metadata.authors.is_empty() {
            out.set("Author", text(&joined(&metadata.authors, "; ")));
        }
        if let Some(description) = &metadata.description {
            out.set("Subject", text(description.as_str()));
        }
        if !metadata.keywords.is_empty() {
            out.set("Keywords", text(&joined(&metadata.keywords, ", ")));
        }
        self.frame.objects.remove(&id);
        self.file.set(id, out)?;
        Ok(())
    }
}

//! The attached file and its place in the catalogue (ISO 19005-3, 6.8 and annex E).

use kuliah_doc::ExportError;
use lopdf::{Object, Stream, dictionary};

use super::{Finisher, integer, name, text};
use crate::attachment::Attachment;

impl Finisher<'_> {
    /// Writes an attachment and lists it, as belonging to the document and by its name.
    pub(super) fn attachment(&mut self, attachment: &Attachment) -> Result<(), ExportError> {
        let date = self.date();
        let stream = Stream::new(
            dictionary! {
                "Type" => name("EmbeddedFile"),
                "Subtype" => name(attachment.media_type()),
                "Params" => dictionary! {
                    "Size" => integer(attachment.bytes().len()),
                    "CreationDate" => Object::string_literal(date.as_str()),
                    "ModDate" => Object::string_literal(date.as_str())
                }
            },
            attachment.bytes().to_vec(),
        );
        let file = self.file.add_exact(stream)?;
        let specification = self.file.add(dictionary! {
            "Type" => name("Filespec"),
            "F" => text(attachment.name()),
            "UF" => text(attachment.name()),
            "Desc" => text(attachment.name()),
            "AFRelationship" => name(attachment.relationship().name()),
            "EF" => dictionary! { "F" => file, "UF" => file }
        })?;
        let id = self.catalog;
        let catalog = self.dictionary_of(id)?;
        catalog.set("AF", vec![Object::Reference(specification)]);
        let names = vec![text(attachment.name()), Object::Reference(specification)];
        let files = dictionary! { "Names" => names };
        catalog.set("Names", dictionary! { "EmbeddedFiles" => files });
        Ok(())
    }
}

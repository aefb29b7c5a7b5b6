//! Fields: an instruction and the result that is shown until Word works it out again.
//!
//! An instruction is made of constants, bookmark names and numbers alone, so nothing
//! an author writes becomes one. None is marked as out of date: Word would ask.

use docx_rs::{FieldCharType, InstrText, ParagraphChild, Run};
use kuliah_doc::Caption;

use super::inline::Look;
use super::{Children, Writer};

/// Writes a field with its result; its marks look like the result, since LibreOffice
/// gives their look to all of it.
pub(super) fn push(out: &mut Children, instruction: &str, look: &Look, result: Children) {
    out.extend(begin(instruction, look));
    out.extend(result);
    out.push(end(look));
}

/// What stands before the result of a field.
pub(super) fn begin(instruction: &str, look: &Look) -> [ParagraphChild; 3] {
    // docx-rs does not escape instructions.
    let instruction = format!(" {instruction} ").replace('"', "&quot;");
    [
        char_run(FieldCharType::Begin, look),
        look.run(Run::new().add_instr_text(InstrText::Unsupported(instruction))),
        char_run(FieldCharType::Separate, look),
    ]
}

/// What stands behind the result of a field.
pub(super) fn end(look: &Look) -> ParagraphChild {
    char_run(FieldCharType::End, look)
}

fn char_run(kind: FieldCharType, look: &Look) -> ParagraphChild {
    look.run(Run::new().add_field_char(kind, false))
}

impl Writer<'_> {
    /// The number of a caption, which Word counts by the caption's label.
    pub(super) fn sequence(&mut self, caption: &Caption, out: &mut Children) {
        let name = sequence_name(caption.label.as_str());
        let last = self.sequences.insert(name.clone(), caption.number);
        let follows = last.unwrap_or(0).checked_add(1) == Some(caption.number);
        let restart = if follows {
            String::new()
        } else {
            format!(" \\r {}", caption.number)
        };
        let instruction = format!("SEQ {name} \\* ARABIC{restart}");
        let number = Look::STRONG.text(&caption.number.to_string());
        push(out, &instruction, &Look::STRONG, vec![number]);
    }
}

/// A name for what is counted: letters, digits and underscores, a letter first, at most 40.
pub(crate) fn sequence_name(label: &str) -> String {
    let letter = |c: char| if c.is_ascii_alphanumeric() { c } else { '_' };
    let name: String = label.chars().map(letter).take(40).collect();
    if name.starts_with(|c: char| c.is_ascii_alphabetic()) {
        name
    } else {
        let name: String = name.chars().take(38).collect();
        format!("S_{name}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_cannot_change_the_instruction() {
        assert_eq!(sequence_name("Tabel"), "Tabel");
        assert_eq!(sequence_name("Kode Program"), "Kode_Program");
        assert_eq!(sequence_name("\\r 9 \" "), "S__r_9___");
        assert_eq!(sequence_name("表"), "S__");
        assert!(sequence_name(&"1".repeat(90)).len() <= 40);
    }
}

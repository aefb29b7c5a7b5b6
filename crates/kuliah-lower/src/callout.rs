//! Notes, exercises and answers.

use kuliah_core::model::{Exercise, Note, NoteAudience};
use kuliah_doc::{Anchor, AnchorKind, Block, BlockKind, Callout, CalloutKind, Inline};

use crate::document::Lowering;
use crate::origin::Origin;
use crate::place::Place;
use crate::text::{filled, text};

impl Lowering<'_> {
    /// A note under its label; nothing when it is empty.
    pub(crate) fn note(&mut self, note: &Note, from: &Origin, place: Place, out: &mut Vec<Block>) {
        let (kind, label) = match note.audience {
            NoteAudience::Student => (CalloutKind::Student, self.words.student_note),
            NoteAudience::Lecturer => (CalloutKind::Lecturer, self.words.lecturer_note),
            _ => (CalloutKind::Note, self.words.note),
        };
        let content = from.node.key("note").key("content");
        let blocks = self.enclosed(&note.content, &content, place);
        out.extend(callout(kind, vec![text(label)], blocks, from));
    }

    /// An exercise: the question, lines to write on, and the answer if it is in this copy.
    pub(crate) fn exercise(
        &mut self,
        exercise: &Exercise,
        number: Option<u32>,
        from: &Origin,
        place: Place,
        out: &mut Vec<Block>,
    ) {
        let mut title = vec![text(&match number {
            Some(number) => format!("{} {number}", self.words.exercise),
            None => self.words.exercise.to_owned(),
        })];
        if let Some(own) = &exercise.title
            && let Some(own) = filled(self.inlines(own, place.counts))
        {
            title.push(text(". "));
            title.extend(own);
        }
        let own = from.key("exercise");
        let mut blocks = self.enclosed(&exercise.content, &own.node.key("content"), place);
        if let Some(lines @ 1..) = exercise.lines {
            blocks.push(own.key("lines").block(BlockKind::WriteIn { lines }));
        }
        let answers = own.key("answer");
        let answer = self.enclosed(&exercise.answer, &answers.node, place);
        let label = vec![text(self.words.answer)];
        blocks.extend(callout(CalloutKind::Answer, label, answer, &answers));
        let id = exercise.id.as_ref();
        let anchor = id.map(|id| Anchor::new(AnchorKind::Exercise, id.as_str()));
        let exercise = callout(CalloutKind::Exercise, title, blocks, from);
        out.extend(exercise.map(|block| block.anchored(anchor)));
    }
}

fn callout(
    kind: CalloutKind,
    title: Vec<Inline>,
    blocks: Vec<Block>,
    from: &Origin,
) -> Option<Block> {
    (!blocks.is_empty()).then(|| {
        from.block(BlockKind::Callout(Callout {
            kind,
            title,
            blocks,
        }))
    })
}

//! The outline: headings in source order, nested as they are.

use kuliah_doc::ExportError;
use lopdf::{Object, ObjectId, dictionary};

use super::{Finisher, integer, name, text};

/// A bookmark and how it hangs together with the others, all by number.
#[derive(Debug, Default, Clone)]
struct Bookmark {
    parent: Option<usize>,
    previous: Option<usize>,
    next: Option<usize>,
    first: Option<usize>,
    last: Option<usize>,
    /// How many bookmarks are under it.
    below: usize,
}

/// Hangs bookmarks of these depths together, in one pass and back.
fn hang(depths: &[usize]) -> Vec<Bookmark> {
    let mut out: Vec<Bookmark> = vec![Bookmark::default(); depths.len()];
    // The bookmarks around the one at hand, outermost first.
    let mut around: Vec<(usize, usize)> = Vec::new();
    let mut last_at_top = None;
    for (at, &depth) in depths.iter().enumerate() {
        while around.last().is_some_and(|(_, it)| *it >= depth) {
            around.pop();
        }
        let parent = around.last().map(|(it, _)| *it);
        let previous = match parent.and_then(|it| out.get_mut(it)) {
            Some(parent) => {
                parent.first.get_or_insert(at);
                parent.last.replace(at)
            }
            None => last_at_top.replace(at),
        };
        if let Some(it) = previous.and_then(|it| out.get_mut(it)) {
            it.next = Some(at);
        }
        if let Some(it) = out.get_mut(at) {
            it.parent = parent;
            it.previous = previous;
        }
        around.push((at, depth));
    }
    for at in (0..out.len()).rev() {
        let Some(it) = out.get(at) else { continue };
        let below = it.below + 1;
        if let Some(parent) = it.parent.and_then(|it| out.get_mut(it)) {
            parent.below += below;
        }
    }
    out
}

impl Finisher<'_> {
    /// Writes the outline; none without headings.
    pub(super) fn outline(&mut self) -> Result<Option<ObjectId>, ExportError> {
        let headings = &self.laid_out.headings;
        let depths: Vec<usize> = headings.iter().map(|it| it.depth).collect();
        let bookmarks = hang(&depths);
        let top = |it: &&Bookmark| it.parent.is_none();
        let first = bookmarks.iter().position(|it| top(&it));
        let last = bookmarks.iter().rposition(|it| top(&it));
        let (Some(first), Some(last)) = (first, last) else {
            return Ok(None);
        };
        let root = self.file.new_id();
        let ids: Vec<ObjectId> = headings.iter().map(|_| self.file.new_id()).collect();
        let at = |number: usize| {
            ids.get(number)
                .map_or(Object::Null, |it| Object::Reference(*it))
        };
        for ((heading, bookmark), id) in headings.iter().zip(&bookmarks).zip(&ids) {
            let mut item = dictionary! {
                "Title" => text(&heading.text),
                "Parent" => bookmark.parent.map_or(Object::Reference(root), at),
                "Dest" => self.destination(heading.place),
                "SE" => self.element(heading.element)
            };
            let links = [
                ("Prev", bookmark.previous),
                ("Next", bookmark.next),
                ("First", bookmark.first),
                ("Last", bookmark.last),
            ];
            for (key, number) in links {
                if let Some(number) = number {
                    item.set(key, at(number));
                }
            }
            if bookmark.below > 0 {
                item.set("Count", integer(bookmark.below));
            }
            self.file.set(*id, item)?;
        }
        let outline = dictionary! {
            "Type" => name("Outlines"),
            "First" => at(first),
            "Last" => at(last),
            "Count" => integer(headings.len())
        };
        self.file.set(root, outline)?;
        Ok(Some(root))
    }
}

#[cfg(test)]
mod tests {
    use super::hang;

    #[test]
    fn bookmarks_hang_as_headings_are_nested() {
        let all = hang(&[1, 2, 2, 1, 3]);
        let parents: Vec<_> = all.iter().map(|it| it.parent).collect();
        assert_eq!(parents, [None, Some(0), Some(0), None, Some(3)]);
        let next: Vec<_> = all.iter().map(|it| it.next).collect();
        assert_eq!(next, [Some(3), Some(2), None, None, None]);
        assert_eq!(
            (all[0].first, all[0].last, all[0].below),
            (Some(1), Some(2), 2)
        );
        assert_eq!((all[3].previous, all[3].below), (Some(0), 1));
    }
}

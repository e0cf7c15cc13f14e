//! Takes one struct: only when all that it names is known, and fits.

use std::borrow::Cow;

use crate::any;
use crate::body::{Body, REPLACEMENT};
use crate::client::gone;
use crate::context::{ContextRules, Spot, TypeItem};
use crate::error::{Malformed, Refused, Unfit};
use crate::ids::Author;
use crate::json;
use crate::merge::MergePass;
use crate::pending::{NotTaken, WaitsFor};
use crate::reader::Id;
use crate::runs::{NOWHERE, Ptr, Run};
use crate::store::Store;
use crate::structs::{ContentKind, Parent, Struct, TypeRef};

/// Bytes that a struct may take beside its body: ids, lengths, its share of the delete set.
const STRUCT_OVERHEAD: usize = 32;

/// What a struct names, found in the store.
struct Place<'a> {
    origin: Ptr,
    right: Ptr,
    /// None: what it names is gone, and so is the struct.
    spot: Option<Spot<'a>>,
}

impl Store {
    /// Takes the part of a struct that is not known yet; its clock is at or below the client's state.
    pub(crate) fn take_struct(
        &mut self,
        turn: &mut MergePass<'_>,
        mut part: Struct<'_>,
    ) -> Result<(), NotTaken> {
        // Somebody who had less of the same struct came before. The rest follows its own last unit,
        // as where yjs cuts it.
        let known = self.next_clock(part.id.client) - part.id.clock;
        let body = own_body(&mut part, known)?;
        let place = self.place(&part, known > 0)?;
        if let Some(spot) = &place.spot {
            let rules = self.contexts.rules(spot);
            if rules.keyed && part.kind.is_live() && part.len > 1 {
                // Once something names its middle, such a run throws in the clean-up of every
                // joiner.
                self.must_be_deleted(turn, &mut part)?;
            }
            self.fits(&part, rules, place.right.is_some())?;
        }
        // Looked at last: who brings what does not fit hears that, whatever room there is.
        self.has_room(turn.author, part.id.client, body.len())?;
        self.append(turn.author, &part, &place, &body);
        Ok(())
    }

    /// Finds what a struct names. `cut`: its first units are known, and it follows them.
    fn place<'a>(&mut self, part: &Struct<'a>, cut: bool) -> Result<Place<'a>, NotTaken> {
        if part.kind == ContentKind::Gc {
            return Ok(Place { origin: Ptr::NONE, right: Ptr::NONE, spot: None });
        }
        let Id { client, clock } = part.id;
        let origin = if cut { Some(Id { client, clock: clock - 1 }) } else { part.origin };
        let origin = origin.map(|id| self.locate(id)).transpose()?;
        let right = part.right.map(|id| self.locate(id)).transpose()?;
        let spot = match (origin.or(right), part.parent) {
            // Beside a neighbour no parent is written, and merges lose the bit for the key: the run
            // of the neighbour knows both.
            (Some(neighbour), _) => self.inherit(neighbour, right)?,
            (None, Some(Parent::Root(name))) => Some(self.contexts.in_root(name, part.key)),
            (None, Some(Parent::Item(id))) => {
                let parent = self.locate(id)?;
                self.below(parent, part.key)?
            }
            (None, None) => None,
        };
        Ok(Place { origin: origin.unwrap_or(Ptr::NONE), right: right.unwrap_or(Ptr::NONE), spot })
    }

    fn locate(&mut self, id: Id) -> Result<Ptr, WaitsFor> {
        match self.index_of(id.client) {
            Some(client) if id.clock < self.clients[client as usize].next => {
                Ok(Ptr { client, clock: id.clock })
            }
            _ => Err(WaitsFor::Unit { client: id.client, clock: id.clock }),
        }
    }

    pub(crate) fn run_at(&self, unit: Ptr) -> &Run {
        let runs = &self.clients[unit.client as usize].runs;
        runs.get(runs.find(unit.clock))
    }

    /// The context of a neighbour; both neighbours must have the same.
    fn inherit<'a>(&self, one: Ptr, other: Option<Ptr>) -> Result<Option<Spot<'a>>, Unfit> {
        // Of a neighbour that is GC nothing more is known: yjs makes GC of what stands beside it.
        let context = self.run_at(one).context;
        let second = other.map_or(context, |other| self.run_at(other).context);
        if context == NOWHERE || second == NOWHERE {
            return Ok(None);
        }
        if context != second {
            // Each peer would put it into the list that it heard of first.
            return Err(Unfit::Context);
        }
        Ok(Some(Spot::Known(context)))
    }

    fn below<'a>(&self, parent: Ptr, key: Option<&'a str>) -> Result<Option<Spot<'a>>, Unfit> {
        let run = self.run_at(parent);
        match run.kind {
            ContentKind::Type => {
                let is = TypeRef::of_body(self.clients[parent.client as usize].body(run));
                let item = TypeItem { at: parent, is, within: run.context };
                Ok(Some(self.contexts.in_item(item, key)))
            }
            // Written while somebody else deleted the type: honest, and gone with it.
            ContentKind::Deleted | ContentKind::Gc => Ok(None),
            // With such a struct in it yrs refuses a whole update.
            _ => Err(Unfit::Parent),
        }
    }

    /// Several values under one key are honest only when they come with their deletion.
    fn must_be_deleted(
        &self,
        turn: &mut MergePass<'_>,
        part: &mut Struct<'_>,
    ) -> Result<(), Unfit> {
        let (Id { client, clock }, end) = (part.id, part.id.clock + part.len);
        if !turn.deletes(client, clock, end)
            && !self.late.covers((client, turn.author.seat), (clock, end))
        {
            return Err(Unfit::KeyContent);
        }
        part.kind = ContentKind::Deleted;
        Ok(())
    }

    /// Refuses a struct that its place in the document cannot hold.
    fn fits(&self, part: &Struct<'_>, rules: ContextRules, right: bool) -> Result<(), Unfit> {
        use ContentKind::{Any, Binary, Deleted, Doc, Embed, Format, String, Type};
        // It would throw in the clean-up of every joiner, for as long as the document lives.
        if rules.keyed && right {
            return Err(Unfit::KeyOrder);
        }
        if matches!(part.kind, Deleted | ContentKind::Gc) {
            return Ok(());
        }
        // Readers walk types by recursion: some thousand levels overflow the stack of each of them.
        if part.kind == Type && rules.depth >= self.limits.type_depth {
            return Err(Unfit::Depth);
        }
        if rules.keyed {
            let fit = matches!(part.kind, Any | Binary | Type | Doc);
            return if fit { Ok(()) } else { Err(Unfit::KeyContent) };
        }
        let fit = match rules.parent {
            // A root that no page of ours shows: what belongs there, only its users know.
            None => true,
            Some(TypeRef::Array) => matches!(part.kind, Any | Binary | Type | Doc),
            Some(TypeRef::Text | TypeRef::XmlText) => {
                matches!(part.kind, String | Embed | Format | Type)
            }
            Some(TypeRef::XmlElement | TypeRef::XmlFragment) => {
                // Anything else in it, such as `null`, makes `toString` throw at every reader.
                let is = TypeRef::of_body(part.body);
                part.kind == Type && matches!(is, Some(TypeRef::XmlElement | TypeRef::XmlText))
            }
            Some(TypeRef::Map) => false,
        };
        if fit { Ok(()) } else { Err(Unfit::Content) }
    }

    fn has_room(&mut self, author: Author, client: u64, body: usize) -> Result<(), Refused> {
        let mut limits = self.limits;
        if self.owners.is_trusted(author.seat) {
            // Two machines that do not hear each other may both have taken what fits: both keep it.
            (limits.bytes, limits.structs) = (limits.bytes / 4 * 5, limits.structs / 4 * 5);
        }
        let bytes = body + STRUCT_OVERHEAD;
        if self.bytes + bytes > limits.bytes {
            return Err(Refused::TooLarge { what: "bytes", limit: limits.bytes });
        }
        if self.structs >= limits.structs {
            return Err(Refused::TooLarge { what: "structs", limit: limits.structs });
        }
        let index = self.index_of(client);
        // Runs name places in the arena by 32 bits, which keeps a run at 40 bytes.
        if let Some(index) = index
            && self.clients[index as usize].arena_len() + body > u32::MAX as usize
        {
            return Err(Refused::TooLarge {
                what: "bytes of one client",
                limit: u32::MAX as usize,
            });
        }
        self.has_share(author, index, bytes)
    }

    /// Appends to a client's runs and keeps the books.
    fn append(&mut self, author: Author, part: &Struct<'_>, place: &Place<'_>, body: &[u8]) {
        let index = self.index_for(author, part.id.client);
        let clock = self.clients[index as usize].next;
        let Place { origin, right, spot } = *place;
        let (context, keyed) = match spot {
            Some(spot) => (self.contexts.settle(spot), self.contexts.rules(&spot).keyed),
            None => (NOWHERE, false),
        };
        let (kind, len) = (part.kind, part.len);
        let mut run =
            Run { clock, len, at: 0, size: 0, origin, right, context, kind, ascii: false };
        // What is gone says nothing, so nothing of it is kept.
        let body = if kind.is_live() && spot.is_some() { body } else { &[] };
        if spot.is_none() {
            run = gone(run);
        }
        let before = self.clients[index as usize].runs.last().copied();
        if context != NOWHERE && before.is_none_or(|last| last.context != context) {
            // By these starts a deleted type finds all that hangs below it without looking at every
            // run.
            self.contexts.begins(context, Ptr { client: index, clock });
        }
        let client = &mut self.clients[index as usize];
        if client.next == client.mark {
            // Once between two deltas, however often it grows.
            self.grown.push(index);
        }
        let count = client.runs.count();
        client.append(run, body, keyed);
        self.structs += client.runs.count() - count;
        let client = &self.clients[index as usize];
        // It may have been joined with the run before, or cut into pieces: all from there on is
        // weighed anew.
        let was = self.weight(client, before.iter());
        let first = client.runs.find(before.map_or(run.clock, |last| last.clock));
        let now = self.weight(client, client.runs.iter_from(first));
        self.reweigh(index, was, now);
        self.touch(!run.kind.is_live());
    }
}

/// What of a body is to be remembered: without the first `known` units, which the struct is without from now on,
/// and legible for yrs too.
fn own_body<'a>(part: &mut Struct<'a>, known: u32) -> Result<Cow<'a, [u8]>, Malformed> {
    if part.kind == ContentKind::Json {
        let body = any::of_json(part.body, part.len)?;
        let cut = Body::new(ContentKind::Any, &body).cut(known);
        part.kind = ContentKind::Any;
        without_first(part, known);
        return Ok(Cow::Owned(body[cut.bytes..].to_vec()));
    }
    let Some(json_at) = part.sanitize else { return Ok(cut_off(part, known)) };
    // yrs can't read halves of surrogate pairs, and with one of them nothing of the document.
    let mut body = part.body.to_vec();
    json::sanitize(&mut body[json_at..]);
    Ok(Cow::Owned(body))
}

/// Cuts the first `known` units off; a cut inside a surrogate pair leaves U+FFFD, as in yjs.
fn cut_off<'a>(part: &mut Struct<'a>, known: u32) -> Cow<'a, [u8]> {
    if known == 0 {
        return Cow::Borrowed(part.body);
    }
    without_first(part, known);
    let cut = Body::new(part.kind, part.body).cut(known);
    if cut.pair {
        return Cow::Owned([&REPLACEMENT, &part.body[cut.bytes + 4..]].concat());
    }
    Cow::Borrowed(&part.body[cut.bytes..])
}

fn without_first(part: &mut Struct<'_>, units: u32) {
    part.len -= units;
    part.id.clock += units;
}

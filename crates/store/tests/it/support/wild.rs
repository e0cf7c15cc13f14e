//! Updates that are plausible but wrong: they know what the store knows, and lie about the rest.

use fadepad_store::Store;
use fastrand::Rng;

use super::oracle::read_var;
use super::update::{Deletes, Id, Place, Section, gap, item, kind, text, typed, update, var};

/// Who writes: small ids, the largest of yjs, and one beyond 32 bits.
const CLIENTS: [u64; 6] = [1, 2, 3, 77, 0xffff_ffff, (1 << 40) + 5];
const ROOTS: [&str; 4] = ["text", "map", "array", "blocknote"];
const KEYS: [&str; 4] = ["a", "b", "toString", "__proto__"];

/// A hostile author.
pub struct Wild {
    random: Rng,
    /// Where types were put, whether the store took them or not.
    types: Vec<Id>,
    /// The store's state: next clock of each client.
    state: Vec<(u64, u64)>,
}

impl Wild {
    pub fn new(seed: u64) -> Self {
        Self { random: Rng::with_seed(seed), types: Vec::new(), state: Vec::new() }
    }

    /// The next update for this store; now and then with some bytes flipped.
    pub fn update(&mut self, store: &Store) -> Vec<u8> {
        self.look_at(store);
        let mut sections: Vec<Section> = Vec::new();
        for _ in 0..1 + self.random.usize(0..3) {
            let client = self.pick(&CLIENTS);
            if self.state.iter().all(|entry| entry.0 != client) {
                self.state.push((client, 0));
            }
            if sections.iter().all(|section| section.0 != client) {
                let section = self.section(client);
                sections.push(section);
            }
        }
        let deletes = if self.random.bool() { self.deletes() } else { Vec::new() };
        let mut bytes = update(&sections, &deletes);
        if self.random.u8(..) < 20 {
            for _ in 0..1 + self.random.usize(0..3) {
                let at = self.random.usize(0..bytes.len());
                bytes[at] = self.random.u8(..);
            }
        }
        bytes
    }

    fn look_at(&mut self, store: &Store) {
        let vector = store.state_vector();
        let mut rest = &vector[..];
        let count = read_var(&mut rest);
        self.state = (0..count).map(|_| (read_var(&mut rest), read_var(&mut rest))).collect();
    }

    fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.random.usize(0..from.len())]
    }

    fn next(&self, client: u64) -> u64 {
        self.state.iter().find(|entry| entry.0 == client).map_or(0, |entry| entry.1)
    }

    fn section(&mut self, client: u64) -> Section {
        let next = self.next(client);
        let start = match self.random.u8(..) {
            0..230 => next,
            230..244 => next.saturating_sub(self.random.u64(1..4)),
            _ => next + self.random.u64(1..3),
        };
        let mut clock = start;
        let mut structs = Vec::new();
        for _ in 0..1 + self.random.usize(0..5) {
            let (bytes, len) = self.part(client, clock);
            structs.push(bytes);
            clock += len;
        }
        // What follows in this update may refer to it.
        if let Some(entry) = self.state.iter_mut().find(|entry| entry.0 == client) {
            entry.1 = entry.1.max(clock);
        }
        (client, start, structs)
    }

    fn id(&mut self) -> Id {
        if self.state.is_empty() || self.random.u8(..) < 6 {
            return Id(self.pick(&CLIENTS), self.random.u64(0..40));
        }
        let (client, next) = self.state[self.random.usize(0..self.state.len())];
        match self.random.u8(..) {
            0..8 => Id(client, next + self.random.u64(0..2)),
            8..90 => Id(client, next.saturating_sub(1 + self.random.u64(0..4))),
            _ => Id(client, self.random.u64(0..next.max(1))),
        }
    }

    /// A place that mostly does not name its own future, which is malformed.
    fn place(&mut self, client: u64, clock: u64) -> Place {
        let place = self.any_place(client, clock);
        let early = |id: &Id| id.0 != client || id.1 < clock;
        let fine = match &place {
            Place::Root(..) => true,
            Place::After(id) | Place::Before(id) | Place::In(id, _) => early(id),
            Place::Between(left, right) => early(left) && early(right),
        };
        if fine || self.random.u8(..) < 8 { place } else { Place::Root(self.pick(&ROOTS), None) }
    }

    fn any_place(&mut self, client: u64, clock: u64) -> Place {
        let key = (self.random.u8(..) < 90).then(|| self.pick(&KEYS));
        match self.random.u8(..) {
            0..60 if clock > 0 => Place::After(Id(client, clock - 1)),
            0..90 => Place::After(self.id()),
            90..120 => Place::Before(self.id()),
            120..150 => {
                let left = self.id();
                Place::Between(left, Id(left.0, left.1 + 1))
            }
            150..170 => Place::Between(self.id(), self.id()),
            170..215 if !self.types.is_empty() => {
                let types = self.types.len();
                Place::In(self.types[self.random.usize(types.saturating_sub(20)..types)], key)
            }
            215..220 => Place::In(self.id(), key),
            _ => Place::Root(self.pick(&ROOTS), key),
        }
    }

    /// A struct and its length.
    fn part(&mut self, client: u64, clock: u64) -> (Vec<u8>, u64) {
        let len = 1 + self.random.u64(0..4);
        match self.random.u8(..) {
            0..6 => return (gap(kind::GC, len), len),
            6..9 => return (gap(kind::SKIP, len), len),
            _ => {}
        }
        let place = self.place(client, clock);
        match self.random.u8(..) {
            0..15 => (item(kind::DELETED, &place, &var(len)), len),
            15..26 => (item(kind::BINARY, &place, &[2, 0, 255]), 1),
            26..110 => {
                let content = self.pick(&[
                    "a",
                    "bc",
                    "x😀y",
                    "😀",
                    "é漢ü",
                    "\u{fffd}",
                    "\0",
                    "long long long",
                ]);
                (item(kind::STRING, &place, &text(content)), content.encode_utf16().count() as u64)
            }
            110..125 => (item(kind::EMBED, &place, &text(self.json())), 1),
            125..145 => {
                let key = self.pick(&["bold", "a", "ychange", "__proto__"]);
                (item(kind::FORMAT, &place, &[text(key), text(self.json())].concat()), 1)
            }
            145..205 => {
                self.types.push(Id(client, clock));
                (typed(&place, self.pick(&[0, 1, 2, 3, 4, 6])), 1)
            }
            205..248 => {
                let values = if self.random.bool() { 1 } else { len };
                let body: Vec<u8> = (0..values).flat_map(|_| self.value()).collect();
                (item(kind::ANY, &place, &[var(values), body].concat()), values)
            }
            _ => (item(kind::DOC, &place, &[&text("guid")[..], &self.options()].concat()), 1),
        }
    }

    fn json(&mut self) -> &'static str {
        if self.random.u8(..) < 6 {
            return self.pick(&["undefined", "{\"toString\":null}"]);
        }
        self.pick(&[
            "null",
            "true",
            "1",
            "\"x\"",
            "{}",
            "[]",
            "[{\"a\":{\"b\":1}}]",
            "{\"href\":\"x\"}",
            r#"["\ud83d", -0, 1e300, 9223372036854775807, -9223372036854775809, 18446744073709551616, 123456789012345678901234567890]"#,
            "{\"valueOf\":1,\"length\":-1,\"constructor\":2}",
            "{\"type\":\"removed\",\"user\":1}",
        ])
    }

    fn value(&mut self) -> Vec<u8> {
        match self.random.u8(0..14) {
            0 => vec![127],
            1..4 => vec![126],
            4 => vec![125, 5],
            5 => vec![122, 0, 0, 0, 0, 0, 0, 0, 1],
            6 => vec![123, 0x7f, 0xf8, 0, 0, 0, 0, 0, 0],
            7 => [vec![119], text("wörd")].concat(),
            8 => vec![116, 1, 9],
            9 => [
                &[118, 1][..],
                &text(if self.random.u8(..) < 16 {
                    "toString"
                } else {
                    self.pick(&["a", "length", "valueOf"])
                }),
                &[126],
            ]
            .concat(),
            10 => [117, 1].repeat(self.random.usize(1..20)).into_iter().chain([126]).collect(),
            11 => vec![117, 0],
            _ => vec![120],
        }
    }

    fn options(&mut self) -> Vec<u8> {
        let key = self.pick(&[
            "gc",
            "autoLoad",
            "shouldLoad",
            "meta",
            "collectionid",
            "gcFilter",
            "clientID",
        ]);
        match self.random.u8(..) {
            0..8 => vec![126],
            8..16 => [&[118, 1][..], &text("guid"), &[126]].concat(),
            16..90 => vec![118, 0],
            _ => [&[118, 1][..], &text(key), &[self.pick(&[120, 121, 126])]].concat(),
        }
    }

    fn deletes(&mut self) -> Vec<Deletes> {
        let mut all: Vec<Deletes> = Vec::new();
        for _ in 0..1 + self.random.usize(0..2) {
            let client = self.pick(&CLIENTS);
            if all.iter().any(|entry| entry.0 == client) {
                continue;
            }
            let next = self.next(client);
            let ranges = (0..1 + self.random.usize(0..3)).map(|_| {
                let start = self.random.u64(0..next + 2);
                (start, 1 + self.random.u64(0..4))
            });
            all.push((client, ranges.collect()));
        }
        all
    }
}

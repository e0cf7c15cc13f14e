//! Phoenix Presence and y-protocols' awareness are two views of the same people: a key is a person, as
//! the room knows them and whatever a state says, a meta one of their devices.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::fmt::Write as _;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use bytes::Bytes;
use fadepad_wire::awareness::{self, Entry};
use serde::Deserialize;
use serde_json::{Map, Value, json};

use crate::base::colour::Colour;
use crate::base::display::display_name;
use crate::base::ids::Person;
use crate::room::core::here::{Here, KnownClient};
use crate::room::message::Message;

type Metas = BTreeMap<Person, Vec<Value>>;

/// What a presence state says that others use; anything else in it is nobody's business here.
#[derive(Default, Deserialize)]
struct ShownState {
    #[serde(default)]
    user: Option<Value>,
    #[serde(default)]
    cursor: Option<Value>,
    /// A cursor that is no Yjs position, so that no editor takes it for one.
    #[serde(default)]
    pos: Option<Value>,
}

/// `presence_state` of these entries.
pub(super) fn state(here: &Here) -> String {
    let mut metas = Metas::new();
    for (person, entry) in shown(here) {
        metas.entry(person).or_default().push(meta(entry.client, entry.json, None));
    }
    lists(metas).to_string()
}

/// The clients that are here, each with its person.
fn shown(here: &Here) -> impl Iterator<Item = (Person, Entry<'_>)> {
    let persons: HashMap<u64, Person> = here.persons.iter().copied().collect();
    let entries = awareness::entries(&here.states).flatten();
    entries.filter_map(move |entry| Some((*persons.get(&entry.client)?, entry)))
}

/// `presence_diff` from what was known to what is; `None` where nothing that shows has changed,
/// such as a renewal.
pub(super) fn diff(now: &Here, before: &[KnownClient]) -> Option<String> {
    let (mut joins, mut leaves) = (Metas::new(), Metas::new());
    let is_renewal = |(person, entry): &(Person, Entry<'_>), known: &KnownClient| {
        known.client == entry.client && known.person == *person && &*known.json == entry.json
    };
    let mut renewed = HashSet::new();
    for each in shown(now) {
        if before.iter().any(|known| is_renewal(&each, known)) {
            renewed.insert(each.1.client);
            continue;
        }
        let (person, entry) = each;
        let same = |known: &&KnownClient| known.client == entry.client && known.person == person;
        let known = before.iter().find(same).map(|known| &*known.json);
        joins.entry(person).or_default().push(meta(entry.client, entry.json, known));
    }
    for known in before.iter().filter(|known| !renewed.contains(&known.client)) {
        leaves.entry(known.person).or_default().push(meta(known.client, &known.json, None));
    }
    let changed = !joins.is_empty() || !leaves.is_empty();
    changed.then(|| json!({ "joins": lists(joins), "leaves": lists(leaves) }).to_string())
}

fn lists(metas: Metas) -> Value {
    let list = |(person, metas): (Person, _)| {
        (person.to_string(), json!({ "metas": Value::Array(metas) }))
    };
    Value::Object(metas.into_iter().map(list).collect())
}

/// The meta of a device with this presence state.
fn meta(client: u64, state: &str, before: Option<&str>) -> Value {
    let read: ShownState = serde_json::from_str(state).unwrap_or_default();
    let user = read.user.as_ref();
    let said = |name: &str| user.and_then(|user| user.get(name)?.as_str());
    let mut meta = Map::new();
    meta.insert("client".into(), client.into());
    meta.insert("phx_ref".into(), phx_ref(client, state).into());
    if let Some(before) = before {
        meta.insert("phx_ref_prev".into(), phx_ref(client, before).into());
    }
    meta.insert("name".into(), display_name(said("name").unwrap_or_default()).into());
    // It becomes a style in the pages of others.
    if let Some(color) = said("color").filter(|color| Colour::parse(color).is_some()) {
        meta.insert("color".into(), color.into());
    }
    if let Some(cursor) = read.cursor.or(read.pos).filter(|cursor| !cursor.is_null()) {
        meta.insert("cursor".into(), cursor);
    }
    Value::Object(meta)
}

/// Names one version of a meta. It follows from the content, so that a renewal changes nothing and
/// nobody has to remember it.
fn phx_ref(client: u64, state: &str) -> String {
    let mut hasher = DefaultHasher::new();
    (client, state).hash(&mut hasher);
    URL_SAFE_NO_PAD.encode(hasher.finish().to_be_bytes())
}

/// What a member tells of itself, at its join and later.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Profile {
    pub(super) name: Option<String>,
    pub(super) color: Option<String>,
    #[serde(default, deserialize_with = "said")]
    pub(super) cursor: Option<Value>,
}

/// `null` is something said: there is no cursor any more.
fn said<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Option<Value>, D::Error> {
    Value::deserialize(from).map(Some)
}

impl Profile {
    /// Reads the payload of `cursor_pos`: beside `{cursor}` it may be the cursor itself.
    pub(super) fn from_cursor_pos(payload: &str) -> serde_json::Result<Self> {
        let value: Value = serde_json::from_str(payload)?;
        let wrapped = value.as_object().is_some_and(|object| {
            ["cursor", "name", "color"].iter().any(|member| object.contains_key(*member))
        });
        if wrapped {
            return serde_json::from_value(value);
        }
        Ok(Self { cursor: Some(value), ..Self::default() })
    }
}

/// A member of a `doc:` topic as it is shown to pages: a client of y-protocols' awareness that the
/// door speaks for.
#[derive(Debug)]
pub(super) struct ShownPerson {
    client: u64,
    clock: u64,
    name: String,
    color: Option<Colour>,
    cursor: Value,
}

impl ShownPerson {
    /// A new client with a random id, as a Yjs document has one.
    pub(super) fn new(client: u32) -> Self {
        let client = u64::from(client);
        Self { client, clock: 0, name: String::new(), color: None, cursor: Value::Null }
    }

    /// Takes what changed.
    pub(super) fn tell(&mut self, told: Profile) {
        if let Some(name) = told.name {
            self.name = display_name(&name);
        }
        if let Some(color) = told.color.as_deref().and_then(Colour::parse) {
            self.color = Some(color);
        }
        if let Some(cursor) = told.cursor {
            self.cursor = cursor;
        }
    }

    /// The client's id, by which a member knows itself in Presence.
    pub(super) fn client(&self) -> u64 {
        self.client
    }

    /// What who sits here is called.
    pub(super) fn hello(&self) -> Message {
        Message::Hello { name: self.name.clone(), colour: self.color }
    }

    /// The next state of this client; also the same again, as a renewal.
    pub(super) fn show(&mut self) -> Message {
        self.clock += 1;
        let mut json = format!(r#"{{"user":{{"name":{}"#, Value::from(self.name.as_str()));
        if let Some(color) = &self.color {
            let _ = write!(json, r#","color":"{color}""#);
        }
        json.push('}');
        let is_yjs = |end: &str| self.cursor.get(end).is_some_and(Value::is_object);
        match &self.cursor {
            Value::Null => {}
            cursor if is_yjs("anchor") && is_yjs("head") => {
                let _ = write!(json, r#","cursor":{cursor}"#);
            }
            cursor => drop(write!(json, r#","pos":{cursor}"#)),
        }
        json.push('}');
        let entry = Entry { client: self.client, clock: self.clock, json: &json };
        Message::Presence(Bytes::from(awareness::encode([entry].into_iter())))
    }
}

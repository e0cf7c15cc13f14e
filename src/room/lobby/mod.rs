//! The lobby: which pads are alive, which have ended, and who may go where.

mod afresh;
mod codes;
pub mod decided;
pub mod ended;
mod instance;
mod known;
mod life_head;
mod links;
mod pad;
mod peer_link;
mod readiness;
mod record_end;
mod supervise;
mod taken;
mod totals;

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, Weak};
use std::time::Duration;

use fadepad_store::Sitter;
use tokio::sync::{mpsc, watch};

use self::afresh::NextLife;
pub use self::afresh::{Fresh, NotAfresh};
use self::codes::Codes;
use self::ended::{EndedPads, EndedRecord, EndedRecords};
pub use self::life_head::LifeHead;
use self::links::{LastLife, learn};
pub use self::pad::{Admission, Begins, Denied, Entrant, NotOpened, Pad, Rules};
use self::pad::{LifeBefore, Terms};
pub use self::peer_link::{EndTold, Finding, PeerLink};
pub use self::readiness::Unready;
use self::taken::HandedLives;
pub use self::taken::{LifeTaken, NotTakenOver};
use self::totals::Counters;
pub use self::totals::Totals;
use crate::base::clock::{now, unix_now};
use crate::base::ids::{Epoch, FileId, Person, Role, SeatId};
use crate::base::keys::{Claims, KeyRing};
use crate::base::limits::PAD_AT_REST;
use crate::base::lock::lock;
use crate::base::names::PadName;
use crate::base::shards::Shards;
use crate::base::stop::Stop;
use crate::base::template::Template;
use crate::room::at_end::AtEnd;
use crate::room::core::access_change::AccessChange;
use crate::room::core::budget::Budget;
use crate::room::core::life::{Life, LifeTimes, seconds};
use crate::room::core::pass::Pass;
use crate::room::core::plan::LifePlan;
use crate::room::core::seed::{self, Begun};
use crate::room::core::title::Title;
use crate::room::files::StoredFile;
use crate::room::message::{Event, EventKind, Overview};

/// All pads of a server. Cheap to clone.
#[derive(Clone)]
pub struct Lobby {
    inner: Arc<LobbyState>,
}

struct LobbyState {
    keys: KeyRing,
    rules: Rules,
    budget: Budget,
    stop: Stop,
    /// Where rooms live.
    shards: Shards,
    events: mpsc::Sender<Event>,
    at_end: Option<Arc<dyn AtEnd>>,
    /// What has to survive a restart, whenever it changes.
    records: watch::Sender<EndedRecords>,
    /// Whether somebody writes that down.
    kept: AtomicBool,
    /// The last end that is written down.
    recorded: watch::Sender<u64>,
    /// Which decisions of hosts are.
    decisions: decided::DecisionLog,
    /// Never held across an await.
    pads: Mutex<Pads>,
    seats: AtomicU64,
    counters: Counters,
    /// Other machines that have the same pads.
    peers: OnceLock<Weak<dyn PeerLink>>,
}

struct Pads {
    alive: HashMap<PadName, Pad>,
    codes: Codes,
    ended: EndedPads,
    /// The last life of each name whose code stands.
    before: HashMap<PadName, LastLife>,
    /// Lives that begin with the end of another one.
    afresh: HashMap<PadName, NextLife>,
    /// Where lives are found that were handed on.
    handed: HandedLives,
    /// What was decided in lives that are not alive now.
    decided: decided::DecidedBefore,
}

/// What rooms run on, and whom they tell.
pub struct Environment {
    /// Ends them, and counts them.
    pub stop: Stop,
    /// Their threads.
    pub shards: Shards,
    /// Hears their events; what does not fit is dropped.
    pub events: mpsc::Sender<Event>,
    /// What a host has asked to happen when they end.
    pub at_end: Option<Arc<dyn AtEnd>>,
}

impl Lobby {
    /// Returns a lobby in which `records` have ended before.
    #[must_use]
    pub fn new(
        keys: KeyRing,
        rules: Rules,
        records: Vec<EndedRecord>,
        environment: Environment,
    ) -> Self {
        let Environment { stop, shards, events, at_end } = environment;
        let budget = Budget::new(rules.limits.memory);
        let mut codes = Codes::default();
        for EndedRecord { name, lives, .. } in &records {
            let last = keys.epoch(name, lives.saturating_sub(1));
            // Whoever scans the code of an ended pad has mistyped nothing, also after a restart.
            codes.end(keys.code(last, 0), name.clone());
            if rules.standing {
                codes.end(keys.standing_code(name), name.clone());
            }
        }
        let ended = EndedPads::load(records.clone(), |name, life| keys.epoch(name, life));
        let pads = Mutex::new(Pads {
            alive: HashMap::new(),
            codes,
            ended,
            before: HashMap::new(),
            afresh: HashMap::new(),
            handed: HandedLives::default(),
            decided: HashMap::new(),
        });
        let records = watch::Sender::new(EndedRecords { list: records, number: 0 });
        let inner = LobbyState {
            keys,
            rules,
            budget,
            stop,
            shards,
            events,
            at_end,
            records,
            kept: AtomicBool::new(false),
            recorded: watch::Sender::new(0),
            decisions: decided::DecisionLog::default(),
            pads,
            seats: AtomicU64::new(1),
            counters: Counters::default(),
            peers: OnceLock::new(),
        };
        Self { inner: Arc::new(inner) }
    }

    /// What pads are opened with.
    #[must_use]
    pub fn rules(&self) -> &Rules {
        &self.inner.rules
    }

    /// Whether the host's machine keeps a copy of each pad that ends.
    #[must_use]
    pub fn saves(&self) -> bool {
        self.inner.at_end.as_ref().is_some_and(|at_end| at_end.saves())
    }

    /// The memory that pads, sockets and messages share.
    #[must_use]
    pub fn budget(&self) -> &Budget {
        &self.inner.budget
    }

    /// A new seat's id.
    #[must_use]
    pub fn next_seat(&self) -> SeatId {
        SeatId(self.inner.seats.fetch_add(1, Ordering::Relaxed))
    }

    /// Opens a new life of this pad.
    ///
    /// # Errors
    /// Where a pad of this name is alive, or there are too many.
    pub fn open(&self, name: PadName, grace: Option<Duration>) -> Result<Pad, NotOpened> {
        self.open_with(name, grace, (Begins::Empty, []))
    }

    /// The same for a pad that begins with something, or with a door or a PIN of its own: from before anyone can come in, also by a code that stands.
    ///
    /// # Errors
    /// As above.
    pub fn open_with(
        &self,
        name: PadName,
        grace: Option<Duration>,
        (begins, ways_in): (Begins, impl IntoIterator<Item = AccessChange>),
    ) -> Result<Pad, NotOpened> {
        let mut pads = self.pads();
        if pads.alive.contains_key(&name) {
            return Err(NotOpened::Alive(name));
        }
        let grace = grace.unwrap_or(self.inner.rules.grace);
        let life = self.life(grace, self.inner.rules.lifetime);
        let own_life = |epoch: &Epoch| *epoch == self.next_life(&pads, &name);
        if matches!(&begins, Begins::With { epoch, .. } if !own_life(epoch)) {
            return Err(NotOpened::JustEnded);
        }
        let pad = self.start(&mut pads, name, (life, true, begins)).ok_or(NotOpened::Full)?;
        // Nobody finds it as long as the list is held.
        ways_in.into_iter().for_each(|way| pad.access.change(way));
        // It is theirs who opened it, also where a code stands: who hosted the last life is nobody here.
        pads.before.remove(&pad.name);
        Ok(pad)
    }

    /// The life that a pad of this name would begin now.
    #[must_use]
    pub fn coming_epoch(&self, name: &PadName) -> Epoch {
        self.next_life(&self.pads(), name)
    }

    /// A life that begins now.
    fn life(&self, grace: Duration, lifetime: Duration) -> Life {
        let last_call = self.inner.rules.last_call;
        Life::new(now(), LifeTimes { grace, lifetime, last_call })
    }

    /// Begins the next life of this name, with or without the empty paragraph of our page.
    fn start(
        &self,
        pads: &mut Pads,
        name: PadName,
        (life, seeded, begins): (Life, bool, Begins),
    ) -> Option<Pad> {
        let limits = self.inner.rules.limits;
        let too_many = limits.enforced && pads.alive.len() >= limits.pads;
        if too_many || !pads.ended.has_room(unix_now()) {
            return None;
        }
        // An empty pad takes memory, too: many of them must not take it from those who write.
        let place = self.inner.budget.take(PAD_AT_REST)?;
        let epoch = self.next_life(pads, &name);
        let left = seconds(life.hard_end_in(now())).try_into().unwrap_or(u32::MAX);
        let plan = LifePlan::new(life);
        let title = Title::default();
        let (template, begun) = match begins {
            Begins::Empty => (None, None),
            Begins::InPage(template) => (Some(template), None),
            Begins::With { text, .. } => (None, Some(self.begun(epoch, &text)?)),
        };
        let terms = Terms {
            plan,
            access: self.access_of(pads, &name, epoch),
            title,
            seeded,
            resumed: false,
            begun,
            awaits: true,
            place: Some(place),
            code: None,
            files: None,
        };
        let expires = unix_now().saturating_add(left);
        Some(self.run(pads, (name, epoch, expires), (terms, template, None)))
    }

    /// A template's text in that life, as nobody's: the host's, who has not come yet.
    fn begun(&self, epoch: Epoch, text: &[u8]) -> Option<Box<Begun>> {
        let seat = self.next_seat();
        let writer = Sitter { seat, origin: None, refills: false };
        let store = seed::begun(self.inner.rules.limits.doc, epoch, text, writer)?;
        Some(Box::new(Begun { store, seat, by: None }))
    }

    /// Runs a life whose keys expire then, and puts it on the list.
    fn run(
        &self,
        pads: &mut Pads,
        (name, epoch, expires): (PadName, Epoch, u32),
        (terms, template, before): (Terms, Option<Template>, Option<Arc<LifeBefore>>),
    ) -> Pad {
        let (plan, access, title) = (terms.plan.clone(), terms.access.clone(), terms.title.clone());
        let pad = Pad {
            seeded: terms.seeded,
            code: terms.code,
            room: self.run_room(&name, epoch, terms),
            epoch,
            plan,
            access,
            title,
            template,
            before,
            expires,
            name: name.clone(),
        };
        pads.codes.open(self.code(&pad), name.clone());
        pads.alive.insert(name.clone(), pad.clone());
        if let Some(peers) = self.peers() {
            peers.opened(&pad);
        }
        self.inner.counters.count_opened();
        let _ = self.inner.events.try_send(Event { pad: name, epoch, kind: EventKind::Opened });
        pad
    }

    /// The epoch of the next life of this name: it follows from how many have ended, so that a restart with
    /// the same secret goes on with the same lives.
    fn next_life(&self, pads: &Pads, name: &PadName) -> Epoch {
        self.inner.keys.epoch(name, pads.ended.lives(name))
    }

    /// Lets somebody in by key. A valid key of a life that this process does not know and that has
    /// not ended opens it again: the browsers refill it after a restart.
    ///
    /// # Errors
    /// Why not.
    pub fn admit(&self, name: &PadName, key: &str) -> Result<Admission, Denied> {
        self.enter(name, Entrant { key, from: None, seeded: true, may_open: None })
    }

    /// The same, for who may also make the pad: by the instance's key, under any name.
    ///
    /// # Errors
    /// Why not.
    pub fn enter(&self, name: &PadName, who: Entrant<'_>) -> Result<Admission, Denied> {
        let mut pads = self.pads();
        let claims = match self.inner.keys.verify(name, who.key) {
            Ok(claims) => claims,
            Err(_) if self.inner.keys.is_instance_key(who.key) => {
                return self.enter_any(&mut pads, name, who);
            }
            // A wrong key tells of a name no more than whether it is alive at this moment.
            Err(_) if pads.alive.contains_key(name) => return Err(Denied::BadKey),
            Err(_) => return Err(Denied::Unknown),
        };
        let pass = Pass::from(claims);
        if let Some(pad) = pads.alive.get(name) {
            // With a key of another life comes the text of another life: neither flows into this
            // one.
            if pad.epoch != claims.epoch {
                return Err(Denied::Ended(pads.ended.get(name)));
            }
            learn(pad, pass);
            let role = pad.access.role(pass)?;
            who.from.map_or(Ok(()), |from| pad.access.pass_door(pass, from))?;
            return Ok(Admission { role, pass, pad: pad.clone() });
        }
        let left = claims.expires.saturating_sub(unix_now());
        // An ended life never comes back: a key of another than the next one opens nothing.
        if claims.epoch != self.next_life(&pads, name) || left == 0 {
            return Err(Denied::Ended(pads.ended.get(name)));
        }
        let lifetime = Duration::from_secs(left.into()).min(self.inner.rules.lifetime);
        let grace = self.inner.rules.grace;
        let life = self.life(grace, lifetime);
        let pad = self.start(&mut pads, name.clone(), (life, who.seeded, Begins::Empty));
        let pad = pad.ok_or(Denied::Full)?;
        // Nobody is in it yet, and its people come with what everyone wrote.
        pad.room.expect_history();
        learn(&pad, pass);
        let role = pad.access.role(pass)?;
        who.from.map_or(Ok(()), |from| pad.access.pass_door(pass, from))?;
        Ok(Admission { role, pass, pad })
    }

    /// Signs a key for a pad that is alive, as it stands in links.
    #[must_use]
    pub fn key(&self, pad: &Pad, role: Role) -> String {
        self.sign(pad, (role, pad.access.generation(role)), None)
    }

    /// Signs a key of this person's own: by it they are the same at each of their devices, and nobody
    /// else pays for what they do with it.
    #[must_use]
    pub fn own_key(&self, pad: &Pad, role: Role, person: Person) -> String {
        self.sign(pad, (role, pad.access.generation(role)), Some(person))
    }

    /// A key of this person's own, and the link's, both of the links of one generation.
    #[must_use]
    pub fn keys_of(&self, pad: &Pad, links: (Role, u16), person: Person) -> (String, String) {
        (self.sign(pad, links, Some(person)), self.sign(pad, links, None))
    }

    fn sign(&self, pad: &Pad, links: (Role, u16), person: Option<Person>) -> String {
        let ((role, generation), epoch, expires) = (links, pad.epoch, pad.expires);
        self.inner.keys.sign(&pad.name, Claims { role, epoch, generation, expires, person })
    }

    /// What a key allows, or did in a life that is over; `None` where it is no key of this pad.
    #[must_use]
    pub fn role(&self, name: &PadName, key: &str) -> Option<Role> {
        let instance = || self.inner.keys.is_instance_key(key).then_some(Pass::OF_INSTANCE.role);
        self.inner.keys.verify(name, key).ok().map(|claims| claims.role).or_else(instance)
    }

    /// The key that opens every pad by its name, where this server has one.
    #[must_use]
    pub fn instance_key(&self) -> Option<&str> {
        self.inner.keys.instance_key()
    }

    /// Whether this is that key.
    #[must_use]
    pub fn is_instance_key(&self, key: &str) -> bool {
        self.inner.keys.is_instance_key(key)
    }

    /// Whether this is a host's key of this very life.
    #[must_use]
    pub fn hosts(&self, pad: &Pad, key: &str) -> bool {
        let claims = self.inner.keys.verify(&pad.name, key).ok();
        let alive = claims.filter(|claims| claims.epoch == pad.epoch);
        alive.is_some_and(|claims| pad.access.role(claims.into()) == Ok(Role::Host))
    }

    /// Whether this is a key of any pad that is alive, or of all.
    #[must_use]
    pub fn is_key(&self, key: &str) -> bool {
        let of_alive = || {
            let pads = self.pads();
            self.claims_of(&pads, key).is_some_and(|(name, _)| pads.alive.contains_key(&name))
        };
        self.inner.keys.is_instance_key(key) || of_alive()
    }

    /// Whether this is a host's key of any pad of this server, also of one that has ended: who
    /// hosted may host again. What was taken back is none, in that life and after it.
    #[must_use]
    pub fn is_host_key(&self, key: &str) -> bool {
        let pads = self.pads();
        let Some((name, claims)) = self.claims_of(&pads, key) else { return false };
        let pass = Pass::from(claims);
        let hosts = || match pads.alive.get(&name) {
            Some(pad) if pad.epoch == claims.epoch => pad.access.role(pass) == Ok(Role::Host),
            other => {
                let now = other.map(|pad| pad.access.host_keys());
                pads.ended.has_hosted(&name, (claims.epoch, pass), now)
            }
        };
        claims.role == Role::Host && claims.expires > unix_now() && hosts()
    }

    /// What a key says, and of which pad that lives or has ended. Looked for by the life that it names, and verified with that alone:
    /// a foreign one costs no more than a look.
    fn claims_of(&self, pads: &Pads, key: &str) -> Option<(PadName, Claims)> {
        let epoch = KeyRing::claimed_epoch(key)?;
        let alive = pads.alive.iter().find(|(_, pad)| pad.epoch == epoch).map(|(name, _)| name);
        let name = alive.or_else(|| pads.ended.name_of(epoch))?;
        Some((name.clone(), self.inner.keys.verify(name, key).ok()?))
    }

    /// The pad of this name that is alive.
    #[must_use]
    pub fn get(&self, name: &PadName) -> Option<Pad> {
        self.pads().alive.get(name).cloned()
    }

    /// The file of this id, and the pad that it is in.
    #[must_use]
    pub fn file(&self, id: FileId) -> Option<(Pad, Arc<StoredFile>)> {
        let pads = self.pads();
        let mut alive = pads.alive.values();
        alive.find_map(|pad| Some((pad.clone(), pad.room.files().get(id)?)))
    }

    /// All pads that are alive, by name.
    #[must_use]
    pub fn all(&self) -> Vec<Pad> {
        let mut all: Vec<_> = self.pads().alive.values().cloned().collect();
        all.sort_by(|a, b| a.name.cmp(&b.name));
        all
    }

    /// All pads with what others may see of them.
    pub async fn overviews(&self) -> Vec<(Pad, Overview)> {
        let mut seen = Vec::new();
        for pad in self.all() {
            if let Some(overview) = pad.room.look().await {
                seen.push((pad, overview));
            }
        }
        seen
    }

    fn pads(&self) -> MutexGuard<'_, Pads> {
        lock(&self.inner.pads)
    }
}

impl Pads {
    fn remove(&mut self, name: &PadName, epoch: Epoch) -> Option<Pad> {
        if self.alive.get(name).is_none_or(|pad| pad.epoch != epoch) {
            return None;
        }
        let pad = self.alive.remove(name)?;
        self.codes.close(name);
        Some(pad)
    }
}

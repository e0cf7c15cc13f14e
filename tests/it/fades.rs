//! A pad fades when everyone has left, and what has ended stays ended. Time is paused: a day
//! passes in milliseconds.

use std::cell::Cell;
use std::io;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use bytes::Bytes;
use fadepad::base::close::CloseCode;
use fadepad::base::door::Door;
use fadepad::base::ids::{EndCause, Person, Role, SeatId};
use fadepad::base::keys::KeyRing;
use fadepad::base::limits::{
    DEAD_AFTER, KEEP_ALIVE, LAST_CALL, Limits, MAX_OWN_FRAMES, MAX_UPDATE, PAD_AT_REST,
    POLL_WINDOW, POLLS_WITHIN, PROBE_TIMEOUT, SLOW_LINE, STUCK_AFTER, SWEEP,
};
use fadepad::base::shards::Shards;
use fadepad::base::stop::Stop;
use fadepad::doors::yjs::YProtocols;
use fadepad::room::Seat;
use fadepad::room::core::retention::Retention;
use fadepad::room::core::seat_kind::SeatKind;
use fadepad::room::core::seed::seed;
use fadepad::room::lobby::ended::LastEnd;
use fadepad::room::lobby::{Denied, Environment, Lobby, NotOpened, Pad, Rules};
use fadepad::room::message::{Arrival, Event, EventKind, HostCommand, Message};
use fadepad::room::send::encoder::Sink;
use fadepad::room::send::outbound::Pipe;
use fadepad_lib0::{Reader, put_buffer, put_uint};
use fadepad_store::{Author, Store};
use fadepad_wire::awareness;
use futures_util::future::join_all;
use tokio::sync::mpsc;
use tokio::task::yield_now;
use tokio::time::{advance, timeout};

const GRACE: Duration = Duration::from_secs(900);
const DAY: Duration = Duration::from_secs(86_400);
const MOMENT: Duration = Duration::from_millis(2);

/// A connection in memory that takes at most `room` more bytes.
#[derive(Clone, Default)]
struct Memory {
    taken: Arc<Mutex<Vec<u8>>>,
    room: Arc<Mutex<usize>>,
    polled: bool,
}

impl Pipe for Memory {
    fn try_write(&self, bytes: &[u8]) -> io::Result<usize> {
        let mut room = self.room.lock().unwrap();
        let n = bytes.len().min(*room);
        if n == 0 {
            return Err(io::ErrorKind::WouldBlock.into());
        }
        *room -= n;
        self.taken.lock().unwrap().extend_from_slice(&bytes[..n]);
        Ok(n)
    }

    fn answers_within(&self) -> Duration {
        if self.polled { POLLS_WITHIN } else { PROBE_TIMEOUT }
    }
}

impl Memory {
    fn with_room(room: usize) -> Self {
        Self { room: Arc::new(Mutex::new(room)), ..Self::default() }
    }

    /// It takes so many bytes more.
    fn widen(&self, by: usize) {
        let mut room = self.room.lock().unwrap();
        *room = room.saturating_add(by);
    }

    /// How many pings, which are frames without a word, came through.
    fn pings(&self) -> usize {
        self.frames().iter().filter(|frame| frame.is_empty()).count()
    }

    /// The payloads of all whole frames so far.
    fn frames(&self) -> Vec<Vec<u8>> {
        let taken = self.taken.lock().unwrap();
        let (mut rest, mut frames) = (&taken[..], Vec::new());
        while let [_, len, ..] = *rest {
            let (head, len) = match len {
                126 => (4, usize::from(rest[2]) << 8 | usize::from(rest[3])),
                127 => (
                    10,
                    usize::try_from(u64::from_be_bytes(rest[2..10].try_into().unwrap())).unwrap(),
                ),
                len => (2, usize::from(len)),
            };
            let Some(frame) = rest.get(head..head + len) else { break };
            frames.push(frame.to_vec());
            rest = &rest[head + len..];
        }
        frames
    }
}

struct TestServer {
    lobby: Lobby,
    events: mpsc::Receiver<Event>,
}

fn house_with(keys: KeyRing) -> TestServer {
    house_of(keys, Limits::default())
}

fn house_of(keys: KeyRing, limits: Limits) -> TestServer {
    let (sender, events) = mpsc::channel(1_000);
    let rules = Rules {
        grace: GRACE,
        lifetime: DAY,
        last_call: LAST_CALL,
        door: Door::Open,
        pin: None,
        standing: false,
        limits,
    };
    let shards = Shards::start(1).unwrap();
    let environment = Environment { stop: Stop::new(), shards, events: sender, at_end: None };
    TestServer { lobby: Lobby::new(keys, rules, Vec::new(), environment), events }
}

impl TestServer {
    fn new() -> Self {
        house_with(KeyRing::random().unwrap())
    }

    fn open(&self) -> Pad {
        self.lobby.open("notes".parse().unwrap(), None).unwrap()
    }

    async fn sit(&self, pad: &Pad) -> Result<(Seat, Memory), CloseCode> {
        self.sit_with(pad, Memory::with_room(usize::MAX)).await
    }

    async fn sit_with(&self, pad: &Pad, pipe: Memory) -> Result<(Seat, Memory), CloseCode> {
        self.sit_as(pad, Role::Edit, pipe).await
    }

    async fn sit_as(
        &self,
        pad: &Pad,
        role: Role,
        pipe: Memory,
    ) -> Result<(Seat, Memory), CloseCode> {
        let arrival = Arrival {
            seat: self.lobby.next_seat(),
            kind: SeatKind::Page,
            person: Person::new().unwrap(),
            own: false,
            role,
            generation: 0,
            origin: None,
            tab: None,
        };
        let voice =
            Sink::alone(Box::new(pipe.clone()), Arc::new(YProtocols { page: true, ack: false }));
        let seat = pad.room.join(arrival, voice).await?;
        Ok((seat, pipe))
    }

    async fn ended(&mut self) -> EndCause {
        loop {
            if let EventKind::Ended(receipt) = self.events.recv().await.unwrap().kind {
                return receipt.cause;
            }
        }
    }
}

/// A presence message of one client.
fn shown(client: u64, json: &str) -> Bytes {
    shown_at(client, 1, json)
}

fn shown_at(client: u64, clock: u64, json: &str) -> Bytes {
    awareness::encode([awareness::Entry { client, clock, json }].into_iter()).into()
}

async fn state(pad: &Pad) -> Option<&'static str> {
    pad.room.look().await.map(|overview| overview.state)
}

/// Waits until the lobby has noted the end.
async fn recorded_end(server: &TestServer, pad: &Pad) {
    while server.lobby.get(&pad.name).is_some() {
        tokio::task::yield_now().await;
    }
}

#[tokio::test(start_paused = true)]
async fn a_pad_waits_for_its_first_person() {
    let server = TestServer::new();
    let pad = server.open();
    advance(GRACE * 4).await;
    assert_eq!(state(&pad).await, Some("waiting"));
}

#[tokio::test(start_paused = true)]
async fn it_fades_when_the_last_has_left_and_ends_after_the_grace() {
    let mut server = TestServer::new();
    let pad = server.open();
    let (seat, _) = server.sit(&pad).await.unwrap();
    advance(GRACE * 2).await;
    assert_eq!(state(&pad).await, Some("alive"), "never while somebody is there");
    drop(seat);
    assert_eq!(state(&pad).await, Some("fading"));
    advance(GRACE - MOMENT).await;
    assert_eq!(state(&pad).await, Some("fading"));
    let within_a_second = timeout(Duration::from_secs(1), server.ended()).await;
    assert_eq!(within_a_second.unwrap(), EndCause::Faded);
}

#[tokio::test(start_paused = true)]
async fn who_comes_in_the_last_moment_saves_it() {
    let server = TestServer::new();
    let pad = server.open();
    drop(server.sit(&pad).await.unwrap());
    assert_eq!(state(&pad).await, Some("fading"));
    advance(GRACE - MOMENT).await;
    let (_seat, _) = server.sit(&pad).await.unwrap();
    advance(GRACE * 3).await;
    assert_eq!(state(&pad).await, Some("alive"));
}

#[tokio::test(start_paused = true)]
async fn who_comes_in_the_instant_of_the_end_is_refused_whole() {
    let mut server = TestServer::new();
    let pad = server.open();
    drop(server.sit(&pad).await.unwrap());
    assert_eq!(state(&pad).await, Some("fading"));
    advance(GRACE).await;
    let late = server.sit(&pad).await;
    assert!(matches!(late, Err(CloseCode::Ended | CloseCode::Restarting)), "{:?}", late.err());
    assert_eq!(server.ended().await, EndCause::Faded);
}

#[tokio::test(start_paused = true)]
async fn an_old_key_never_opens_an_ended_pad_and_a_new_life_is_empty() {
    let mut server = TestServer::new();
    let pad = server.open();
    let old = server.lobby.key(&pad, Role::Edit);
    let (seat, _) = server.sit(&pad).await.unwrap();
    assert!(matches!(server.lobby.open(pad.name.clone(), None), Err(NotOpened::Alive(_))));
    pad.room.end().await.unwrap();
    drop(seat);
    server.ended().await;
    recorded_end(&server, &pad).await;
    assert!(matches!(server.lobby.admit(&pad.name, &old), Err(Denied::Ended(Some(_)))));
    let next = server.open();
    assert_ne!(next.epoch, pad.epoch);
    assert!(matches!(server.lobby.admit(&pad.name, &old), Err(Denied::Ended(_))));
    assert!(server.lobby.admit(&pad.name, &server.lobby.key(&next, Role::View)).is_ok());
    assert!(matches!(server.lobby.by_code(server.lobby.code(&pad)), Err(Denied::Ended(Some(_)))));
}

#[tokio::test(start_paused = true)]
async fn the_hard_end_comes_while_people_are_here() {
    let mut server = TestServer::new();
    let pad = server.open();
    let (seat, pipe) = server.sit(&pad).await.unwrap();
    let staying = async {
        loop {
            seat.heard();
            tokio::time::sleep(DEAD_AFTER / 3).await;
        }
    };
    let cause = tokio::select! { cause = server.ended() => cause, () = staying => unreachable!() };
    assert_eq!(cause, EndCause::MaxLifetime);
    let said: Vec<_> =
        pipe.frames().iter().map(|f| String::from_utf8_lossy(f).into_owned()).collect();
    assert!(
        said.iter().any(|m| m.contains(r#""ends_in_s":600"#)),
        "the last minutes are announced"
    );
    assert!(said.iter().any(|m| m.contains("max_lifetime")));
}

#[tokio::test(start_paused = true)]
async fn a_restart_with_the_same_secret_goes_on_with_the_same_life() {
    let keys = KeyRing::random().unwrap();
    let before = house_with(keys.clone());
    let pad = before.open();
    let key = before.lobby.key(&pad, Role::Edit);
    let after = house_with(keys);
    let admitted = after.lobby.admit(&pad.name, &key).unwrap();
    assert_eq!(admitted.pad.epoch, pad.epoch);
    assert_eq!(after.lobby.code(&admitted.pad), before.lobby.code(&pad));
}

#[tokio::test(start_paused = true)]
async fn a_room_that_fails_is_opened_again_with_the_same_life() {
    let mut server = TestServer::new();
    let pad = server.open();
    let (seat, _) = server.sit(&pad).await.unwrap();
    pad.room.fail().await;
    seat.room_gone().await;
    while server.events.recv().await.unwrap().kind != EventKind::Failed {}
    let again = server.lobby.get(&pad.name).unwrap();
    assert_eq!(again.epoch, pad.epoch);
    assert_eq!(state(&again).await, Some("fading"), "its people are expected back");
    let key = server.lobby.key(&pad, Role::Edit);
    let admitted = server.lobby.admit(&pad.name, &key).unwrap();
    assert!(server.sit(&admitted.pad).await.is_ok());
}

#[tokio::test(start_paused = true)]
async fn what_the_host_has_decided_survives_a_room_that_fails() {
    let hour = Duration::from_secs(3_600);
    for (decided, ends_in, fades) in [
        (Retention::Grace(hour), hour, true),
        (Retention::For(2 * hour), 2 * hour, false),
        (Retention::Always, DAY, false),
    ] {
        let mut server = TestServer::new();
        let pad = server.open();
        let begun = tokio::time::Instant::now();
        let (seat, _) = server.sit(&pad).await.unwrap();
        pad.room.steer(HostCommand::Keep(decided)).await.unwrap();
        pad.room.fail().await;
        seat.room_gone().await;
        while server.events.recv().await.unwrap().kind != EventKind::Failed {}
        let again = server.lobby.get(&pad.name).unwrap();
        let overview = again.room.look().await.unwrap();
        assert_eq!((overview.fades, overview.ends_in), (fades, Some(ends_in)), "{decided:?}");
        if let Retention::Grace(grace) = decided {
            assert_eq!((overview.grace, again.grace()), (grace, grace));
        }
        server.ended().await;
        assert_eq!(begun.elapsed().as_secs(), ends_in.as_secs(), "{decided:?}");
        let Some(LastEnd::Here(ended)) = server.lobby.last_end(&pad.name) else {
            panic!("no record")
        };
        assert_eq!(ended.receipt.grace, overview.grace, "{decided:?}: the 410 tells it");
    }
}

#[tokio::test(start_paused = true)]
async fn an_end_that_the_host_has_begun_survives_a_room_that_fails() {
    let mut server = TestServer::new();
    let pad = server.open();
    let (writer, _) = server.sit(&pad).await.unwrap();
    writer.say(Message::Update { bytes: typed(7, 0, "hello"), live: true }).await;
    pad.room.steer(HostCommand::End(Some(GRACE / 2))).await.unwrap();
    pad.room.fail().await;
    writer.room_gone().await;
    let begun = tokio::time::Instant::now();
    assert_eq!(server.ended().await, EndCause::Host);
    assert!(begun.elapsed() <= GRACE / 2 + MOMENT, "{:?}", begun.elapsed());
}

#[tokio::test(start_paused = true)]
async fn without_limits_the_memory_of_all_is_bounded_all_the_same() {
    const PADS: usize = 20;
    let memory = PADS * PAD_AT_REST;
    let limits = Limits { enforced: false, memory, pads: 1, ..Limits::default() };
    let server = house_of(KeyRing::random().unwrap(), limits);
    let open = |n: usize| server.lobby.open(format!("pad-{n}").parse().unwrap(), None);
    assert!((0..PADS).all(|n| open(n).is_ok()), "their count is not limited");
    assert!(matches!(open(PADS), Err(NotOpened::Full)));
    let first = server.lobby.get(&"pad-0".parse().unwrap()).unwrap();
    first.room.end().await.unwrap();
    recorded_end(&server, &first).await;
    tokio::task::yield_now().await;
    assert!(open(PADS).is_ok(), "what has ended gives it back");
}

#[tokio::test(start_paused = true)]
async fn large_messages_that_wait_for_a_busy_room_are_counted() {
    const LARGE: usize = 1 << 20;
    // Half of it is for what arrives, and half of that for those of one place.
    let memory = PAD_AT_REST + 12 * LARGE;
    let server = house_of(
        KeyRing::random().unwrap(),
        Limits { enforced: false, memory, ..Limits::default() },
    );
    let pad = server.open();
    let (ann, _) = server.sit(&pad).await.unwrap();
    let mut eves = Vec::new();
    for _ in 0..4 {
        eves.push(server.sit(&pad).await.unwrap().0);
    }
    let large = |eve| Seat::say(eve, Message::Update { bytes: vec![0; LARGE].into(), live: false });
    // All say it before the room hears any of it.
    join_all(eves.iter().map(large)).await;
    let full = eves.iter().map(|eve| eve.closed_with() == Some(CloseCode::Full));
    assert_eq!(full.collect::<Vec<_>>(), [false, false, false, true]);
    drop(eves);
    assert!(pad.room.look().await.is_some());
    assert!(server.lobby.budget().take(11 * LARGE).is_some(), "it is given back");
    ann.say(Message::Update { bytes: typed(7, 0, &"x".repeat(LARGE)), live: false }).await;
    assert!(pad.room.look().await.unwrap().bytes > LARGE);
    assert_eq!(ann.closed_with(), None);
}

#[tokio::test(start_paused = true)]
async fn silent_connections_are_kept_alive_and_dead_ones_found() {
    let server = TestServer::new();
    let pad = server.open();
    let (seat, pipe) = server.sit(&pad).await.unwrap();
    tokio::time::sleep(KEEP_ALIVE + Duration::from_secs(6)).await;
    assert!(pipe.frames().contains(&vec![1, 1, 0]), "an empty presence message");
    seat.heard();
    tokio::time::sleep(DEAD_AFTER + Duration::from_secs(6)).await;
    assert_eq!(seat.closed_with(), Some(CloseCode::FellBehind));
    assert!(seat.is_over());
}

#[tokio::test(start_paused = true)]
async fn a_client_that_comes_back_waits_for_its_dead_connection_for_seconds_only() {
    let server = TestServer::new();
    let pad = server.open();
    let (dead, _) = server.sit(&pad).await.unwrap();
    let here = Bytes::from_static(&[1, 7, 1, 2, b'{', b'}']);
    dead.say(Message::Presence(here.clone())).await;
    advance(PROBE_TIMEOUT + Duration::from_secs(1)).await;
    let (again, _) = server.sit(&pad).await.unwrap();
    again.say(Message::Presence(here.clone())).await;
    tokio::time::sleep(PROBE_TIMEOUT + Duration::from_secs(1)).await;
    assert_eq!(dead.closed_with(), Some(CloseCode::FellBehind));
    // One that answers stays, whoever claims to be it.
    let (eve, _) = server.sit(&pad).await.unwrap();
    for _ in 0..3 {
        tokio::time::sleep(PROBE_TIMEOUT / 2).await;
        again.heard();
        eve.say(Message::Presence(here.clone())).await;
    }
    assert_eq!(again.closed_with(), None);
}

#[tokio::test(start_paused = true)]
async fn who_answers_is_closed_by_nobodys_message() {
    let server = TestServer::new();
    let pad = server.open();
    let (anna, pipe) = server.sit(&pad).await.unwrap();
    anna.say(Message::Presence(shown_at(7, 1, "{}"))).await;
    let (eve, _) = server.sit(&pad).await.unwrap();
    for round in 0..20 {
        advance(PROBE_TIMEOUT + Duration::from_millis(100)).await;
        let before = pipe.pings();
        eve.say(Message::Presence(shown_at(7, 100 + round, "{}"))).await;
        tokio::time::sleep(Duration::from_millis(20)).await;
        assert_eq!(pipe.pings(), before + 1, "a ping");
        anna.heard(); // her pong, at once
        tokio::time::sleep(PROBE_TIMEOUT + MOMENT).await;
        assert_eq!(anna.closed_with(), None, "round {round}");
    }
}

/// She hears no ping: her sign of life is her next poll.
#[tokio::test(start_paused = true)]
async fn who_polls_is_closed_by_nobodys_message_and_who_polls_no_more_is_in_seconds() {
    let server = TestServer::new();
    let pad = server.open();
    let polled = Memory { polled: true, ..Memory::with_room(usize::MAX) };
    let (anna, _) = server.sit_with(&pad, polled).await.unwrap();
    anna.say(Message::Presence(shown_at(7, 1, "{}"))).await;
    let (eve, _) = server.sit(&pad).await.unwrap();
    let mut clock = 100;
    for poll in 0..20 {
        for _ in 0..POLL_WINDOW.as_secs() {
            clock += 1;
            eve.say(Message::Presence(shown_at(7, clock, "{}"))).await;
            tokio::time::sleep(Duration::from_secs(1)).await;
        }
        assert_eq!(anna.closed_with(), None, "poll {poll}");
        anna.heard();
    }
    tokio::time::sleep(PROBE_TIMEOUT).await;
    eve.say(Message::Presence(shown_at(7, clock + 1, "{}"))).await;
    tokio::time::sleep(POLLS_WITHIN + MOMENT).await;
    assert_eq!(anna.closed_with(), Some(CloseCode::FellBehind));
}

/// 3 MB come to her by a slow line, and somebody shows her id: the time for her answer begins when the question
/// is with her.
#[tokio::test(start_paused = true)]
async fn who_has_a_slow_line_is_closed_by_nobodys_message() {
    let server = TestServer::new();
    let pad = server.open();
    let (anna, pipe) = server.sit_with(&pad, Memory::with_room(1_000)).await.unwrap();
    anna.say(Message::Presence(shown_at(7, 1, "{}"))).await;
    let (eve, _) = server.sit(&pad).await.unwrap();
    for n in 0..3 {
        let pasted = typed(9, n * 1_000_000, &"x".repeat(1_000_000));
        eve.say(Message::Update { bytes: pasted, live: true }).await;
        advance(Duration::from_secs(1)).await;
    }
    eve.say(Message::Presence(shown_at(7, 100, "{}"))).await;
    let before = pipe.pings();
    let mut waited = 0;
    while pipe.pings() == before {
        pipe.widen(120_000);
        anna.resume().await;
        tokio::time::sleep(Duration::from_secs(1)).await;
        assert_eq!(anna.closed_with(), None, "after {waited} s, before she was asked");
        waited += 1;
    }
    assert!(waited > 5, "{waited} s");
    // What the socket took lies in front of her yet.
    tokio::time::sleep(2 * PROBE_TIMEOUT).await;
    assert_eq!(anna.closed_with(), None, "her line brings it");
    anna.heard();
    // Who took it all and says nothing is gone all the same.
    tokio::time::sleep(PROBE_TIMEOUT).await;
    eve.say(Message::Presence(shown_at(7, 101, "{}"))).await;
    tokio::time::sleep(Duration::from_secs(3_000_000 / SLOW_LINE - waited) + MOMENT).await;
    assert_eq!(anna.closed_with(), Some(CloseCode::FellBehind));
}

/// A stock client that shows nobody sends back what it hears of others all the same.
#[tokio::test(start_paused = true)]
async fn an_echo_of_who_shows_nobody_asks_nobody_anything() {
    let server = TestServer::new();
    let pad = server.open();
    let (anna, pipe) = server.sit(&pad).await.unwrap();
    anna.say(Message::Presence(shown_at(7, 3, "{}"))).await;
    for role in [Role::Edit, Role::View] {
        let (stock, _) = server.sit_as(&pad, role, Memory::with_room(usize::MAX)).await.unwrap();
        if role == Role::Edit {
            // It answers the room's question before it hears who is here.
            stock.say(Message::Update { bytes: vec![0, 0].into(), live: false }).await;
        }
        tokio::time::sleep(PROBE_TIMEOUT + MOMENT).await;
        let before = pipe.pings();
        for clock in [3, 2, 3] {
            stock.say(Message::Presence(shown_at(7, clock, "{}"))).await;
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        assert_eq!(pipe.pings(), before, "not even a ping, {role:?}");
        assert_eq!(anna.closed_with(), None);
    }
}

#[tokio::test(start_paused = true)]
async fn an_echo_of_what_the_room_said_asks_nobody_anything() {
    let server = TestServer::new();
    let pad = server.open();
    let (anna, pipe) = server.sit(&pad).await.unwrap();
    anna.say(Message::Presence(shown_at(7, 3, "{}"))).await;
    let (stock, _) = server.sit(&pad).await.unwrap();
    stock.say(Message::Presence(shown_at(8, 1, "{}"))).await;
    tokio::time::sleep(PROBE_TIMEOUT + MOMENT).await;
    let said = pipe.frames().len();
    for clock in [3, 2] {
        stock.say(Message::Presence(shown_at(7, clock, "{}"))).await;
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    assert_eq!(pipe.frames().len(), said, "not even a ping");
    tokio::time::sleep(2 * PROBE_TIMEOUT).await;
    assert_eq!(anna.closed_with(), None);
}

#[tokio::test(start_paused = true)]
async fn whoever_shows_somebodys_id_owns_nothing_of_what_she_writes() {
    let server = TestServer::new();
    let pad = server.open();
    let (anna, _) = server.sit(&pad).await.unwrap();
    let (eve, heard) = server.sit(&pad).await.unwrap();
    eve.say(Message::Presence(shown_at(7, 1, "{}"))).await;
    eve.say(Message::Presence(shown_at(7, 9, "{}"))).await;
    anna.say(Message::Update { bytes: typed(7, 0, "anna's words"), live: true }).await;
    tokio::time::sleep(Duration::from_millis(100)).await;
    assert!(
        heard.frames().iter().any(|frame| frame.windows(12).any(|part| part == b"anna's words"))
    );
}

fn typed(client: u64, clock: u64, text: &str) -> Bytes {
    let mut update = vec![1, 1];
    put_uint(&mut update, client);
    put_uint(&mut update, clock);
    match clock {
        0 => update.extend_from_slice(&[4, 1, 1, b't']),
        _ => {
            update.push(0x84);
            put_uint(&mut update, client);
            put_uint(&mut update, clock - 1);
        }
    }
    put_buffer(&mut update, text.as_bytes());
    update.push(0);
    update.into()
}

#[tokio::test(start_paused = true)]
async fn who_reads_slowly_misses_nothing_and_costs_nothing() {
    let limits = Limits { enforced: false, ..Limits::default() };
    let server = house_of(KeyRing::random().unwrap(), limits);
    let pad = server.open();
    let (writer, _) = server.sit(&pad).await.unwrap();
    let (reader, slow) = server.sit_with(&pad, Memory::with_room(700)).await.unwrap();
    let text = "x".repeat(1_000);
    for n in 0..2_000 {
        writer.say(Message::Update { bytes: typed(7, n * 1_000, &text), live: true }).await;
        if n % 20 == 0 {
            advance(Duration::from_millis(25)).await;
        }
    }
    assert_eq!(pad.room.look().await.unwrap().people.devices, 2);
    *slow.room.lock().unwrap() = usize::MAX;
    reader.resume().await;
    tokio::time::sleep(Duration::from_millis(100)).await;
    let author = || Author { seat: SeatId(1), live: false };
    let [mut all, mut copy] = [(); 2].map(|()| {
        let mut store = Store::new(Limits::default().doc);
        store.apply(author(), &seed(pad.epoch)).unwrap();
        store
    });
    for n in 0..2_000 {
        all.apply(author(), &typed(7, n * 1_000, &text)).unwrap();
    }
    for frame in slow.frames() {
        if let [0, 1 | 2, ..] = frame[..] {
            let mut message = Reader::new(&frame[2..]);
            copy.apply(author(), message.buffer().unwrap()).unwrap();
        }
    }
    assert_eq!(copy.full(), all.full());
    let bytes = slow.taken.lock().unwrap().len();
    assert!(bytes < 2_600_000, "{bytes} bytes for 2 MB of text");
}

#[tokio::test(start_paused = true)]
async fn a_wall_that_reads_slowly_finds_no_text_in_what_it_missed() {
    let server = TestServer::new();
    let pad = server.open();
    let (writer, _) = server.sit(&pad).await.unwrap();
    let slow = Memory::with_room(100);
    let arrival = Arrival {
        seat: server.lobby.next_seat(),
        kind: SeatKind::Wall,
        person: Person::new().unwrap(),
        own: false,
        role: Role::View,
        generation: 0,
        origin: None,
        tab: None,
    };
    let voice =
        Sink::alone(Box::new(slow.clone()), Arc::new(YProtocols { page: true, ack: false }));
    let wall = pad.room.join(arrival, voice).await.unwrap();
    assert!(wall.is_blocked(), "its welcome is longer");
    let text = "x".repeat(1_000);
    for n in 0..20 {
        writer.say(Message::Update { bytes: typed(7, n * 1_000, &text), live: true }).await;
        advance(Duration::from_millis(25)).await;
    }
    writer.say(Message::Presence(shown(7, "{}"))).await;
    advance(Duration::from_millis(25)).await;
    assert_eq!(pad.room.look().await.unwrap().people.devices, 1);
    *slow.room.lock().unwrap() = usize::MAX;
    wall.resume().await;
    tokio::time::sleep(Duration::from_millis(100)).await;
    let tags: Vec<u8> = slow.frames().iter().map(|frame| frame[0]).collect();
    assert_eq!(tags, [101, 101, 1], "a welcome, whose the clients are, and who is here");
}

#[tokio::test(start_paused = true)]
async fn who_asks_on_without_reading_is_let_go() {
    let limits = Limits { enforced: false, ..Limits::default() };
    let server = house_of(KeyRing::random().unwrap(), limits);
    let pad = server.open();
    let (writer, _) = server.sit(&pad).await.unwrap();
    writer.say(Message::Update { bytes: typed(7, 0, &"x".repeat(900_000)), live: true }).await;
    let (eve, _pipe) = server.sit_with(&pad, Memory::with_room(100)).await.unwrap();
    for n in 0..10 {
        // A vector of another client, so that each answer is an encoding of its own.
        eve.say(Message::StateVector(Bytes::from(vec![1, 100 + n, 1]))).await;
    }
    assert!(pad.room.look().await.is_some());
    assert!(eve.is_over(), "ten encodings of 900 kB do not wait for it");
}

#[tokio::test(start_paused = true)]
async fn who_asks_for_little_on_and_on_without_reading_is_let_go() {
    let limits = Limits { enforced: false, ..Limits::default() };
    let server = house_of(KeyRing::random().unwrap(), limits);
    let pad = server.open();
    let (eve, _pipe) = server.sit_with(&pad, Memory::with_room(1)).await.unwrap();
    for n in 0..MAX_OWN_FRAMES as u64 / 2 {
        eve.say(Message::Ping(n, None)).await;
    }
    assert!(pad.room.look().await.is_some());
    assert!(!eve.is_over(), "some answers wait for who does not read just now");
    for n in 0..MAX_OWN_FRAMES as u64 {
        eve.say(Message::Ping(n, None)).await;
    }
    assert!(pad.room.look().await.is_some());
    assert!(eve.is_over(), "not without end, however small they are");
}

/// What a guest who reads nothing asks for, which waits for them; the number says which of them.
type Asks = fn(u8) -> Vec<u8>;

/// What waits for each of them is below what may wait for one alone; together they would have all that there is.
async fn leave_memory_to_others(asks: Asks) {
    const MEMORY: usize = 16 << 20;
    let limits = Limits { memory: MEMORY, ..Limits::default() };
    let server = house_of(KeyRing::random().unwrap(), limits);
    let pad = server.open();
    let (writer, _) = server.sit(&pad).await.unwrap();
    writer.say(Message::Update { bytes: typed(7, 0, &"x".repeat(900_000)), live: true }).await;
    let mut silent = Vec::new();
    for n in 0..20 {
        let (seat, pipe) = server.sit_with(&pad, Memory::with_room(100)).await.unwrap();
        seat.say(Message::StateVector(asks(n).into())).await;
        silent.push((seat, pipe));
        // The next one who asks for all of it is told another pad.
        writer
            .say(Message::Update { bytes: typed(7, 900_000 + u64::from(n), "y"), live: true })
            .await;
    }
    tokio::time::sleep(SWEEP * 2).await;
    let waiting = silent.iter().filter(|(seat, _)| !seat.is_over()).count();
    assert!((1..=3).contains(&waiting), "{waiting} of 20: they share a quarter of {MEMORY}");
    let left = server.lobby.budget().take(MEMORY * 5 / 8);
    assert!(left.is_some(), "the rest is for pads");
    let (late, pipe) = server.sit(&pad).await.unwrap();
    late.say(Message::StateVector(Bytes::from_static(&[0]))).await;
    assert!(pad.room.look().await.is_some());
    assert!(pipe.frames().iter().any(|frame| frame.len() > 900_000), "whoever reads gets it");
}

#[tokio::test(start_paused = true)]
async fn who_asks_for_parts_and_reads_nothing_on_many_seats_leaves_memory_to_others() {
    leave_memory_to_others(|n| vec![1, 7, 1 + n]).await;
}

#[tokio::test(start_paused = true)]
async fn who_asks_for_all_of_a_pad_that_changes_and_reads_nothing_leaves_memory_to_others() {
    leave_memory_to_others(|_| vec![0]).await;
}

#[tokio::test(start_paused = true)]
async fn who_takes_nothing_is_closed_with_the_resync_code() {
    let server = TestServer::new();
    let pad = server.open();
    let (writer, _) = server.sit(&pad).await.unwrap();
    let (stuck, _pipe) = server.sit_with(&pad, Memory::with_room(100)).await.unwrap();
    writer.say(Message::Update { bytes: typed(7, 0, "hello"), live: true }).await;
    for _ in 0..10 {
        tokio::time::sleep(STUCK_AFTER / 5).await;
        stuck.heard();
        writer.heard();
    }
    assert_eq!(stuck.closed_with(), Some(CloseCode::FellBehind));
    assert_eq!(writer.closed_with(), None);
}

#[tokio::test(start_paused = true)]
async fn who_types_waits_behind_one_large_message_of_another_and_not_behind_all() {
    const TEXTS: u64 = 8;
    let server = TestServer::new();
    let pad = server.open();
    let (eve, _) = server.sit(&pad).await.unwrap();
    let (ann, hears) = server.sit(&pad).await.unwrap();
    let (brought, text) = (Cell::new(0), "x".repeat(MAX_UPDATE / 4));
    let brings = async {
        for client in 1..=TEXTS {
            let update = Message::Update { bytes: typed(client, 0, &text), live: true };
            assert!(eve.say(update).await);
            brought.set(client);
        }
    };
    let types = async {
        assert!(ann.say(Message::Update { bytes: typed(100, 0, "k"), live: true }).await);
        assert!(ann.say(Message::Ping(7, Some(100))).await);
        let pong = |frame: &Vec<u8>| frame.windows(6).any(|part| part == b"\"pong\"");
        while !hears.frames().iter().any(pong) {
            yield_now().await;
        }
        brought.get()
    };
    let ((), before) = tokio::join!(brings, types);
    assert!(
        before < TEXTS / 2,
        "{before} of {TEXTS} large texts came before a letter was answered"
    );
}

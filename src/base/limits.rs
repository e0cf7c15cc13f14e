//! Every number of the server, with its unit and its reason.

use std::time::Duration;

use fadepad_store::DocLimits;

/// What a pad takes before anybody writes: its task, its structs, and the pages that they lie in.
pub const PAD_AT_REST: usize = 32 << 10;

/// What a socket takes that says nothing.
pub const SOCKET_AT_REST: usize = 4 << 10;

/// Threads that pads are spread over: more than any machine of a meeting has cores.
pub const MAX_THREADS: u16 = 256;

/// One live update in bytes: a large paste of text fits, a file does not.
pub const MAX_UPDATE: usize = 1 << 20;

/// Any message of who only reads, in bytes: questions, and what they show of themselves.
pub const MAX_VIEWER_MESSAGE: usize = 64 << 10;

/// A text that a program adds to a pad, in bytes: as an update of Yjs it is within what one may send.
pub const MAX_APPEND: usize = 256 << 10;

/// The host's own templates: a list that people choose from.
pub const MAX_TEMPLATES: usize = 64;

/// How long a file is kept that nothing in its pad's text refers to: an upload finds its way into the text in seconds, and
/// who takes a picture out by mistake takes that back within a minute.
pub const UNMENTIONED: Duration = Duration::from_secs(60);

/// Of a file that comes in nothing may be missing for longer than this: a train's tunnel.
pub const UPLOAD_PAUSE: Duration = Duration::from_secs(15);

/// How long a file may be on its way in: 10 MiB by a phone in a crowded network, at 64 kbit/s.
pub const UPLOAD_TIME: Duration = Duration::from_secs(30 * 60);

/// Processes that read pads at once: on a small machine people who type come first.
pub const RENDERERS: usize = 2;

/// What such a process may take of a processor: forty times what the text of a long meeting takes.
pub const RENDER_CPU: Duration = Duration::from_secs(2);

/// How long it may live, also where it waits for a processor.
pub const RENDER_TIME: Duration = Duration::from_secs(10);

/// How long one waits for its turn.
pub const RENDER_PATIENCE: Duration = Duration::from_secs(15);

/// The addresses that it may use in bytes, its program among them: a full pad takes most of that.
pub const RENDER_MEMORY: u64 = 256 << 20;

/// What it reads in bytes: the largest pad that a server is started with, and what it is asked.
pub const RENDER_INPUT: usize = 64 << 20;

/// Bytes of a page with its pictures: all that a pad may have, and its text.
pub const PAGE_WITH_PICTURES: usize = 128 << 20;

/// What it writes in bytes: a full pad of signs that HTML spells out.
pub const RENDER_OUTPUT: usize = 32 << 20;

/// How long a response waits for somebody who takes nothing of it: a train's tunnel, and not a pad's life.
pub const WRITE_PATIENCE: Duration = Duration::from_secs(15);

/// How often who follows a pad hears of changes: each costs a process.
pub const TAIL_PAUSE: Duration = Duration::from_millis(500);

/// After how long one who follows a pad that could not be read is told so, and it is tried again.
pub const TAIL_AGAIN: Duration = Duration::from_secs(2);

/// Without any change who follows a pad hears a remark: proxies drop a connection that says nothing.
pub const TAIL_BEAT: Duration = Duration::from_secs(15);

/// How long an unfinished message is waited for.
pub const MESSAGE_DEADLINE: Duration = Duration::from_secs(10);

/// Bytes that begin that time anew: a pad of 8 MiB comes by a slow line within minutes.
pub const MESSAGE_PROGRESS: u64 = 512 << 10;

/// A fragment of fewer bytes counts like a message; browsers cut long ones into larger pieces.
pub const SMALL_FRAGMENT: u64 = 1 << 10;

/// One presence state in bytes: a name, a colour and a cursor take 300.
pub const MAX_PRESENCE: usize = 8 << 10;

/// Client ids that one seat may show in presence.
pub const PRESENCE_IDS: usize = 4;

/// How long the clock of a client that left is kept, so that late echoes don't bring it back.
pub const PRESENCE_MEMORY: Duration = Duration::from_secs(60);

/// Without other traffic an empty presence frame goes out: y-websocket drops a connection that
/// brought no message for 30 s, and WebSocket pings don't count for it.
pub const KEEP_ALIVE: Duration = Duration::from_secs(15);

/// A seat that was silent for this long is pinged.
pub const PING_AFTER: Duration = Duration::from_secs(20);

/// A seat that was silent for this long is gone: two pings were not answered.
pub const DEAD_AFTER: Duration = Duration::from_secs(45);

/// A seat whose client ids somebody else brings, and that was silent for this long, is pinged; after
/// as long without an answer it is gone. A client that came back on another network waits for it. The
/// time begins when the ping, and all before it, is with the guest.
pub const PROBE_TIMEOUT: Duration = Duration::from_secs(3);

/// The same for who polls and so hears no ping: a poll takes [`POLL_WINDOW`], and its answer a while.
pub const POLLS_WITHIN: Duration = Duration::from_secs(20);

/// Bytes a second that a slow line brings to a guest: half of what a crowded network gives to a phone.
pub const SLOW_LINE: u64 = 64 << 10;

/// A seat whose socket took not a byte for this long is closed; it comes back and resyncs.
pub const STUCK_AFTER: Duration = Duration::from_secs(30);

/// How often a room looks after its seats: a third of the shortest of the times above.
pub const SWEEP: Duration = Duration::from_secs(5);

/// Bytes of frames that a room remembers for seats whose sockets are full; who needs older ones
/// gets one delta since their mark.
pub const MAX_LOG: usize = 256 << 10;

/// A frame of fewer bytes that waits is not counted: there are at most [`MAX_OWN_FRAMES`] of them.
pub const SMALL_FRAME: usize = 1 << 10;

/// Frames for one seat alone that wait for its full socket: a client that asks on without reading
/// has fallen behind.
pub const MAX_OWN_FRAMES: usize = 64;

/// Bytes of such frames. One may be larger: a whole pad for who has just joined.
pub const MAX_OWN_BYTES: usize = 1 << 20;

/// State vectors that one seat may send in a second, and at once: a client sends one when it
/// connects, and each is answered with an encoding of what it lacks.
pub const MAX_ASKS: (u32, u32) = (2, 20);

/// Messages that wait for a room, over all its seats. Each seat sends one at a time, so this only
/// smooths bursts.
pub const ROOM_INBOX: usize = 256;

/// A room gathers the updates of a tick when it is busy: at least this long, unnoticed by people.
pub const MIN_TICK: Duration = Duration::from_millis(2);

/// At most this long: with the network it stays below the 100 ms that people notice.
pub const MAX_TICK: Duration = Duration::from_millis(20);

/// A tick is this many times the smoothed cost of a flush, so that a room writes for at most a
/// eighteenth of a core. With 14 a room of 50 costs a tenth more, and its delay is 1 ms less.
pub const TICK_PER_COST: u32 = 18;

/// Updates of a viewer that are refused before they are shown out: one keystroke can be several.
pub const MAX_REFUSED: u32 = 8;

/// How often a seat is asked again for what it seems to lack: an answer takes a fraction of it, and
/// what eight sockets brought out of order is whole after four.
pub const ASK_AGAIN: Duration = Duration::from_millis(500);

/// The same while nobody knows more: a part may wait for what its sender never had.
pub const ASK_SELDOM: Duration = Duration::from_secs(16);

/// Topics that one Phoenix socket may join, as Phoenix itself has it.
pub const MAX_TOPICS: usize = 100;

/// Joins that one Phoenix socket may ask for in a second, and at once: each is answered with a whole
/// pad, and a client that comes back joins all its topics again.
pub const MAX_JOINS: (u32, u32) = (2, 120);

/// A Phoenix socket that was silent for this long is closed: its client beats every 30 s.
pub const IDLE: Duration = Duration::from_secs(60);

/// How often a door renews the presence of people who cannot do it: y-protocols drops whoever was
/// not renewed for 30 s.
pub const RENEWAL: Duration = Duration::from_secs(15);

/// How long a poll waits for something to say: below the deadline of a request.
pub const POLL_WINDOW: Duration = Duration::from_secs(8);

/// Bytes of text that wait for a poll; who polls too slowly finds the rest in their room's log.
pub const MAX_MAILBOX: usize = 64 << 10;

/// The largest body of a request that no session of somebody in a pad stands behind.
pub const BEFORE_SESSION: usize = 16 << 10;

/// Sockets and polling sessions that have shown no key yet: in all, and of one address. A key that comes
/// with the request is shown at once; only who joins by a later message is among them.
pub const MAX_STRANGERS: (usize, usize) = (64, 8);

/// How long they have to show one.
pub const JOIN_DEADLINE: Duration = Duration::from_secs(5);

/// Connections of one address that owe a request: six of a browser that opens the page, in a room that
/// stands behind one address.
pub const MAX_HALF_OPEN: usize = 64;

/// Bytes that are read of a Phoenix socket before it has joined anything: a few messages. Its key is
/// checked no earlier than that.
pub const BEFORE_JOIN: usize = 64 << 10;

/// How long a header may take to arrive; also a request's body.
pub const HEADER_DEADLINE: Duration = Duration::from_secs(10);

/// The largest header of a request, in bytes.
pub const MAX_HEADER: usize = 16 << 10;

/// The largest body of a request to the API, in bytes: a code, a name, a PIN.
pub const MAX_BODY: usize = 16 << 10;

/// Connections beside the sockets of rooms: pages and API calls, each a moment long.
pub const MAX_PAGE_CONNECTIONS: usize = 512;

/// Ended pads whose epochs are remembered: 24 h of one pad every ten seconds.
pub const MAX_ENDED: usize = 8_640;

/// People of one pad about whom its host has decided something, and addresses: more than any room holds.
pub const MAX_DECIDED: usize = 1_024;

/// Events on their way to terminal and tray; what does not fit is dropped.
pub const EVENT_QUEUE: usize = 1_024;

/// How long after people left freed memory is given back to the system: others may be leaving too.
pub const GIVE_BACK_AFTER: Duration = Duration::from_secs(4);

/// The same after people came: what they all got is forgotten at the second [`SWEEP`].
pub const GIVE_BACK_RESTED: Duration = Duration::from_secs(11);

/// How long the copy of a pad may take to reach its disk.
pub const SAVE_TIME: Duration = Duration::from_secs(10);

/// How long after the signal to stop a text is still read for its copy: later it is kept as it is, so that reading and
/// [`SAVE_TIME`] together fit into [`STOP_GRACE`] and [`SAVE_TIME`].
pub const STOP_READS: Duration = Duration::from_secs(3);

/// How long a program may take that is told of an end.
pub const ON_END_TIME: Duration = Duration::from_secs(10);

/// Such programs at once: pads may end by the hundred.
pub const ON_END_AT_ONCE: usize = 4;

/// How long people have to go over to the machine that takes their pad: a phone is unlocked, an address typed.
pub const HAND_ON_WITHIN: Duration = Duration::from_secs(60);

/// A machine that takes a pad and is silent for so long has failed: the pad stays.
pub const TAKER_GONE: Duration = Duration::from_secs(10);

/// Addresses at which a machine says that it is found.
pub const MAX_ADDRESSES: usize = 8;

/// Machines with one pad of which a room knows who is there: more than a cluster has.
pub const MAX_NODES: usize = 256;

/// People of one pad at one machine that are told to the others one by one.
pub const MAX_TOLD_PEOPLE: usize = 1_024;

/// Clients of presence at all other machines together.
pub const MAX_PRESENCE_ELSEWHERE: usize = 8_192;

/// How long after its grace a pad that several machines have is over at the latest: a dead machine counts for 10 s, and 2 s are
/// for who knows better.
pub const DECIDED_WITHIN: Duration = Duration::from_secs(15);

/// How long stopping may take before the server leaves what hangs.
pub const STOP_GRACE: Duration = Duration::from_secs(5);

/// A guest who was told goodbye and sends nothing for so long has nothing on its way any more.
pub const DRAINED: Duration = Duration::from_millis(200);

/// How long a closing socket may take to say goodbye.
pub const CLOSE_GRACE: Duration = Duration::from_secs(3);

/// The longest countdown to an end by the host.
pub const LONGEST_COUNTDOWN: Duration = Duration::from_secs(3_600);

/// How long everyone is offered a copy before an end that finds people: time to read, to choose and
/// to save on a phone.
pub const LAST_CALL: Duration = Duration::from_secs(60);

/// What people may ask for on top, and how often in all.
pub const ANOTHER: Duration = Duration::from_secs(60);

/// How often in one end, by everyone together.
pub const EXTENSIONS: u8 = 2;

/// Between the last answer and the end: who has copied the text may want a file too, and the host
/// may still be choosing one.
pub const ALL_ANSWERED: Duration = Duration::from_secs(10);

/// Before the end where nobody is asked but who ends it: their page has offered a copy before.
pub const ALONE: Duration = Duration::from_secs(2);

/// Between the last leave and the end: a phone that lost its network is back within seconds.
pub const COMES_BACK: Duration = Duration::from_secs(5);

/// The longest last call on termination, with all that is asked for: systemd kills 90 s after it has
/// asked, and [`STOP_GRACE`] comes after the end. What keeps copies and tells programs takes its time from it.
pub const STOP_WITHIN: Duration = Duration::from_secs(80);

/// The shortest time that a host can choose: below it a reload of the page would end the pad.
pub const SHORTEST_LIFE: Duration = Duration::from_secs(1);

/// From a tenth of its life, or this long before its hard end, a pad says when it ends.
pub const LAST_MINUTES: Duration = Duration::from_secs(600);

/// What a server takes: flags change it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// What one pad may hold.
    pub doc: DocLimits,
    /// Bytes of one file that somebody brings: the photo of a phone as it is, or a long PDF.
    pub file: usize,
    /// Bytes of all files of one pad.
    pub files: usize,
    /// Pads at once: 256 × 8 MiB is what a small server has.
    pub pads: usize,
    /// Bytes of all pads together.
    pub memory: usize,
    /// Distinct people in one pad.
    pub people: usize,
    /// Seats in one pad.
    pub seats: usize,
    /// Sockets in all.
    pub sockets: usize,
    /// Sockets of one address: a lecture hall may stand behind one.
    pub sockets_per_address: usize,
    /// Messages a second from one seat; fast typing with a cursor is below 30.
    pub messages: u32,
    /// Messages at once, after a silence.
    pub messages_burst: u32,
    /// Bytes a second from one seat. The burst is the pad's cap: a first sync may bring it whole.
    pub bytes: u32,
    /// Whether counts, rates and waiting penalties are enforced. Sizes and checks always are.
    pub enforced: bool,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            doc: DocLimits::default(),
            file: 10 << 20,
            files: 50 << 20,
            pads: 256,
            memory: 1 << 30,
            people: 300,
            seats: 300,
            sockets: 2_000,
            sockets_per_address: 200,
            messages: 100,
            messages_burst: 500,
            bytes: 1 << 20,
            enforced: true,
        }
    }
}

/// How long a thread may take to begin something new before the server counts as not ready: people notice a second.
pub const READY_WITHIN: Duration = Duration::from_secs(1);

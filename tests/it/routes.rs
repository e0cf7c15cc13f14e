//! Every address of the server, from its own table, with what each says to whom: a row of that table
//! without an expectation here fails.

use crate::support::{Guest, PATIENCE, Plan, TestServer};
use fadepad::base::door::Door;
use fadepad::base::ids::{Person, Role};
use fadepad::base::keys::KeyRing;
use fadepad::room::core::access_change::AccessChange;
use fadepad::room::lobby::Pad;
use fadepad::room::message::HostCommand;
use fadepad::server::ROUTES;
use futures_util::StreamExt as _;
use futures_util::future::ready;
use futures_util::stream;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::time::timeout;

/// Whose key comes with a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Whose {
    Nobodys,
    View,
    Edit,
    Host,
    /// The host's of another pad that is open here.
    Elsewhere,
    /// The host's of an ended life of the pad that is asked for.
    Former,
    /// A guest's own, who writes.
    Own,
    /// That of the instance, which reads and writes in every pad and hosts none.
    Instance,
}

const ALL: [Whose; 8] = [
    Whose::Nobodys,
    Whose::View,
    Whose::Edit,
    Whose::Host,
    Whose::Elsewhere,
    Whose::Former,
    Whose::Own,
    Whose::Instance,
];

/// What an address says: to all the same, or to each of [`ALL`] in that order.
enum Says {
    All(u16),
    Each([u16; 8]),
}
use Says::{All, Each};

/// What an address says, by method: (row of the table, an address of it, method, status).
const EXPECTED: &[(&str, &str, &str, Says)] = &[
    ("/", "/", "GET", All(200)),
    ("/new", "/new", "GET", All(200)),
    // Which codes are known is told to who tries one alone, by POST.
    ("/j/CODE", "/j/{code}", "GET", All(200)),
    ("/j/CODE", "/j/ZZZZZZ", "GET", All(200)),
    ("/J/CODE", "/J/{code}", "GET", All(200)),
    ("/d/CODE", "/d/0123456789", "GET", All(200)),
    ("/D/CODE", "/D/0123456789", "GET", All(200)),
    ("/p/NAME", "/p/notes", "GET", All(200)),
    ("/p/NAME", "/p/gone", "GET", All(410)),
    ("/p/NAME", "/p/nobody", "GET", All(404)),
    ("/p/NAME", "/p/no%20name", "GET", All(404)),
    ("/p/NAME.md", "/p/notes.md", "GET", Each([401, 200, 200, 200, 401, 410, 200, 200])),
    ("/p/NAME.md", "/p/gone.md", "GET", Each([404, 404, 404, 404, 404, 410, 404, 410])),
    ("/p/NAME.txt", "/p/notes.txt", "GET", Each([401, 200, 200, 200, 401, 410, 200, 200])),
    ("/p/NAME.txt", "/p/gone.txt", "GET", Each([404, 404, 404, 404, 404, 410, 404, 410])),
    ("/p/NAME.html", "/p/notes.html", "GET", Each([401, 200, 200, 200, 401, 410, 200, 200])),
    ("/p/NAME.html", "/p/gone.html", "GET", Each([404, 404, 404, 404, 404, 410, 404, 410])),
    ("/p/NAME.json", "/p/notes.json", "GET", Each([401, 200, 200, 200, 401, 410, 200, 200])),
    ("/p/NAME.json", "/p/gone.json", "GET", Each([404, 404, 404, 404, 404, 410, 404, 410])),
    ("/p/NAME/tail", "/p/notes/tail", "GET", Each([401, 200, 200, 200, 401, 410, 200, 200])),
    ("/p/NAME/tail", "/p/gone/tail", "GET", Each([404, 404, 404, 404, 404, 410, 404, 410])),
    // Its id is the key to it, and nobody has brought one.
    ("/f/ID", "/f/00000000000000000000000000000009", "GET", All(404)),
    ("/wall/NAME", "/wall/notes", "GET", All(200)),
    ("/wall/NAME", "/wall/gone", "GET", All(410)),
    ("/index.html", "/index.html", "GET", All(200)),
    ("/assets/FILE", "{asset}", "GET", All(200)),
    ("/assets/FILE", "/assets/none.js", "GET", All(404)),
    ("/open/TOKEN", "/open/0123456789abcdef", "GET", All(404)),
    ("/open/TOKEN", "{entrance}", "GET", All(303)),
    ("/h/CODE", "/h/0123456789", "GET", All(404)),
    ("/h/CODE", "{host_link}", "GET", All(303)),
    // No key opens it, but a token that lies in a file of this machine.
    ("/hand-over", "/hand-over", "POST", All(404)),
    ("/hand-over", "/hand-over", "GET", All(404)),
    ("/hand-over", "/hand-over", "PATCH", All(404)),
    ("/hand-over", "/hand-over", "DELETE", All(404)),
    ("/reach/EPOCH", "/reach/0123456789abcdef", "GET", All(404)),
    ("/licenses", "/licenses", "GET", All(200)),
    ("/healthz", "/healthz", "GET", All(200)),
    ("/readyz", "/readyz", "GET", All(200)),
    ("/metrics", "/metrics", "GET", All(200)),
    ("/api/v1/info", "/api/v1/info", "GET", All(200)),
    ("/api/v1/openapi.json", "/api/v1/openapi.json", "GET", All(200)),
    ("/api/v1/neighbours", "/api/v1/neighbours", "GET", All(200)),
    ("/api/v1/join", "/api/v1/join", "POST", All(200)),
    ("/api/v1/devices", "/api/v1/devices", "POST", All(404)),
    // Who hosted here may host again, until that key's time is over.
    ("/api/v1/pads", "/api/v1/pads", "GET", Each([403, 403, 403, 200, 200, 200, 403, 200])),
    ("/api/v1/pads", "/api/v1/pads", "POST", Each([403, 403, 403, 201, 201, 201, 403, 403])),
    (
        "/api/v1/pads/NAME",
        "/api/v1/pads/notes",
        "GET",
        Each([401, 200, 200, 200, 401, 410, 200, 200]),
    ),
    (
        "/api/v1/pads/NAME",
        "/api/v1/pads/notes",
        "PATCH",
        Each([401, 403, 403, 200, 401, 410, 403, 403]),
    ),
    (
        "/api/v1/pads/NAME",
        "/api/v1/pads/notes",
        "DELETE",
        Each([401, 403, 403, 200, 401, 410, 403, 403]),
    ),
    // Who has no key of an ended pad hears of it no more than of one that never was.
    (
        "/api/v1/pads/NAME",
        "/api/v1/pads/gone",
        "GET",
        Each([404, 404, 404, 404, 404, 410, 404, 410]),
    ),
    (
        "/api/v1/pads/NAME",
        "/api/v1/pads/gone",
        "PATCH",
        Each([404, 404, 404, 404, 404, 410, 404, 410]),
    ),
    (
        "/api/v1/pads/NAME",
        "/api/v1/pads/gone",
        "DELETE",
        Each([404, 404, 404, 404, 404, 410, 404, 410]),
    ),
    ("/api/v1/pads/NAME", "/api/v1/pads/nobody", "GET", All(404)),
    (
        "/api/v1/pads/NAME/people",
        "/api/v1/pads/notes/people",
        "GET",
        Each([401, 403, 403, 200, 401, 410, 403, 403]),
    ),
    (
        "/api/v1/pads/NAME/people/PERSON",
        "/api/v1/pads/notes/people/00000000000000000000000000000009",
        "PATCH",
        Each([401, 403, 403, 200, 401, 410, 403, 403]),
    ),
    (
        "/api/v1/pads/NAME/people/PERSON",
        "/api/v1/pads/notes/people/00000000000000000000000000000009",
        "DELETE",
        Each([401, 403, 403, 200, 401, 410, 403, 403]),
    ),
    ("/api/v1/pads/NAME/people/PERSON", "/api/v1/pads/notes/people/nobody", "PATCH", All(404)),
    (
        "/api/v1/pads/NAME/key",
        "/api/v1/pads/notes/key",
        "POST",
        Each([401, 200, 200, 200, 401, 410, 200, 200]),
    ),
    // Who knocks has no key, and these have no knock.
    ("/api/v1/pads/NAME/knock", "/api/v1/pads/notes/knock", "POST", All(400)),
    ("/api/v1/pads/NAME/knock", "/api/v1/pads/nobody/knock", "POST", All(400)),
    (
        "/api/v1/pads/NAME/knocks",
        "/api/v1/pads/notes/knocks",
        "GET",
        Each([401, 403, 403, 200, 401, 410, 403, 403]),
    ),
    (
        "/api/v1/pads/NAME/knocks/PERSON",
        "/api/v1/pads/notes/knocks/00000000000000000000000000000009",
        "POST",
        Each([401, 403, 403, 400, 401, 410, 403, 403]),
    ),
    (
        "/api/v1/pads/NAME/devices",
        "/api/v1/pads/notes/devices",
        "POST",
        Each([401, 403, 403, 403, 401, 410, 201, 403]),
    ),
    (
        "/api/v1/pads/NAME/links",
        "/api/v1/pads/notes/links",
        "POST",
        Each([401, 403, 403, 201, 401, 410, 403, 403]),
    ),
    (
        "/api/v1/pads/NAME/afresh",
        "/api/v1/pads/notes/afresh",
        "POST",
        Each([401, 403, 403, 400, 401, 410, 403, 403]),
    ),
    (
        "/api/v1/pads/NAME/hand-on",
        "/api/v1/pads/notes/hand-on",
        "POST",
        Each([401, 403, 403, 200, 401, 410, 403, 403]),
    ),
    (
        "/api/v1/pads/NAME/append",
        "/api/v1/pads/notes/append",
        "POST",
        Each([401, 403, 200, 200, 401, 410, 200, 200]),
    ),
    (
        "/api/v1/pads/NAME/import",
        "/api/v1/pads/notes/import",
        "POST",
        Each([401, 403, 200, 200, 401, 410, 200, 200]),
    ),
    (
        "/api/v1/pads/NAME/files",
        "/api/v1/pads/notes/files",
        "POST",
        Each([401, 403, 400, 400, 401, 410, 400, 400]),
    ),
    (
        "/api/v1/pads/NAME/export",
        "/api/v1/pads/notes/export",
        "GET",
        Each([401, 200, 200, 200, 401, 410, 200, 200]),
    ),
    (
        "/api/v1/pads/NAME/dropped",
        "/api/v1/pads/notes/dropped",
        "POST",
        // The key of a link is many people's, and answers for none of them.
        Each([401, 403, 403, 403, 401, 403, 404, 401]),
    ),
    (
        "/api/v1/pads/NAME/dropped",
        "/api/v1/pads/gone/dropped",
        "POST",
        Each([401, 401, 401, 401, 401, 403, 401, 401]),
    ),
    // What a host decides there, by each field.
    (
        "/api/v1/pads/NAME",
        "/api/v1/pads/notes title",
        "PATCH",
        Each([401, 403, 403, 200, 401, 410, 403, 403]),
    ),
    (
        "/api/v1/pads/NAME",
        "/api/v1/pads/notes door",
        "PATCH",
        Each([401, 403, 403, 200, 401, 410, 403, 403]),
    ),
    (
        "/api/v1/pads/NAME",
        "/api/v1/pads/notes pin",
        "PATCH",
        Each([401, 403, 403, 200, 401, 410, 403, 403]),
    ),
    (
        "/api/v1/pads/NAME",
        "/api/v1/pads/notes writing",
        "PATCH",
        Each([401, 403, 403, 200, 401, 410, 403, 403]),
    ),
    (
        "/api/v1/pads/NAME",
        "/api/v1/pads/notes unknown",
        "PATCH",
        Each([401, 403, 403, 422, 401, 410, 403, 403]),
    ),
    // Behind a door that is shut, and before one where people knock.
    ("/p/NAME.md", "/p/shut.md", "GET", Each([401, 403, 403, 200, 401, 401, 200, 200])),
    ("/p/NAME/tail", "/p/shut/tail", "GET", Each([401, 403, 403, 200, 401, 401, 200, 200])),
    (
        "/api/v1/pads/NAME/key",
        "/api/v1/pads/shut/key",
        "POST",
        Each([401, 403, 403, 200, 401, 401, 200, 200]),
    ),
    (
        "/api/v1/pads/NAME/devices",
        "/api/v1/pads/shut/devices",
        "POST",
        Each([401, 403, 403, 403, 401, 401, 201, 403]),
    ),
    (
        "/api/v1/pads/NAME/append",
        "/api/v1/pads/shut/append",
        "POST",
        Each([401, 403, 403, 200, 401, 401, 200, 200]),
    ),
    (
        "/api/v1/pads/NAME/import",
        "/api/v1/pads/shut/import",
        "POST",
        Each([401, 403, 403, 200, 401, 401, 200, 200]),
    ),
    (
        "/api/v1/pads/NAME/files",
        "/api/v1/pads/shut/files",
        "POST",
        Each([401, 403, 403, 400, 401, 401, 400, 400]),
    ),
    (
        "/api/v1/pads/NAME/export",
        "/api/v1/pads/shut/export",
        "GET",
        Each([401, 403, 403, 200, 401, 401, 200, 200]),
    ),
    (
        "/api/v1/pads/NAME/links",
        "/api/v1/pads/shut/links",
        "POST",
        Each([401, 403, 403, 201, 401, 401, 403, 403]),
    ),
    (
        "/api/v1/pads/NAME/knocks",
        "/api/v1/pads/shut/knocks",
        "GET",
        Each([401, 403, 403, 200, 401, 401, 403, 403]),
    ),
    (
        "/api/v1/pads/NAME",
        "/api/v1/pads/shut",
        "GET",
        Each([401, 200, 200, 200, 401, 401, 200, 200]),
    ),
    (
        "/api/v1/pads/NAME",
        "/api/v1/pads/shut",
        "PATCH",
        Each([401, 403, 403, 200, 401, 401, 403, 403]),
    ),
    (
        "/api/v1/pads/NAME",
        "/api/v1/pads/shut",
        "DELETE",
        Each([401, 403, 403, 200, 401, 401, 403, 403]),
    ),
    ("/p/NAME.md", "/p/knock.md", "GET", Each([401, 403, 403, 200, 401, 401, 200, 200])),
    ("/p/NAME/tail", "/p/knock/tail", "GET", Each([401, 403, 403, 200, 401, 401, 200, 200])),
    (
        "/api/v1/pads/NAME/key",
        "/api/v1/pads/knock/key",
        "POST",
        Each([401, 202, 202, 200, 401, 401, 200, 200]),
    ),
    (
        "/api/v1/pads/NAME/devices",
        "/api/v1/pads/knock/devices",
        "POST",
        Each([401, 403, 403, 403, 401, 401, 201, 403]),
    ),
    (
        "/api/v1/pads/NAME/append",
        "/api/v1/pads/knock/append",
        "POST",
        Each([401, 403, 403, 200, 401, 401, 200, 200]),
    ),
    (
        "/api/v1/pads/NAME/import",
        "/api/v1/pads/knock/import",
        "POST",
        Each([401, 403, 403, 200, 401, 401, 200, 200]),
    ),
    (
        "/api/v1/pads/NAME/export",
        "/api/v1/pads/knock/export",
        "GET",
        Each([401, 403, 403, 200, 401, 401, 200, 200]),
    ),
    (
        "/api/v1/pads/NAME/links",
        "/api/v1/pads/knock/links",
        "POST",
        Each([401, 403, 403, 201, 401, 401, 403, 403]),
    ),
    (
        "/api/v1/pads/NAME/knocks",
        "/api/v1/pads/knock/knocks",
        "GET",
        Each([401, 403, 403, 200, 401, 401, 403, 403]),
    ),
    (
        "/api/v1/pads/NAME",
        "/api/v1/pads/knock",
        "GET",
        Each([401, 200, 200, 200, 401, 401, 200, 200]),
    ),
    (
        "/api/v1/pads/NAME",
        "/api/v1/pads/knock",
        "PATCH",
        Each([401, 403, 403, 200, 401, 401, 403, 403]),
    ),
    (
        "/api/v1/pads/NAME",
        "/api/v1/pads/knock",
        "DELETE",
        Each([401, 403, 403, 200, 401, 401, 403, 403]),
    ),
    // In a last call.
    ("/p/NAME.md", "/p/called.md", "GET", Each([401, 200, 200, 200, 401, 401, 200, 200])),
    ("/p/NAME/tail", "/p/called/tail", "GET", Each([401, 200, 200, 200, 401, 401, 200, 200])),
    (
        "/api/v1/pads/NAME/key",
        "/api/v1/pads/called/key",
        "POST",
        Each([401, 200, 200, 200, 401, 401, 200, 200]),
    ),
    (
        "/api/v1/pads/NAME/append",
        "/api/v1/pads/called/append",
        "POST",
        Each([401, 403, 200, 200, 401, 401, 200, 200]),
    ),
    (
        "/api/v1/pads/NAME/import",
        "/api/v1/pads/called/import",
        "POST",
        Each([401, 403, 200, 200, 401, 401, 200, 200]),
    ),
    (
        "/api/v1/pads/NAME/files",
        "/api/v1/pads/called/files",
        "POST",
        Each([401, 403, 400, 400, 401, 401, 400, 400]),
    ),
    (
        "/api/v1/pads/NAME/export",
        "/api/v1/pads/called/export",
        "GET",
        Each([401, 200, 200, 200, 401, 401, 200, 200]),
    ),
    (
        "/api/v1/pads/NAME/links",
        "/api/v1/pads/called/links",
        "POST",
        Each([401, 403, 403, 201, 401, 401, 403, 403]),
    ),
    (
        "/api/v1/pads/NAME/afresh",
        "/api/v1/pads/called/afresh",
        "POST",
        Each([401, 403, 403, 400, 401, 401, 403, 403]),
    ),
    (
        "/api/v1/pads/NAME",
        "/api/v1/pads/called",
        "GET",
        Each([401, 200, 200, 200, 401, 401, 200, 200]),
    ),
    (
        "/api/v1/pads/NAME",
        "/api/v1/pads/called",
        "PATCH",
        Each([401, 403, 403, 200, 401, 401, 403, 403]),
    ),
    (
        "/api/v1/pads/NAME",
        "/api/v1/pads/called",
        "DELETE",
        Each([401, 403, 403, 200, 401, 401, 403, 403]),
    ),
    ("/api/v1/join", "/api/v1/join wrong", "POST", All(404)),
    ("/socket/longpoll", "/socket/longpoll", "GET", All(200)),
    ("/socket/longpoll", "/socket/longpoll", "POST", All(200)),
    ("/socket/longpoll", "/socket/longpoll", "OPTIONS", All(204)),
    // Who may come in is told by a close code, which browsers show: here the upgrade is all.
    ("/socket/websocket", "/socket/websocket", "GET", All(101)),
    ("/ws", "/ws", "GET", All(101)),
    ("/ws/NAME", "/ws/notes", "GET", All(101)),
    ("/hocuspocus", "/hocuspocus", "GET", All(101)),
    // Here as well: whoever is refused gets a tunnel, and is told in it.
    ("/poll/NAME", "/poll/notes", "POST", All(201)),
    ("/poll/NAME", "/poll/gone", "POST", All(201)),
    ("/poll/NAME/TUNNEL", "/poll/notes/0123456789abcdef", "GET", All(400)),
    ("/poll/NAME/TUNNEL", "/poll/notes/0123456789abcdef", "POST", All(400)),
    ("/poll/NAME/TUNNEL", "/poll/notes/0123456789abcdef", "DELETE", All(410)),
];

/// The addresses that are for sockets alone: whatever else comes there is shown the upgrade.
const SOCKETS: [&str; 4] = ["/socket/websocket", "/ws", "/ws/NAME", "/hocuspocus"];

const METHODS: [&str; 8] = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "PROPFIND"];

const UPGRADE: &str = "Connection: upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n\
                       Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";

/// A server with a pad that lives for the second time, one of another name, and one that has ended.
struct Street {
    server: TestServer,
    former: String,
    gone: String,
    elsewhere: String,
    instance: String,
    /// Who is asked in a last call.
    _ann: Guest,
}

impl Street {
    async fn new() -> Self {
        let keys = KeyRing::random().unwrap().with_instance_key(None).unwrap();
        let instance = keys.instance_key().unwrap().to_owned();
        let plan = Plan { keys, standing: true, ..Plan::default() };
        let mut server = TestServer::with(plan).await;
        let lobby = server.state.lobby.clone();
        let open = |name: &str| lobby.open(name.parse().unwrap(), None).unwrap();
        let (former, gone) = (server.key(Role::Host), lobby.key(&open("gone"), Role::Host));
        for (pad, key) in [("notes", &former), ("gone", &gone)] {
            let ended = server.api("DELETE", &format!("pads/{pad}"), key, r#"{"in_s":0}"#).await;
            assert_eq!(ended.0, 200, "{pad}");
        }
        server.pad = open("notes");
        let elsewhere = lobby.key(&open("other"), Role::Host);
        for (pad, door) in [("shut", Door::Closed), ("knock", Door::Knock)] {
            let shut = HostCommand::Access(AccessChange::Door(door));
            open(pad).room.steer(shut).await;
        }
        let called = open("called");
        let key = lobby.key(&called, Role::Edit);
        let url = format!("ws://{}/ws/called?key={key}&x=1", server.address);
        let mut ann = Guest::at(&url).await;
        // An empty pad ends at once.
        ann.sync().await;
        ann.type_("words").await;
        ann.saved().await;
        called.room.steer(HostCommand::End(None)).await;
        Self { server, former, gone, elsewhere, instance, _ann: ann }
    }

    /// The pad that an address is about; where there is none, that of notes.
    fn pad(&self, path: &str) -> Pad {
        let mut words = path.split(['/', '.']);
        let named = words.find_map(|word| {
            let known = ["shut", "knock", "called"].contains(&word);
            known.then(|| self.server.state.lobby.get(&word.parse().unwrap()))
        });
        // What knocks is the last word of an address of notes, too.
        let of_notes = path.contains("/notes/") || path.contains("/nobody/");
        named.flatten().filter(|_| !of_notes).unwrap_or_else(|| self.server.pad.clone())
    }

    /// The key that this one has, at this address.
    fn key(&self, whose: Whose, path: &str) -> Option<String> {
        let (lobby, pad) = (&self.server.state.lobby, self.pad(path));
        match whose {
            Whose::Nobodys => None,
            Whose::View => Some(lobby.key(&pad, Role::View)),
            Whose::Edit => Some(lobby.key(&pad, Role::Edit)),
            Whose::Host => Some(lobby.key(&pad, Role::Host)),
            Whose::Own => Some(lobby.own_key(&pad, Role::Edit, Person(7))),
            Whose::Instance => Some(self.instance.clone()),
            Whose::Elsewhere => Some(self.elsewhere.clone()),
            Whose::Former if path.contains("gone") => Some(self.gone.clone()),
            Whose::Former => Some(self.former.clone()),
        }
    }

    /// An address with what this very server put into it.
    fn address(&self, path: &str) -> String {
        let reachability = &self.server.state.reachability;
        match path {
            "{asset}" => {
                let dist = concat!(env!("CARGO_MANIFEST_DIR"), "/dist/assets");
                let mut files = std::fs::read_dir(dist).unwrap().map(|file| file.unwrap());
                let file = files.next().unwrap().file_name().into_string().unwrap();
                format!("/assets/{}", file.trim_end_matches(".gz"))
            }
            "{entrance}" => reachability.entrance("/p/notes".into()).unwrap(),
            "{host_link}" => reachability.host_links.path(&self.server.pad).unwrap(),
            path => path.replace("{code}", &self.server.code().to_string()),
        }
    }

    /// The body that makes sense at this address.
    fn body(&self, path: &str, method: &str) -> String {
        match (path, method) {
            ("/api/v1/join wrong", _) => r#"{"code":"ZZZZZZ"}"#.into(),
            ("/api/v1/pads/notes title", _) => r#"{"title":"Plans"}"#.into(),
            ("/api/v1/pads/notes door", _) => r#"{"door":"knock"}"#.into(),
            ("/api/v1/pads/notes pin", _) => r#"{"pin":"4711"}"#.into(),
            ("/api/v1/pads/notes writing", _) => r#"{"writing":"picked"}"#.into(),
            ("/api/v1/pads/notes unknown", _) => r#"{"colour":"red"}"#.into(),
            (
                "/api/v1/pads/shut/links"
                | "/api/v1/pads/knock/links"
                | "/api/v1/pads/called/links",
                _,
            ) => r#"{"role":"edit"}"#.into(),
            ("/api/v1/join", _) => format!(r#"{{"code":"{}"}}"#, self.server.code()),
            ("/api/v1/devices", _) => r#"{"code":"0123456789"}"#.into(),
            ("/api/v1/pads/notes/links", _) => r#"{"role":"edit"}"#.into(),
            ("/api/v1/pads", "POST") => r#"{"name":"fresh"}"#.into(),
            ("/api/v1/pads/notes/people/00000000000000000000000000000009", "PATCH") => {
                r#"{"role":"view"}"#.into()
            }
            ("/api/v1/pads/notes/people/00000000000000000000000000000009", _) => String::new(),
            (_, "PATCH") => r#"{"ttl_s":600}"#.into(),
            (_, "DELETE") => r#"{"in_s":0}"#.into(),
            _ => String::new(),
        }
    }

    /// Asks as somebody would, with this `Host` line; returns the answer up to the end of its head.
    async fn ask(&self, method: &str, path: &str, host: &str, key: Option<&str>) -> String {
        let body = self.body(path, method);
        // What stands behind an address tells apart what is said there.
        let path = self.address(path.split(' ').next().unwrap());
        let socket = UPGRADES.iter().any(|at| path.starts_with(at));
        let mut head = format!("{method} {path}");
        if let Some(key) = key {
            head += &format!("?key={key}&token={key}");
        }
        head += &format!(" HTTP/1.1\r\n{host}Content-Length: {}\r\n", body.len());
        if let Some(key) = key {
            head += &format!("Authorization: Bearer {key}\r\n");
        }
        head += if socket && method == "GET" { UPGRADE } else { "Connection: close\r\n" };
        head_of(&self.server, &format!("{head}\r\n{body}")).await
    }

    fn own(&self) -> String {
        format!("Host: {}\r\n", self.server.address)
    }
}

/// Servers that are asked at a time.
const AT_ONCE: usize = 16;

/// Where a GET asks for a socket.
const UPGRADES: [&str; 3] = ["/socket/websocket", "/ws", "/hocuspocus"];

/// The head of the answer to this request. What follows it is not waited for: a socket stays open.
async fn head_of(server: &TestServer, request: &str) -> String {
    let mut stream = TcpStream::connect(server.address).await.unwrap();
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut answer = Vec::new();
    while !answer.ends_with(b"\r\n\r\n") {
        let byte = timeout(PATIENCE, stream.read_u8()).await.expect("an answer").unwrap();
        answer.push(byte);
    }
    String::from_utf8(answer).unwrap()
}

fn status(head: &str) -> u16 {
    head.split(' ').nth(1).unwrap().parse().unwrap()
}

#[test]
fn every_address_of_the_table_is_expected_here_with_its_methods() {
    for row in ROUTES {
        let expected = |method: &str| {
            EXPECTED.iter().any(|(path, _, known, _)| *path == row.path && *known == method)
        };
        for method in row.methods.iter().map(|method| method.as_str()) {
            assert!(method == "HEAD" || expected(method), "{method} {} is new here", row.path);
        }
    }
    for (path, _, method, _) in EXPECTED {
        let row = ROUTES.iter().find(|row| row.path == *path);
        let row = row.unwrap_or_else(|| panic!("{path} is in the table no more"));
        assert!(row.methods.iter().any(|known| known == *method), "{method} {path}");
    }
}

#[tokio::test]
async fn every_address_says_to_each_what_is_expected() {
    let asked =
        EXPECTED.iter().flat_map(|row| ALL.into_iter().enumerate().map(move |who| (row, who)));
    let wrong = stream::iter(asked).map(async |((_, path, method, says), (n, whose))| {
        // Its own server each time: some of these end the pad, or open one.
        let street = Street::new().await;
        let key = street.key(whose, path);
        let said = status(&street.ask(method, path, &street.own(), key.as_deref()).await);
        let expected = match says {
            All(status) => *status,
            Each(statuses) => statuses[n],
        };
        (said != expected).then(|| format!("{method} {path}, {whose:?}: {said}, not {expected}"))
    });
    let wrong: Vec<_> = wrong.buffer_unordered(AT_ONCE).filter_map(ready).collect().await;
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

#[tokio::test]
async fn a_foreign_or_missing_host_and_a_foreign_origin_are_answered_nowhere() {
    let street = Street::new().await;
    let own = street.own();
    let key = street.key(Whose::Host, "notes");
    let foreign = format!("{own}Origin: http://evil.example\r\n");
    for (_, path, method, _) in EXPECTED {
        for (host, expected) in [
            ("Host: evil.example\r\n", 421),
            ("Host: 127.0.0.1.evil.example\r\n", 421),
            ("", 400),
            ("Host: a\r\nHost: b\r\n", 400),
            (foreign.as_str(), 403),
            (&format!("{own}Origin: null\r\n"), 403),
        ] {
            let answer = street.ask(method, path, host, key.as_deref()).await;
            assert_eq!(status(&answer), expected, "{method} {path} {host:?}: {answer}");
            let lower = answer.to_ascii_lowercase();
            assert!(!lower.contains("access-control"), "{method} {path} {host:?}: {answer}");
        }
    }
    // None of all that changed anything.
    assert_eq!(street.server.api("GET", "pads/notes", &key.unwrap(), "").await.0, 200);
}

#[tokio::test]
async fn a_method_that_an_address_does_not_take_is_told_which_ones_it_does() {
    let street = Street::new().await;
    for row in ROUTES {
        let (_, path, ..) = EXPECTED.iter().find(|(path, ..)| *path == row.path).unwrap();
        let allowed: Vec<&str> = row.methods.iter().map(|method| method.as_str()).collect();
        for method in METHODS.into_iter().filter(|method| !allowed.contains(method)) {
            let answer = street.ask(method, path, &street.own(), None).await;
            let lower = answer.to_ascii_lowercase();
            if SOCKETS.contains(&row.path) {
                assert_eq!(status(&answer), 426, "{method} {path}: {answer}");
                assert!(lower.contains("\r\nupgrade: websocket\r\n"), "{answer}");
            } else {
                assert_eq!(status(&answer), 405, "{method} {path}: {answer}");
                let allow = format!("\r\nallow: {}\r\n", allowed.join(", ").to_lowercase());
                assert!(lower.contains(&allow), "{method} {path}: {answer}");
            }
        }
    }
}

#[tokio::test]
async fn who_only_looks_hears_of_the_same_and_uses_nothing_up() {
    let street = Street::new().await;
    let key = street.key(Whose::Host, "notes");
    for (row, path, ..) in EXPECTED.iter().filter(|(_, _, method, _)| *method == "GET") {
        let row = ROUTES.iter().find(|known| known.path == *row).unwrap();
        if row.methods.iter().any(|method| method == "HEAD") {
            let got = street.ask("GET", path, &street.own(), key.as_deref()).await;
            let looked = street.ask("HEAD", path, &street.own(), key.as_deref()).await;
            assert_eq!(status(&looked), status(&got), "{path}");
        }
    }
    let reachability = &street.server.state.reachability;
    for link in [
        reachability.entrance("/p/notes".into()).unwrap(),
        reachability.host_links.path(&street.server.pad).unwrap(),
    ] {
        assert_eq!(status(&street.ask("HEAD", &link, &street.own(), None).await), 405, "{link}");
        assert_eq!(status(&street.ask("GET", &link, &street.own(), None).await), 303, "{link}");
    }
}

#[tokio::test]
async fn what_stands_in_no_row_is_not_found_by_any_method() {
    let street = Street::new().await;
    for path in [
        "/no/such/thing",
        "/p",
        "/p/",
        "/p/a/b",
        "/api",
        "/api/v1",
        "/api/v2/info",
        "/api/v1/pads/notes/dropped/more",
        "/assets",
        "/assets/../index.html",
        "/assets/%2e%2e/index.html",
        "/index.html.gz",
        "/socket",
        "/HEALTHZ",
    ] {
        for method in METHODS {
            let answer = street.ask(method, path, &street.own(), None).await;
            assert_eq!(status(&answer), 404, "{method} {path}: {answer}");
        }
    }
}

//! Strangers and guests with bad manners: each attack over and over, on threads of its own.

use std::{
    io::{Read, Write},
    net::{IpAddr, Ipv4Addr, SocketAddr, TcpStream},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    thread::{self, JoinHandle},
    time::Duration,
};

use anyhow::{Context, Result, ensure};
use fadepad_lib0::put_uint;
use fadepad_wire::{
    frame::{BINARY, PING},
    masked::{self, head},
    sync,
};
use tokio::{net::TcpSocket, runtime::Builder, time::timeout};

use crate::{door::upgrade, process::pause, servers::fadepad::Instance, typing};

/// Between two goes of one attacker: what is measured is the server, and not who takes its cores.
const BREATH: Duration = Duration::from_millis(5);
/// The system's "nice" for threads that run when nobody else wants to (Linux: for the calling thread alone).
const LEAST_URGENT: i32 = 19;
/// Who attacks at the same time, in the same way.
const ATTACKERS: usize = 4;
/// Where they come from: not from where the honest do.
const ELSEWHERE: SocketAddr = SocketAddr::new(IpAddr::V4(Ipv4Addr::new(127, 0, 0, 2)), 0);
/// An answer that does not come is not waited for.
const IMPATIENT: Duration = Duration::from_millis(300);

/// Whom to attack, and with which keys.
#[derive(Clone)]
pub(crate) struct Target {
    address: SocketAddr,
    pad: String,
    edit: String,
    view: String,
}

/// One attack, as a row of the table.
pub(crate) struct Attack {
    /// What is done.
    pub(crate) name: &'static str,
    /// One go of one attacker; what he holds from go to go is in the sockets.
    go: fn(&Target, &mut Vec<TcpStream>) -> Result<()>,
}

/// All of them.
pub(crate) const ALL: &[Attack] = &[
    Attack { name: "bodies of 60 MB, no key", go: bodies },
    Attack { name: "sockets without a key", go: strangers },
    Attack { name: "half-open connections", go: half_open },
    Attack { name: "guessed codes", go: guesses },
    Attack { name: "unfinished messages of 7 MiB, view key", go: unfinished },
    Attack { name: "frames of 2^63 bytes", go: endless_frames },
    Attack { name: "empty fragments, view key", go: fragments },
    Attack { name: "pings, view key", go: pings },
    Attack { name: "presence, view key", go: presence },
    Attack { name: "20,001 client ids at once", go: client_ids },
    Attack { name: "8 MiB that no page shows", go: filling },
    Attack { name: "updates that wait for others", go: dangling },
    Attack { name: "crashers of other libraries", go: crashers },
    Attack { name: "coming and going", go: churn },
    Attack { name: "files unpacked, no key", go: unpacked },
    Attack { name: "members who read nothing, view key", go: unread },
];

impl Target {
    /// This server's own pad.
    pub(crate) fn of(server: &Instance) -> Result<Self> {
        let text = |name| server.text(name).map(str::to_owned);
        let (pad, edit, view) = (text("pad")?, text("edit_key")?, text("view_key")?);
        Ok(Self { address: server.address, pad, edit, view })
    }

    fn connect(&self) -> Result<TcpStream> {
        // The standard library has no way to say from where.
        let runtime = Builder::new_current_thread().enable_all().build()?;
        let stream = runtime.block_on(async {
            let socket = TcpSocket::new_v4()?;
            socket.bind(ELSEWHERE)?;
            timeout(IMPATIENT, socket.connect(self.address)).await??.into_std()
        })?;
        stream.set_nonblocking(false)?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(IMPATIENT))?;
        stream.set_write_timeout(Some(IMPATIENT))?;
        Ok(stream)
    }

    /// A socket at this path; an error where it is refused.
    fn socket(&self, path: &str) -> Result<TcpStream> {
        let mut stream = self.connect()?;
        stream.write_all(upgrade(self.address, path, "").as_bytes())?;
        let mut head = [0; 12];
        stream.read_exact(&mut head)?;
        ensure!(&head == b"HTTP/1.1 101", "refused");
        Ok(stream)
    }

    fn guest(&self, key: &str) -> Result<TcpStream> {
        self.socket(&format!("/ws/{}?key={key}", self.pad))
    }
}

/// Attackers at work. Dropping it ends them.
pub(crate) struct Attackers {
    over: Arc<AtomicBool>,
    threads: Vec<JoinHandle<()>>,
}

impl Attackers {
    /// Begins.
    pub(crate) fn begin(attack: &'static Attack, target: &Target) -> Self {
        let over = Arc::<AtomicBool>::default();
        let threads = (0..ATTACKERS).map(|_| {
            let (over, target) = (Arc::clone(&over), target.clone());
            thread::spawn(move || {
                // On machines of their own they would not take the honest ones' turns on this core.
                let _ = rustix::process::setpriority_process(None, LEAST_URGENT);
                let mut held = Vec::new();
                while !over.load(Ordering::Relaxed) {
                    // To be refused is what an attacker has to expect.
                    let _ = (attack.go)(&target, &mut held);
                    pause(BREATH);
                }
            })
        });
        Self { threads: threads.collect(), over }
    }
}

impl Drop for Attackers {
    fn drop(&mut self) {
        self.over.store(true, Ordering::Relaxed);
        for thread in self.threads.drain(..) {
            let _ = thread.join();
        }
    }
}

/// Holds one more of these, and lets the oldest go where there are too many.
fn hold(held: &mut Vec<TcpStream>, stream: TcpStream, most: usize) {
    if held.len() == most {
        held.remove(0);
    }
    held.push(stream);
}

fn bodies(target: &Target, _: &mut Vec<TcpStream>) -> Result<()> {
    let mut stream = target.connect()?;
    write!(
        stream,
        "POST /socket/longpoll?token=x HTTP/1.1\r\nHost: {}\r\nTransfer-Encoding: chunked\r\n\r\n",
        target.address
    )?;
    let chunk = [b"10000\r\n", &[b'x'; 0x10000][..], b"\r\n"].concat();
    (0..900).try_for_each(|_| stream.write_all(&chunk))?;
    Ok(())
}

fn strangers(target: &Target, held: &mut Vec<TcpStream>) -> Result<()> {
    hold(held, target.socket("/socket/websocket?vsn=2.0.0")?, 200);
    Ok(())
}

fn half_open(target: &Target, held: &mut Vec<TcpStream>) -> Result<()> {
    for _ in 0..20 {
        let mut stream = target.connect()?;
        stream.write_all(b"GET / HT")?;
        hold(held, stream, 600);
    }
    Ok(())
}

fn unpacked(target: &Target, held: &mut Vec<TcpStream>) -> Result<()> {
    let mut page = target.connect()?;
    write!(page, "GET / HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", target.address)?;
    let mut html = String::new();
    page.read_to_string(&mut html)?;
    let script = html.split('"').find(|word| word.ends_with(".js")).unwrap_or("/");
    let mut stream = target.connect()?;
    write!(stream, "GET {script} HTTP/1.1\r\nHost: {}\r\n\r\n", target.address)?;
    hold(held, stream, 300);
    Ok(())
}

fn unread(target: &Target, held: &mut Vec<TcpStream>) -> Result<()> {
    let mut stream = target.socket(&format!("/socket/websocket?vsn=2.0.0&key={}", target.view))?;
    let join = format!(r#"["1","1","doc:{}","phx_join",{{}}]"#, target.pad);
    stream.write_all(&head(0x81, join.len() as u64))?;
    stream.write_all(join.as_bytes())?;
    hold(held, stream, 60);
    Ok(())
}

fn guesses(target: &Target, _: &mut Vec<TcpStream>) -> Result<()> {
    let mut stream = target.connect()?;
    let body = r#"{"code":"ZZZZZZ"}"#;
    write!(
        stream,
        "POST /api/v1/join HTTP/1.1\r\nHost: {}\r\nContent-Length: {}\r\n\
         Connection: close\r\n\r\n{body}",
        target.address,
        body.len()
    )?;
    stream.read_to_end(&mut Vec::new())?;
    Ok(())
}

fn unfinished(target: &Target, held: &mut Vec<TcpStream>) -> Result<()> {
    const SIZE: u64 = 7 << 20;
    let mut stream = target.guest(&target.view)?;
    stream.write_all(&head(0x82, SIZE))?;
    let _ = stream.write_all(&vec![0; SIZE as usize / 2]);
    hold(held, stream, 25);
    Ok(())
}

fn endless_frames(target: &Target, held: &mut Vec<TcpStream>) -> Result<()> {
    let mut stream = target.guest(&target.edit)?;
    stream.write_all(&head(0x82, i64::MAX as u64))?;
    stream.write_all(&[0; 1 << 16])?;
    hold(held, stream, 25);
    Ok(())
}

fn fragments(target: &Target, _: &mut Vec<TcpStream>) -> Result<()> {
    let mut stream = target.guest(&target.view)?;
    stream.write_all(&head(0x02, 0))?;
    let many = head(0x00, 0).repeat(10_000);
    (0..100).try_for_each(|_| stream.write_all(&many))?;
    Ok(())
}

fn pings(target: &Target, _: &mut Vec<TcpStream>) -> Result<()> {
    let mut stream = target.guest(&target.view)?;
    let many = masked::frame(PING, b"are you there").repeat(5_000);
    (0..100).try_for_each(|_| stream.write_all(&many))?;
    Ok(())
}

fn presence(target: &Target, _: &mut Vec<TcpStream>) -> Result<()> {
    let mut stream = target.guest(&target.view)?;
    (0..10_000).try_for_each(|clock| {
        stream.write_all(&masked::frame(BINARY, &typing::cursor(9, clock)))
    })?;
    Ok(())
}

fn client_ids(target: &Target, _: &mut Vec<TcpStream>) -> Result<()> {
    /// A letter in a root of its own, as one struct.
    const LETTER: &[u8] = &[1, 0, 4, 1, 4, b'j', b'u', b'n', b'k', 1, b'x'];
    let mut update = Vec::new();
    put_uint(&mut update, 20_001);
    for client in (1..=20_001_u64).rev() {
        let [count, clock, body @ ..] = LETTER else { continue };
        update.push(*count);
        put_uint(&mut update, client);
        update.push(*clock);
        update.extend_from_slice(body);
    }
    update.push(0);
    let mut stream = target.guest(&target.edit)?;
    stream.write_all(&masked::frame(BINARY, &sync::step2(&update)))?;
    stream.read_to_end(&mut Vec::new())?;
    Ok(())
}

fn filling(target: &Target, _: &mut Vec<TcpStream>) -> Result<()> {
    let mut stream = target.guest(&target.edit)?;
    for n in 0..20 {
        let update = typing::paste(typing::client(777), n, 500_000, u64::MAX);
        stream.write_all(&masked::frame(BINARY, &sync::update(&update)))?;
    }
    stream.read_to_end(&mut Vec::new())?;
    Ok(())
}

fn dangling(target: &Target, _: &mut Vec<TcpStream>) -> Result<()> {
    let mut stream = target.guest(&target.edit)?;
    (0..16_384).try_for_each(|n| {
        let update = typing::key(typing::client(5_000 + n % 60), 3 + 2 * (n / 60) as u64);
        stream.write_all(&masked::frame(BINARY, &sync::update(&update)))
    })?;
    Ok(())
}

fn crashers(target: &Target, _: &mut Vec<TcpStream>) -> Result<()> {
    const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/data/crashers");
    for file in std::fs::read_dir(FOLDER)? {
        let path = file?.path();
        if path.extension().is_some_and(|ending| ending == "bin") {
            let bytes = std::fs::read(&path).with_context(|| path.display().to_string())?;
            let mut stream = target.guest(&target.edit)?;
            stream.write_all(&masked::frame(BINARY, &sync::step2(&bytes)))?;
        }
    }
    Ok(())
}

fn churn(target: &Target, _: &mut Vec<TcpStream>) -> Result<()> {
    let mut stream = target.guest(&target.edit)?;
    stream.write_all(&masked::frame(BINARY, &sync::step1(&[0])))?;
    let mut some = [0; 64];
    stream.read_exact(&mut some[..8])?;
    Ok(())
}

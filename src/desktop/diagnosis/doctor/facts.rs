//! Facts for the doctor, asked of the system: each on a thread of its own, none waited for longer
//! than a moment.

use std::io::{self, Read, Write as _};
use std::net::{IpAddr, Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::sync::mpsc::{Receiver, sync_channel};
use std::thread;
use std::time::Duration;

use super::{Findings, Listening, Tray};
use crate::base::hardening;
use crate::base::network::Network;
use crate::desktop::diagnosis::{facts, firewall};
use crate::desktop::{browser, lan, multicast, system};

/// How long one question may take: a person waits for the answers.
const DEADLINE: Duration = Duration::from_secs(3);
/// How long a program on this machine may take to answer on its port.
const ANSWER: Duration = Duration::from_secs(1);
/// How much of an answer is read, in bytes: ours is far shorter.
const LONGEST_ANSWER: u64 = 8_192;
/// Ports after the first that a start tries where none was asked for.
const NEXT_PORTS: u16 = 9;

/// What a start would be made with.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// The port to listen on.
    pub port: u16,
    /// Whether that port and no other is wanted.
    pub exact: bool,
    /// Addresses to listen on; empty: all.
    pub bind: Vec<IpAddr>,
    /// Networks for the QR; empty: the best.
    pub networks: Vec<Network>,
    /// The interface that the host chose before.
    pub chosen: Option<String>,
    /// Whether others are told by mDNS.
    pub mdns: bool,
    /// Whether an icon is wanted.
    pub tray: bool,
    /// Why a start would fail before it listens.
    pub settings: Result<(), String>,
}

/// Gathers them. No question takes longer than three seconds.
#[must_use]
pub fn gather(wanted: Wanted) -> Findings {
    let Wanted { port, exact, bind, networks, chosen, mdns, tray: has_tray, settings } = wanted;
    let heard_on = bind.clone();
    let addresses =
        ask(move || lan::heard(lan::given(&lan::read(), chosen.as_deref(), &networks), &bind));
    let listening = ask(move || listening(port, &heard_on));
    let firewall = ask(move || firewall::look(port));
    let vpn = ask(facts::vpn);
    let tray = ask(move || if has_tray { tray() } else { Tray::NotWanted });
    let addresses = answer(&addresses);
    let first = addresses.as_ref().and_then(|all| all.first()).cloned();
    let multicast = ask(move || first.is_some_and(|first| multicast::is_on(&first)));
    Findings {
        port,
        exact,
        addresses,
        listening: answer(&listening),
        firewall: answer(&firewall),
        vpn: answer(&vpn),
        mdns,
        multicast: answer(&multicast),
        name: lan::host_name(),
        tray: answer(&tray),
        no_swap: hardening::harden().no_swap,
        settings,
    }
}

fn ask<T: Send + 'static>(question: impl FnOnce() -> T + Send + 'static) -> Receiver<T> {
    let (found, answer) = sync_channel(1);
    thread::spawn(move || drop(found.send(question())));
    answer
}

fn answer<T>(answer: &Receiver<T>) -> Option<T> {
    answer.recv_timeout(DEADLINE).ok()
}

fn listening(port: u16, bind: &[IpAddr]) -> Listening {
    let all = [IpAddr::V4(Ipv4Addr::UNSPECIFIED)];
    let addresses = if bind.is_empty() { &all[..] } else { bind };
    match listen(port, addresses) {
        Ok(()) => Listening::Nobody,
        Err(e) if e.kind() == io::ErrorKind::PermissionDenied => Listening::Forbidden,
        Err(e) if e.kind() == io::ErrorKind::AddrNotAvailable => Listening::NotHere,
        Err(_) if is_fadepad(port, addresses) => Listening::Fadepad,
        Err(_) => {
            let mut next = (1..=NEXT_PORTS).filter_map(|n| port.checked_add(n));
            Listening::Other(next.find(|port| listen(*port, addresses).is_ok()))
        }
    }
}

fn listen(port: u16, addresses: &[IpAddr]) -> io::Result<()> {
    addresses.iter().try_for_each(|ip| TcpListener::bind((*ip, port)).map(drop))
}

/// Whether who answers there answers as we do: also where it only leads to its TLS.
fn is_fadepad(port: u16, addresses: &[IpAddr]) -> bool {
    let at = addresses.first().copied().filter(|ip| !ip.is_unspecified());
    let at = at.unwrap_or(IpAddr::V4(Ipv4Addr::LOCALHOST));
    let asked = || -> io::Result<String> {
        let address = SocketAddr::new(at, port);
        let mut stream = TcpStream::connect_timeout(&address, ANSWER)?;
        stream.set_read_timeout(Some(ANSWER))?;
        write!(
            stream,
            "GET /api/v1/info HTTP/1.1\r\nHost: localhost:{port}\r\nConnection: close\r\n\r\n"
        )?;
        Ok(whole(stream))
    };
    asked().is_ok_and(|answer| is_our_answer(&answer))
}

/// What an answer says to its end, which comes in as many parts as the network likes.
fn whole(answer: impl Read) -> String {
    let mut bytes = Vec::new();
    // What came before a failure may say enough: others' servers don't all close.
    let _ = answer.take(LONGEST_ANSWER).read_to_end(&mut bytes);
    String::from_utf8_lossy(&bytes).into_owned()
}

fn is_our_answer(head: &str) -> bool {
    let ok = head.starts_with("HTTP/1.1 200") && head.contains("\"create\"");
    let led = head.starts_with("HTTP/1.1 308") && head.contains("location: https://localhost");
    (ok || led) && head.contains("cross-origin-resource-policy: same-origin")
}

fn tray() -> Tray {
    if !browser::has_desktop() {
        return Tray::NoDesktop;
    }
    match system::shows_icons() {
        Some(true) => Tray::Here,
        Some(false) => Tray::NoPanel,
        None => Tray::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fadepad_is_told_from_other_servers() {
        let ours = "HTTP/1.1 200 OK\r\ncross-origin-resource-policy: same-origin\r\n\r\n{\"create\":\"host\"}";
        let led = "HTTP/1.1 308 Permanent Redirect\r\nlocation: https://localhost:7780/\r\n\
                   cross-origin-resource-policy: same-origin\r\n\r\n";
        assert!(is_our_answer(ours) && is_our_answer(led));
        assert!(!is_our_answer("HTTP/1.1 200 OK\r\n\r\nhello"));
        assert!(!is_our_answer(""));
    }

    #[test]
    fn an_answer_in_parts_is_read_whole() {
        let head = "HTTP/1.1 200 OK\r\ncross-origin-resource-policy: same-origin\r\n\r\n";
        let parts = head.as_bytes().chain(&b"{\"create\":\"host\"}"[..]);
        assert!(is_our_answer(&whole(parts)));
        assert_eq!(whole(io::repeat(b'a')).len(), 8_192);
    }

    #[test]
    fn a_taken_port_is_told_with_a_free_one() {
        let other = TcpListener::bind((Ipv4Addr::UNSPECIFIED, 0)).unwrap();
        let port = other.local_addr().unwrap().port();
        let Listening::Other(next) = listening(port, &[]) else { panic!("it is taken") };
        assert_ne!(next, Some(port));
    }
}

//! Listening: which port, which addresses, and what to say where they can't be had.

use std::io;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use socket2::{Domain, Protocol, Socket, Type};
use tokio::net::TcpListener;

use super::{NotStarted, service};
use crate::config::{Config, Port};

/// Ports that are tried where none was asked for.
const TRIED_PORTS: u16 = 10;
/// Connections that wait to be accepted: a lecture hall that scans at once.
const BACKLOG: i32 = 1_024;

/// Listens on every address that was asked for, on one port, or where a service manager does already.
pub(super) fn listen(config: &Config) -> Result<(Vec<TcpListener>, u16), NotStarted> {
    let given = service::listeners().map_err(|e| NotStarted::System(e.to_string()))?;
    if let Some(first) = given.first() {
        let port = first.local_addr().map_err(|e| NotStarted::System(e.to_string()))?.port();
        return Ok((given, port));
    }
    match config.port {
        Port::Exactly(port) => listen_on(config, port),
        Port::From(first) => {
            let last = first.saturating_add(TRIED_PORTS - 1);
            for port in first..=last {
                match listen_on(config, port) {
                    Err(NotStarted::PortTaken(_)) => {}
                    other => return other,
                }
            }
            Err(NotStarted::PortsTaken(first, last))
        }
    }
}

fn listen_on(config: &Config, port: u16) -> Result<(Vec<TcpListener>, u16), NotStarted> {
    if config.bind.is_empty() {
        let all = SocketAddr::new(IpAddr::V6(Ipv6Addr::UNSPECIFIED), port);
        let ipv4 = SocketAddr::new(IpAddr::V4(Ipv4Addr::UNSPECIFIED), port);
        let listener = match listener(all) {
            Err(e) if e.kind() != io::ErrorKind::AddrInUse => listener(ipv4),
            other => other,
        };
        return listener.map(|(l, port)| (vec![l], port)).map_err(|e| failed(e, ipv4));
    }
    let mut listeners = Vec::new();
    let mut port = port;
    for ip in &config.bind {
        let address = SocketAddr::new(*ip, port);
        let (listener, taken) = listener(address).map_err(|e| failed(e, address))?;
        listeners.push(listener);
        port = taken;
    }
    Ok((listeners, port))
}

fn failed(error: io::Error, address: SocketAddr) -> NotStarted {
    match error.kind() {
        io::ErrorKind::AddrInUse => NotStarted::PortTaken(address.port()),
        _ => NotStarted::BadAddress(address, error),
    }
}

fn listener(address: SocketAddr) -> io::Result<(TcpListener, u16)> {
    let socket = Socket::new(Domain::for_address(address), Type::STREAM, Some(Protocol::TCP))?;
    if address.is_ipv6() {
        // One socket for both families; Windows wants to be told.
        socket.set_only_v6(!address.ip().is_unspecified())?;
    }
    #[cfg(not(windows))]
    socket.set_reuse_address(true)?;
    socket.set_nonblocking(true)?;
    socket.bind(&address.into())?;
    socket.listen(BACKLOG)?;
    let listener = TcpListener::from_std(socket.into())?;
    let port = listener.local_addr()?.port();
    Ok((listener, port))
}

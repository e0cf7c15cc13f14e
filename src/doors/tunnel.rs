//! A connection made of requests, for networks that let no WebSocket through: two streams of bytes, of which a client fetches the
//! one and posts the other. What runs in them are the frames of a WebSocket, so that all that holds for a socket holds here.
//!
//! Both ends count bytes. A request that is sent twice, by a browser or a proxy, then changes nothing, and an answer that was lost
//! is given again.

use std::collections::HashMap;
use std::io;
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard};
use std::task::{Context, Poll, Waker};

use bytes::{Buf as _, Bytes, BytesMut};
use tokio::io::{AsyncRead, AsyncWrite, AsyncWriteExt as _, DuplexStream, ReadBuf, duplex};
use tokio::sync::{Mutex as AsyncMutex, Notify};
use tokio::time::timeout;

use crate::base::ids::Origin;
use crate::base::limits::POLL_WINDOW;
use crate::base::lock::lock;
use crate::room::core::budget::{Budget, Reservation, Unread};

/// Bytes on their way to a client that it has not confirmed yet: more are not taken, as a full socket takes none.
const DOWN: usize = 64 << 10;

/// Bytes that a client has posted and its seat has not read yet.
const UP: usize = 16 << 10;

/// Digits of a tunnel's name: 128 random bits, so that nobody guesses another's.
const NAME: usize = 32;

/// All tunnels of a server, by their names. Cheap to clone.
#[derive(Clone, Default)]
pub struct Tunnels(Arc<Mutex<HashMap<String, Arc<Ends>>>>);

/// What a client hears when it fetches.
#[derive(Debug, PartialEq, Eq)]
pub enum Fetched {
    /// All bytes that it has not confirmed.
    Bytes(Bytes),
    /// There was nothing to hear for a while.
    Nothing,
    /// There is no memory for an answer now, or too much of it is in those that this client has not read.
    Full,
    /// There is no such tunnel, no more, or it can't be gone on with: bytes are missing.
    Gone,
}

/// What both ends of a tunnel hold of it.
struct Ends {
    up: AsyncMutex<Up>,
    down: Mutex<Down>,
    /// Something came for the client, or nothing will.
    changed: Notify,
    budget: Budget,
    /// Where the client comes from.
    from: Origin,
}

/// What is in an answer, counted until it has gone out: the same may be asked for again and again, and never be read.
struct Given {
    bytes: Vec<u8>,
    _memory: Unread,
}

impl AsRef<[u8]> for Given {
    fn as_ref(&self) -> &[u8] {
        &self.bytes
    }
}

struct Up {
    /// `None` when the client has left.
    to: Option<DuplexStream>,
    /// Bytes that were taken of the client.
    taken: u64,
}

#[derive(Default)]
struct Down {
    unconfirmed: BytesMut,
    /// Bytes that the client has confirmed.
    confirmed: u64,
    /// Bytes that were in an answer, whether or not it came.
    given: u64,
    /// Nothing more will come.
    ended: bool,
    writer: Option<Waker>,
}

/// The server's end. Dropping it ends the tunnel.
pub struct Tunnel {
    name: String,
    tunnels: Tunnels,
    ends: Arc<Ends>,
    /// `None` when all is said.
    up: Option<DuplexStream>,
    _memory: Reservation,
}

impl Tunnels {
    /// Opens one for a client from there; tells its name. `None` where there is no memory for what it may hold, or the system has no random numbers.
    #[must_use]
    pub fn open(&self, budget: &Budget, from: Origin) -> Option<(String, Tunnel)> {
        let memory = budget.take(DOWN + UP)?;
        let name = format!("{:016x}{:016x}", getrandom::u64().ok()?, getrandom::u64().ok()?);
        debug_assert_eq!(name.len(), NAME, "hexadecimal digits");
        let (to, up) = duplex(UP);
        let ends = Arc::new(Ends {
            up: AsyncMutex::new(Up { to: Some(to), taken: 0 }),
            down: Mutex::default(),
            changed: Notify::new(),
            budget: budget.clone(),
            from,
        });
        self.ends().insert(name.clone(), Arc::clone(&ends));
        let tunnels = self.clone();
        let tunnel = Tunnel { name: name.clone(), tunnels, ends, up: Some(up), _memory: memory };
        Some((name, tunnel))
    }

    /// Waits a while for bytes from this one on (counted from the first of the tunnel); all before it have come.
    pub async fn fetch(&self, name: &str, from: u64) -> Fetched {
        let Some(ends) = self.find(name) else { return Fetched::Gone };
        if !ends.confirm(from) {
            return Fetched::Gone;
        }
        let fetched = async {
            loop {
                // Made before it is looked: what changes in between would be missed.
                let changed = ends.changed.notified();
                if let Some(fetched) = ends.look() {
                    return fetched;
                }
                changed.await;
            }
        };
        timeout(POLL_WINDOW, fetched).await.unwrap_or(Fetched::Nothing)
    }

    /// Takes bytes of which the first is this one (counted as in [`Self::fetch`]); those that came before are passed over. Waits
    /// while the seat has no time. False where there is no such tunnel, or bytes before these are missing.
    pub async fn post(&self, name: &str, at: u64, bytes: &Bytes) -> bool {
        let Some(ends) = self.find(name) else { return false };
        let mut up = ends.up.lock().await;
        let Some(known) = up.taken.checked_sub(at) else { return false };
        let known = usize::try_from(known).unwrap_or(usize::MAX).min(bytes.len());
        let mut rest = bytes.slice(known..);
        while !rest.is_empty() {
            let Some(to) = &mut up.to else { return false };
            // Counted piece by piece: a request may be given up at any wait, and sent again.
            let Ok(n) = to.write(&rest).await else { return false };
            rest.advance(n);
            up.taken += n as u64;
        }
        up.to.is_some()
    }

    /// The client leaves. False where there is no such tunnel.
    pub async fn leave(&self, name: &str) -> bool {
        let Some(ends) = self.find(name) else { return false };
        ends.up.lock().await.to = None;
        // Nobody hears it any more.
        ends.down().forget();
        ends.end();
        true
    }

    fn find(&self, name: &str) -> Option<Arc<Ends>> {
        self.ends().get(name).cloned()
    }

    fn ends(&self) -> MutexGuard<'_, HashMap<String, Arc<Ends>>> {
        lock(&self.0)
    }
}

impl Ends {
    /// The client has all bytes before this one. False where that can't be.
    fn confirm(&self, from: u64) -> bool {
        let mut down = self.down();
        let Some(came) = from.checked_sub(down.confirmed) else { return false };
        if came > down.given - down.confirmed {
            return false;
        }
        let Ok(came) = usize::try_from(came) else { return false };
        down.unconfirmed.advance(came);
        down.confirmed = from;
        if down.unconfirmed.is_empty() {
            // An idle tunnel holds nothing.
            down.unconfirmed = BytesMut::new();
        }
        down.wake();
        true
    }

    /// What there is to hear now.
    fn look(&self) -> Option<Fetched> {
        let mut down = self.down();
        if down.unconfirmed.is_empty() {
            return down.ended.then_some(Fetched::Gone);
        }
        let Some(memory) = self.budget.take_unread(Some(self.from), down.unconfirmed.len()) else {
            return Some(Fetched::Full);
        };
        down.given = down.end();
        down.wake();
        let given = Given { bytes: down.unconfirmed.to_vec(), _memory: memory };
        Some(Fetched::Bytes(Bytes::from_owner(given)))
    }

    fn end(&self) {
        self.down().ended = true;
        self.changed.notify_waiters();
    }

    fn down(&self) -> MutexGuard<'_, Down> {
        lock(&self.down)
    }
}

impl Down {
    /// Bytes that were written.
    fn end(&self) -> u64 {
        self.confirmed + self.unconfirmed.len() as u64
    }

    fn forget(&mut self) {
        self.confirmed = self.end();
        self.given = self.confirmed;
        self.unconfirmed = BytesMut::new();
        self.wake();
    }

    fn wake(&mut self) {
        if let Some(writer) = self.writer.take() {
            writer.wake();
        }
    }

    fn wait<T>(&mut self, cx: &Context<'_>) -> Poll<T> {
        self.writer = Some(cx.waker().clone());
        Poll::Pending
    }
}

impl AsyncRead for Tunnel {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buf: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        match &mut self.up {
            Some(up) => Pin::new(up).poll_read(cx, buf),
            None => Poll::Ready(Ok(())),
        }
    }
}

impl AsyncWrite for Tunnel {
    fn poll_write(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        let mut down = self.ends.down();
        if down.ended {
            return Poll::Ready(Err(io::ErrorKind::BrokenPipe.into()));
        }
        let n = bytes.len().min(DOWN - down.unconfirmed.len());
        if n == 0 && !bytes.is_empty() {
            return down.wait(cx);
        }
        down.unconfirmed.extend_from_slice(&bytes[..n]);
        drop(down);
        self.ends.changed.notify_waiters();
        Poll::Ready(Ok(n))
    }

    fn poll_flush(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }

    /// Done when the last byte was in an answer. Nothing is read from its beginning on: there is no connection that hanging up on the
    /// client's own goodbye could reset.
    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.up = None;
        self.ends.end();
        let mut down = self.ends.down();
        if down.given < down.end() { down.wait(cx) } else { Poll::Ready(Ok(())) }
    }
}

impl Drop for Tunnel {
    fn drop(&mut self) {
        self.tunnels.ends().remove(&self.name);
        self.ends.end();
    }
}

#[cfg(test)]
mod tests {
    use tokio::io::AsyncReadExt as _;

    use super::*;

    fn somewhere() -> Origin {
        std::net::IpAddr::from([10, 0, 0, 1]).into()
    }

    fn open() -> (Tunnels, String, Tunnel) {
        let tunnels = Tunnels::default();
        let (name, tunnel) = tunnels.open(&Budget::new(1 << 20), somewhere()).unwrap();
        (tunnels, name, tunnel)
    }

    fn bytes(text: &'static str) -> Fetched {
        Fetched::Bytes(Bytes::from_static(text.as_bytes()))
    }

    async fn post(tunnels: &Tunnels, name: &str, at: u64, text: &'static str) -> bool {
        tunnels.post(name, at, &Bytes::from_static(text.as_bytes())).await
    }

    #[tokio::test]
    async fn what_is_posted_twice_is_read_once_and_a_gap_is_not_gone_on_with() {
        let (tunnels, name, mut tunnel) = open();
        assert!(post(&tunnels, &name, 0, "one ").await);
        assert!(post(&tunnels, &name, 0, "one ").await, "as a browser sends it again");
        assert!(post(&tunnels, &name, 2, "e two").await, "what is new of it");
        assert!(!post(&tunnels, &name, 9, "four").await, "what is between was lost");
        let mut read = [0; 7];
        tunnel.read_exact(&mut read).await.unwrap();
        assert_eq!(&read, b"one two");
    }

    #[tokio::test]
    async fn an_answer_that_was_lost_is_given_again_until_it_is_confirmed() {
        let (tunnels, name, mut tunnel) = open();
        tunnel.write_all(b"one ").await.unwrap();
        assert_eq!(tunnels.fetch(&name, 0).await, bytes("one "));
        tunnel.write_all(b"two").await.unwrap();
        assert_eq!(tunnels.fetch(&name, 0).await, bytes("one two"));
        assert_eq!(tunnels.fetch(&name, 4).await, bytes("two"));
        assert_eq!(tunnels.fetch(&name, 0).await, Fetched::Gone, "that was confirmed");
        assert_eq!(tunnels.fetch(&name, 8).await, Fetched::Gone, "that was never given");
    }

    #[tokio::test(start_paused = true)]
    async fn a_fetch_waits_for_what_comes_and_not_for_ever() {
        let (tunnels, name, mut tunnel) = open();
        let said = async {
            tokio::task::yield_now().await;
            tunnel.write_all(b"word").await.unwrap();
        };
        let (fetched, ()) = tokio::join!(tunnels.fetch(&name, 0), said);
        assert_eq!(fetched, bytes("word"));
        assert_eq!(tunnels.fetch(&name, 4).await, Fetched::Nothing);
    }

    #[tokio::test]
    async fn a_client_that_fetches_nothing_is_a_full_socket() {
        let (tunnels, name, mut tunnel) = open();
        let all = vec![b'x'; DOWN + 1];
        let written = tunnel.write(&all).await.unwrap();
        assert_eq!(written, DOWN);
        {
            let mut more = Box::pin(tunnel.write(b"y"));
            assert!(futures_util::poll!(&mut more).is_pending());
            assert!(
                matches!(tunnels.fetch(&name, 0).await, Fetched::Bytes(all) if all.len() == DOWN)
            );
            assert!(futures_util::poll!(&mut more).is_pending(), "it may not have come");
            let (fetched, written) = tokio::join!(tunnels.fetch(&name, DOWN as u64), more);
            assert_eq!((fetched, written.unwrap()), (bytes("y"), 1));
        }
    }

    #[tokio::test]
    async fn what_was_said_last_is_heard_before_the_end() {
        let (tunnels, name, mut tunnel) = open();
        tunnel.write_all(b"goodbye").await.unwrap();
        let (fetched, shut) = tokio::join!(tunnels.fetch(&name, 0), tunnel.shutdown());
        assert_eq!(fetched, bytes("goodbye"));
        shut.unwrap();
        assert_eq!(tunnel.read(&mut [0]).await.unwrap(), 0, "nothing more is awaited");
        assert_eq!(tunnels.fetch(&name, 7).await, Fetched::Gone);
    }

    #[tokio::test]
    async fn who_leaves_is_heard_to_leave_and_leaves_no_tunnel_behind() {
        let (tunnels, name, mut tunnel) = open();
        tunnel.write_all(b"never fetched").await.unwrap();
        assert!(tunnels.leave(&name).await);
        assert_eq!(tunnel.read(&mut [0]).await.unwrap(), 0);
        assert!(tunnel.write(b"x").await.is_err());
        tunnel.shutdown().await.unwrap();
        drop(tunnel);
        assert!(tunnels.ends().is_empty());
        assert!(!post(&tunnels, &name, 0, "x").await);
        assert_eq!(tunnels.fetch(&name, 0).await, Fetched::Gone);
    }

    #[test]
    fn what_a_tunnel_may_hold_is_counted_as_long_as_it_is_there() {
        let (budget, tunnels) = (Budget::new(DOWN + UP), Tunnels::default());
        let tunnel = tunnels.open(&budget, somewhere());
        assert!(tunnel.is_some() && tunnels.open(&budget, somewhere()).is_none());
        drop(tunnel);
        assert_eq!(budget.used().0, 0);
    }

    #[tokio::test]
    async fn answers_that_nobody_reads_are_counted_until_they_are_gone() {
        let (budget, tunnels) = (Budget::new(1 << 20), Tunnels::default());
        let (name, mut tunnel) = tunnels.open(&budget, somewhere()).unwrap();
        tunnel.write_all(&vec![b'x'; DOWN]).await.unwrap();
        let idle = budget.used().0;
        let mut unread = Vec::new();
        let full = loop {
            match tunnels.fetch(&name, 0).await {
                Fetched::Bytes(bytes) => unread.push(bytes),
                other => break other,
            }
            assert_eq!(budget.used().0, idle + unread.len() * DOWN);
        };
        assert_eq!(full, Fetched::Full);
        assert!(unread.len() > 1, "an answer may be on its way when it is asked for again");
        unread.clear();
        assert_eq!(budget.used().0, idle);
        assert!(matches!(tunnels.fetch(&name, 0).await, Fetched::Bytes(_)));
    }
}

//! The table of interfaces, renewed when the network changes.

use std::time::Duration;

use tokio::sync::watch::Sender;
use tokio::time::{sleep, timeout};

use super::{Interface, read};

/// One change of the network comes as a handful of messages; look when they pause.
const SETTLE: Duration = Duration::from_millis(250);

/// However long they go on, look after this time: the page has to follow within five seconds.
const SETTLE_AT_MOST: Duration = Duration::from_secs(2);

/// Where the system does not tell, look this often.
const POLL: Duration = Duration::from_secs(3);

/// Renews the table for ever; there is none before the first look. Every message of the system is only a reason to look again: reading
/// the whole is simple, and can't get out of step.
pub async fn watch(table: Sender<Option<Vec<Interface>>>) {
    let mut changes = changes::Changes::new();
    loop {
        // What happened before this look is seen by it; what happens during it is told after.
        if let Ok(now) = tokio::task::spawn_blocking(read).await {
            table.send_if_modified(|known| {
                let now = Some(now);
                let changed = *known != now;
                if changed {
                    *known = now;
                }
                changed
            });
        }
        match &mut changes {
            Some(changes) => {
                if changes.next().await.is_err() {
                    sleep(POLL).await;
                    continue;
                }
                let quiet = async { while timeout(SETTLE, changes.next()).await.is_ok() {} };
                let _ = timeout(SETTLE_AT_MOST, quiet).await;
            }
            None => sleep(POLL).await,
        }
    }
}

#[cfg(target_os = "linux")]
mod changes {
    //! The kernel's own messages (rtnetlink(7)).

    use std::io;

    use libc::ENOBUFS;
    use netlink_sys::protocols::NETLINK_ROUTE;
    use netlink_sys::{AsyncSocket as _, AsyncSocketExt as _, SocketAddr, TokioSocket};

    /// Groups of linux/rtnetlink.h: links, addresses and routes of both families.
    const GROUPS: u32 = RTMGRP_LINK
        | RTMGRP_IPV4_IFADDR
        | RTMGRP_IPV4_ROUTE
        | RTMGRP_IPV6_IFADDR
        | RTMGRP_IPV6_ROUTE;
    const RTMGRP_LINK: u32 = 0x1;
    const RTMGRP_IPV4_IFADDR: u32 = 0x10;
    const RTMGRP_IPV4_ROUTE: u32 = 0x40;
    const RTMGRP_IPV6_IFADDR: u32 = 0x100;
    const RTMGRP_IPV6_ROUTE: u32 = 0x400;

    /// What the messages say is not read, so that they may be cut.
    const ENOUGH: usize = 64;

    pub(super) struct Changes(TokioSocket);

    impl Changes {
        pub(super) fn new() -> Option<Self> {
            let mut socket = TokioSocket::new(NETLINK_ROUTE).ok()?;
            socket.socket_mut().bind(&SocketAddr::new(0, GROUPS)).ok()?;
            Some(Self(socket))
        }

        /// Waits for a change.
        pub(super) async fn next(&mut self) -> io::Result<()> {
            let mut message = Vec::with_capacity(ENOUGH);
            match self.0.recv_from(&mut message).await {
                // ENOBUFS: there were more than fit. That is a change, too.
                Err(error) if error.raw_os_error() != Some(ENOBUFS) => Err(error),
                _ => Ok(()),
            }
        }
    }
}

#[cfg(not(target_os = "linux"))]
mod changes {
    //! Systems that are asked every few seconds.

    use std::convert::Infallible;

    pub(super) struct Changes(Infallible);

    impl Changes {
        pub(super) fn new() -> Option<Self> {
            None
        }

        pub(super) async fn next(&mut self) -> std::io::Result<()> {
            match self.0 {}
        }
    }
}

//! What a service manager gives us, and what it is told: sockets, readiness, a sign of life.

#[cfg(target_os = "linux")]
pub(super) use self::systemd::{listeners, open, stopping};

#[cfg(target_os = "linux")]
mod systemd {
    use std::io;

    use sd_notify::NotifyState;
    use tokio::net::TcpListener;
    use tokio::time::{MissedTickBehavior, interval, sleep};

    use crate::base::limits::READY_WITHIN;
    use crate::base::stop::Stop;
    use crate::room::lobby::{Lobby, Unready};

    /// Sockets on which the manager listens for us (sd_listen_fds(3)).
    pub(in crate::app) fn listeners() -> io::Result<Vec<TcpListener>> {
        let mut given = listenfd::ListenFd::from_env();
        let mut listeners = Vec::new();
        for n in 0..given.len() {
            if let Some(listener) = given.take_tcp_listener(n)? {
                listener.set_nonblocking(true)?;
                listeners.push(TcpListener::from_std(listener)?);
            }
        }
        Ok(listeners)
    }

    /// Whoever waits for us may go on, and hears from now on that we live.
    pub(in crate::app) fn open(lobby: &Lobby, stop: &Stop) {
        keep(lobby, stop);
        tell(&[NotifyState::Ready]);
    }

    /// The end has begun.
    pub(in crate::app) fn stopping() {
        tell(&[NotifyState::Stopping]);
    }

    /// Gives the sign of life that the manager asks for, twice in its time. It comes from the loop that answers
    /// requests, and only while every thread of pads answers, too: a server that hangs is started anew.
    fn keep(lobby: &Lobby, stop: &Stop) {
        let Some(within) = sd_notify::watchdog_enabled() else { return };
        let lobby = lobby.clone();
        stop.spawn_until_stopped(async move {
            let mut beats = interval(within / 2);
            beats.set_missed_tick_behavior(MissedTickBehavior::Delay);
            loop {
                beats.tick().await;
                // The next one would come too late: who was slow for a moment is asked again at once.
                while let Err(Unready::Stuck) = lobby.readiness(READY_WITHIN).await {
                    tracing::error!("a thread does not answer: no sign of life is given");
                    sleep(READY_WITHIN).await;
                }
                tell(&[NotifyState::Watchdog]);
            }
        });
    }

    /// Without a manager there is nobody to tell.
    fn tell(state: &[NotifyState<'_>]) {
        if let Err(error) = sd_notify::notify(state) {
            tracing::warn!(%error, "the service manager can't be told");
        }
    }
}

#[cfg(not(target_os = "linux"))]
mod none {
    use std::io;

    use tokio::net::TcpListener;

    use crate::base::stop::Stop;
    use crate::room::lobby::Lobby;

    pub(in crate::app) fn listeners() -> io::Result<Vec<TcpListener>> {
        Ok(Vec::new())
    }

    pub(in crate::app) fn open(_: &Lobby, _: &Stop) {}

    pub(in crate::app) fn stopping() {}
}

#[cfg(not(target_os = "linux"))]
pub(super) use self::none::{listeners, open, stopping};

//! What makes the terminal's drawing stale: a window of another size, lines of a log in it, a link that was used.

use std::io;
use std::time::Duration;

use tokio::sync::watch;
use tokio::time::sleep;

use super::App;
use super::events::Reporter;
use crate::base::names::PadName;
use crate::desktop::logs;
use crate::room::message::{Event, EventKind};

/// A window that is dragged has hundreds of sizes; the last one counts.
const STILL: Duration = Duration::from_millis(200);

/// What is not right any more.
#[derive(Clone, Debug)]
pub(super) enum Stale {
    /// The size that it was drawn for.
    Size,
    /// So many rows of a log came after it.
    Logged(usize),
    /// The host's short link to this pad.
    Link(PadName),
}

/// Tells of it.
pub(super) struct Staleness {
    sizes: Sizes,
    links: watch::Receiver<Option<PadName>>,
}

impl Staleness {
    /// Waits for the next one. May be dropped while it waits.
    pub(super) async fn next(&mut self) -> Stale {
        let used = async {
            self.links.changed().await.ok()?;
            self.links.borrow_and_update().clone()
        };
        tokio::select! {
            () = self.sizes.changed() => Stale::Size,
            rows = logs::written() => Stale::Logged(rows),
            Some(pad) = used => Stale::Link(pad),
        }
    }
}

impl App {
    /// Begins to listen for what makes a drawing stale.
    pub(super) fn stale(&self) -> io::Result<Staleness> {
        Ok(Staleness { sizes: Sizes::new()?, links: self.server.reachability.host_links.watch() })
    }

    /// Tells of what has happened in a room, and while the server stays what opens the next life.
    pub(super) fn report(&mut self, event: &Event, closes: bool, reporter: &mut Reporter) {
        self.tell(event, reporter);
        if !closes {
            self.stands(event, reporter);
        }
    }

    /// Where other links lead to the pad since, with these.
    fn tell(&mut self, event: &Event, reporter: &mut Reporter) {
        let pad = self.server.lobby.get(&event.pad).filter(|pad| pad.epoch == event.epoch);
        let Some(pad) = pad else { return reporter.event(event) };
        let new_links = match event.kind {
            EventKind::NewLinks(role) => Some(role),
            EventKind::Door(_) | EventKind::Pin(_) => {
                let shown = pad.name == self.pad.name;
                let greeting = || self.welcome().greeting(&pad, self.config.qr, false);
                return reporter.door(event, shown.then(greeting));
            }
            EventKind::Opened if self.config.standing || pad.goes_on() => None,
            _ => return reporter.event(event),
        };
        if pad.name == self.pad.name {
            self.pad = pad.clone();
        }
        let (welcome, shown) = (self.welcome(), pad.name == self.pad.name);
        let greeting = shown.then(|| welcome.greeting(&pad, self.config.qr, false));
        let ready = welcome.ready(&pad, false);
        match new_links {
            Some(role) => reporter.new_links(&ready, role, greeting),
            None if pad.goes_on() => reporter.afresh(&ready, greeting),
            None => reporter.begun(&ready, greeting),
        }
    }

    /// A pad has ended whose code stands: after new links another one stood there than opens the next life.
    fn stands(&self, event: &Event, reporter: &mut Reporter) {
        let over = matches!(event.kind, EventKind::Ended(_)) && event.epoch == self.pad.epoch;
        let next = over.then(|| self.welcome().next_life(&self.pad, self.config.qr)).flatten();
        if let Some(greeting) = next {
            reporter.stands(greeting);
        }
    }

    /// Tells people at a screen what is right now.
    pub(super) fn redraw(&self, stale: Stale, reporter: &mut Reporter) {
        match stale {
            Stale::Size => reporter.resized(),
            Stale::Logged(rows) => reporter.logged(rows),
            Stale::Link(pad) => {
                if let Some(pad) = self.server.lobby.get(&pad) {
                    reporter.linked(&self.welcome().host_link(&pad));
                }
            }
        }
    }
}

/// Sizes of the window.
struct Sizes {
    #[cfg(unix)]
    changes: tokio::signal::unix::Signal,
    /// Whether a change has not been still for long enough yet.
    moving: bool,
}

impl Sizes {
    #[cfg(unix)]
    fn new() -> io::Result<Self> {
        use tokio::signal::unix::{SignalKind, signal};
        Ok(Self { changes: signal(SignalKind::window_change())?, moving: false })
    }

    #[cfg(not(unix))]
    fn new() -> io::Result<Self> {
        Ok(Self { moving: false })
    }

    /// Waits until a change is over.
    async fn changed(&mut self) {
        loop {
            let moving = self.moving;
            tokio::select! {
                () = self.moved() => self.moving = true,
                () = sleep(STILL), if moving => {
                    self.moving = false;
                    return;
                }
            }
        }
    }

    #[cfg(unix)]
    async fn moved(&mut self) {
        if self.changes.recv().await.is_none() {
            std::future::pending::<()>().await;
        }
    }

    /// Windows tells of it through its input alone, which is not read: the next drawing is right.
    #[cfg(not(unix))]
    async fn moved(&mut self) {
        std::future::pending::<()>().await;
    }
}

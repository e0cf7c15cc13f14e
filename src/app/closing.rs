//! How the server comes to its end: whoever asks for it, people are first offered their copies by the
//! last call of their pad.

use std::time::Duration;

use tokio::time::{Instant, sleep_until, timeout};

use super::desk::DeskHandle;
use super::events::Reporter;
use super::signals::{Asked, EndBy, Signals};
use super::{App, decided_file, ended_file, service};
use crate::base::limits::{STOP_GRACE, STOP_WITHIN};
use crate::room::lobby::{Lobby, Pad};
use crate::room::message::{Event, EventKind, HostCommand};

/// How the server is left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Farewell {
    /// Nobody is in a pad any more.
    Done,
    /// A second Ctrl-C did not wait for those who are.
    Hurried,
    /// A restart goes on with what people have.
    ComesBack,
}

/// A server that may be about to end.
pub(super) struct Closing {
    lobby: Lobby,
    /// The same secret is there after a restart.
    may_come_back: bool,
    /// Whoever hosts a pad here is the host of the server; else anyone may be, and keeps no server.
    hosts_decide: bool,
    /// Who asked for the end, while people are offered their copies.
    runs: Option<EndBy>,
    /// The longest last call where the system asks.
    stop_within: Duration,
    /// When it ends in any case, where the system asked.
    until: Option<Instant>,
}

/// The next one who wants the server to end.
pub(super) async fn ask(signals: &mut Signals, bell: &DeskHandle) -> Asked {
    tokio::select! {
        asked = signals.next() => asked,
        () = bell.quit() => Asked::End(EndBy::Quit),
    }
}

impl Closing {
    /// Whether people are being offered their copies.
    pub(super) fn runs(&self) -> bool {
        self.runs.is_some()
    }

    /// Somebody wants the end; `Some` where nobody is to be waited for.
    pub(super) async fn ask(&mut self, by: EndBy) -> Option<Farewell> {
        match (by, self.runs) {
            (EndBy::Terminate, None) if self.may_come_back => return Some(Farewell::ComesBack),
            (EndBy::Interrupt, Some(_)) => return Some(Farewell::Hurried),
            (EndBy::Quit, Some(_)) | (EndBy::Terminate, Some(EndBy::Terminate)) => {
                return Some(Farewell::Done);
            }
            _ => {}
        }
        if by == EndBy::Terminate {
            self.until = Some(Instant::now() + self.stop_within);
        }
        let mut people = false;
        for pad in self.lobby.all() {
            people |= self.end(&pad, by).await;
        }
        self.runs = people.then_some(by);
        (!people).then_some(Farewell::Done)
    }

    /// Something happened in a room. True where it begins its last call since Ctrl-C was pressed.
    pub(super) async fn hear(&mut self, event: &Event) -> bool {
        let Some(by) = self.runs else { return false };
        match event.kind {
            // The host lets it live: then the server stays, too. The system does not ask hosts.
            EventKind::Stays if self.hosts_decide && self.until.is_none() => self.runs = None,
            EventKind::Stays => return by == EndBy::Interrupt,
            // Somebody's key has opened it meanwhile.
            EventKind::Opened => {
                if let Some(pad) = self.lobby.get(&event.pad) {
                    self.end(&pad, by).await;
                }
            }
            EventKind::Ending { given: false, .. } => return by == EndBy::Interrupt,
            _ => {}
        }
        false
    }

    /// Ends a pad; true where people are offered their copies first.
    async fn end(&self, pad: &Pad, by: EndBy) -> bool {
        let steering = match by {
            EndBy::Terminate => HostCommand::Stop(self.stop_within),
            EndBy::Interrupt | EndBy::Quit => HostCommand::End(None),
        };
        let steered = pad.room.steer(steering).await;
        steered.is_some_and(|overview| overview.ending.is_some())
    }

    /// Waits until the last pad is over, or the time that the system gives; never where nobody asked.
    pub(super) async fn done(&self) -> Farewell {
        if self.runs.is_none() {
            return std::future::pending().await;
        }
        let late = async {
            match self.until {
                Some(until) => sleep_until(until).await,
                None => std::future::pending().await,
            }
        };
        tokio::select! {
            () = empty(&self.lobby) => {}
            () = late => {}
        }
        Farewell::Done
    }
}

/// Waits until no pad is alive.
async fn empty(lobby: &Lobby) {
    let mut records = lobby.records();
    while !lobby.all().is_empty() {
        if records.changed().await.is_err() {
            return;
        }
    }
}

impl App {
    /// Nobody has asked for the end yet.
    pub(super) fn closing(&self) -> Closing {
        Closing {
            lobby: self.server.lobby.clone(),
            may_come_back: self.config.secret_file.is_some(),
            hosts_decide: !self.config.create_anyone,
            stop_within: STOP_WITHIN - self.config.after_end(),
            runs: None,
            until: None,
        }
    }

    /// Whether Ctrl-C is asked back: it would end the pads of people at once, and somebody looks.
    pub(super) fn asks_back(&self, reporter: &Reporter, closing: &Closing) -> bool {
        self.config.last_call.is_zero() && !closing.runs() && reporter.must_ask()
    }

    /// The one order of stopping, after people were offered their copies: no new guests, every pad
    /// ended (or sent away, where a restart with the same secret goes on with it), then wait for every
    /// task with a named grace.
    pub(super) async fn close(&mut self, farewell: Farewell, reporter: &mut Reporter) {
        service::stopping();
        // What only this node holds goes to another before anybody is sent away.
        #[cfg(feature = "cluster")]
        if let Some(node) = &self.node {
            node.drain().await;
        }
        let decided = self.server.lobby.decided(); // of rooms that are gone nobody knows it any more
        for pad in self.server.lobby.all() {
            if farewell == Farewell::ComesBack {
                pad.room.go_away().await;
            } else {
                pad.room.leave().await;
            }
        }
        self.stop.stop();
        if timeout(STOP_GRACE + self.config.after_end(), self.stop.finished()).await.is_err() {
            tracing::warn!(tasks = self.stop.running(), "not everything ended within the grace");
        }
        // What a task began to write before it was stopped may still be on its way: this is the last word.
        if let Some(file) = &self.ended_file {
            let list = self.server.lobby.records().borrow().list.clone();
            if let Err(error) = file.write_last(&ended_file::lines(&list)) {
                tracing::error!(%error, "the list of ended pads can't be written");
            }
        }
        if let Some(file) = &self.decided_file
            && let Err(error) = decided_file::write_last(file, &decided)
        {
            tracing::error!(%error, "what hosts have decided can't be written");
        }
        while let Ok(event) = self.events.try_recv() {
            reporter.event(&event);
        }
    }
}

//! `fadepad take`: a pad of another machine goes on at this one, with its text, its life and its keys. Its people come over by
//! themselves, and what they still write there is taken until the last has come.

use std::collections::HashSet;
use std::sync::Arc;
use std::time::Duration;

use serde_json::Value;
use tokio::time::{Instant, sleep, timeout};

use super::http::{Ask, HttpAnswer, ask_whole, bytes_at};
use super::pads::key_of;
use super::unanswered::{Unanswered, judged, no_fadepad, unheard};
use crate::base::limits::MAX_ADDRESSES;
use crate::base::names::PadName;
use crate::base::stop::Stop;
use crate::base::target::{Fingerprint, Link, Opens, Seal, Server};
use crate::room::lobby::{LifeTaken, Lobby, NotTakenOver, Pad};
use crate::room::message::EventKind;
use crate::server::handing::{self, CarriedFile, HAND_ON, TakeStep};
use crate::server::{Addresses, TakeLink};

/// How long the last may take to come who was about to: a phone changes its network.
const SETTLED: Duration = Duration::from_secs(4);
/// How soon an old machine is asked again that does not answer, or has to wait for its files to come; and for how long in all.
const AGAIN: Duration = Duration::from_secs(1);
const AT_MOST: Duration = Duration::from_secs(300);
/// How often a file is asked for that does not come.
const TRIES: usize = 3;

/// A pad at another machine, and the key of a host of it.
#[derive(Clone, Debug)]
pub struct TakeFrom {
    server: Server,
    /// The pad.
    pub pad: PadName,
    key: String,
}

/// A pad that is here, and not yet its people.
pub(super) struct Taking {
    from: Arc<TakeFrom>,
    lobby: Lobby,
    pub(super) pad: Pad,
    to: Vec<String>,
    /// What it has, as a state vector.
    seen: Vec<u8>,
}

impl TakeFrom {
    /// What this link leads to. The short one of a greeting is used up by it.
    ///
    /// # Errors
    /// Where it is no host's, or nobody answers.
    pub fn of(link: &Link) -> Result<Self, Unanswered> {
        let (pad, key) = key_of(link)?;
        Ok(Self { server: link.server.clone(), pad, key })
    }

    pub(super) fn read(link: &TakeLink) -> Option<Self> {
        let pinned = match &link.fingerprint {
            Some(pinned) => Some(pinned.parse::<Fingerprint>().ok()?),
            None => None,
        };
        let Link { server, opens } = link.url.parse::<Link>().ok()?.pinned(pinned).ok()?;
        let Opens::Key(pad, key) = opens else { return None };
        Some(Self { server, pad, key })
    }

    /// The same, for the instance that runs here.
    #[must_use]
    pub fn link(&self) -> TakeLink {
        let (scheme, fingerprint) = match self.server.seal {
            Seal::Open | Seal::Proxied => ("http", None),
            Seal::Trusted => ("https", None),
            Seal::Pinned(pinned) => ("https", Some(pinned.to_string())),
        };
        let Self { server, pad, key } = self;
        TakeLink { url: format!("{scheme}://{server}/p/{pad}#{key}"), fingerprint }
    }

    /// Asks for one step. Whoever waits for nothing else may wait for this.
    fn ask(&self, body: String) -> Result<Value, Unanswered> {
        let path = format!("/api/v1/pads/{}{HAND_ON}", self.pad);
        let asked = Ask { method: "POST", path: &path, key: &self.key, body };
        let answered = ask_whole(&self.server, &asked).map_err(|e| unheard(&self.server, &e))?;
        let HttpAnswer { json, .. } = judged(answered, || no_fadepad(&self.server))?;
        Ok(json)
    }

    /// Fetches those files of the pad that are not here yet, each once however often it is listed, in [`TRIES`] tries. What does not
    /// come, or is too large for this machine, stays behind, and is told: the text goes over all the same.
    fn fetch(&self, pad: &Pad, files: &[CarriedFile]) {
        let (mut left, mut asked) = (0, HashSet::new());
        for file in files {
            let Some((path, bytes)) = file.lacking(pad) else { continue };
            if !asked.insert(path.clone()) {
                continue;
            }
            let come = || (0..TRIES).find_map(|_| bytes_at(&self.server, &path, bytes).ok());
            let is_here = file.fits(pad) && come().is_some_and(|bytes| file.put(pad, bytes));
            left += usize::from(!is_here);
        }
        if left > 0 {
            tracing::warn!(pad = %pad.name, left, "files of the pad did not come over from the machine that it was at");
        }
    }

    /// The same for those that were brought there since.
    fn fetch_rest(&self, pad: &Pad) -> Result<(), Unanswered> {
        let (_, files) = self.look()?;
        self.fetch(pad, &files);
        Ok(())
    }

    /// The pad as it is there, and its files by name.
    fn look(&self) -> Result<(LifeTaken, Vec<CarriedFile>), Unanswered> {
        let looked = handing::taken(self.ask(String::new())?);
        looked.ok_or_else(|| no_fadepad(&self.server))
    }

    /// Brings the pad over: from now on it is here as well, and nobody is in it. At the other machine nothing has changed.
    ///
    /// # Errors
    /// Where it stays there.
    pub(super) fn bring(self, lobby: &Lobby) -> Result<Taking, Unanswered> {
        if lobby.get(&self.pad).is_some() {
            return Err(NotTakenOver::Alive(self.pad).into());
        }
        let (life, files) = self.look()?;
        if life.name != self.pad {
            return Err(no_fadepad(&self.server));
        }
        let pad = lobby.take_over(life)?;
        self.fetch(&pad, &files);
        Ok(Taking { from: Arc::new(self), lobby: lobby.clone(), pad, to: vec![], seen: vec![0] })
    }
}

impl From<NotTakenOver> for Unanswered {
    fn from(not: NotTakenOver) -> Self {
        Self::Failed(not.to_string())
    }
}

impl Taking {
    /// The same where the other machine is asked by a thread of its own.
    pub(super) async fn of(from: TakeFrom, lobby: &Lobby) -> Result<Self, Unanswered> {
        let lobby = lobby.clone();
        let brought = tokio::task::spawn_blocking(move || from.bring(&lobby)).await;
        brought.unwrap_or_else(|_| Err(Unanswered::Failed("the pad did not come over".into())))
    }

    /// Its people are told to come here. Where that fails the pad stays there, and nothing of it is here.
    pub(super) async fn call(&mut self, places: &Addresses) -> Result<(), Unanswered> {
        self.to = addresses(places);
        match self.step(TakeStep::Words).await {
            Ok(_) => Ok(()),
            Err(why) => {
                self.lobby.let_go(&self.pad).await;
                Err(why)
            }
        }
    }

    /// Takes what is still written there, until everyone has come or has had the time to: then the pad is over there.
    pub(super) fn follow(mut self, stop: &Stop) {
        stop.spawn_until_stopped(async move {
            let left = self.gather().await;
            self.pad.room.awaited().await;
            self.lobby.tell(&self.pad, EventKind::Taken { left });
        });
    }

    /// How many pages were left there; `None` where the other machine was not heard to the end.
    async fn gather(&mut self) -> Option<u64> {
        let begun = Instant::now();
        let mut heard = begun;
        let mut alone_since = None;
        loop {
            let over = match self.step(TakeStep::Waits).await {
                Ok((pages, late)) => {
                    heard = Instant::now();
                    let alone = (pages == 0).then(|| *alone_since.get_or_insert(heard));
                    alone_since = alone;
                    late || alone.is_some_and(|since| since.elapsed() >= SETTLED)
                }
                // It is over there, by whoever's word.
                Err(Unanswered::NoPad(_)) => return None,
                Err(error) if heard.elapsed() > AT_MOST => {
                    tracing::warn!(%error, "the machine that the pad comes from is silent: what is written there stays there");
                    return None;
                }
                Err(_) => {
                    sleep(AGAIN).await;
                    false
                }
            };
            if over {
                match self.finish().await {
                    Ok(pages) => return Some(pages),
                    Err(Unanswered::NoPad(_)) => return None,
                    Err(error) => tracing::info!(%error, "the pad is not over there yet"),
                }
            }
        }
    }

    /// Has the pad be over there, with all files here that were ever taken there: most come while there may come more, and once it is
    /// sealed the few that came meanwhile. How many pages were left.
    async fn finish(&mut self) -> Result<u64, Unanswered> {
        self.fetch_rest().await?;
        self.step(TakeStep::Seals).await?;
        self.fetch_rest().await?;
        let (pages, _) = self.step(TakeStep::Over).await?;
        Ok(pages)
    }

    /// Fetches what files were brought there since. Meanwhile the old machine hears every moment that this one is there: a single photo
    /// may take longer than it waits.
    async fn fetch_rest(&mut self) -> Result<(), Unanswered> {
        let (from, pad) = (Arc::clone(&self.from), self.pad.clone());
        let mut fetched = tokio::task::spawn_blocking(move || from.fetch_rest(&pad));
        loop {
            if let Ok(fetched) = timeout(AGAIN, &mut fetched).await {
                return fetched.unwrap_or_else(|_| Err(silent()));
            }
            if let Err(error) = self.step(TakeStep::Words).await {
                tracing::debug!(%error, "the machine that the pad comes from was not heard");
            }
        }
    }

    /// One step: what was written there meanwhile is here after it. How many pages are there, and whether they have had their time.
    async fn step(&mut self, step: TakeStep) -> Result<(u64, bool), Unanswered> {
        let body = handing::step((&self.to, &self.seen), step).to_string();
        let from = Arc::clone(&self.from);
        let answered = tokio::task::spawn_blocking(move || from.ask(body)).await;
        let json = answered.map_err(|_| silent())??;
        let (update, pages, late) =
            handing::words(&json).ok_or_else(|| no_fadepad(&self.from.server))?;
        self.seen = self.pad.room.bring(update).await.ok_or_else(|| {
            Unanswered::Failed("the pad takes no more here: what was written there is there".into())
        })?;
        Ok((pages, late))
    }
}

fn silent() -> Unanswered {
    Unanswered::Failed("the other machine was not heard".into())
}

/// Where people find this machine: as it is printed, and by its other addresses.
fn addresses(places: &Addresses) -> Vec<String> {
    let mut all = vec![places.base.clone()];
    for address in places.addresses.iter().filter(|_| !places.is_named()) {
        let ip = std::net::SocketAddr::new(address.ip, places.port).to_string();
        let at = places.base.replace(&places.address, &ip);
        if !all.contains(&at) {
            all.push(at);
        }
    }
    all.truncate(MAX_ADDRESSES);
    all
}

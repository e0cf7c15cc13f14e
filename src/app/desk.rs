//! The host's desktop, joined to the pads: what the tray shows, what its menu asks for, notices,
//! and the pads that further starts of the program hand over.

mod notices;

use std::sync::Arc;
use std::time::Duration;

use http::StatusCode;
use tokio::sync::{Notify, mpsc};
use tokio::time::{Instant, sleep_until};

use self::notices::{NoticeAnswer, NoticePolicy};
use super::answers::answer_who_waits;
use super::instance::Instance;
use super::pads::Unanswered;
use super::take::{TakeFrom, Taking};
use super::tls;
use super::welcome::{Page, Welcome};
use crate::base::limits::{EVENT_QUEUE, SHORTEST_LIFE};
use crate::base::local_time;
use crate::base::names::PadName;
use crate::base::stop::Stop;
use crate::config::Config;
use crate::desktop::browser;
use crate::desktop::clipboard;
use crate::desktop::system;
use crate::desktop::tray::{Back, IconState, MenuAction, PadLine, Status};
use crate::room::lobby::{Begins, NotOpened, Pad};
use crate::room::message::{Event, HostCommand, Overview};
use crate::server::{HandOver, NotHere, SecondStart, ServerState, TakeLink};

/// How soon the tray follows what happens: a hundred people who come at once are one change.
const FOLLOW_AFTER: Duration = Duration::from_millis(250);
/// How often a time that runs is looked at: it is shown in minutes.
const LOOK_AGAIN: Duration = Duration::from_secs(5);
/// The last minute of a pad is shown as less than one.
const MINUTE: u64 = 60;

/// Whether this start shows something on a desktop.
#[must_use]
pub fn is_shown(config: &Config) -> bool {
    config.tray && browser::has_desktop()
}

/// The app's way to the desk.
pub(super) struct DeskHandle {
    events: Option<mpsc::Sender<Event>>,
    quit: Arc<Notify>,
}

impl DeskHandle {
    /// Something happened in a room.
    pub(super) fn event(&self, event: &Event) {
        if let Some(events) = &self.events {
            let _ = events.try_send(event.clone());
        }
    }

    /// Waits until somebody quits by the tray.
    pub(super) async fn quit(&self) {
        self.quit.notified().await;
    }
}

/// What the desk looks after.
struct Desk {
    welcome: Welcome,
    /// The pad that a new one is called.
    name: PadName,
    back: Option<Back>,
    /// Pads of further starts; the instance is known while it is held.
    starts: Option<(Instance, mpsc::Receiver<SecondStart>)>,
    manners: NoticePolicy,
    /// What is answered in notices.
    answers: mpsc::Receiver<NoticeAnswer>,
    at_login: Option<bool>,
    chosen: u32,
    quit: Arc<Notify>,
    stop: Stop,
}

/// What there is of the host's desktop.
pub(super) struct Desktop<'a> {
    /// The way back to the tray.
    pub(super) back: Option<Back>,
    /// Whom further starts hand their pads to.
    pub(super) instance: Option<Instance>,
    /// The pad whose page has been opened for the host.
    pub(super) host_at: Option<&'a Pad>,
    /// What a pad is called that is opened there.
    pub(super) name: PadName,
}

/// Starts the desk where there is something to do for it.
pub(super) fn start(welcome: Welcome, desktop: Desktop<'_>, stop: &Stop) -> DeskHandle {
    let Desktop { back, instance, host_at, name } = desktop;
    let quit = Arc::new(Notify::new());
    let starts = instance.and_then(|instance| {
        let starts = welcome.server.reachability.expect_second_start(instance.token().to_owned());
        match instance.publish(welcome.server.places.now().port) {
            Ok(()) => Some((instance, starts)),
            Err(error) => {
                tracing::info!(%error, "further starts can't hand their pads over");
                None
            }
        }
    });
    if back.is_none() && starts.is_none() {
        return DeskHandle { events: None, quit };
    }
    let (events, heard) = mpsc::channel(EVENT_QUEUE);
    let (mut manners, answers) = NoticePolicy::new(back.is_some());
    host_at.into_iter().for_each(|pad| manners.host_is_at(pad));
    let (at_login, chosen) = (None, 0);
    let bell = DeskHandle { events: Some(events), quit: Arc::clone(&quit) };
    let stop_of_desk = stop.clone();
    let desk = Desk {
        welcome,
        name,
        back,
        starts,
        manners,
        answers,
        at_login,
        chosen,
        quit,
        stop: stop_of_desk,
    };
    stop.spawn_until_stopped(desk.run(heard));
    bell
}

impl Desk {
    async fn run(mut self, mut events: mpsc::Receiver<Event>) {
        let mut reached = self.welcome.server.reachability.watch();
        let mut places = self.welcome.server.places.watch();
        let mut certificates = self.welcome.server.tls.as_ref().map(|tls| tls.watch());
        if self.back.is_some() {
            self.at_login = blocking(system::starts_at_login).await.flatten();
        }
        let mut look_at = Some(Instant::now());
        loop {
            let soon = Instant::now() + FOLLOW_AFTER;
            tokio::select! {
                event = events.recv() => {
                    let Some(event) = event else { return };
                    self.manners.event(&event);
                    look_at = Some(look_at.map_or(soon, |at| at.min(soon)));
                }
                wish = wish(&mut self.back) => {
                    self.grant(wish).await;
                    look_at = Some(soon);
                }
                Some(answer) = self.answers.recv() => {
                    self.answer_knock(answer).await;
                    look_at = Some(soon);
                }
                Some(start) = second_start(&mut self.starts) => {
                    self.answer(start).await;
                    look_at = Some(soon);
                }
                Ok(()) = reached.changed() => look_at = Some(soon),
                Ok(()) = places.changed() => look_at = Some(soon),
                _ = tls::renewed(&mut certificates) => look_at = Some(soon),
                () = sleep_until(look_at.unwrap_or(soon)), if look_at.is_some() => {
                    look_at = self.look().await.map(|after| Instant::now() + after);
                }
            }
        }
    }

    /// Shows how things are; returns when to look again where a time is running.
    async fn look(&mut self) -> Option<Duration> {
        let back = self.back.as_ref()?;
        let server = &self.welcome.server;
        let seen = server.lobby.overviews().await;
        let reached = server.reachability.proof(&server.places.now());
        let reached = reached.map(|last| (last.what, local_time::time(last.time)));
        let pads = seen.iter().map(|(pad, overview)| line(pad, overview)).collect();
        let certificate = server.tls.as_deref().and_then(tls::made_here);
        let status =
            Status { pads, reached, certificate, at_login: self.at_login, chosen: self.chosen };
        back.status.send_if_modified(|shown| {
            let changed = *shown != status;
            *shown = status;
            changed
        });
        let warning = self.manners.look(&seen);
        let asked = self.manners.look_at_doors(&seen).await;
        let running = asked || seen.iter().any(|(_, overview)| overview.ends_in.is_some());
        running.then(|| warning.map_or(LOOK_AGAIN, |after| after.min(LOOK_AGAIN)))
    }

    /// Does what somebody chose in the menu.
    async fn grant(&mut self, wish: MenuAction) {
        let lobby = &self.welcome.server.lobby;
        match wish {
            MenuAction::Open(name) => self.open(lobby.get(&name), Page::Pad),
            MenuAction::Wall(name) => self.open(lobby.get(&name), Page::Wall),
            MenuAction::Page => {
                let first = lobby.get(&self.name).or_else(|| lobby.all().into_iter().next());
                let pad = first.or_else(|| lobby.open(self.name.clone(), None).ok());
                self.open(pad, Page::Pad);
            }
            MenuAction::Copy(name) => {
                let Some(pad) = lobby.get(&name) else { return };
                let link = self.welcome.edit_url(&pad);
                self.copy(pad, link).await;
            }
            MenuAction::HandOver(name) => {
                let Some(pad) = lobby.get(&name) else { return };
                let command = self.welcome.take_command(&pad);
                self.copy(pad, command).await;
            }
            MenuAction::End(name) => {
                if let Some(pad) = lobby.get(&name) {
                    pad.room.steer(HostCommand::End(None)).await;
                }
            }
            MenuAction::AtLogin(on) => self.at_login(on).await,
            MenuAction::Quit => self.quit.notify_one(),
        }
    }

    /// Puts a text into the clipboard; where there is none, the pad's page is opened, which has it too.
    async fn copy(&mut self, pad: Pad, text: String) {
        let copied = blocking(move || clipboard::copy(&text)).await;
        if let Some(Err(why)) = copied {
            tracing::info!(why, "no clipboard: the page with its copy button is opened");
            self.open(Some(pad), Page::Pad);
        }
    }

    /// Does what the host has chosen in the notice of who knocks.
    async fn answer_knock(&mut self, answer: NoticeAnswer) {
        let NoticeAnswer { pad, epoch, person, let_in } = answer;
        let pad = self.welcome.server.lobby.get(&pad).filter(|pad| pad.epoch == epoch);
        match let_in {
            Some(let_in) => drop(answer_who_waits(pad.as_ref(), person, let_in).await),
            None => self.open(pad, Page::Pad),
        }
    }

    fn open(&mut self, pad: Option<Pad>, page: Page) {
        let Some(pad) = pad else { return };
        if page == Page::Pad {
            self.manners.host_is_at(&pad);
        }
        let opening = self.welcome.clone().open(pad, page);
        self.stop.spawn(opening);
    }

    async fn at_login(&mut self, on: bool) {
        if let Some(Err(error)) = blocking(move || system::start_at_login(on)).await {
            tracing::warn!(%error, "the start at login can't be changed");
        }
        self.at_login = blocking(system::starts_at_login).await.flatten();
        self.chosen = self.chosen.wrapping_add(1);
        // At once, since the next click means the other way.
        if let Some(back) = &self.back {
            let (at_login, chosen) = (self.at_login, self.chosen);
            back.status.send_modify(|shown| (shown.at_login, shown.chosen) = (at_login, chosen));
        }
    }

    /// Opens the pad of another start here, with what it is to begin with.
    async fn begin(&self, name: PadName, request: &HandOver) -> Result<Pad, NotOpened> {
        let ServerState { lobby, renderer, settings, .. } = &*self.welcome.server;
        let longest = lobby.rules().lifetime;
        let grace = request.grace().map(|grace| grace.clamp(SHORTEST_LIFE, longest));
        let begins = match &request.template {
            Some(template) => {
                let settings = settings.now();
                let begins =
                    settings.templates.begins_beside((lobby, renderer), &name, template).await;
                let begins = begins.map_err(|why| NotOpened::NotBegun(why.to_string()))?;
                begins.ok_or_else(|| NotOpened::NoTemplate(template.clone()))?
            }
            None => Begins::Empty,
        };
        lobby.open_with(name, grace, (begins, []))
    }

    /// Opens the pad of another start here, or finds it open; the links go back to who asked.
    async fn answer(&mut self, start: SecondStart) {
        let SecondStart { pad: name, request, answer } = start;
        let here = match &request.take {
            Some(from) => self.take(from).await,
            None => self.find_or_begin(name, &request).await.map_err(NotHere::NotOpened),
        };
        let told = here.map(|pad| {
            let entrance = request.open.then(|| self.welcome.entrance(&pad, Page::Pad));
            if request.open {
                self.manners.host_is_at(&pad);
            }
            let ready = self.welcome.ready(&pad, true);
            let greeting = self.welcome.greeting(&pad, request.qr, true);
            serde_json::json!({
                "join_url": ready.join_url,
                "ready": serde_json::to_string(&ready).unwrap_or_default(),
                "greeting": greeting.text(&request.screen).text,
                "entrance": entrance.flatten(),
            })
        });
        let _ = answer.send(told);
    }

    /// Has a pad of another machine go on here.
    async fn take(&self, from: &TakeLink) -> Result<Pad, NotHere> {
        let server = &self.welcome.server;
        let not = |why: Unanswered| {
            let status = match why {
                Unanswered::NoPad(_) => StatusCode::NOT_FOUND,
                Unanswered::Refused(_) => StatusCode::FORBIDDEN,
                _ => StatusCode::CONFLICT,
            };
            NotHere::NotTaken { status, detail: why.to_string() }
        };
        let odd = || Unanswered::Failed("that is no link to a pad with its host's key".into());
        let from = TakeFrom::read(from).ok_or_else(odd).map_err(not)?;
        let mut taking = Taking::of(from, &server.lobby).await.map_err(not)?;
        taking.call(&server.places.now()).await.map_err(not)?;
        let pad = taking.pad.clone();
        taking.follow(&self.stop);
        Ok(pad)
    }

    async fn find_or_begin(&self, name: PadName, request: &HandOver) -> Result<Pad, NotOpened> {
        match self.welcome.server.lobby.get(&name) {
            Some(pad) => Ok(pad),
            None => self.begin(name, request).await,
        }
    }
}

/// The next wish; never where there is no tray.
async fn wish(back: &mut Option<Back>) -> MenuAction {
    match back {
        Some(Back { wishes, .. }) => match wishes.recv().await {
            Some(wish) => wish,
            // The tray is gone, with nobody to wish anything.
            None => std::future::pending().await,
        },
        None => std::future::pending().await,
    }
}

async fn second_start(
    starts: &mut Option<(Instance, mpsc::Receiver<SecondStart>)>,
) -> Option<SecondStart> {
    match starts {
        Some((_, starts)) => starts.recv().await,
        None => std::future::pending().await,
    }
}

/// Asks the system for something that may take its time.
async fn blocking<T: Send + 'static>(ask: impl FnOnce() -> T + Send + 'static) -> Option<T> {
    tokio::task::spawn_blocking(ask).await.ok()
}

fn line(pad: &Pad, overview: &Overview) -> PadLine {
    let minutes = |left: Duration| match left.as_secs() {
        0..MINUTE => 0,
        seconds => seconds.div_ceil(MINUTE),
    };
    let mood = match overview.state {
        "alive" => IconState::Here,
        "fading" => IconState::Fading,
        _ => IconState::Idle,
    };
    PadLine {
        name: pad.name.clone(),
        title: pad.title.get(),
        people: overview.people.people,
        mood,
        left: overview.ends_in.map(|left| Duration::from_secs(minutes(left) * MINUTE)),
    }
}

//! The tray: an icon that tells the pads' state, and a menu that only sends wishes.
//!
//! Icon and menu belong to the thread that made them; [`super::system::run`] is given that thread.

mod icon;
mod menu;

use std::sync::Once;
use std::time::Duration;

use tokio::sync::{mpsc, watch};
use tray_icon::menu::MenuEvent;
use tray_icon::{MouseButton, MouseButtonState, TrayIcon, TrayIconBuilder, TrayIconEvent};

use self::menu::MenuEntry;
use crate::base::names::PadName;

/// What the tray shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Status {
    /// The pads that are open; the first is the one that the upper entries are about.
    pub pads: Vec<PadLine>,
    /// Who came in from outside last (`phone`, `laptop` and the like), and at what time of day.
    pub reached: Option<(&'static str, String)>,
    /// The SHA-256 of a certificate that was made here, where there is one.
    pub certificate: Option<String>,
    /// Whether Fadepad starts at login; `None` where that can't be chosen.
    pub at_login: Option<bool>,
    /// How often that was chosen: the system sets the mark by itself, also where nothing comes of it.
    pub chosen: u32,
}

/// One pad in the tray.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PadLine {
    /// Its name.
    pub name: PadName,
    /// What its host calls it.
    pub title: Option<String>,
    /// Distinct people.
    pub people: usize,
    /// What the icon tells of it.
    pub mood: IconState,
    /// The time to its end where people should know it, in whole minutes.
    pub left: Option<Duration>,
}

/// What the icon tells; the greatest of all pads is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum IconState {
    /// Nobody has come yet.
    #[default]
    Idle,
    /// Everyone has left.
    Fading,
    /// People are here.
    Here,
}

/// What somebody chose in the menu.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MenuAction {
    /// Open the host's page of this pad.
    Open(PadName),
    /// Show its code and QR.
    Wall(PadName),
    /// Put its link into the clipboard.
    Copy(PadName),
    /// Put the command into the clipboard by which another machine takes it.
    HandOver(PadName),
    /// End it for everyone.
    End(PadName),
    /// Open the host's page of the first pad; where there is none, of a new one.
    Page,
    /// Start at login, or not any more.
    AtLogin(bool),
    /// End all pads and the program.
    Quit,
}

impl MenuAction {
    /// The wish as a menu entry's id.
    fn id(&self) -> String {
        match self {
            Self::Open(pad) => format!("open {pad}"),
            Self::Wall(pad) => format!("wall {pad}"),
            Self::Copy(pad) => format!("copy {pad}"),
            Self::HandOver(pad) => format!("hand-over {pad}"),
            Self::End(pad) => format!("end {pad}"),
            Self::Page => "page".to_owned(),
            Self::AtLogin(on) => format!("login {on}"),
            Self::Quit => "quit".to_owned(),
        }
    }

    fn of_id(id: &str) -> Option<Self> {
        let (word, rest) = id.split_once(' ').unwrap_or((id, ""));
        let pad = || rest.parse().ok();
        Some(match word {
            "open" => Self::Open(pad()?),
            "wall" => Self::Wall(pad()?),
            "copy" => Self::Copy(pad()?),
            "hand-over" => Self::HandOver(pad()?),
            "end" => Self::End(pad()?),
            "page" => Self::Page,
            "login" => Self::AtLogin(rest.parse().ok()?),
            "quit" => Self::Quit,
            _ => return None,
        })
    }
}

/// Wishes that wait for the server: a person clicks no faster.
const WISHES: usize = 8;

/// The tray's end of the line to the server. When the server hangs up, the tray goes.
pub struct Front {
    pub(super) statuses: watch::Receiver<Status>,
    wishes: mpsc::Sender<MenuAction>,
    told: Once,
}

/// The server's end.
pub struct Back {
    /// What is shown.
    pub status: watch::Sender<Status>,
    /// What is asked for.
    pub wishes: mpsc::Receiver<MenuAction>,
}

/// A line between tray and server.
#[must_use]
pub fn line() -> (Front, Back) {
    let (status, statuses) = watch::channel(Status::default());
    let (sender, wishes) = mpsc::channel(WISHES);
    (Front { statuses, wishes: sender, told: Once::new() }, Back { status, wishes })
}

/// The icon in the tray, while this lives.
pub(super) struct RaisedTray {
    icon: TrayIcon,
    mood: IconState,
    entries: Vec<MenuEntry>,
    chosen: u32,
}

impl Front {
    /// Makes the tray; what can't be had is told once. On the thread that keeps it.
    pub(super) fn raise(&self, status: &Status) -> Option<RaisedTray> {
        match RaisedTray::new(status, self.wishes.clone()) {
            Ok(tray) => Some(tray),
            Err(error) => {
                self.tell_absence(&error.to_string());
                None
            }
        }
    }

    /// Says once why no icon is seen. There is no front where none is expected: without a desktop,
    /// or by choice.
    pub(super) fn tell_absence(&self, why: &str) {
        self.told.call_once(|| tracing::warn!(why, "this desktop shows no tray icon"));
    }

    /// Waits until the server is open, so that its start has the machine for itself. False where it
    /// does not open.
    pub(super) async fn opens(&mut self) -> bool {
        self.statuses.changed().await.is_ok()
    }

    /// Makes the tray, with the status of now.
    #[cfg(not(target_os = "macos"))]
    pub(super) fn raise_now(&mut self) -> Option<RaisedTray> {
        let status = self.statuses.borrow_and_update().clone();
        self.raise(&status)
    }

    /// Keeps the tray in step with the server until that hangs up. Never blocks for long.
    /// macOS has a loop that can't wait for a future, and shows each status by itself.
    #[cfg(not(target_os = "macos"))]
    pub(super) async fn keep(mut self, tray: Option<RaisedTray>) {
        let Some(mut tray) = tray else {
            while self.statuses.changed().await.is_ok() {}
            return;
        };
        while self.statuses.changed().await.is_ok() {
            let status = self.statuses.borrow_and_update().clone();
            tray.show(&status);
        }
    }
}

impl RaisedTray {
    fn new(status: &Status, wishes: mpsc::Sender<MenuAction>) -> Result<Self, tray_icon::Error> {
        let entries = menu::entries(status);
        let mood = status.mood();
        // Before there is something to click.
        listen(wishes);
        let icon = TrayIconBuilder::new()
            .with_id("fadepad")
            .with_title("Fadepad")
            .with_tooltip(status.sentence())
            .with_icon(picture(mood)?)
            .with_menu(Box::new(menu::build(&entries)))
            .build()?;
        Ok(Self { icon, mood, entries, chosen: status.chosen })
    }

    /// Shows another status. A menu that is open is not touched without need.
    pub(super) fn show(&mut self, status: &Status) {
        let entries = menu::entries(status);
        if entries != self.entries || status.chosen != self.chosen {
            self.icon.set_menu(Some(Box::new(menu::build(&entries))));
            let _ = self.icon.set_tooltip(Some(status.sentence()));
            (self.entries, self.chosen) = (entries, status.chosen);
        }
        if status.mood() != self.mood {
            self.mood = status.mood();
            let _ = picture(self.mood).map(|picture| self.icon.set_icon(Some(picture)));
        }
    }
}

impl Status {
    fn mood(&self) -> IconState {
        self.pads.iter().map(|pad| pad.mood).max().unwrap_or_default()
    }
}

fn picture(mood: IconState) -> Result<tray_icon::Icon, tray_icon::Error> {
    let rgba = icon::draw(mood);
    tray_icon::Icon::from_rgba(rgba, icon::SIDE, icon::SIDE)
        .map_err(|e| tray_icon::Error::OsError(std::io::Error::other(e)))
}

/// Hears the menu and the icon. Handlers run on a thread of the tray's: they only send.
fn listen(wishes: mpsc::Sender<MenuAction>) {
    let clicks = wishes.clone();
    MenuEvent::set_event_handler(Some(move |event: MenuEvent| {
        if let Some(wish) = MenuAction::of_id(&event.id.0) {
            let _ = wishes.try_send(wish);
        }
    }));
    // Where a click on the icon shows no menu by itself, it opens the page.
    let opens = cfg!(not(any(target_os = "macos", target_os = "windows")));
    TrayIconEvent::set_event_handler(Some(move |event: TrayIconEvent| {
        let TrayIconEvent::Click { button, button_state, .. } = event else { return };
        if opens && button == MouseButton::Left && button_state == MouseButtonState::Up {
            let _ = clicks.try_send(MenuAction::Page);
        }
    }));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wish_survives_being_an_id() {
        let pad: PadName = "sprint-review".parse().unwrap();
        let named = [MenuAction::Open, MenuAction::Wall, MenuAction::Copy, MenuAction::End]
            .map(|wish| wish(pad.clone()));
        let plain = [
            MenuAction::Page,
            MenuAction::AtLogin(true),
            MenuAction::AtLogin(false),
            MenuAction::Quit,
        ];
        for wish in named.into_iter().chain(plain) {
            assert_eq!(MenuAction::of_id(&wish.id()), Some(wish));
        }
        for odd in ["", "open", "open A B", "login", "login maybe", "1000"] {
            assert_eq!(MenuAction::of_id(odd), None, "{odd}");
        }
    }
}

//! Status → the tray's menu: first as plain entries, then as the system's.

use tray_icon::menu::{CheckMenuItem, IsMenuItem, Menu, MenuItem, PredefinedMenuItem, Submenu};

use super::{IconState, MenuAction, PadLine, Status};
use crate::desktop::certificate;
use crate::desktop::human::human_left;

/// Pads that are listed; with more a menu leaves the screen.
const LISTED: usize = 12;

/// One line of the menu.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum MenuEntry {
    /// Something to read.
    Text(String),
    /// A line between two groups.
    Rule,
    /// Something to choose.
    Act(String, MenuAction),
    /// Something that is on or off.
    Check(String, bool, MenuAction),
    /// A menu of its own.
    Sub(String, Vec<MenuEntry>),
}

/// The whole menu.
pub(super) fn entries(status: &Status) -> Vec<MenuEntry> {
    let mut all = vec![MenuEntry::Text(status.sentence())];
    if let Some((what, at)) = &status.reached {
        all.push(MenuEntry::Text(format!("A {what} got through ({at})")));
    }
    if let Some(sha256) = &status.certificate {
        let (first, second) = certificate::halves(sha256);
        let halves = [first, second].map(|half| MenuEntry::Text(half.to_owned()));
        all.push(MenuEntry::Sub("Certificate (SHA-256)".into(), halves.into()));
    }
    all.push(MenuEntry::Rule);
    match status.pads.as_slice() {
        [] => all.push(MenuEntry::Act("Open a new pad".into(), MenuAction::Page)),
        [only] => all.extend(of_pad(only)),
        many => {
            let listed = many.iter().take(LISTED);
            all.extend(listed.map(|pad| MenuEntry::Sub(pad.sentence(), of_pad(pad))));
            if let Some(more @ 1..) = many.len().checked_sub(LISTED) {
                all.push(MenuEntry::Text(format!("and {more} more")));
            }
        }
    }
    all.push(MenuEntry::Rule);
    if let Some(on) = status.at_login {
        all.push(MenuEntry::Check("Start at login".into(), on, MenuAction::AtLogin(!on)));
    }
    all.push(quit(status));
    all
}

fn of_pad(pad: &PadLine) -> Vec<MenuEntry> {
    let (name, called) = (&pad.name, pad.called());
    let sure = MenuEntry::Act("Yes, end it for everyone".into(), MenuAction::End(name.clone()));
    // What is copied is a host's key: it is said before.
    let copy = MenuEntry::Act(
        "Copy the command for the other computer".into(),
        MenuAction::HandOver(name.clone()),
    );
    vec![
        MenuEntry::Act(format!("Open {called}"), MenuAction::Open(name.clone())),
        MenuEntry::Act("Show code and QR".into(), MenuAction::Wall(name.clone())),
        MenuEntry::Act("Copy link".into(), MenuAction::Copy(name.clone())),
        MenuEntry::Sub("Hand over…".into(), vec![copy]),
        MenuEntry::Sub("End now…".into(), vec![sure]),
    ]
}

/// Quitting ends every pad: where people are, it is asked back.
fn quit(status: &Status) -> MenuEntry {
    if status.people() == 0 {
        return MenuEntry::Act("Quit".into(), MenuAction::Quit);
    }
    let sure = MenuEntry::Act("Yes, quit and end all for everyone".into(), MenuAction::Quit);
    MenuEntry::Sub("Quit…".into(), vec![sure])
}

impl Status {
    fn people(&self) -> usize {
        self.pads.iter().map(|pad| pad.people).sum()
    }

    /// The first line: `sprint-review: 4 people`.
    pub(super) fn sentence(&self) -> String {
        match self.pads.as_slice() {
            [] => "No pad is open".into(),
            [only] => only.sentence(),
            many => format!("{} pads: {}", many.len(), people(self.people())),
        }
    }
}

impl PadLine {
    /// What people read.
    fn called(&self) -> &str {
        self.title.as_deref().unwrap_or_else(|| self.name.as_str())
    }

    /// The pad's state: `sprint-review: 4 people, ends in 8 min`.
    fn sentence(&self) -> String {
        let left = self.left.map(|left| match left.as_secs() {
            0..60 => "in less than a minute".to_owned(),
            _ => format!("in {}", human_left(left)),
        });
        let state = match (self.mood, left) {
            (IconState::Fading, Some(left)) => format!("everyone has left, fades {left}"),
            (IconState::Fading, None) => "everyone has left".into(),
            (IconState::Idle, None) => "nobody is here yet".into(),
            (IconState::Idle, Some(left)) => format!("nobody is here yet, ends {left}"),
            (IconState::Here, None) => people(self.people),
            (IconState::Here, Some(left)) => format!("{}, ends {left}", people(self.people)),
        };
        format!("{}: {state}", self.called())
    }
}

fn people(count: usize) -> String {
    match count {
        0 => "nobody".into(),
        1 => "1 person".into(),
        n => format!("{n} people"),
    }
}

/// Makes the system's menu.
pub(super) fn build(entries: &[MenuEntry]) -> Menu {
    let menu = Menu::new();
    for entry in entries {
        // A menu takes what was made for it.
        let _ = menu.append(item(entry).as_ref());
    }
    menu
}

fn item(entry: &MenuEntry) -> Box<dyn IsMenuItem> {
    match entry {
        MenuEntry::Text(text) => Box::new(MenuItem::new(text, false, None)),
        MenuEntry::Rule => Box::new(PredefinedMenuItem::separator()),
        MenuEntry::Act(text, wish) => Box::new(MenuItem::with_id(wish.id(), text, true, None)),
        MenuEntry::Check(text, on, wish) => {
            Box::new(CheckMenuItem::with_id(wish.id(), text, true, *on, None))
        }
        MenuEntry::Sub(text, entries) => {
            let sub = Submenu::new(text, true);
            for entry in entries {
                let _ = sub.append(item(entry).as_ref());
            }
            Box::new(sub)
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    fn pad(name: &str, people: usize, mood: IconState, minutes: Option<u64>) -> PadLine {
        let left = minutes.map(|minutes| Duration::from_secs(60 * minutes));
        PadLine { name: name.parse().unwrap(), title: None, people, mood, left }
    }

    fn status(pads: Vec<PadLine>) -> Status {
        Status { pads, at_login: Some(true), ..Status::default() }
    }

    fn words(entries: &[MenuEntry]) -> Vec<String> {
        let word = |entry: &MenuEntry| match entry {
            MenuEntry::Rule => "-".into(),
            MenuEntry::Check(text, on, _) => format!("[{}] {text}", if *on { "x" } else { " " }),
            MenuEntry::Sub(text, _) => format!("{text} >"),
            MenuEntry::Text(text) | MenuEntry::Act(text, _) => text.clone(),
        };
        entries.iter().map(word).collect()
    }

    #[test]
    fn one_pad_is_told_in_a_sentence() {
        let told = |pad| status(vec![pad]).sentence();
        assert_eq!(told(pad("sprint-review", 4, IconState::Here, None)), "sprint-review: 4 people");
        assert_eq!(told(pad("a", 1, IconState::Here, Some(8))), "a: 1 person, ends in 8 min");
        assert_eq!(told(pad("a", 0, IconState::Idle, None)), "a: nobody is here yet");
        let fading = pad("a", 0, IconState::Fading, Some(13));
        assert_eq!(told(fading), "a: everyone has left, fades in 13 min");
        let last = pad("a", 0, IconState::Fading, Some(0));
        assert_eq!(told(last), "a: everyone has left, fades in less than a minute");
    }

    #[test]
    fn a_single_pad_needs_no_submenu() {
        let menu = entries(&status(vec![pad("notes", 0, IconState::Idle, None)]));
        let expected = "notes: nobody is here yet, -, Open notes, Show code and QR, Copy link, \
                        Hand over… >, End now… >, -, [x] Start at login, Quit";
        assert_eq!(words(&menu).join(", "), expected);
    }

    #[test]
    fn several_pads_have_a_menu_each() {
        let two = vec![pad("a", 2, IconState::Here, None), pad("b", 0, IconState::Fading, Some(3))];
        let menu = words(&entries(&status(two)));
        assert_eq!(menu[0], "2 pads: 2 people");
        assert_eq!(menu[2..4], ["a: 2 people >", "b: everyone has left, fades in 3 min >"]);
        let names = (0..20).map(|n| pad(&format!("pad-{n}"), 0, IconState::Idle, None)).collect();
        assert!(words(&entries(&status(names))).contains(&"and 8 more".into()));
    }

    #[test]
    fn quitting_is_asked_back_where_people_are() {
        let here = entries(&status(vec![pad("a", 1, IconState::Here, None)]));
        assert!(matches!(here.last(), Some(MenuEntry::Sub(_, sure)) if sure.len() == 1));
        let none = entries(&status(Vec::new()));
        assert_eq!(none.last(), Some(&MenuEntry::Act("Quit".into(), MenuAction::Quit)));
    }
}

//! macOS: a tray needs the application's loop on the first thread, running before the icon is
//! made; a start at login is a launch agent.

use std::cell::RefCell;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::thread;

use dispatch2::DispatchQueue;
use objc2::MainThreadMarker;
use objc2_app_kit::{
    NSApplication, NSApplicationActivationPolicy, NSEvent, NSEventModifierFlags, NSEventSubtype,
    NSEventType,
};
use objc2_foundation::NSPoint;

use super::AT_LOGIN;
use crate::base::folders;
use crate::desktop::tray::{Front, RaisedTray, Status};

/// The agent's name, and that of its file.
const LABEL: &str = "fadepad";

thread_local! {
    /// The icon of the first thread.
    static TRAY: RefCell<Option<RaisedTray>> = const { RefCell::new(None) };
}

/// Runs the application until the server hangs up. Another thread waits for the server and lets this
/// one do what has to be done here.
pub(super) fn run(mut front: Front) {
    let Some(first) = MainThreadMarker::new() else { return };
    let app = NSApplication::sharedApplication(first);
    // In the menu bar only: no icon in the Dock.
    app.setActivationPolicy(NSApplicationActivationPolicy::Accessory);
    let waiter = thread::Builder::new().name("desk".into()).spawn(move || {
        let waiting = tokio::runtime::Builder::new_current_thread().build();
        let Ok(waiting) = waiting else { return stop() };
        if !waiting.block_on(front.opens()) {
            return stop();
        }
        let status = front.statuses.borrow_and_update().clone();
        let mut statuses = front.statuses.clone();
        DispatchQueue::main().exec_async(move || raise(&front, &status));
        waiting.block_on(async {
            while statuses.changed().await.is_ok() {
                let status = statuses.borrow_and_update().clone();
                DispatchQueue::main().exec_async(move || show(&status));
            }
        });
        stop();
    });
    if waiter.is_ok() {
        app.run();
    }
}

fn raise(front: &Front, status: &Status) {
    TRAY.with(|tray| *tray.borrow_mut() = front.raise(status));
}

fn show(status: &Status) {
    TRAY.with(|tray| {
        if let Some(tray) = tray.borrow_mut().as_mut() {
            tray.show(status);
        }
    });
}

/// Ends the loop. It looks whether it was stopped after each event: one is sent along.
fn stop() {
    DispatchQueue::main().exec_async(|| {
        TRAY.with(|tray| tray.borrow_mut().take());
        let Some(first) = MainThreadMarker::new() else { return };
        let app = NSApplication::sharedApplication(first);
        app.stop(None);
        let event = NSEvent::otherEventWithType_location_modifierFlags_timestamp_windowNumber_context_subtype_data1_data2(
            NSEventType::ApplicationDefined,
            NSPoint::new(0.0, 0.0),
            NSEventModifierFlags::empty(),
            0.0,
            0,
            None,
            NSEventSubtype::WindowExposed.0,
            0,
            0,
        );
        if let Some(event) = event {
            app.postEvent_atStart(&event, true);
        }
    });
}

/// The system's own bar shows icons always.
pub(super) fn shows_icons() -> Option<bool> {
    Some(true)
}

/// See `man launchd.plist`.
fn agent_file() -> Option<PathBuf> {
    Some(folders::home()?.join("Library/LaunchAgents").join(format!("{LABEL}.plist")))
}
/// There is none.
pub(super) type AwakeLock = std::convert::Infallible;

/// Nothing here asks this system yet.
pub(super) fn stay_awake() -> Result<AwakeLock, String> {
    Err("this system is not asked to stay awake".into())
}

pub(super) fn starts_at_login(program: &Path) -> Option<bool> {
    Some(fs::read_to_string(agent_file()?).is_ok_and(|text| text == agent(program)))
}

pub(super) fn start_at_login(program: &Path, on: bool) -> io::Result<()> {
    let file = agent_file().ok_or(io::ErrorKind::NotFound)?;
    if !on {
        return fs::remove_file(file);
    }
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(file, agent(program))
}

fn agent(program: &Path) -> String {
    let program = program.to_string_lossy();
    let program = program.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\" \
         \"http://www.apple.com/DTDs/PropertyList-1.0.dtd\">\n\
         <plist version=\"1.0\"><dict>\n<key>Label</key><string>{LABEL}</string>\n\
         <key>ProgramArguments</key><array><string>{program}</string>\
         <string>{AT_LOGIN}</string></array>\n<key>RunAtLoad</key><true/>\n</dict></plist>\n"
    )
}

//! The host's machine stays awake while a meeting is in a pad, and no longer. Logind is played on a bus of the test's own.

use std::io::{PipeReader, PipeWriter, Read as _, pipe};
use std::os::fd::OwnedFd as Descriptor;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

use zbus::blocking::{Connection, connection};
use zbus::zvariant::OwnedFd;

use crate::support::desktop::{Desktop, PATIENCE, Running};

/// What somebody asked for: what, who, why, how; and the end at which it is seen that they gave it back.
type Lock = ([String; 4], PipeReader);

/// Logind as far as locks go: each is a pipe, and over when its other end is closed.
struct Login(SyncSender<Lock>);

#[zbus::interface(name = "org.freedesktop.login1.Manager")]
impl Login {
    fn inhibit(&self, what: String, who: String, why: String, how: String) -> OwnedFd {
        let (seen, held): (PipeReader, PipeWriter) = pipe().unwrap();
        self.0.try_send(([what, who, why, how], seen)).unwrap();
        OwnedFd::from(Descriptor::from(held))
    }
}

fn login(bus: &str) -> (Connection, Receiver<Lock>) {
    let (asked, locks) = sync_channel(8);
    let builder = connection::Builder::address(bus).unwrap();
    let builder = builder.name("org.freedesktop.login1").unwrap();
    let path = "/org/freedesktop/login1";
    (builder.serve_at(path, Login(asked)).unwrap().build().unwrap(), locks)
}

/// Waits until the lock is given back.
fn is_over((_, mut seen): Lock) {
    assert_eq!(seen.read(&mut [0]).unwrap(), 0);
}

#[test]
fn a_machine_stays_awake_from_the_second_device_until_one_is_left_and_by_a_killed_program_no_longer()
 {
    let desktop = Desktop::new();
    let (_login, locks) = login(&desktop.bus);
    let mut command = desktop.command(&["--headless", "--port", "0", "secret_plans"]);
    let mut running = Running::start(command.env("DBUS_SYSTEM_BUS_ADDRESS", &desktop.bus));
    let alone = running.guest();
    let with = running.guest();
    let third = running.guest();
    let lock = locks.recv_timeout(PATIENCE).unwrap();
    assert_eq!(lock.0, ["idle", "Fadepad", "People are in a pad", "block"], "no name of a pad");
    drop(with);
    drop(third);
    is_over(lock);
    let again = running.guest();
    let lock = locks.recv_timeout(PATIENCE).unwrap();
    assert!(locks.try_recv().is_err(), "one lock a meeting, and none for one alone");
    running.child.kill().unwrap();
    is_over(lock);
    drop((alone, again));
}

#[test]
fn without_logind_a_pad_goes_on_as_ever() {
    let desktop = Desktop::new();
    let mut command = desktop.command(&["--headless", "--port", "0"]);
    let running = Running::start(command.env("DBUS_SYSTEM_BUS_ADDRESS", &desktop.bus));
    let guests: Vec<_> = (0..3).map(|_| running.guest()).collect();
    drop(guests);
    let _later = running.guest();
}

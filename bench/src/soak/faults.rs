//! What goes wrong around a server, each while guests are in its pads.

use std::{
    env,
    fs::{self, File},
    io::{Read, Write},
    net::TcpStream,
    path::PathBuf,
    process::Command,
    time::Duration,
};

use anyhow::{Context, Result, ensure};
use rustix::process::{Pid, Resource, Rlimit, Signal, getpid, getrlimit, kill_process, prlimit};

use serde_json::Value;

use super::watch;
use crate::{http, process::pause, servers::fadepad::Instance};

/// One of them: what it is called, and how it is done. It says what came of it.
pub(super) struct Fault {
    pub(super) name: &'static str,
    pub(super) strike: fn(&Instance, &Disk) -> Result<String>,
}

/// In turn, one a round.
pub(super) const FAULTS: [Fault; 5] = [
    Fault { name: "quiet", strike: |_, _| Ok("nothing".to_owned()) },
    Fault { name: "suspended", strike: suspended },
    Fault { name: "no files left", strike: no_files },
    Fault { name: "disk full", strike: disk_full },
    Fault { name: "networks come and go", strike: networks },
];

/// A small disk of its own, where the secret is kept; without root a folder, and it is never full.
pub(super) struct Disk {
    folder: PathBuf,
    is_own: bool,
}

impl Disk {
    pub(super) fn make() -> Result<Self> {
        let folder = env::temp_dir().join(format!("fadepad-soak-{}", getpid()));
        fs::create_dir_all(&folder)?;
        let mut mount = Command::new("mount");
        mount.args(["-t", "tmpfs", "-o", "size=16m", "tmpfs"]).arg(&folder);
        let is_own = mount.status().is_ok_and(|status| status.success());
        Ok(Self { folder, is_own })
    }

    pub(super) fn secret(&self) -> PathBuf {
        self.folder.join("secret")
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        if self.is_own {
            let _ = Command::new("umount").arg("-l").arg(&self.folder).status();
        }
        let _ = fs::remove_dir_all(&self.folder);
    }
}

fn pid(server: &Instance) -> Result<Pid> {
    Pid::from_raw(i32::try_from(server.pid())?).context("a process id")
}

/// A laptop whose lid is closed for a moment: guests stay, and go on.
fn suspended(server: &Instance, _: &Disk) -> Result<String> {
    const CLOSED: Duration = Duration::from_secs(5);
    kill_process(pid(server)?, Signal::STOP)?;
    pause(CLOSED);
    kill_process(pid(server)?, Signal::CONT)?;
    Ok("back after 5 s".to_owned())
}

/// Whoever comes now finds no place; who comes later does.
fn no_files(server: &Instance, _: &Disk) -> Result<String> {
    /// Those that are open stay, and none can be opened beside them.
    const NONE: u64 = 3;
    let of = pid(server)?;
    let Rlimit { maximum, .. } = getrlimit(Resource::Nofile); // the server's own: it was inherited
    let full = Rlimit { current: Some(NONE), maximum };
    let before = prlimit(Some(of), Resource::Nofile, full)?;
    let while_full = is_answered(server, Duration::from_secs(1));
    prlimit(Some(of), Resource::Nofile, before)?;
    ensure!(!while_full, "a newcomer came in without a file for them");
    watch::until("newcomers are answered again", || {
        Ok(is_answered(server, Duration::from_secs(5)))
    })?;
    Ok("nobody came in, later everyone".to_owned())
}

fn is_answered(server: &Instance, within: Duration) -> bool {
    let ask = || {
        let mut stream = TcpStream::connect_timeout(&server.address, within)?;
        stream.set_read_timeout(Some(within))?;
        write!(
            stream,
            "GET /healthz HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n",
            server.address
        )?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer)?;
        Ok::<_, std::io::Error>(answer.starts_with("HTTP/1.1 200"))
    };
    ask().unwrap_or(false)
}

/// The end of a pad can't be noted beside the secret.
fn disk_full(server: &Instance, disk: &Disk) -> Result<String> {
    if !disk.is_own {
        return Ok("left out: only root mounts a disk".to_owned());
    }
    let name = "{\"name\":\"soak-full-disk\"}";
    let pad = http::post(server.address, "/api/v1/pads", server.text("host_key")?, name)?;
    let pad: Value = serde_json::from_str(&pad)?;
    let key = pad["host_key"].as_str().context("a new pad has a host's key")?.to_owned();
    let filler = disk.folder.join("filler");
    let mut file = File::create(&filler)?;
    let zeros = vec![0; 65_536];
    while file.write_all(&zeros).is_ok() {}
    let path = "/api/v1/pads/soak-full-disk";
    let end = || http::ask(server.address, ("DELETE", path), &key, "{\"in_s\":0}");
    let said = end();
    drop(file);
    fs::remove_file(filler)?;
    let Err(why) = said else { return Ok("noted all the same".to_owned()) };
    ensure!(format!("{why:#}").contains("end not recorded"), "{why:#}");
    // It is over at once. Whoever asks again hears of the end once that is recorded.
    watch::until("the end is recorded where there is room again", || {
        Ok(end().is_err_and(|why| format!("{why:#}").contains("410 Gone")))
    })?;
    Ok("its end was recorded once there was room".to_owned())
}

/// Interfaces come and go beside the one that guests use.
fn networks(_: &Instance, _: &Disk) -> Result<String> {
    /// Set by `cargo xtask soak` where this process has a network of its own.
    const OWN: &str = "FADEPAD_SOAK_OWN_NETWORK";
    const TIMES: u8 = 10;
    if env::var_os(OWN).is_none() {
        return Ok("left out: only root has a network of its own".to_owned());
    }
    for nth in 0..TIMES {
        let address = format!("10.203.{nth}.1/24");
        ip(&["link", "add", "soak0", "type", "veth", "peer", "name", "soak1"])?;
        ip(&["address", "add", &address, "dev", "soak0"])?;
        ip(&["link", "set", "soak0", "up"])?;
        ip(&["link", "set", "soak1", "up"])?;
        pause(Duration::from_millis(50));
        ip(&["link", "del", "soak0"])?;
    }
    Ok(format!("{TIMES} times"))
}

fn ip(words: &[&str]) -> Result<()> {
    let status = Command::new("ip").args(words).status()?;
    ensure!(status.success(), "ip {}: {status}", words.join(" "));
    Ok(())
}

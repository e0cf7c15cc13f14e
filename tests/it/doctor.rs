//! The doctor judges what a start would be made with: the same file, the same environment, and what
//! it finds is what the start then says.

use std::fs;
use std::net::TcpListener;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

/// A configuration folder of a test's own, gone with it.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str, text: &str) -> Self {
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("doctor-{name}"));
        fs::create_dir_all(folder.join("fadepad")).unwrap();
        fs::write(folder.join("fadepad/fadepad.toml"), text).unwrap();
        Self(folder)
    }

    fn run(&self, args: &[&str], env: &[(&str, &str)]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_fadepad"));
        command.args(args).env("XDG_CONFIG_HOME", &self.0).envs(env.iter().copied());
        command.env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY");
        command.stdin(Stdio::null()).output().unwrap()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Verdict and sentence of one check.
fn check(output: &Output, what: &str) -> (String, String) {
    let told: Value =
        serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{output:?}"));
    let checks = told["checks"].as_array().unwrap();
    let check = checks.iter().find(|check| check["what"] == what).unwrap();
    let text = |name: &str| check[name].as_str().unwrap().to_owned();
    (text("verdict"), text("found"))
}

fn told(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn a_port_of_the_environment_that_is_taken_stops_both() {
    let folder = Folder::new("port", "");
    let other = TcpListener::bind(("0.0.0.0", 0)).unwrap();
    let port = other.local_addr().unwrap().port().to_string();
    let env = [("FADEPAD_PORT", port.as_str())];
    let doctor = folder.run(&["doctor", "--json"], &env);
    let (verdict, found) = check(&doctor, "port");
    assert_eq!((verdict.as_str(), doctor.status.code()), ("stops", Some(1)));
    assert!(found.contains(&port) && found.contains("another program"), "{found}");
    assert_eq!(folder.run(&["--headless"], &env).status.code(), Some(3));
    let (_, found) = check(&folder.run(&["doctor", "--json", "--port", "0"], &env), "port");
    assert_eq!(found, "0 is free", "a flag wins");
}

#[test]
fn what_keeps_a_start_from_starting_is_told_in_its_words() {
    let cert = "tls-cert = \"/nonexistent/cert.pem\"\ntls-key = \"/nonexistent/key.pem\"\n";
    for (name, text, words) in [
        ("cert", cert, "/nonexistent/cert.pem can't be read"),
        ("network", "interface = [\"wlan-of-nobody\"]\n", "wlan-of-nobody is no interface"),
        ("secret", "secret-file = \"/dev/null\"\n", "/dev/null can't be used"),
    ] {
        let folder = Folder::new(name, text);
        let doctor = folder.run(&["doctor", "--json"], &[]);
        let (verdict, found) = check(&doctor, "settings");
        assert_eq!((verdict.as_str(), doctor.status.code()), ("stops", Some(1)), "{found}");
        assert!(found.contains(words), "{found}");
        let start = folder.run(&["--headless", "--port", "0"], &[]);
        assert_eq!(start.status.code(), Some(4));
        assert!(told(&start).contains(&found), "{} is not {found}", told(&start));
    }
}

#[test]
fn a_file_that_can_not_be_understood_ends_both_alike() {
    let folder = Folder::new("unknown", "colour = \"red\"\n");
    let (doctor, start) = (folder.run(&["doctor"], &[]), folder.run(&["--headless"], &[]));
    assert_eq!((doctor.status.code(), start.status.code()), (Some(4), Some(4)));
    assert!(told(&doctor).contains("colour"), "{}", told(&doctor));
    assert_eq!(told(&doctor), told(&start));
}

#[test]
fn what_is_left_out_is_not_missed() {
    let folder = Folder::new("left-out", "");
    let file = folder.0.join("other.toml");
    fs::write(&file, "no-mdns = true\nheadless = true\nbind = [\"127.0.0.1\"]\nport = 0\n")
        .unwrap();
    let file = file.to_str().unwrap();
    for output in [
        folder.run(&["doctor", "--json", "--config", file], &[]),
        folder.run(&["doctor", "--json"], &[("FADEPAD_CONFIG", file)]),
    ] {
        assert_eq!(check(&output, "tray"), ("fine".into(), "is left out by choice".into()));
        assert_eq!(check(&output, "multicast").1, "is not used: pads are told to nobody");
        let (verdict, found) = check(&output, "network");
        assert_eq!(verdict, "stops", "nobody else reaches a loopback address");
        assert_eq!(found, "none: only this machine can join");
    }
}

/// A firewall whose port is closed until somebody opens it, and a `sudo` that asks for no password.
#[cfg(target_os = "linux")]
#[test]
fn the_doctor_shows_what_helps_runs_it_where_that_is_wanted_and_looks_again() {
    use std::io::Write as _;
    use std::os::unix::fs::PermissionsExt as _;

    if PathBuf::from("/etc/ufw/ufw.conf").exists() {
        // That one is asked before any other.
        return;
    }
    let folder = Folder::new("repair", "");
    let bin = folder.0.join("bin");
    fs::create_dir_all(&bin).unwrap();
    let open = folder.0.join("open");
    let firewall = format!(
        "#!/bin/sh\ncase \"$1\" in\n--state) exit 0;;\n--query-port=*) test -e {0};;\n\
         --add-port=*) echo \"$1\" > {0};;\nesac\n",
        open.display()
    );
    for (name, script) in [("firewall-cmd", &*firewall), ("sudo", "#!/bin/sh\nexec \"$@\"\n")] {
        fs::write(bin.join(name), script).unwrap();
        fs::set_permissions(bin.join(name), fs::Permissions::from_mode(0o755)).unwrap();
    }
    let path = format!("{}:{}", bin.display(), std::env::var("PATH").unwrap());
    let port = TcpListener::bind(("127.0.0.1", 0)).unwrap().local_addr().unwrap().port();
    // At a terminal, which `script` makes one of.
    let answer = |answer: &str| {
        let command = format!("{} doctor --port {port}", env!("CARGO_BIN_EXE_fadepad"));
        let mut child = Command::new("script")
            .args(["-qec", &command, "/dev/null"])
            .env("XDG_CONFIG_HOME", &folder.0)
            .env("PATH", &path)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        child.stdin.take().unwrap().write_all(answer.as_bytes()).unwrap();
        let output = child.wait_with_output().unwrap();
        String::from_utf8_lossy(&output.stdout).into_owned()
    };
    let command = format!("sudo firewall-cmd --add-port={port}/tcp");
    let said = answer("\n");
    assert!(said.contains(&format!("Run it now?  {command}  [y/N]")), "{said}");
    assert!(said.contains("Nothing was changed.") && !open.exists(), "{said}");
    let said = answer("y\n");
    assert!(said.contains(&format!("Looked again: firewalld lets port {port} in.")), "{said}");
    assert_eq!(fs::read_to_string(&open).unwrap().trim(), format!("--add-port={port}/tcp"));
    let said = answer("y\n");
    assert!(!said.contains("Run it now?"), "there is nothing to mend: {said}");
    fs::remove_file(&open).unwrap();
    let piped = folder.run(&["doctor", "--port", &port.to_string()], &[("PATH", &path)]);
    let text = String::from_utf8_lossy(&piped.stdout);
    assert!(text.contains(&command) && !text.contains("Run it now?"), "{text}");
    let told = folder.run(&["doctor", "--json", "--port", &port.to_string()], &[("PATH", &path)]);
    let told: Value = serde_json::from_slice(&told.stdout).unwrap();
    let checks = told["checks"].as_array().unwrap();
    let firewall = checks.iter().find(|check| check["what"] == "firewall").unwrap();
    assert_eq!(firewall["command"], command);
}

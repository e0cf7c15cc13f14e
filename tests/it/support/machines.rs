//! Two machines in network namespaces, joined by one cable: `lan0` on both ends. Gone on drop.

use std::io::{BufRead as _, BufReader};
use std::process::{Child, ChildStdout, Command, Output, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Instant;

use serde_json::Value;

use super::PATIENCE;

use super::skip::{Lack, skip};

static COUNT: AtomicU32 = AtomicU32::new(0);

/// The host's machine (`here`) and a guest's (`there`).
pub struct Cable {
    here: String,
    there: String,
    /// What carries frames between them, where they are not joined directly.
    between: Option<Between>,
}

/// A machine in the middle that lets frames through later, or never.
struct Between {
    machine: String,
    carrier: Child,
}

/// How a slow network brings frames, each way.
pub struct SlowLink {
    pub delay_ms: u32,
    pub loss_percent: u32,
    pub kbit_s: u32,
    /// Which frames are lost.
    pub seed: u64,
}

impl Cable {
    /// `None` where namespaces can't be made here, which is told.
    pub fn new() -> Option<Self> {
        let name = format!("{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let (here, there) = (format!("fp-a{name}"), format!("fp-b{name}"));
        let cable = Self { here, there, between: None };
        let setup = format!(
            "ip netns add {a} && ip netns add {b} && \
             ip -n {a} link add lan0 type veth peer name lan0 netns {b} && \
             for n in {a} {b}; do ip -n $n link set lo up && ip -n $n link set lan0 up; done",
            a = cable.here,
            b = cable.there
        );
        made(&setup).then_some(cable)
    }

    /// Machines with the addresses 192.168.77.1 (`here`) and 192.168.77.2, joined by a network like this one. The kernel's own
    /// `netem` is not everywhere, so a program carries the frames.
    pub fn slow(link: &SlowLink) -> Option<Self> {
        if Command::new("python3").arg("--version").output().is_err() {
            skip(&Lack::Tool("python3 is not installed"));
            return None;
        }
        let name = format!("{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let [a, b, m] = ["fp-a", "fp-b", "fp-m"].map(|each| format!("{each}{name}"));
        // One packet a frame: the kernel would else hand over many as one, and they would be lost together.
        let setup = format!(
            "for n in {a} {b} {m}; do ip netns add $n && ip -n $n link set lo up; done && \
             ip -n {a} link add lan0 type veth peer name left netns {m} && \
             ip -n {b} link add lan0 type veth peer name right netns {m} && \
             ip -n {a} addr add 192.168.77.1/24 dev lan0 && \
             ip -n {b} addr add 192.168.77.2/24 dev lan0 && \
             for end in '{a} link set lan0' '{b} link set lan0' '{m} link set left' \
             '{m} link set right'; do ip -n $end gso_max_segs 1 && ip -n $end up; done"
        );
        let mut cable = Self { here: a, there: b, between: None };
        if !made(&setup) {
            return None;
        }
        let SlowLink { delay_ms, loss_percent, kbit_s, seed } = link;
        let args = [u64::from(*delay_ms), u64::from(*loss_percent), u64::from(*kbit_s), *seed];
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/support/link.py");
        let mut command = inside(&m, &["python3", script, "left", "right"]);
        command.args(args.map(|number| number.to_string())).stdout(Stdio::piped());
        let mut carrier = command.spawn().unwrap();
        let mut ready = String::new();
        BufReader::new(carrier.stdout.take().unwrap()).read_line(&mut ready).unwrap();
        assert_eq!(ready, "ready\n");
        cable.between = Some(Between { machine: m, carrier });
        Some(cable)
    }

    /// Runs a line of shell on the host's machine.
    pub fn here(&self, line: &str) -> Output {
        self.run(&self.here, line)
    }

    /// Runs a line of shell on the guest's machine.
    pub fn there(&self, line: &str) -> Output {
        self.run(&self.there, line)
    }

    /// A program on the host's machine.
    pub fn command_here(&self, args: &[&str]) -> Command {
        inside(&self.here, args)
    }

    /// A program on the guest's machine.
    pub fn command_there(&self, args: &[&str]) -> Command {
        inside(&self.there, args)
    }

    fn run(&self, machine: &str, line: &str) -> Output {
        let output = inside(machine, &["sh", "-c", line]).output().unwrap();
        assert!(output.status.success(), "{line}: {}", String::from_utf8_lossy(&output.stderr));
        output
    }
}

impl Drop for Cable {
    fn drop(&mut self) {
        let between = self.between.take().map(|Between { machine, mut carrier }| {
            let _ = carrier.kill();
            let _ = carrier.wait();
            machine
        });
        for machine in [&self.here, &self.there].into_iter().chain(&between) {
            let _ = Command::new("ip").args(["netns", "del", machine]).output();
        }
    }
}

/// Whether what this line of shell sets up is there; else it is told.
fn made(setup: &str) -> bool {
    let made = Command::new("sh").args(["-c", setup]).output().unwrap();
    let why = String::from_utf8_lossy(&made.stderr);
    if !made.status.success() {
        skip(&Lack::Machine(&format!(
            "no network namespaces here (root is needed): {}",
            why.trim()
        )));
    }
    made.status.success()
}

fn inside(machine: &str, args: &[&str]) -> Command {
    let mut command = Command::new("ip");
    command.args(["netns", "exec", machine]).args(args);
    command.env("XDG_CONFIG_HOME", "/nonexistent").env("XDG_STATE_HOME", "/nonexistent");
    command.stdin(Stdio::null());
    command
}

/// Fadepad on the host's machine.
pub struct Running {
    child: Child,
    lines: BufReader<ChildStdout>,
    pub ready: Value,
    machine: String,
}

impl Running {
    pub fn start(cable: &Cable, args: &[&str]) -> Self {
        Self::start_on(&cable.here, args)
    }

    /// One on the guest's machine.
    pub fn start_there(cable: &Cable, args: &[&str]) -> Self {
        Self::start_on(&cable.there, args)
    }

    /// The same, and the lines of its log.
    pub fn start_told(
        cable: &Cable,
        args: &[&str],
    ) -> (Self, impl Iterator<Item = String> + use<>) {
        let mut running = Self::start_with(&cable.here, args, Stdio::piped());
        let told = BufReader::new(running.child.stderr.take().unwrap());
        (running, told.lines().map_while(Result::ok))
    }

    fn start_on(machine: &str, args: &[&str]) -> Self {
        Self::start_with(machine, args, Stdio::inherit())
    }

    fn start_with(machine: &str, args: &[&str], log: Stdio) -> Self {
        let all = [&[env!("CARGO_BIN_EXE_fadepad"), "--headless", "--json"], args].concat();
        let mut command = inside(machine, &all);
        let mut child = command.stdout(Stdio::piped()).stderr(log).spawn().unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap());
        let mut running = Self { child, lines, ready: Value::Null, machine: machine.to_owned() };
        running.ready = running.event();
        running
    }

    pub fn pid(&self) -> u32 {
        self.child.id()
    }

    /// Ends it as Ctrl-C does.
    pub fn stop(mut self) {
        let pid = self.child.id().to_string();
        assert!(Command::new("kill").args(["-INT", &pid]).status().unwrap().success());
        assert!(self.child.wait().unwrap().success());
    }

    pub fn event(&mut self) -> Value {
        let mut line = String::new();
        self.lines.read_line(&mut line).unwrap();
        serde_json::from_str(&line).unwrap_or_else(|e| panic!("{e}: {line:?}"))
    }

    /// The next event of this name of which `is` is true.
    pub fn event_with(&mut self, name: &str, is: impl Fn(&Value) -> bool) -> Value {
        loop {
            let event = self.event();
            if event["event"] == name && is(&event) {
                return event;
            }
        }
    }

    /// What the API tells the host on his own machine.
    pub fn api(&self, path: &str) -> Value {
        let key = self.ready["host_key"].as_str().unwrap();
        let bearer = format!("Authorization: Bearer {key}");
        let url = format!("http://localhost:{}/api/v1/{path}", self.ready["port"]);
        let output = inside(&self.machine, &["curl", "-s", "-m", "20", "-H", &bearer, &url]);
        serde_json::from_slice(&{ output }.output().unwrap().stdout).unwrap()
    }
}

impl Running {
    /// The same, again until it is as expected.
    pub fn api_until(&self, path: &str, is: impl Fn(&Value) -> bool) -> Value {
        let until = Instant::now() + PATIENCE;
        loop {
            let seen = self.api(path);
            if is(&seen) {
                return seen;
            }
            assert!(Instant::now() < until, "{path} stays {seen}");
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A phone on the guest's machine opens the join page at this address, port 7780.
pub fn get(cable: &Cable, ip: &str) -> String {
    get_as(cable, PHONE, &format!("http://{ip}:7780/j/K7QPM3"))
}

/// What a phone's browser calls itself.
pub const PHONE: &str = "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Mobile";

/// The same of a laptop's.
pub const LAPTOP: &str = "Mozilla/5.0 (X11; Linux x86_64)";

/// Such a device on the guest's machine opens this page.
pub fn get_as(cable: &Cable, agent: &str, url: &str) -> String {
    let output = inside(&cable.there, &["curl", "-s", "-i", "-m", "20", "-A", agent, url]);
    String::from_utf8_lossy(&{ output }.output().unwrap().stdout).into_owned()
}

/// `fadepad find --json` on the guest's machine, again until it is as expected.
pub fn find(cable: &Cable, is: impl Fn(&[Value]) -> bool) -> Vec<Value> {
    let until = Instant::now() + PATIENCE;
    loop {
        let mut find = inside(&cable.there, &[env!("CARGO_BIN_EXE_fadepad"), "find", "--json"]);
        let output = find.output().unwrap();
        let told = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{told}");
        let pads: Vec<Value> = serde_json::from_slice(&output.stdout).unwrap();
        if is(&pads) {
            return pads;
        }
        assert!(Instant::now() < until, "found only {pads:?}");
    }
}

//! The street door: flags in, exit code out.

use std::io::{self, Write as _};
use std::process::ExitCode;

use anyhow::Context as _;
use fadepad::app::{self, App, NotStarted};
use fadepad::base::hardening::{self, Wiping};
use fadepad::cli::{self, Action, Exit, LogFormat, Request};
use fadepad::config::Config;
use fadepad::desktop::{doctor, lan};
use tracing_subscriber::EnvFilter;

/// What is freed is wiped.
#[global_allocator]
static ALLOCATOR: Wiping = Wiping;

fn main() -> ExitCode {
    let request = match cli::read(std::env::args_os()) {
        Ok(request) => request,
        Err(exit) => return tell(&exit),
    };
    start_logs(&request);
    report_panics();
    match run(request.action) {
        Ok(code) => ExitCode::from(code),
        Err(error) => {
            let code = error.downcast_ref::<NotStarted>().map_or(1, NotStarted::exit_code);
            tell(&Exit { text: format!("fadepad: {error:#}.\n"), code })
        }
    }
}

fn run(action: Action) -> anyhow::Result<u8> {
    match action {
        Action::ListInterfaces(json) => list_interfaces(json),
        Action::Host(config) => host(*config),
        Action::Find(json) => find(json),
        Action::Doctor { port, json } => see_the_doctor(port, json),
    }
}

fn find(json: bool) -> anyhow::Result<u8> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .context("the system gave no event loop")?;
    let found = runtime.block_on(app::find(json))?;
    io::stdout().write_all(found.as_bytes())?;
    Ok(0)
}

/// One thread: rooms are tasks, and no lock is ever waited for.
fn host(config: Config) -> anyhow::Result<u8> {
    let hardened = hardening::harden();
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .context("the system gave no event loop")?;
    runtime.block_on(async {
        let app = App::bind(config, hardened)?;
        app.run().await.context("the system's signals can't be heard")
    })
}

fn list_interfaces(json: bool) -> anyhow::Result<u8> {
    let addresses = lan::rank(&lan::read(), lan::remembered().as_deref());
    let mut out = io::stdout().lock();
    if json {
        writeln!(out, "{}", serde_json::to_string(&addresses)?)?;
    } else if addresses.is_empty() {
        writeln!(out, "This machine has no network but its own.")?;
    }
    for a in addresses.iter().filter(|_| !json) {
        writeln!(out, "{:>2}  {:<39}  {:<12}  {}", a.rank, a.ip.to_string(), a.interface, a.why)?;
    }
    Ok(0)
}

/// Exit code 1: something keeps phones out.
fn see_the_doctor(port: u16, json: bool) -> anyhow::Result<u8> {
    let checks = doctor::examine(&doctor::facts::gather(port));
    let text = if json { doctor::report::json(&checks) } else { doctor::report::text(&checks) };
    io::stdout().write_all(text.as_bytes())?;
    Ok(u8::from(doctor::stops(&checks)))
}

fn start_logs(request: &Request) {
    let filter = EnvFilter::try_new(&request.log).unwrap_or_else(|_| EnvFilter::new("warn"));
    let logs = tracing_subscriber::fmt().with_env_filter(filter).with_writer(io::stderr);
    match request.log_format {
        LogFormat::Text => logs.with_target(false).init(),
        LogFormat::Json => logs.json().init(),
    }
}

/// A panic's message could hold what somebody wrote: only its place is told.
fn report_panics() {
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        tracing::error!(place, "a fault");
    }));
}

/// Help is data and goes to stdout; what went wrong goes to stderr.
fn tell(exit: &Exit) -> ExitCode {
    let _ = match exit.code {
        0 => io::stdout().write_all(exit.text.as_bytes()),
        _ => io::stderr().write_all(exit.text.as_bytes()),
    };
    ExitCode::from(exit.code)
}

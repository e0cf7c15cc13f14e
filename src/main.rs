//! The entrance: flags in, exit code out.

use std::io::{self, Write as _};
use std::panic::AssertUnwindSafe;
use std::process::ExitCode;
use std::thread;

use anyhow::Context as _;
use fadepad::app::instance::{self, Start};
use fadepad::app::pads::Unanswered;
use fadepad::app::take::TakeFrom;
use fadepad::app::texts::{self, AppendOptions, Appended, ExportTo, Source};
use fadepad::app::{self, App, NotStarted, Reread, desk};
use fadepad::base::hardening::{self, Wiping};
use fadepad::base::local_time;
use fadepad::base::redact::redacted;
use fadepad::base::target::Link;
use fadepad::cli::{self, Action, Exit, FileFormArg, LogFormat, Request, TextForm, TextTask};
use fadepad::config::Config;
use fadepad::desktop::diagnosis::doctor;
use fadepad::desktop::logs::Lines;
use fadepad::desktop::tray;
use fadepad::desktop::{lan, screen, system};
use fadepad::render::{Form, child};
use fadepad::server::licenses;
use tracing::Metadata;
use tracing_subscriber::filter::{LevelFilter, Targets, filter_fn};
use tracing_subscriber::prelude::*;

/// What is freed is wiped.
#[global_allocator]
static ALLOCATOR: Wiping = Wiping;

fn main() -> ExitCode {
    if child::is_asked(std::env::args_os()) {
        return child::run();
    }
    local_time::set();
    let request = match cli::read(std::env::args_os()) {
        Ok(request) => request,
        Err(exit) => return tell(&exit),
    };
    start_logs(&request);
    report_panics();
    match run(request.action) {
        Ok(code) => ExitCode::from(code),
        Err(error) => {
            let not_started = error.downcast_ref::<NotStarted>().map(NotStarted::exit_code);
            let unanswered = error.downcast_ref::<Unanswered>().map(Unanswered::exit_code);
            let code = not_started.or(unanswered).unwrap_or(1);
            tell(&Exit { text: redacted(&format!("fadepad: {error:#}.\n")), code })
        }
    }
}

fn run(action: Action) -> anyhow::Result<u8> {
    match action {
        Action::ListInterfaces(json) => list_interfaces(json),
        Action::Host(config) => host(*config, None),
        Action::Take { from, config } => take(&from, *config),
        Action::Licenses => tell_of(Ok(licenses::text())),
        Action::Find(json) => find(json),
        Action::List { link, json } => tell_of(app::pads::list(link.as_ref(), json)),
        Action::End { pad, now, json } => tell_of(app::pads::end(&pad, now, json)),
        Action::Rename { pad, title, json } => tell_of(app::pads::rename(&pad, &title, json)),
        Action::Print(text) => tell_of(Ok(text)),
        Action::Text { pad, pin, task, json } => text(&Source { pad, pin }, task, json),
        Action::Healthcheck { config, json } => {
            let (text, code) = app::healthcheck(&config, json);
            print(&text).map(|()| code)
        }
        Action::Doctor { config, json } => see_the_doctor(&config, json),
    }
}

fn find(json: bool) -> anyhow::Result<u8> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .context("the system gave no event loop")?;
    let found = runtime.block_on(app::find(json))?;
    print(&found)?;
    Ok(0)
}

/// Reads a pad's text, or writes into it.
fn text(source: &Source, task: TextTask, json: bool) -> anyhow::Result<u8> {
    let said = match task {
        TextTask::Cat(form) => return done(texts::cat(source, form_of(form))),
        TextTask::Tail { lines, name } => return done(texts::tail(source, (lines, &name), json)),
        TextTask::Export { file, form, force } => {
            let to = ExportTo { file, form: form.map(file_form_of), over: force };
            let kept = texts::export(source, to)?;
            let text = format!("{} is kept as {}.\n", kept.pad, kept.file.display());
            if json { serde_json::to_string(&kept)? + "\n" } else { text }
        }
        TextTask::Append { words, code, name } => {
            let done = texts::append(source, &AppendOptions { name, code }, words)?;
            if done.lines == Some(0) {
                let _ =
                    writeln!(io::stderr(), "fadepad: there were no words, so nothing is written.");
            }
            written(&done, json)?
        }
        TextTask::Import { file, name } => written(&texts::import(source, &file, &name)?, json)?,
    };
    print(&said)?;
    Ok(0)
}

fn done(done: Result<(), Unanswered>) -> anyhow::Result<u8> {
    done?;
    Ok(0)
}

/// Who only writes is told nothing where all went well, as by other commands of a shell.
fn written(written: &Appended, json: bool) -> anyhow::Result<String> {
    Ok(if json { serde_json::to_string(written)? + "\n" } else { String::new() })
}

fn form_of(form: TextForm) -> Form {
    match form {
        TextForm::Md => Form::Markdown,
        TextForm::Txt => Form::Text,
        TextForm::Html => Form::Html,
        TextForm::Json => Form::Json,
    }
}

fn file_form_of(form: FileFormArg) -> texts::FileForm {
    texts::FileForm::Text(match form {
        FileFormArg::Md => Form::Markdown,
        FileFormArg::Txt => Form::Text,
        FileFormArg::Html => Form::Html,
        FileFormArg::Json => Form::Json,
        FileFormArg::Capsule => return texts::FileForm::Capsule,
        FileFormArg::Yjs => return texts::FileForm::Yjs,
        FileFormArg::Zip => return texts::FileForm::Zip,
    })
}

fn tell_of(told: Result<String, Unanswered>) -> anyhow::Result<u8> {
    print(&told?)?;
    Ok(0)
}

/// Prints what was asked for. Whoever has read enough and gone (`| head -1`) is no failure.
fn print(text: &str) -> anyhow::Result<()> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(error).context("what was asked for can't be printed")
        }
        _ => Ok(()),
    }
}

/// Has a pad of another machine go on here: at the instance that runs, or at one of its own.
fn take(link: &Link, config: Config) -> anyhow::Result<u8> {
    let from = TakeFrom::of(link)?;
    let config = Config { pad: from.pad.clone(), ..config };
    host(config, Some(from))
}

/// The server has a thread of its own where a tray is shown: some systems give trays to the
/// program's first thread alone.
fn host(config: Config, from: Option<TakeFrom>) -> anyhow::Result<u8> {
    let hardened = hardening::harden();
    hardening::take_all_descriptors();
    let instance = match instance::find(&config, from.as_ref().map(TakeFrom::link).as_ref())? {
        Start::HandedOver => return Ok(0),
        Start::Here(instance) => instance,
    };
    if !desk::is_shown(&config) {
        let bind = || Ok(App::bind(config, hardened, from)?.at(None, instance).reread_by(reread()));
        return live(bind);
    }
    let (front, back) = tray::line();
    let server = thread::Builder::new()
        .name("server".into())
        .spawn(move || {
            let bind = || App::bind(config, hardened, from);
            live(|| Ok(bind()?.at(Some(back), instance).reread_by(reread())))
        })
        .context("the system gave no thread")?;
    // A fault of the tray is logged where it happens; it ends no pad.
    let _ = std::panic::catch_unwind(AssertUnwindSafe(|| system::run(front)));
    server.join().unwrap_or_else(|fault| std::panic::resume_unwind(fault))
}

/// Reads what the start was made with once more.
fn reread() -> Reread {
    Box::new(|| match cli::read(std::env::args_os()) {
        Ok(Request { action: Action::Host(config) | Action::Take { config, .. }, .. }) => {
            Ok(*config)
        }
        Ok(_) => Err("it is none of a server any more".to_owned()),
        Err(exit) => Err(exit.text.trim_end().to_owned()),
    })
}

/// The server's own event loop; `--threads` adds further ones for rooms.
fn live(bind: impl FnOnce() -> anyhow::Result<App>) -> anyhow::Result<u8> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .context("the system gave no event loop")?;
    runtime.block_on(async {
        let app = bind()?;
        Ok(app.run().await?)
    })
}

fn list_interfaces(json: bool) -> anyhow::Result<u8> {
    let table = lan::read();
    let ranked = lan::rank(&table, lan::remembered().as_deref());
    let on_choice = lan::on_choice(&table);
    match json {
        true => print(&format!("{}\n", lan::as_json(&ranked, &on_choice)))?,
        false => print(&lan::list(&ranked, &on_choice, &screen::of_stdout()))?,
    }
    Ok(0)
}

/// Exit code 1: something keeps phones out.
fn see_the_doctor(config: &Config, json: bool) -> anyhow::Result<u8> {
    let checks = app::examine(config);
    print(&match json {
        true => doctor::report::json(&checks),
        false => doctor::report::text(&checks, &screen::of_stdout()),
    })?;
    let checks = if json { checks } else { app::repair(config, checks)? };
    Ok(u8::from(doctor::stops(&checks)))
}

/// Other crates' lines tell whole messages and requests below a warning, with the keys and the text of guests.
fn is_discreet(line: &Metadata<'_>) -> bool {
    *line.level() <= LevelFilter::WARN || line.target().starts_with("fadepad")
}

fn start_logs(request: &Request) {
    let wanted = request.log.parse::<Targets>();
    let fallback = || Targets::new().with_default(LevelFilter::WARN);
    let filter = wanted.as_ref().map_or_else(|_| fallback(), Clone::clone);
    let lines = tracing_subscriber::fmt::layer().with_writer(Lines::default);
    let lines = lines.with_ansi(screen::stderr_takes_colours());
    let logs = tracing_subscriber::registry().with(filter).with(filter_fn(is_discreet));
    match request.log_format {
        LogFormat::Text => logs.with(lines.with_target(false)).init(),
        LogFormat::Json => logs.with(lines.json()).init(),
    }
    if let Err(error) = wanted {
        let hint = "a level, or targets with levels: warn,fadepad=debug";
        let (filter, error) = (redacted(&request.log), redacted(&error.to_string()));
        tracing::warn!(filter, error, hint, "--log is not understood, and is `warn`");
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

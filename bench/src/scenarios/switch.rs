//! How long it takes until what a host decides has reached everyone: who may write, who is shown out, new links.

use std::{
    sync::{
        Barrier,
        atomic::{AtomicBool, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, anyhow, bail};
use fadepad_wire::sync::{self, Message};
use serde_json::Value;

use crate::{
    client::Client,
    http,
    measure::{Bar, Bench, Found, Measure},
    process::pause,
    servers::{FADEPAD, fadepad::Instance},
    typing,
};

pub(crate) const MEASURE: Measure = Measure {
    name: "switch",
    title: "until what a host decides has reached everyone",
    how: "200 pages, each with a key of its own, in one pad in which ten hosts type eight keys a second each. By REST its host lets only \
          those write whom hosts pick, then everyone; makes each of 50 a reader, one after another; shows 50 out, with two devices \
          each; and makes the links of all others anew. Each page has a thread that waits: from before the request is sent until \
          the page has read its new role or its close. The medians of each round's p99.",
    run,
};

const P99: &str = "p99 until a page has it, ms";
const ANSWER: &str = "p99 until the host has the answer, ms";
const ALL_READ: &str = "all but hosts read";
const ALL_WRITE: &str = "everyone writes";
const ONE_READS: &str = "one of 50 reads";
const ONE_OUT: &str = "one of 50 is shown out";
const NEW_LINKS: &str = "new links";

/// What the issue of it asked for.
const WITHIN_MS: f64 = 1_000.0;
/// Far beyond what is measured.
const PATIENCE: Duration = Duration::from_secs(20);
/// Hosts who type all the time.
const HOSTS: usize = 10;
/// Between two keys of each.
const KEY_EVERY: Duration = Duration::from_millis(125);

fn run(bench: &Bench, found: &mut Found) -> Result<()> {
    let (people, singles) = bench.pick((200, 50), (20, 5));
    for _ in 0..bench.pick(5, 1) {
        let server = Instance::start()?;
        let over = AtomicBool::new(false);
        let (server, over) = (&server, &over);
        thread::scope(|scope| {
            let typists: Vec<_> =
                (0..HOSTS).map(|host| scope.spawn(move || type_on(server, host, over))).collect();
            let measured = switch(server, (people, singles), found);
            over.store(true, Ordering::Relaxed);
            let typed = typists
                .into_iter()
                .try_for_each(|typist| typist.join().map_err(|_| anyhow!("a typist failed"))?);
            measured.and(typed)
        })?;
    }
    for case in [ALL_READ, ALL_WRITE, ONE_READS, ONE_OUT, NEW_LINKS] {
        found.bar(case, P99, Bar::AtMost(WITHIN_MS));
    }
    Ok(())
}

/// A host who types until it is over, and reads what others do.
fn type_on(server: &Instance, host: usize, over: &AtomicBool) -> Result<()> {
    let (client, _) = Client::join(&server.door_with(server.text("host_key")?)?)?;
    let client_id = typing::client(host);
    let mut writer = client.writer()?;
    thread::scope(|scope| {
        let mut client = client;
        client.be_patient(PATIENCE)?;
        // It ends as the server does.
        let reader = scope.spawn(move || while client.next().is_ok() {});
        for clock in 0.. {
            if over.load(Ordering::Relaxed) {
                break;
            }
            let key = sync::update(&typing::key(client_id, clock));
            Client::say(&mut writer, &key)?;
            pause(KEY_EVERY);
        }
        writer.shutdown(std::net::Shutdown::Both)?;
        reader.join().map_err(|_| anyhow!("a reader failed"))
    })
}

/// Somebody with a key of their own.
struct Guest {
    person: String,
    devices: Vec<Client>,
}

impl Guest {
    fn enter(server: &Instance, devices: usize) -> Result<Self> {
        let path = format!("/api/v1/pads/{}/key", server.text("pad")?);
        let given = http::post(server.address, &path, server.text("edit_key")?, "")?;
        let given: Value = serde_json::from_str(&given)?;
        let text = |name: &str| given[name].as_str().context("no key of one's own");
        let door = server.door_with(text("key")?)?;
        let enter = |_| {
            let (client, _) = Client::join(&door)?;
            client.be_patient(PATIENCE)?;
            Ok(client)
        };
        let devices = (0..devices).map(enter).collect::<Result<_>>()?;
        Ok(Self { person: text("person")?.to_owned(), devices })
    }
}

fn switch(server: &Instance, (people, singles): (usize, usize), found: &mut Found) -> Result<()> {
    let host = Host { server };
    let enter = |devices| move |_| Guest::enter(server, devices);
    let mut all = (0..people).map(enter(1)).collect::<Result<Vec<_>>>()?;
    for (case, writing, role) in [(ALL_READ, "picked", "view"), (ALL_WRITE, "everyone", "edit")] {
        let decide = || host.ask("PATCH", "", &format!("{{\"writing\":\"{writing}\"}}"));
        add(found, case, wait(&mut all, decide, |client| hears_role(client, role))?);
    }
    let mut one_by_one = Vec::new();
    for guest in all.iter_mut().take(singles) {
        let path = format!("/people/{}", guest.person);
        let decide = || host.ask("PATCH", &path, r#"{"role":"view"}"#);
        let hears = |client: &mut Client| hears_role(client, "view");
        one_by_one.push(wait(std::slice::from_mut(guest), decide, hears)?);
    }
    add(found, ONE_READS, one_by_one.into_iter().reduce(joined).unwrap_or_default());
    let mut shown_out = Vec::new();
    for _ in 0..singles {
        let mut guest = Guest::enter(server, 2)?;
        let path = format!("/people/{}", guest.person);
        let decide = || host.ask("DELETE", &path, "");
        shown_out.push(wait(std::slice::from_mut(&mut guest), decide, is_closed)?);
    }
    add(found, ONE_OUT, shown_out.into_iter().reduce(joined).unwrap_or_default());
    let decide = || host.ask("POST", "/links", r#"{"role":"edit"}"#);
    add(found, NEW_LINKS, wait(&mut all, decide, is_closed)?);
    Ok(())
}

/// Who decides.
struct Host<'a> {
    server: &'a Instance,
}

impl Host<'_> {
    fn ask(&self, method: &str, path: &str, json: &str) -> Result<()> {
        let path = format!("/api/v1/pads/{}{path}", self.server.text("pad")?);
        let key = self.server.text("host_key")?;
        http::ask(self.server.address, (method, &path), key, json).map(drop)
    }
}

/// Times from before the request: until each page has it, and until the host is answered.
#[derive(Default)]
struct Times {
    pages: Vec<Duration>,
    host: Vec<Duration>,
}

fn joined(mut first: Times, second: Times) -> Times {
    first.pages.extend(second.pages);
    first.host.extend(second.host);
    first
}

/// Decides while a thread for each page waits until `hears` has heard it.
fn wait(
    guests: &mut [Guest],
    decide: impl FnOnce() -> Result<()>,
    hears: impl Fn(&mut Client) -> Result<()> + Sync,
) -> Result<Times> {
    let clients: Vec<_> = guests.iter_mut().flat_map(|guest| &mut guest.devices).collect();
    let ready = Barrier::new(clients.len() + 1);
    thread::scope(|scope| {
        let waiting = clients.into_iter().map(|client| {
            scope.spawn(|| {
                ready.wait();
                hears(client)?;
                Ok(Instant::now())
            })
        });
        let waiting: Vec<_> = waiting.collect();
        ready.wait();
        let began = Instant::now();
        decide()?;
        let host = vec![began.elapsed()];
        let at = |waits: thread::ScopedJoinHandle<'_, Result<Instant>>| {
            Ok(waits.join().map_err(|_| anyhow!("a page failed"))?? - began)
        };
        let pages = waiting.into_iter().map(at).collect::<Result<_>>()?;
        Ok(Times { pages, host })
    })
}

fn hears_role(client: &mut Client, role: &str) -> Result<()> {
    client.wait_for(|message| {
        let Message::Extra(json) = message else { return None };
        let told: Value = serde_json::from_str(json).ok()?;
        (told["t"] == "role" && told["role"] == role).then_some(())
    })
}

fn is_closed(client: &mut Client) -> Result<()> {
    loop {
        match client.next() {
            Ok(_) => {}
            Err(why) if why.to_string().starts_with("closed") => return Ok(()),
            Err(why) => bail!("no close came: {why:#}"),
        }
    }
}

fn add(found: &mut Found, case: &str, Times { pages, host }: Times) {
    for (metric, mut times) in [(P99, pages), (ANSWER, host)] {
        times.sort();
        let last = times.len().saturating_sub(1);
        if let Some(time) = times.get((times.len() * 99).div_ceil(100).saturating_sub(1).min(last))
        {
            found.add(case, metric, FADEPAD, time.as_secs_f64() * 1e3);
        }
    }
}

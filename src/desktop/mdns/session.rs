//! One life of the mDNS daemon: what it is told to announce, what it hears, how it is watched. The
//! only file that names its crate.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use mdns_sd::{
    DaemonEvent, Error, IfKind, IfPredicate, RRType, Receiver, ServiceDaemon, ServiceEvent,
    ServiceInfo,
};
use tokio::sync::watch;
use tokio::time::{Instant, MissedTickBehavior, interval, sleep_until, timeout, timeout_at};

use super::heard::{Announced, HeardPads, MdnsAnswer};
use super::{Announcement, MAX_PADS, SERVICE, Told, host_name};
use crate::base::hardening;
use crate::base::lock::lock;
use crate::base::network::{Address, Neighbour};
use crate::base::stop::Stop;

/// The daemon looks for new addresses this often (s): it has no events.
const ADDRESSES_EVERY_S: u32 = 2;

/// How often the daemon is looked after: a flood fills 100 MiB a second.
const CHECK: Duration = Duration::from_secs(1);

/// Records of others that the daemon may keep: it has no bound of its own. A large office has some
/// thousands; ten thousand hostile packets bring 190,000.
const MAX_RECORDS: i64 = 20_000;

/// A daemon that does not answer for this long has ended, or is kept busy.
const ANSWER: Duration = Duration::from_secs(5);

/// How long a goodbye may take.
const GOODBYE: Duration = Duration::from_millis(300);

/// How long `find` listens at most: questions are asked at 0 and 1 s.
const FIND: Duration = Duration::from_millis(2_500);

/// After an answer it waits this long for the next: answers come in pieces.
const FIND_QUIET: Duration = Duration::from_millis(700);

/// Why a life has ended.
pub(super) enum End {
    /// The server stops.
    Stopped,
    /// The daemon failed, with the reason.
    Failed(String),
}

/// A daemon at work.
pub(super) struct Session {
    daemon: ServiceDaemon,
    letters: String,
    wanted: watch::Receiver<Announcement>,
    /// Networks that it may speak on; its own thread reads it.
    on: Arc<Mutex<Vec<Address>>>,
    /// Full name of what is announced → the pad as it was announced.
    told: HashMap<String, Told>,
    heard: HeardPads,
}

/// Where it is told what is found.
pub(super) struct Finds {
    /// This machine's name of the moment.
    pub(super) host: watch::Sender<Option<String>>,
    /// The pads of others.
    pub(super) neighbours: watch::Sender<Vec<Neighbour>>,
}

impl Session {
    pub(super) fn start(
        letters: &str,
        wanted: watch::Receiver<Announcement>,
    ) -> Result<Self, Error> {
        let on = Arc::new(Mutex::new(wanted.borrow().on.clone()));
        let daemon = daemon(&on)?;
        let heard = HeardPads::new(Some(host_name(letters)));
        Ok(Self { daemon, letters: letters.to_owned(), wanted, on, told: HashMap::new(), heard })
    }

    pub(super) async fn run(mut self, finds: &Finds, stop: &Stop) -> End {
        let end = tokio::select! {
            Err(error) = self.work(finds) => End::Failed(error.to_string()),
            () = stop.stopped() => End::Stopped,
        };
        self.say_goodbye().await;
        if matches!(end, End::Failed(_)) {
            let _ = tokio::task::spawn_blocking(hardening::trim_heap).await;
        }
        end
    }

    /// Works until the daemon fails.
    async fn work(&mut self, finds: &Finds) -> Result<(), Error> {
        let monitor = self.daemon.monitor()?;
        let answers = self.daemon.browse(SERVICE)?;
        finds.host.send_replace(Some(host_name(&self.letters)));
        self.tell()?;
        let mut check = interval(CHECK);
        check.set_missed_tick_behavior(MissedTickBehavior::Delay);
        loop {
            tokio::select! {
                Ok(()) = self.wanted.changed() => self.tell()?,
                event = monitor.recv_async() => match event.map_err(|_| Error::DaemonShutdown)? {
                    DaemonEvent::NameChange(change) if is_host(change.rr_type) => {
                        let name = change.new_name.trim_end_matches('.').to_owned();
                        tracing::info!(name, "another machine has our name: it is this one now");
                        // The daemon tells of it here and announces it there: either is read first.
                        if self.heard.add_own(name.clone()) {
                            finds.neighbours.send_replace(self.heard.all());
                        }
                        finds.host.send_replace(Some(name));
                    }
                    _ => {}
                },
                answer = answers.recv_async() => {
                    let answer = answer.map_err(|_| Error::DaemonShutdown)?;
                    if self.heard.take(read(answer), &self.wanted.borrow().on) {
                        finds.neighbours.send_replace(self.heard.all());
                    }
                }
                _ = check.tick() => look_after(&self.daemon).await?,
            }
        }
    }

    /// Brings what is announced in line with what is wanted.
    fn tell(&mut self) -> Result<(), Error> {
        let wanted = self.wanted.borrow_and_update().clone();
        *lock(&self.on) = wanted.on.clone();
        let mut gone: Vec<String> = self.told.keys().cloned().collect();
        for pad in wanted.pads.iter().take(MAX_PADS) {
            let info = self.info(&wanted, pad)?;
            let name = info.get_fullname().to_owned();
            gone.retain(|other| *other != name);
            if self.told.get(&name) != Some(pad) {
                self.daemon.register(info)?;
                self.told.insert(name, pad.clone());
            }
        }
        for name in gone {
            self.daemon.unregister(&name)?;
            self.told.remove(&name);
        }
        Ok(())
    }

    fn info(&self, wanted: &Announcement, pad: &Told) -> Result<ServiceInfo, Error> {
        let instance = format!("{} {}", pad.name, self.letters);
        let mut text = vec![
            ("pad", pad.name.to_string()),
            ("state", pad.state.to_owned()),
            ("people", pad.people.to_string()),
        ];
        if wanted.tls {
            text.push(("tls", "1".to_owned()));
        }
        let host = format!("{}.", host_name(&self.letters));
        let info = ServiceInfo::new(SERVICE, &instance, &host, "", wanted.port, &text[..])?;
        Ok(info.enable_addr_auto())
    }

    /// Tells others that it is over, so that they forget us at once.
    async fn say_goodbye(&self) {
        let deadline = Instant::now() + GOODBYE;
        let said: Vec<_> =
            self.told.keys().filter_map(|name| self.daemon.unregister(name).ok()).collect();
        for goodbye in said {
            let _ = timeout_at(deadline, goodbye.recv_async()).await;
        }
        if let Ok(ended) = self.daemon.shutdown() {
            let _ = timeout_at(deadline, ended.recv_async()).await;
        }
    }
}

/// A daemon that speaks on these networks alone, and follows their addresses.
fn daemon(on: &Arc<Mutex<Vec<Address>>>) -> Result<ServiceDaemon, Error> {
    let daemon = ServiceDaemon::new()?;
    let on = Arc::clone(on);
    let others = IfPredicate::new(move |interface| {
        let on = lock(&on);
        // Windows' names are other ones there than those that people see.
        !on.iter().any(|a| a.interface == interface.name || a.ip == interface.ip())
    });
    daemon.disable_interface(IfKind::Predicate(others))?;
    daemon.set_ip_check_interval(ADDRESSES_EVERY_S)?;
    Ok(daemon)
}

/// Fails where the daemon does not answer, or keeps more than any network has.
async fn look_after(daemon: &ServiceDaemon) -> Result<(), Error> {
    let metrics = daemon.get_metrics()?;
    let Ok(Ok(metrics)) = timeout(ANSWER, metrics.recv_async()).await else {
        return Err(Error::Msg("its daemon does not answer".into()));
    };
    let cached = metrics.iter().filter(|(name, _)| name.starts_with("cached-"));
    let records: i64 = cached.map(|(_, count)| count).sum();
    if records > MAX_RECORDS {
        return Err(Error::Msg(format!("somebody floods it: {records} records")));
    }
    Ok(())
}

fn is_host(changed: RRType) -> bool {
    matches!(changed, RRType::A | RRType::AAAA)
}

/// What the daemon heard, without its types.
fn read(event: ServiceEvent) -> MdnsAnswer {
    match event {
        ServiceEvent::ServiceResolved(service) => MdnsAnswer::Here(Announced {
            instance: service.get_fullname().to_owned(),
            host: service.get_hostname().trim_end_matches('.').to_owned(),
            port: service.get_port(),
            ips: service.get_addresses().iter().map(|ip| ip.to_ip_addr()).collect(),
            text: service
                .get_properties()
                .iter()
                .map(|property| (property.key().to_owned(), property.val_str().to_owned()))
                .collect(),
        }),
        ServiceEvent::ServiceRemoved(_, instance) => MdnsAnswer::Gone(instance),
        _ => MdnsAnswer::Other,
    }
}

/// Listens for pads on these networks, until nothing more comes.
///
/// # Errors
/// Where the system gives no socket for it.
pub async fn find(on: Vec<Address>) -> Result<Vec<Neighbour>, String> {
    let told = |error: Error| error.to_string();
    let shared = Arc::new(Mutex::new(on.clone()));
    let daemon = daemon(&shared).map_err(told)?;
    let answers: Receiver<ServiceEvent> = daemon.browse(SERVICE).map_err(told)?;
    let mut heard = HeardPads::new(None);
    let last = Instant::now() + FIND;
    let mut until = last;
    loop {
        tokio::select! {
            answer = answers.recv_async() => match answer {
                Ok(answer) => {
                    if heard.take(read(answer), &on) {
                        until = last.min(Instant::now() + FIND_QUIET);
                    }
                }
                Err(_) => break,
            },
            () = sleep_until(until) => break,
        }
    }
    let _ = daemon.shutdown();
    Ok(heard.all())
}

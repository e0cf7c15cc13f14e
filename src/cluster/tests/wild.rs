//! Random scenes: frames are lost, doubled, late and out of order, nodes are cut off, the engine goes and comes, people come, type,
//! delete, move and leave. When all that is over, what was promised holds.

use super::*;

const NODES: u64 = 3;
const PEOPLE: u128 = 4;
const STEPS: usize = 40;
/// After the last fault copies are the same within this.
const SETTLES: Duration = Duration::from_secs(35);

struct WildScene {
    cluster: Cluster,
    keys: Vec<String>,
    guests: Vec<Option<TestPage>>,
    random: fastrand::Rng,
    words: u32,
    /// Pages that were opened: each writes with a client id of its own.
    pages: u64,
}

impl WildScene {
    async fn new(seed: u64) -> Self {
        let cluster = Cluster::new(seed, Faults::default(), NODES).await;
        let lobby = &cluster.machines[0].lobby;
        let pad = lobby.open(notes(), None).unwrap();
        let of: Vec<_> = (1..=PEOPLE).map(|n| (Person(n), Role::Edit)).collect();
        let keys = keys(lobby, &pad, &of);
        let mut guests: Vec<_> = (0..PEOPLE).map(|_| None).collect();
        guests[0] = Some(cluster.machines[0].sit(&keys[0], Person(1)).await.unwrap());
        Self {
            cluster,
            keys,
            guests,
            random: fastrand::Rng::with_seed(seed),
            words: 0,
            pages: 10_000,
        }
    }

    async fn step(&mut self) {
        let who = self.random.usize(..self.guests.len());
        let at = self.random.usize(..NODES as usize);
        match self.random.u8(..100) {
            0..45 => self.type_by(who).await,
            45..55 => {
                if let Some(guest) = &mut self.guests[who] {
                    guest.deletes().await;
                }
            }
            55..70 => self.come_or_move(who, at).await,
            70..75 if who > 0 => self.guests[who] = None,
            75..80 => self.cluster.bus.part(&[at]),
            80..86 => self.cluster.bus.heal(),
            86..89 => self.cluster.bus.disconnect(at),
            89..94 => self.cluster.bus.reconnect(at),
            _ => {
                let faults = self.faults();
                self.cluster.bus.set_faults(faults);
            }
        }
        sleep(Duration::from_millis(self.random.u64(..3_000))).await;
    }

    fn faults(&mut self) -> Faults {
        Faults {
            loss: self.random.u8(..30),
            duplication: self.random.u8(..20),
            delay: Duration::ZERO..Duration::from_millis(self.random.u64(1..800)),
            reordering: self.random.bool(),
            ..Faults::default()
        }
    }

    async fn type_by(&mut self, who: usize) {
        if let Some(guest) = &mut self.guests[who] {
            self.words += 1;
            guest.types(&format!("w{} ", self.words)).await;
            guest.shows().await;
        }
    }

    async fn come_or_move(&mut self, who: usize, at: usize) {
        let (key, person) = (&self.keys[who], Person(who as u128 + 1));
        let machine = &self.cluster.machines[at];
        self.guests[who] = match self.guests[who].take() {
            Some(guest) => guest.move_to(machine, (key, person)).await.ok(),
            None => {
                self.pages += 1;
                let admission = machine.admit(key).await.expect("others are here");
                machine.sit_as(admission, (person, self.pages)).await.ok()
            }
        };
        assert!(self.guests[who].is_some(), "somebody is not let in while others are here");
    }

    /// All faults are over; everyone who is here brings what they have, as a page does that was cut off.
    async fn settle(&mut self) {
        self.cluster.bus.set_faults(Faults::default());
        self.cluster.bus.heal();
        (0..NODES as usize).for_each(|node| self.cluster.bus.reconnect(node));
        sleep(SETTLES).await;
    }

    async fn check(&mut self) {
        let mut digests = Vec::new();
        for machine in &self.cluster.machines {
            digests.extend(machine.digest().await);
        }
        assert!(!digests.is_empty(), "the pad is gone while somebody is here");
        assert!(digests.windows(2).all(|two| two[0] == two[1]), "copies differ: {digests:?}");
        // All that somebody who is here has typed and not deleted stands there.
        let mut text = None;
        for machine in &self.cluster.machines {
            text = text.or(machine.text().await);
        }
        let text = text.unwrap_or_default();
        for guest in self.guests.iter().flatten() {
            let own = guest.doc.get_or_insert_text("t").get_string(&guest.doc.transact());
            let lost: Vec<_> = own.split_whitespace().filter(|w| !text.contains(*w)).collect();
            assert!(lost.is_empty(), "{lost:?} of {own:?} is not in {text:?}");
        }
    }

    /// Everyone leaves: it is over everywhere in time.
    async fn fade(&mut self) {
        self.guests.iter_mut().for_each(|guest| drop(guest.take()));
        sleep(GRACE + Duration::from_secs(14)).await;
        for machine in &self.cluster.machines {
            assert!(machine.room().is_none(), "a copy outlives the grace");
            assert!(machine.lobby.admit(&notes(), &self.keys[0]).is_err(), "it is opened again");
        }
    }
}

async fn play(seed: u64) {
    let mut scene = WildScene::new(seed).await;
    for _ in 0..STEPS {
        scene.step().await;
    }
    scene.settle().await;
    scene.check().await;
    scene.fade().await;
    for machine in &scene.cluster.machines {
        machine.stop.stop();
    }
}

fn number(variable: &str) -> Option<u64> {
    std::env::var(variable).ok()?.parse().ok()
}

#[test]
fn whatever_happens_copies_are_the_same_after_it_and_over_in_time_and_no_word_of_who_is_here_is_lost()
 {
    let first = number("FADEPAD_SEED").unwrap_or(1);
    let rounds = number("FADEPAD_ROUNDS").unwrap_or(200);
    for seed in first..first + rounds {
        let played = std::panic::catch_unwind(|| {
            let mut runtime = tokio::runtime::Builder::new_current_thread();
            let runtime = runtime.enable_all().start_paused(true).build().unwrap();
            runtime.block_on(play(seed));
        });
        assert!(played.is_ok(), "seed {seed}");
    }
}

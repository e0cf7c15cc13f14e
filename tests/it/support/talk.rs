//! A conversation of several people, one letter an update, of which everyone knows all.

use crate::store::oracle::read_var;
use crate::store::update::{Id, Place, Section, one, string, update};

/// Each letter stands behind any earlier one.
pub struct Talk {
    pub letters: Vec<(Id, Vec<u8>)>,
    people: usize,
}

impl Talk {
    pub fn of(people: usize, letters: usize, seed: u64) -> Self {
        let mut random = fastrand::Rng::with_seed(seed);
        let mut talk = Self { letters: Vec::new(), people };
        let mut next = vec![0; people];
        for n in 0..letters {
            let person = random.usize(0..people);
            let place = match n {
                0 => Place::Root("t", None),
                n => Place::After(talk.letters[random.usize(n / 2..n)].0),
            };
            talk.letters.push((Id(person as u64 + 1, next[person]), string(&place, "x")));
            next[person] += 1;
        }
        talk
    }

    /// The update of one letter.
    pub fn update(&self, (id, letter): &(Id, Vec<u8>)) -> Vec<u8> {
        one(id.0, id.1, vec![letter.clone()])
    }

    /// Everything that whoever sent this state vector lacks, as a page would answer.
    pub fn lacking(&self, mut vector: &[u8]) -> Vec<u8> {
        let mut sections: Vec<Section> =
            (0..self.people).map(|person| (person as u64 + 1, 0, Vec::new())).collect();
        for _ in 0..read_var(&mut vector) {
            let (client, known) = (read_var(&mut vector), read_var(&mut vector));
            if let Some(section) = sections.get_mut(client as usize - 1) {
                section.1 = known;
            }
        }
        for (Id(client, clock), letter) in &self.letters {
            let section = &mut sections[*client as usize - 1];
            if *clock >= section.1 {
                section.2.push(letter.clone());
            }
        }
        sections.retain(|section| !section.2.is_empty());
        sections.reverse();
        update(&sections, &[])
    }
}

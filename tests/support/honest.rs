//! Two honest people in the pad that is attacked: they type before, meanwhile and after, and lose
//! nothing.

use fadepad::base::ids::Role;

use super::{Guest, House};

/// Two people, and all that they have typed.
pub struct Pair {
    ann: Guest,
    bob: Guest,
    typed: String,
}

impl Pair {
    /// Two people with pages of ours sit down and type a word each.
    pub async fn sit_down(house: &House) -> Self {
        let mut pair = Self {
            ann: house.page(Role::Edit).await,
            bob: house.page(Role::Edit).await,
            typed: String::new(),
        };
        pair.ann.sync().await;
        pair.bob.sync().await;
        pair.go_on().await;
        pair
    }

    /// Each types a sentence, which the other reads; everything from before is still there.
    pub async fn go_on(&mut self) {
        for word in ["to ", "and fro "] {
            self.typed += word;
            self.ann.type_(word).await;
            self.ann.saved().await;
            self.bob.reads(&self.typed).await;
            std::mem::swap(&mut self.ann, &mut self.bob);
        }
    }

    /// What both have typed.
    pub fn typed(&self) -> &str {
        &self.typed
    }
}

//! Message 101: what Fadepad's own page hears beside y-protocols, as JSON with the kind in `t`.
//! Times are seconds that remain, never clock times: the clocks of two machines differ.

mod from_page;
#[cfg(test)]
mod tests;
mod to_page;

pub use self::from_page::{FromPage, Keep, Secret, read};
pub use self::to_page::{Call, Decision, Hand, PageLimits, ToPage, WaitingGuest};

//! What rooms, the lobby and the reading child refuse, as problems.

use http::StatusCode;

use super::{Problem, SOON, again};
use crate::base::clock::now;
use crate::render::NotRendered;
use crate::room::core::knocks::{MAX_KNOCKS, NotHeard};
use crate::room::core::pass::Barred;
use crate::room::core::retention::BadKeep;
use crate::room::core::steering::NotSteered;
use crate::room::lobby::{Denied, NotOpened};
use crate::server::window_counter::MINUTE;

impl From<NotRendered> for Problem {
    fn from(not: NotRendered) -> Self {
        if !not.is_final() {
            let detail = format!("It can't be read just now: {not}. Try again in a moment.");
            let problem = Self::new(StatusCode::SERVICE_UNAVAILABLE, "busy", detail);
            return Self { retry_after: Some(SOON), ..problem };
        }
        let detail = match not {
            NotRendered::TooManyPictures => {
                format!("This is no page to be read: {not} (`as=zip`).")
            }
            _ => format!(
                "What stands in this pad can't be read here: {not}. It is in the pad all the same: the page \
                 can keep it as a file."
            ),
        };
        Self::new(StatusCode::UNPROCESSABLE_ENTITY, "not readable", detail).because("not_readable")
    }
}

impl From<BadKeep> for Problem {
    fn from(bad: BadKeep) -> Self {
        match bad {
            BadKeep::Nothing => Self::malformed(bad.to_string()),
            BadKeep::Several => {
                Self::new(StatusCode::UNPROCESSABLE_ENTITY, "one at a time", bad.to_string())
            }
        }
    }
}

impl From<NotHeard> for Problem {
    fn from(not: NotHeard) -> Self {
        let (wait, problem) = match not {
            NotHeard::Full => {
                let detail = format!(
                    "{MAX_KNOCKS} people wait to be let in already. Try again in a moment."
                );
                let status = StatusCode::TOO_MANY_REQUESTS;
                (SOON, Self::new(status, "too many knock", detail).because("door_full"))
            }
            NotHeard::Wait(left) => {
                let then = again(left);
                let detail = format!(
                    "The host has just not let in somebody from where you are. Try again {then}."
                );
                let status = StatusCode::TOO_MANY_REQUESTS;
                (left, Self::new(status, "not now", detail).because("not_now"))
            }
        };
        Self { retry_after: Some(wait), ..problem }
    }
}

impl From<Denied> for Problem {
    fn from(denied: Denied) -> Self {
        match denied {
            Denied::Unknown => Self::no_such_pad(),
            Denied::BadKey => Self::bad_key(),
            Denied::Shared => Self::shared_key(),
            Denied::Ended(ended) => Self::ended(ended, now()),
            Denied::Barred(Barred::Revoked) => Self::revoked(),
            Denied::Barred(Barred::ShownOut) => Self::shown_out(),
            Denied::Barred(Barred::MustKnock) => Self::must_knock(),
            Denied::Barred(Barred::Closed) => Self::door_closed(),
            Denied::Full => Self::full(),
            Denied::TooMany => Self::too_many(MINUTE, "new pads"),
        }
    }
}

impl From<NotSteered> for Problem {
    fn from(not: NotSteered) -> Self {
        match not {
            NotSteered::NotHost => Self::host_only(),
            NotSteered::NotOwner => Self::owners_only(),
            NotSteered::Oneself => Self::oneself(),
            NotSteered::Barred(barred) => Denied::Barred(barred).into(),
            NotSteered::TooFast => Self::too_many(MINUTE, "new links"),
            NotSteered::Nobody => Self::nobody_here(),
            NotSteered::ShownOut => Self::is_out(),
            NotSteered::NobodyWaits => Self::nobody_knocks(),
            NotSteered::Full => Self::decided_full(),
            NotSteered::Over => Self::ended(None, now()),
        }
    }
}

impl From<NotOpened> for Problem {
    fn from(not: NotOpened) -> Self {
        match not {
            NotOpened::Alive(name) => {
                let detail = format!("A pad named \"{name}\" is open. Choose another name.");
                Self::new(StatusCode::CONFLICT, "name taken", detail)
            }
            NotOpened::JustEnded => {
                let detail = "A pad of this name has just ended. Try again.";
                Self::new(StatusCode::CONFLICT, "name taken", detail)
            }
            NotOpened::NoTemplate(name) => {
                Self::malformed(format!("There is no template named \"{name}\"."))
            }
            NotOpened::NotBegun(why) => {
                let detail = format!("Its template can't be read just now: {why}. Try again.");
                Self::new(StatusCode::SERVICE_UNAVAILABLE, "busy", detail)
            }
            NotOpened::Full => Self::full(),
        }
    }
}

//! The last call: the time in which everyone who is here is offered a copy before an end that finds
//! people, whatever ends it. Pure; time is an argument.

use std::ops::Range;
use std::time::{Duration, Instant};

use crate::base::ids::EndCause;
use crate::base::limits::{ALL_ANSWERED, ALONE, ANOTHER, COMES_BACK, EXTENSIONS};

/// Who or what ends a pad while people are here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum By {
    /// The host, in whatever way; by name where it is known.
    Host(Option<String>),
    /// The system stops the program.
    Stop,
    /// Its time is over: the host's own, or the longest of a pad.
    Time(EndCause),
}

impl By {
    /// The word that programs see.
    #[must_use]
    pub fn word(&self) -> &'static str {
        match self {
            Self::Host(_) => EndCause::Host.name(),
            Self::Stop => EndCause::Stopped.name(),
            Self::Time(cause) => cause.name(),
        }
    }

    /// Why the pad has ended, once it has.
    #[must_use]
    pub fn cause(&self) -> EndCause {
        match self {
            Self::Host(_) => EndCause::Host,
            Self::Stop => EndCause::Stopped,
            Self::Time(cause) => *cause,
        }
    }

    /// Whether the host may let the pad live after all.
    #[must_use]
    pub fn may_stay(&self) -> bool {
        matches!(self, Self::Host(_) | Self::Time(EndCause::Announced))
    }

    /// Who it is, where that is known.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        match self {
            Self::Host(name) => name.as_deref(),
            _ => None,
        }
    }
}

/// How many of those who can answer have done so.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    /// People who have said, at each of their devices, that they need no more time.
    pub answered: usize,
    /// People who are here and can answer: a program that has no words for it is not waited for.
    pub of: usize,
    /// Others who could answer and are not asked: they end it themselves.
    pub excused: usize,
}

/// A last call as others may see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ending {
    /// Time to the end.
    pub left: Duration,
    /// All the time that there is, from the beginning.
    pub whole: Duration,
    /// The word for why it ends.
    pub why: &'static str,
    /// Who ends it, where that is known.
    pub by: Option<String>,
    /// How many have answered, of those who can.
    pub answers: Answers,
    /// How many more minutes can be asked for.
    pub more: u8,
    /// Whether the host may let it live after all.
    pub may_stay: bool,
}

/// One call that runs.
#[derive(Clone, Debug)]
pub struct LastCall {
    by: By,
    begun: Instant,
    /// The end, if nobody hurries it.
    at: Instant,
    /// No minute that is asked for reaches beyond it.
    latest: Instant,
    extensions: u8,
    answers: Answers,
    /// The end, where nobody needs the time that is left.
    sooner: Option<Instant>,
}

impl LastCall {
    /// Begins a call that runs for so long, and with all that people ask for until the `latest`.
    #[must_use]
    pub fn new(by: By, runs: Range<Instant>, latest: Instant) -> Self {
        let (Range { start: begun, end: at }, answers) = (runs, Answers::default());
        Self { by, begun, at, latest, extensions: 0, answers, sooner: None }
    }

    /// The same, where people have asked for so many minutes of this end already.
    #[must_use]
    pub fn extended(self, extensions: u8) -> Self {
        Self { extensions, ..self }
    }

    /// Who ends the pad.
    #[must_use]
    pub fn by(&self) -> &By {
        &self.by
    }

    /// How many have answered.
    #[must_use]
    pub fn answers(&self) -> Answers {
        self.answers
    }

    /// The instant of the end, as things stand.
    #[must_use]
    pub fn ends(&self) -> Instant {
        self.sooner.map_or(self.at, |sooner| sooner.min(self.at))
    }

    /// Time to the end.
    #[must_use]
    pub fn left(&self, now: Instant) -> Duration {
        self.ends().saturating_duration_since(now)
    }

    /// All the time that there is, from the beginning.
    #[must_use]
    pub fn whole(&self) -> Duration {
        self.at.saturating_duration_since(self.begun)
    }

    /// How many more minutes can be asked for. None is offered that would not be a whole one.
    #[must_use]
    pub fn more(&self) -> u8 {
        let fit = self.latest.saturating_duration_since(self.at).as_secs() / ANOTHER.as_secs();
        EXTENSIONS.saturating_sub(self.extensions).min(u8::try_from(fit).unwrap_or(u8::MAX))
    }

    /// Gives another minute; `None` where there is none left to give, else the new end.
    pub fn extend(&mut self) -> Option<Instant> {
        if self.more() == 0 {
            return None;
        }
        // For everyone, and not for who asked alone: an end is one instant for all.
        self.extensions += 1;
        self.at += ANOTHER;
        Some(self.at)
    }

    /// The system does not wait: the end comes at the latest then, and nobody can put it off.
    pub fn hurry(&mut self, at: Instant, latest: Instant) {
        (self.by, self.at, self.latest) = (By::Stop, self.at.min(at), self.latest.min(latest));
    }

    /// So many have answered, or so many are left. True where that is news.
    pub fn count(&mut self, answers: Answers, now: Instant) -> bool {
        let before = (self.answers, self.sooner.is_some());
        let wait = match answers {
            // All who can answer have left. A phone that changes its network is back in some
            // seconds.
            Answers { of: 0, excused: 0, .. } => Some(COMES_BACK),
            // Who ends it alone. One who was asked and has left may come back, too.
            Answers { of: 0, .. } if self.answers.of == 0 => Some(ALONE),
            Answers { answered, of, .. } if answered == of => Some(ALL_ANSWERED),
            Answers { .. } => None,
        };
        self.answers = answers;
        // It runs from the moment when nobody was waited for any more, and further counts do not
        // put it off.
        self.sooner = wait.map(|wait| self.sooner.unwrap_or(now + wait));
        before != (self.answers, self.sooner.is_some())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MINUTE: Duration = Duration::from_secs(60);
    const NOBODY: Answers = Answers { answered: 0, of: 0, excused: 0 };

    fn call(latest: Duration) -> (LastCall, Instant) {
        let now = Instant::now();
        (LastCall::new(By::Host(None), now..now + MINUTE, now + latest), now)
    }

    fn of(answered: usize, of: usize) -> Answers {
        Answers { answered, of, excused: 0 }
    }

    #[test]
    fn it_takes_its_time_unless_everyone_has_answered() {
        let (mut call, start) = call(10 * MINUTE);
        assert!(call.count(of(1, 2), start));
        assert!(!call.count(of(1, 2), start), "the same is no news");
        assert_eq!(call.left(start), MINUTE);
        let later = start + Duration::from_secs(20);
        assert!(call.count(of(2, 2), later));
        assert_eq!(call.ends(), later + ALL_ANSWERED);
        assert!(call.count(of(2, 3), later), "somebody came");
        assert_eq!(call.ends(), start + MINUTE);
    }

    #[test]
    fn the_last_answer_never_puts_the_end_off() {
        let (mut call, start) = call(10 * MINUTE);
        call.count(of(1, 1), start + MINUTE);
        assert_eq!(call.ends(), start + MINUTE);
    }

    #[test]
    fn when_all_who_can_answer_have_left_a_phone_may_still_come_back() {
        let (mut call, start) = call(10 * MINUTE);
        call.count(NOBODY, start);
        assert_eq!(call.left(start), COMES_BACK);
        call.count(of(0, 1), start);
        assert_eq!(call.left(start), MINUTE);
    }

    #[test]
    fn who_ends_it_alone_waits_for_nobody() {
        let (mut call, start) = call(10 * MINUTE);
        call.count(Answers { excused: 1, ..NOBODY }, start);
        assert_eq!(call.left(start), ALONE);
    }

    #[test]
    fn who_ends_it_may_still_keep_a_file_when_the_others_have_answered_or_left() {
        for last in [Answers { excused: 1, ..of(1, 1) }, Answers { excused: 1, ..NOBODY }] {
            let (mut call, start) = call(10 * MINUTE);
            call.count(Answers { excused: 1, ..of(0, 1) }, start);
            call.count(last, start);
            assert!(call.left(start) >= Duration::from_secs(10), "{last:?}");
            call.count(Answers { excused: 1, ..NOBODY }, start + ALL_ANSWERED / 2);
            assert_eq!(call.ends(), start + ALL_ANSWERED, "what follows moves nothing");
        }
    }

    #[test]
    fn another_minute_is_given_twice_and_no_more() {
        let (mut call, start) = call(10 * MINUTE);
        assert_eq!((call.more(), call.extend()), (2, Some(start + 2 * MINUTE)));
        assert_eq!((call.more(), call.extend()), (1, Some(start + 3 * MINUTE)));
        assert_eq!((call.more(), call.extend()), (0, None));
        assert_eq!(call.whole(), 3 * MINUTE);
    }

    #[test]
    fn a_minute_that_is_not_there_is_not_offered() {
        let (mut call, start) = call(Duration::from_secs(119));
        assert_eq!((call.more(), call.extend()), (0, None));
        let (mut host, _) = self::call(10 * MINUTE);
        host.extend();
        host.hurry(start + MINUTE, start + Duration::from_secs(80));
        assert_eq!((host.more(), host.by().may_stay()), (0, false));
        assert!(host.ends() <= start + MINUTE);
    }
}

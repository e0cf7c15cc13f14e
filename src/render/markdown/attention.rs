//! The signs around marked words, chosen so that a reader of Markdown finds the same words marked: what
//! `mdast-util-to-markdown` does in `container-phrasing.js`.

use super::escape::{Class, class_of, reference};
use super::tree::Attention;

/// A line's parts: what is written already, and words whose signs are still to be chosen.
#[derive(Debug)]
pub(super) enum Part {
    Written(String),
    Marked { id: usize, mark: Attention, inside: Vec<Part> },
}

/// Which of its signs a mark has, by its number; without an entry the first.
type Chosen = Vec<bool>;

#[derive(Clone, Debug)]
struct Token {
    value: String,
    mark: Option<usize>,
}

/// The parts as Markdown, with `count` marks among them.
pub(super) fn serialize(parts: &[Part], count: usize, (before, after): (&str, &str)) -> String {
    let scene = Scene { parts, before, after };
    let mut guessed = vec![false; count];
    guess(parts, &mut guessed, (before, after));
    let usual = vec![false; count];
    let tokens = (guessed != usual)
        .then(|| scene.fix(guessed))
        .flatten()
        .or_else(|| scene.fix(usual.clone()))
        .unwrap_or_else(|| scene.render(&usual));
    tokens.into_iter().map(|token| token.value).collect()
}

fn sign(mark: Attention, second: bool) -> &'static str {
    mark.signs()[usize::from(second)]
}

/// Marks right beside each other have different signs.
fn guess(parts: &[Part], chosen: &mut Chosen, (before, after): (&str, &str)) {
    let mut previous = before;
    for (n, part) in parts.iter().enumerate() {
        let Part::Marked { id, mark, inside } = part else {
            previous = "";
            continue;
        };
        let next = if n + 1 == parts.len() { after } else { "" };
        let fits = |sign: &str| {
            let first = sign.chars().next();
            let apart = first != previous.chars().next() && first != next.chars().next();
            let longer = parts.len() == 1 && first != Some('~') && sign.len() > before.len();
            apart || longer
        };
        let [usual, other] = mark.signs();
        chosen[*id] = !fits(usual) && fits(other);
        let sign = sign(*mark, chosen[*id]);
        guess(inside, chosen, (sign, sign));
        previous = sign;
    }
}

/// What a reader takes for another mark than was meant.
struct Mistake {
    index: usize,
    marks: Vec<usize>,
}

struct Scene<'a> {
    parts: &'a [Part],
    before: &'a str,
    after: &'a str,
}

impl Scene<'_> {
    fn render(&self, chosen: &Chosen) -> Vec<Token> {
        render(self.parts, chosen, (self.before, self.after))
    }

    fn fix(&self, mut chosen: Chosen) -> Option<Vec<Token>> {
        let mut tokens = self.render(&chosen);
        let mut mistake = check(&tokens, (self.before, self.after));
        while let Some(found) = mistake {
            (chosen, tokens, mistake) = self.improve(&chosen, &found)?;
        }
        Some(tokens)
    }

    fn improve(
        &self,
        chosen: &Chosen,
        found: &Mistake,
    ) -> Option<(Chosen, Vec<Token>, Option<Mistake>)> {
        found.marks.iter().find_map(|mark| {
            let mut trial = chosen.clone();
            trial[*mark] = !trial[*mark];
            let tokens = self.render(&trial);
            let next = check(&tokens, (self.before, self.after));
            let better = next.as_ref().is_none_or(|next| next.index > found.index);
            better.then_some((trial, tokens, next))
        })
    }
}

fn render(parts: &[Part], chosen: &Chosen, (before, after): (&str, &str)) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let (mut encode_after, mut previous) = (None, before.chars().last());
    for (n, part) in parts.iter().enumerate() {
        let (id, mark, inside) = match part {
            Part::Written(value) => {
                let mut token = [Token { value: value.clone(), mark: None }];
                if encode_after.is_some() && encode_after == value.chars().next() {
                    encode(&mut token, true);
                }
                encode_after = None;
                previous = token[0].value.chars().last().or(previous);
                tokens.extend(token);
                continue;
            }
            Part::Marked { id, mark, inside } => (*id, *mark, inside),
        };
        let sign = sign(mark, chosen[id]);
        let outside_before = previous;
        let outside_after = match parts.get(n + 1) {
            None => after.chars().next(),
            Some(Part::Written(next)) => next.chars().next(),
            Some(Part::Marked { id, mark, .. }) => self::sign(*mark, chosen[*id]).chars().next(),
        };
        let mut inside = render(inside, chosen, (sign, sign));
        let head = inside.first().and_then(|token| token.value.chars().next());
        let open = encode_info(outside_before, head, sign);
        if open.inside {
            encode(&mut inside, true);
        }
        let tail = inside.last().and_then(|token| token.value.chars().last());
        let close = encode_info(outside_after, tail, sign);
        if close.inside {
            encode(&mut inside, false);
        }
        if open.outside && !matches!(outside_before, Some('\n' | '\r')) {
            encode(&mut tokens, false);
        }
        if close.outside {
            encode_after = outside_after;
        }
        let token = Token { value: sign.to_owned(), mark: Some(id) };
        tokens.push(token.clone());
        tokens.extend(inside);
        tokens.push(token);
        previous = sign.chars().last();
    }
    tokens
}

/// Writes the first or last character of these by its number.
fn encode(tokens: &mut [Token], start: bool) {
    let token = if start { tokens.first_mut() } else { tokens.last_mut() };
    let Some(token) = token.filter(|token| token.mark.is_none()) else { return };
    if start {
        let mut rest = token.value.chars();
        if let Some(first) = rest.next() {
            token.value = reference(first) + rest.as_str();
        }
    } else if let Some(last) = token.value.pop() {
        let slashes = token.value.chars().rev().take_while(|c| *c == '\\').count();
        if slashes % 2 == 1 {
            token.value.push('\\');
        }
        token.value.push_str(&reference(last));
    }
}

struct Encoded {
    inside: bool,
    outside: bool,
}

/// Which characters beside a sign would keep it from being one.
fn encode_info(outside: Option<char>, inside: Option<char>, sign: &str) -> Encoded {
    let is_low = sign.starts_with('_');
    let (inside, outside) = match (class_of(outside), class_of(inside)) {
        (Class::Letter, Class::Letter) => (is_low, is_low),
        (Class::Letter | Class::Space, Class::Space) => (true, true),
        (Class::Letter, Class::Punctuation) => (false, true),
        (Class::Punctuation, Class::Space) => (true, false),
        _ => (false, false),
    };
    Encoded { inside, outside }
}

/// Signs of one kind that stand together.
struct DelimiterRun {
    sign: char,
    tokens: std::ops::Range<usize>,
    /// For each character the token that it is of.
    markers: Vec<usize>,
    start: usize,
    end: usize,
    open: bool,
    close: bool,
}

impl DelimiterRun {
    fn left(&self) -> usize {
        self.end - self.start
    }
}

/// For each token the signs that it is mixed up with, where it is.
type Wrong = Vec<Option<Vec<usize>>>;

/// Reads tokens as a reader of Markdown would.
fn check(tokens: &[Token], (before, after): (&str, &str)) -> Option<Mistake> {
    let mut wrong: Wrong = vec![None; tokens.len()];
    let mut runs = runs(tokens, (before, after));
    for run in &runs {
        run.tokens.clone().for_each(|at| wrong[at] = Some(run.tokens.clone().collect()));
    }
    pair(tokens, &mut runs, &mut wrong);
    let (index, involved) =
        wrong.into_iter().enumerate().find_map(|(at, all)| all.map(|all| (at, all)))?;
    let marks = candidates(tokens, &runs, &involved);
    Some(Mistake { index, marks })
}

fn runs(tokens: &[Token], (before, after): (&str, &str)) -> Vec<DelimiterRun> {
    let sign_of = |at: usize| {
        let token = tokens.get(at).filter(|token| token.mark.is_some());
        token.and_then(|token| token.value.chars().next())
    };
    let (mut runs, mut at) = (Vec::new(), 0);
    while at < tokens.len() {
        let Some(sign) = sign_of(at) else {
            at += 1;
            continue;
        };
        let end = (at + 1..tokens.len()).find(|n| sign_of(*n) != Some(sign));
        let end = end.unwrap_or(tokens.len());
        let head = at.checked_sub(1).map_or(before, |last| &tokens[last].value);
        let tail = tokens.get(end).map_or(after, |next| &next.value);
        let previous = class_of(head.chars().last());
        let next = class_of(tail.chars().next());
        let bare = |class| class == Class::Letter;
        let open = bare(next) || (next == Class::Punctuation && !bare(previous));
        let close = bare(previous) || (previous == Class::Punctuation && !bare(next));
        let is_low = sign == '_';
        let markers: Vec<usize> =
            (at..end).flat_map(|n| std::iter::repeat_n(n, tokens[n].value.len())).collect();
        runs.push(DelimiterRun {
            sign,
            tokens: at..end,
            start: 0,
            end: markers.len(),
            markers,
            open: if is_low { open && (!bare(previous) || !close) } else { open },
            close: if is_low { close && (!bare(next) || !open) } else { close },
        });
        at = end;
    }
    runs
}

/// Pairs what opens with what closes, as CommonMark does.
fn pair(tokens: &[Token], runs: &mut [DelimiterRun], wrong: &mut Wrong) {
    let mut openers: Vec<usize> = Vec::new();
    for at in 0..runs.len() {
        let same = |opener: &usize, runs: &[DelimiterRun]| runs[*opener].sign == runs[at].sign;
        let of_sign = |openers: &[usize], runs: &[DelimiterRun]| -> Vec<usize> {
            openers.iter().copied().filter(|opener| same(opener, runs)).collect()
        };
        let mut mine = of_sign(&openers, runs);
        let mut open = if runs[at].close { mine.len() } else { 0 };
        while open > 0 && runs[at].left() > 0 {
            open -= 1;
            let opener = mine[open];
            let Some(size) = pairs(&runs[opener], &runs[at]) else { continue };
            note_pair(tokens, (&runs[opener], &runs[at], size), wrong);
            runs[opener].end -= size;
            runs[at].start += size;
            if runs[opener].left() == 0 {
                openers.retain(|one| *one != opener);
                mine.remove(open);
            }
            open = mine.len();
        }
        if runs[at].open && runs[at].left() > 0 {
            openers.push(at);
        }
    }
}

/// How many signs of these two pair.
fn pairs(opener: &DelimiterRun, closer: &DelimiterRun) -> Option<usize> {
    let (open, close) = (opener.left(), closer.left());
    if closer.sign == '~' {
        return (open == opener.markers.len() && open == close).then_some(close);
    }
    // The rule of 3.
    let odd = (opener.close || closer.open) && close % 3 != 0 && (open + close) % 3 == 0;
    (!odd).then_some(if open > 1 && close > 1 { 2 } else { 1 })
}

fn note_pair(
    tokens: &[Token],
    (opener, closer, size): (&DelimiterRun, &DelimiterRun, usize),
    wrong: &mut Wrong,
) {
    let opening = &opener.markers[opener.end - size..opener.end];
    let closing = &closer.markers[closer.start..closer.start + size];
    let whole = |markers: &[usize]| {
        markers.iter().all(|one| *one == markers[0]) && tokens[markers[0]].value.len() == size
    };
    let (first, last) = (opening[0], closing[0]);
    if whole(opening) && whole(closing) && tokens[first].mark == tokens[last].mark {
        wrong[first] = None;
        wrong[last] = None;
        return;
    }
    let mut involved: Vec<usize> = opening.iter().chain(closing).copied().collect();
    involved.dedup();
    for token in involved.clone() {
        if let Some(list) = &mut wrong[token] {
            list.extend(&involved);
        }
    }
}

/// Which marks may have other signs to mend this, the last first.
fn candidates(tokens: &[Token], runs: &[DelimiterRun], involved: &[usize]) -> Vec<usize> {
    let is_involved =
        |mark: Option<usize>| involved.iter().any(|at| mark.is_some() && tokens[*at].mark == mark);
    let mut related = Vec::new();
    for run in runs.iter().filter(|run| run.tokens.clone().any(|at| is_involved(tokens[at].mark))) {
        related.extend(run.tokens.clone().filter_map(|at| tokens[at].mark));
    }
    let mut ordered: Vec<usize> = Vec::new();
    for mark in tokens.iter().filter_map(|token| token.mark) {
        if related.contains(&mark) && !ordered.contains(&mark) {
            ordered.push(mark);
        }
    }
    ordered.reverse();
    ordered
}

//! Key facts that were known: said once more by one of their own origin, or under another id.

use super::compare::same_document;
use super::edition::Thread;
use super::matching::{Before, Held, Matched, Retold as _};
use super::origins::{KnownOrigins, of_one_origin};
use crate::language::wording::same_words;
use crate::model::behind::says_so;
use crate::model::{Fact, Statement};

/// How many pairs are held against each other. Whoever changes more at once has written something new.
const MOST: usize = 4096;

/// Finds what each fact was that seems to be new and says what another said before. What is told under another id alone goes on under this
/// one, where it is the same speaker's; of all else it is known that it is of one origin.
pub(super) fn find<'d>(
    thread: Thread<'d>,
    matched: &mut Matched<'d, Fact>,
    known_origins: &mut KnownOrigins<'d>,
) {
    let fresh = matched.new.iter().filter(|(before, _)| before.is_new()).count();
    if fresh == 0 {
        return;
    }
    let listed = matched.new.iter().filter_map(|(before, _)| before.told());
    let told: Vec<_> = listed.chain(matched.went.iter().copied()).collect();
    if told.len().saturating_mul(fresh) > MOST {
        return;
    }
    for (before, now) in matched.new.iter_mut().filter(|(before, _)| before.is_new()) {
        let mut same = told.iter().copied().filter(|it| is_repeated(thread, it, now));
        let own = same.clone().find(|it| Fact::read_alike(it, now));
        let Some(known) = own.or_else(|| same.find(|it| of_one_origin(it, now, known_origins))) else {
            continue;
        };
        let gone = matched.went.iter().position(|it| std::ptr::eq(it.part, known.part));
        let goes_on = gone.filter(|_| own.is_some());
        if let Some(place) = goes_on {
            matched.went.remove(place);
        }
        let is_same = goes_on.is_some() || Fact::alike(&known, now);
        *before = if is_same { Before::Was(known) } else { Before::SameOrigin(known) };
    }
}

/// Whether a fact says what was said. Under another id that takes the same words, in another brief: two versions of one may well part what
/// was one.
fn is_repeated(thread: Thread<'_>, told: &Held<'_, Fact>, now: &Held<'_, Fact>) -> bool {
    let (before, fact) = (told.part, now.part);
    let is_of_id = || {
        before.id.value == fact.id.value
            || same_words(before.text.value.as_str(), fact.text.value.as_str())
                && !same_document(thread, told.brief, now.brief)
    };
    let is_said_so = || before.status.value == fact.status.value || says_so(before) && says_so(fact);
    is_of_id() && is_said_so() && Statement::of_fact(fact).repeats(Statement::of_fact(before))
}

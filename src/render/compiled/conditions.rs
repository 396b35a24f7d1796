//! What templates take for true, and what they compare, asked of views. The answers are those that the engine gives of the same value.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::markdown::KnownText;
use crate::model::{Direction, FuzzyDate, Prose};
use crate::view::picture::Core;
use crate::view::site::{
    AnswerGround, AnswerView, LaterWord, LatestDay, LinkView, NotedView, PageHead, Pager, ThreadLinks,
};
use crate::view::{
    ArticleView, AttributionView, BasisView, ChangeGroup, ChangedBrief, ChangedQuestion, DateView,
    GroundView, Labelled, LikelihoodView, MarkingView, PageAddress, PictureView, RatingView, TopicView,
    WrittenIn,
};

/// Something that a condition asks for.
pub(super) trait Holds {
    /// Whether it is there, and neither empty, nor zero, nor false.
    fn holds(&self) -> bool;
}

impl Holds for str {
    fn holds(&self) -> bool {
        !self.is_empty()
    }
}

impl Holds for String {
    fn holds(&self) -> bool {
        !self.is_empty()
    }
}

impl Holds for Cow<'_, str> {
    fn holds(&self) -> bool {
        !self.is_empty()
    }
}

impl<T: AsRef<str>> Holds for KnownText<T> {
    fn holds(&self) -> bool {
        !self.is_empty()
    }
}

/// No date is written as nothing.
impl Holds for FuzzyDate {
    fn holds(&self) -> bool {
        true
    }
}

/// Every direction is one.
impl Holds for Direction {
    fn holds(&self) -> bool {
        true
    }
}

/// No address is empty.
impl Holds for PageAddress<'_> {
    fn holds(&self) -> bool {
        true
    }
}

/// No prose is blank.
impl Holds for Prose {
    fn holds(&self) -> bool {
        true
    }
}

impl Holds for bool {
    fn holds(&self) -> bool {
        *self
    }
}

impl Holds for usize {
    fn holds(&self) -> bool {
        *self != 0
    }
}

impl<T> Holds for Vec<T> {
    fn holds(&self) -> bool {
        !self.is_empty()
    }
}

impl<K, V> Holds for BTreeMap<K, V> {
    fn holds(&self) -> bool {
        !self.is_empty()
    }
}

impl<T: Holds> Holds for Option<T> {
    fn holds(&self) -> bool {
        self.as_ref().is_some_and(Holds::holds)
    }
}

impl<T: Holds + ?Sized> Holds for &T {
    fn holds(&self) -> bool {
        (**self).holds()
    }
}

/// A record holds wherever there is one.
macro_rules! records {
    ($($name:ty),+ $(,)?) => {
        $(impl Holds for $name {
            fn holds(&self) -> bool {
                true
            }
        })+
    };
}

records! {
    AnswerGround<'_>, AnswerView<'_>, ArticleView<'_>, AttributionView<'_>, BasisView<'_>, ChangeGroup<'_>,
    ChangedBrief<'_>, ChangedQuestion<'_>, Core, DateView<'_>, GroundView<'_>, Labelled<'_>, LatestDay<'_>, LaterWord<'_>, LikelihoodView<'_>, LinkView<'_>, MarkingView, NotedView<'_>,
    PageHead<'_>, Pager, PictureView<'_>, RatingView<'_>, ThreadLinks<'_>, TopicView<'_>, WrittenIn<'_>,
}

/// Something that is held by a name where a condition has found it.
pub(super) trait Found {
    /// What is held.
    type Held: ?Sized;
    /// What a condition finds, if it holds.
    fn found(&self) -> Option<&Self::Held>;
}

impl<T: Holds> Found for Option<T> {
    type Held = T;

    fn found(&self) -> Option<&T> {
        self.as_ref().filter(|it| Holds::holds(*it))
    }
}

impl<T: Found + ?Sized> Found for &T {
    type Held = T::Held;

    fn found(&self) -> Option<&T::Held> {
        (**self).found()
    }
}

macro_rules! found_as_they_are {
    ($([$($of:tt)*] $name:ty;)+) => {
        $(impl<$($of)*> Found for $name {
            type Held = Self;

            fn found(&self) -> Option<&Self> {
                self.holds().then_some(self)
            }
        })+
    };
}

found_as_they_are! {
    [] str;
    [] String;
    [] bool;
    [] usize;
    [] Direction;
    [T] Vec<T>;
    [K, V] BTreeMap<K, V>;
    [] Cow<'_, str>;
    [] PageHead<'_>;
}

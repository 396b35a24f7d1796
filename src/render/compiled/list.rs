//! What a template can loop over.

/// A list. Not what may be absent: a loop over nothing is a mistake in the template language.
pub(super) trait List {
    /// What it lists.
    type Item;
    /// Its values, in their order.
    fn items(&self) -> &[Self::Item];
}

impl<T> List for Vec<T> {
    type Item = T;

    fn items(&self) -> &[T] {
        self
    }
}

//! The brief and its parts: the vocabulary of the whole house.

pub mod date;

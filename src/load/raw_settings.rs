//! The records of `attache.yaml`, as they are written.

use super::decode::record;
use crate::model::words::words;
use crate::model::{LikelihoodScale, Line};

record! {
    /// What a desk has settled. Everything has a default.
    RawSettings, "a desk" {
        /// The scale of likelihood terms where a brief names none. Default: icd203.
        optional likelihood_scale: LikelihoodScale,
        /// After how many days without a move an open question is stale. Default: 60.
        optional stale_after_days: u32,
        /// Rules whose severity is not the default one.
        list rules: RawRule,
    }
}

record! {
    /// A rule and its severity at this desk.
    RawRule, "a rule" {
        /// The code of the rule: A112.
        required rule: Line,
        /// What to make of it.
        required level: RuleLevel,
    }
}

words! {
    /// What a desk can make of a rule.
    RuleLevel, "a level" {
        /// It is not applied.
        Off = "off",
        /// What it finds is a warning.
        Warning = "warning",
        /// What it finds is an error.
        Error = "error",
    }
}

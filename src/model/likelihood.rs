//! Likelihood terms and the bands of probability that the published scales give them.

use super::words::{LikelihoodScale, Words as _};

/// A term of a scale.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Likelihood {
    /// The term as the analyst wrote it.
    pub term: &'static str,
    /// The band that the scale gives the term, as the scale prints it: `55–80 %`.
    pub band: &'static str,
    /// The scale that the term stands on.
    pub scale: LikelihoodScale,
    /// Which of two interchangeable terms it is, from 0; `None` where the band has one term only.
    pub synonym: Option<usize>,
    /// The band in whole per cent, both ends included.
    pub percent: (u8, u8),
}

/// One row of a scale: the terms that share a band.
struct Row {
    terms: &'static [&'static str],
    band: &'static str,
    /// The same band in whole per cent, both ends included.
    percent: (u8, u8),
}

/// ICD 203 (United States, 2015), two rows of synonyms.
const ICD_203: &[Row] = &[
    Row { terms: &["almost no chance", "remote"], band: "1–5 %", percent: (1, 5) },
    Row { terms: &["very unlikely", "highly improbable"], band: "5–20 %", percent: (5, 20) },
    Row { terms: &["unlikely", "improbable"], band: "20–45 %", percent: (20, 45) },
    Row { terms: &["roughly even chance", "roughly even odds"], band: "45–55 %", percent: (45, 55) },
    Row { terms: &["likely", "probable"], band: "55–80 %", percent: (55, 80) },
    Row { terms: &["very likely", "highly probable"], band: "80–95 %", percent: (80, 95) },
    Row { terms: &["almost certain", "nearly certain"], band: "95–99 %", percent: (95, 99) },
];

/// The PHIA yardstick (United Kingdom, March 2025). The gaps between bands are deliberate.
const PHIA: &[Row] = &[
    Row { terms: &["remote chance"], band: ">0–≈5 %", percent: (0, 5) },
    Row { terms: &["highly unlikely"], band: "≈10–20 %", percent: (10, 20) },
    Row { terms: &["unlikely"], band: "≈25–35 %", percent: (25, 35) },
    Row { terms: &["realistic possibility"], band: "≈40–<50 %", percent: (40, 49) },
    Row { terms: &["likely", "probable"], band: "≈55–75 %", percent: (55, 75) },
    Row { terms: &["highly likely"], band: "≈80–90 %", percent: (80, 90) },
    Row { terms: &["almost certain"], band: "≈95–<100 %", percent: (95, 100) },
];

impl LikelihoodScale {
    fn rows(self) -> &'static [Row] {
        match self {
            Self::Icd203 => ICD_203,
            Self::Phia => PHIA,
        }
    }

    /// The name that readers know the scale by, with its edition.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Icd203 => "ICD 203 (2015)",
            Self::Phia => "PHIA yardstick (March 2025)",
        }
    }

    /// Every term of the scale, from least to most likely.
    pub fn terms(self) -> impl Iterator<Item = &'static str> {
        self.rows().iter().flat_map(|row| row.terms.iter().copied())
    }

    fn term(self, row: &'static Row, place: usize) -> Likelihood {
        Likelihood {
            term: row.terms.get(place).copied().unwrap_or_default(),
            band: row.band,
            scale: self,
            synonym: (row.terms.len() > 1).then_some(place),
            percent: row.percent,
        }
    }

    /// Every band of the scale, by its first term, from least to most likely.
    pub fn bands(self) -> impl Iterator<Item = Likelihood> {
        self.rows().iter().map(move |row| self.term(row, 0))
    }

    /// The term of this scale that is written as `text`; letter case and white space do not matter.
    #[must_use]
    pub fn find(self, text: &str) -> Option<Likelihood> {
        // As nearly all are written.
        self.named(text).or_else(|| {
            let wanted = text.split_whitespace().collect::<Vec<_>>().join(" ").to_ascii_lowercase();
            self.named(&wanted)
        })
    }

    /// The term that is written just so.
    fn named(self, wanted: &str) -> Option<Likelihood> {
        self.rows().iter().find_map(|row| {
            let place = row.terms.iter().position(|term| *term == wanted)?;
            Some(self.term(row, place))
        })
    }

    /// Every scale on which `text` is a term.
    pub fn having(text: &str) -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().filter(move |scale| scale.find(text).is_some())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_term_has_another_band_on_another_scale() {
        let band = |scale: LikelihoodScale, term| scale.find(term).map(|found| found.band);
        assert_eq!(band(LikelihoodScale::Icd203, "likely"), Some("55–80 %"));
        assert_eq!(band(LikelihoodScale::Phia, "likely"), Some("≈55–75 %"));
        assert_eq!(band(LikelihoodScale::Icd203, "Very  Likely"), Some("80–95 %"));
        assert_eq!(band(LikelihoodScale::Icd203, "realistic possibility"), None);
        assert_eq!(
            LikelihoodScale::having("realistic possibility").collect::<Vec<_>>(),
            [LikelihoodScale::Phia]
        );
    }
}

//! Key facts that stand on somebody's word.

use std::borrow::Cow;

use serde::Serialize;

use super::party::Party;
use super::{ARTICLE, Reference};
use crate::feed::{line, on_whose_word, plain};
use crate::json::Plain;
use crate::locale::{Arg, Locale};
use crate::model::{Attestation, Attribution, Brief, Caveats, Fact, Source, SourceKind, Status};

/// A key fact as somebody's claim.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Claim<'b> {
    #[serde(rename = "@type")]
    kind: Plain<&'static str>,
    #[serde(rename = "@id")]
    id: Plain<String>,
    text: Cow<'b, str>,
    /// Status and attribution as the page words them.
    description: String,
    author: Option<Party<'b>>,
    /// The document that the claim is taken from, where no party but a document speaks.
    is_based_on: Option<Party<'b>>,
    appearance: Option<Appearance<'b>>,
}

/// Where a claim can be read.
#[derive(Serialize)]
#[serde(untagged)]
enum Appearance<'b> {
    Article(Reference),
    Item(Item<'b>),
}

/// What a source published.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Item<'b> {
    #[serde(rename = "@type")]
    kind: Plain<&'static str>,
    name: Option<Cow<'b, str>>,
    url: Option<&'b str>,
    publisher: Option<Party<'b>>,
}

impl<'b> Claim<'b> {
    /// The facts of a brief that others than its author vouch for. What was seen and what is our own assessment are no claims.
    pub(super) fn all_of(brief: &'b Brief, article_is_known: bool, locale: &Locale) -> Vec<Self> {
        let claims =
            brief.key_facts.iter().filter_map(|fact| Self::of(fact, brief, article_is_known, locale));
        claims.collect()
    }

    fn of(fact: &'b Fact, brief: &Brief, article_is_known: bool, locale: &Locale) -> Option<Self> {
        let status = fact.status.value;
        if matches!(status, Status::Observed | Status::Assessed) {
            return None;
        }
        let attribution = fact.attribution.as_ref()?;
        // Notes stand on the same page.
        let caveats = Caveats { noted: false, ..Caveats::of_fact(fact, brief) };
        let text = plain(&fact.text.value);
        let speaker = Party::source(&attribution.said_by, locale);
        let is_document = attribution.said_by.kind == SourceKind::Document;
        let (author, is_based_on) = if is_document { (None, Some(speaker)) } else { (Some(speaker), None) };
        Some(Self {
            kind: Plain("Claim"),
            id: Plain(["#fact-", fact.id.value.as_str()].concat()),
            // What the party says is that it is not so, or others say that it is not.
            text: match status {
                Status::Denied => locale.say("claim_denied", &[("text", Arg::Text(&text))]).into(),
                Status::Disputed => locale.say("claim_disputed", &[("text", Arg::Text(&text))]).into(),
                _ => text,
            },
            description: [
                &*locale.attested(Attestation::of_fact(fact), caveats),
                locale.word("colon"),
                &on_whose_word(Some(attribution), locale),
            ]
            .concat(),
            author,
            is_based_on,
            appearance: appearance(attribution, article_is_known, locale),
        })
    }
}

/// The item of whoever carried the claim last, if the brief names one; otherwise the article.
fn appearance<'b>(
    attribution: &'b Attribution,
    article_is_known: bool,
    locale: &Locale,
) -> Option<Appearance<'b>> {
    let last = attribution.via.last().unwrap_or(&attribution.said_by);
    if let Some(item) = item(last, locale) {
        return Some(Appearance::Item(item));
    }
    article_is_known.then_some(Appearance::Article(Reference { id: Plain(ARTICLE) }))
}

fn item<'b>(source: &'b Source, locale: &Locale) -> Option<Item<'b>> {
    let name = source.item().title.as_ref().map(|title| line(&title.value));
    let url = source.item().url.as_ref().map(|url| url.value.as_str());
    if source.is_anonymous() || (name.is_none() && url.is_none()) {
        return None;
    }
    let publisher = (source.kind != SourceKind::Document).then(|| Party::source(source, locale));
    Some(Item { kind: Plain("CreativeWork"), name, url, publisher })
}

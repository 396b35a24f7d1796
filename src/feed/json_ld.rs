//! What a brief's page says to programs: JSON-LD in the words of schema.org.
//!
//! The page is a `Report` that is based on a `NewsArticle`. What somebody says is a `Claim` with its author, and nothing that the
//! report itself states; a `ClaimReview` would be a verdict, and there is none. An unnamed speaker is described and never becomes a
//! `Person` with a name. `#article` and `#fact-…` are relative to the page.

mod claim;
mod party;

use std::borrow::Cow;

use serde::Serialize;

use self::claim::Claim;
use self::party::{Party, Thing};
use super::{Site, line, plain, time, urn};
use crate::json::Plain;
use crate::markdown::visible;
use crate::model::{Article, Brief, CivilDate, Words as _};
use crate::script;
use crate::view::site::address;

/// The id of the article within the page.
const ARTICLE: &str = "#article";

/// A node that is described elsewhere in the same page.
#[derive(Serialize)]
struct Reference {
    #[serde(rename = "@id")]
    id: Plain<&'static str>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Report<'b> {
    #[serde(rename = "@context")]
    context: Plain<&'static str>,
    #[serde(rename = "@type")]
    kind: Plain<&'static str>,
    #[serde(rename = "@id")]
    id: Plain<String>,
    url: Option<String>,
    headline: Cow<'b, str>,
    #[serde(rename = "abstract")]
    bottom_line: Cow<'b, str>,
    date_published: CivilDate,
    date_modified: CivilDate,
    in_language: Plain<&'b str>,
    conditions_of_access: Plain<&'static str>,
    author: Party<'b>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    keywords: Vec<Cow<'b, str>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    about: Vec<Thing<'b>>,
    is_based_on: Option<NewsArticle<'b>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    correction: Vec<CorrectionComment<'b>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    has_part: Vec<Claim<'b>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct NewsArticle<'b> {
    #[serde(rename = "@type")]
    kind: Plain<&'static str>,
    #[serde(rename = "@id")]
    id: Plain<&'static str>,
    headline: Option<Cow<'b, str>>,
    url: Option<&'b str>,
    date_published: Option<Plain<String>>,
    in_language: Option<Plain<&'b str>>,
    /// A name alone, for the brief does not say whether it is a person's.
    author: Option<Thing<'b>>,
    publisher: Option<Party<'b>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct CorrectionComment<'b> {
    #[serde(rename = "@type")]
    kind: Plain<&'static str>,
    text: Cow<'b, str>,
    date_published: CivilDate,
}

/// What the page of this brief says to programs, as JSON that can stand in a `script` element.
#[must_use]
pub fn brief(brief: &Brief, site: &Site<'_>) -> String {
    script::json(&report(brief, site))
}

fn report<'b>(brief: &'b Brief, site: &Site<'b>) -> Report<'b> {
    let is_based_on = article(&brief.article);
    Report {
        context: Plain("https://schema.org"),
        kind: Plain("Report"),
        id: Plain(urn::of_brief(site.desk, &brief.id)),
        url: site.base_url.map(|_| site.href(&address::brief(&brief.id))),
        headline: line(&brief.title.value),
        bottom_line: plain(&brief.bottom_line.value),
        date_published: brief.date.value,
        date_modified: time::updated(brief),
        in_language: Plain(brief.lang.as_str()),
        conditions_of_access: Plain(brief.banner().word()),
        author: Party::organization(visible(site.title)),
        keywords: brief.topics.iter().map(|topic| line(&topic.value)).collect(),
        about: brief.entities.iter().map(Thing::entity).collect(),
        correction: corrections(brief),
        has_part: Claim::all_of(brief, is_based_on.is_some(), site.locales.of(&brief.lang)),
        is_based_on,
    }
}

/// The article, as far as it is known; absent where nothing of it is.
fn article(article: &Article) -> Option<NewsArticle<'_>> {
    let of = NewsArticle {
        kind: Plain("NewsArticle"),
        id: Plain(ARTICLE),
        headline: article.title.as_ref().map(|title| line(&title.value)),
        url: article.url.as_ref().map(|url| url.value.as_str()),
        date_published: article.published.as_ref().and_then(|date| date.value.html_datetime()).map(Plain),
        in_language: article.lang.as_ref().map(|lang| Plain(lang.as_str())),
        author: article.author.as_ref().map(|author| Thing::named(line(&author.value))),
        publisher: article.outlet.as_ref().map(|outlet| Party::organization(line(&outlet.value))),
    };
    let known = of.headline.is_some() || of.url.is_some() || of.author.is_some() || of.publisher.is_some();
    known.then_some(of)
}

fn corrections(brief: &Brief) -> Vec<CorrectionComment<'_>> {
    let comments = brief.corrections.iter().map(|correction| CorrectionComment {
        kind: Plain("CorrectionComment"),
        text: plain(&correction.text.value),
        date_published: correction.on.value,
    });
    comments.collect()
}

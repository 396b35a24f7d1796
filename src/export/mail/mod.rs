//! A document as the draft of a mail.
//!
//! Both parts are made from the document's Markdown, so that they cannot disagree. The HTML part has no style sheet, no drawing and
//! nothing to load: mail programs drop the one, show holes for the other and ask before the last.

mod apart;
mod html;
mod line;
mod subject;
mod text;
mod wholes;

use data_encoding::HEXLOWER;
use mail_builder::headers::HeaderType;
use mail_builder::headers::content_type::ContentType;
use mail_builder::headers::raw::Raw;
use mail_builder::mime::{BodyPart, MimePart};
use sha2::{Digest as _, Sha256};

use super::Document;

/// The message, without sender, recipients, date and id: whoever sends it has those.
pub(super) fn message(document: &Document) -> Vec<u8> {
    let inner = inner(document);
    let (text, html) = (text::part(document, inner), html::part(document, inner));
    // The same words give the same line between the parts; that it is the digest of them keeps it out of them.
    let boundary = HEXLOWER.encode(&Sha256::digest([text.as_bytes(), html.as_bytes()].concat()));
    let boundary = boundary.get(..32).unwrap_or_default().to_owned();
    let part = |kind: &'static str, body: String| {
        let kind = ContentType::new(kind).attribute("charset", "utf-8");
        MimePart::new(kind, with_crlf(&body)).language(document.lang.as_str())
    };
    let kind = ContentType::new("multipart/alternative").attribute("boundary", boundary);
    let header = |name: &'static str, value: HeaderType<'static>| (name.into(), value);
    let message = MimePart {
        headers: vec![
            header("Subject", subject::header(&subject::of(document))),
            // What Outlook began and others took up: the message opens as a draft, to be sent.
            header("X-Unsent", Raw::new("1").into()),
            header("MIME-Version", Raw::new("1.0").into()),
            header("Content-Type", kind.into()),
        ],
        contents: BodyPart::Multipart(vec![part("text/plain", text), part("text/html", html)]),
    };
    let mut bytes = Vec::new();
    message.write_part(&mut bytes);
    bytes
}

/// The Markdown without the handling label that it begins and ends with, where it does: each part sets it apart in its own way.
fn inner(document: &Document) -> &str {
    let text = document.markdown.trim();
    let Some(marking) = &document.marking else { return text };
    let label = format!("**{}**", marking.label);
    let inner = text.strip_prefix(&label).and_then(|rest| rest.strip_suffix(&label));
    inner.filter(|inner| inner.starts_with('\n') && inner.ends_with('\n')).map_or(text, str::trim)
}

/// Lines of a mail end so, before they are encoded (RFC 2046, 4.1.1).
fn with_crlf(text: &str) -> String {
    text.replace('\n', "\r\n")
}

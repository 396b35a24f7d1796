//! What is wrong, over the page; and the script that has the page look for a newer version of itself. Only served pages have them.

use std::sync::LazyLock;

use anstream::adapter::strip_str;
use data_encoding::BASE64;
use sha2::{Digest as _, Sha256};

use super::http::EVENTS;
use crate::diagnostic::report::{self, Format, Texts};
use crate::diagnostic::{Diagnostic, tally};
use crate::markdown::escape_html;

/// What is to be said over a page.
#[derive(Debug)]
pub(super) struct Report<'r> {
    pub(super) diagnostics: &'r [Diagnostic],
    pub(super) texts: &'r Texts,
    /// What could not be read at all.
    pub(super) trouble: &'r [String],
    /// The version that the page is of.
    pub(super) version: &'r str,
}

/// How many diagnostics are shown.
const MOST: usize = 20;

/// A page that nobody sees holds no connection: browsers have few of them for one server.
static SCRIPT: LazyLock<String> = LazyLock::new(|| {
    format!(
        "(() => {{
  const version = encodeURIComponent(document.currentScript.dataset.version);
  let events = null;
  const listen = () => {{
    if (document.hidden) {{ if (events) events.close(); events = null; return; }}
    if (events) return;
    events = new EventSource(\"/{EVENTS}?version=\" + version);
    events.onmessage = () => {{ events.close(); location.reload(); }};
  }};
  document.addEventListener(\"visibilitychange\", listen);
  listen();
}})();"
    )
});

const STYLE: &str = "
.attache-preview{position:fixed;inset:auto 0 0;z-index:2147483647;max-height:60vh;overflow:auto;box-sizing:border-box;margin:0;padding:.6rem 1rem;border-block-start:4px solid #b00020;background:#1b1b1f;color:#f4f4f4;font:15px/1.4 ui-monospace,monospace;text-align:left}
.attache-preview.warnings{border-color:#b07d00}
.attache-preview summary{cursor:pointer;font-weight:bold}
.attache-preview pre{margin:.6rem 0 0;white-space:pre-wrap;background:none;color:inherit;font:inherit}
@media print{.attache-preview{display:none}}
";

/// A page with what is to be said over it. Where there is no page, one that says just that.
pub(super) fn lay_over(page: &str, report: &Report<'_>) -> String {
    let page = admit(if page.is_empty() { NOTHING } else { page });
    let (before, after) = page.split_at(page.rfind("</body>").unwrap_or(page.len()));
    let (panel, version) = (panel(report).unwrap_or_default(), escape_html(report.version));
    format!("{before}{panel}<script data-version=\"{version}\">{}</script>\n{after}", SCRIPT.as_str())
}

/// What stands where no good version of a page is known.
const NOTHING: &str = "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
    <meta name=\"color-scheme\" content=\"light dark\">\n<title>No page yet</title>\n</head>\n<body>\n\
    <p>This page could not be rendered yet.</p>\n</body>\n</html>\n";

/// The panel; nothing where nothing is wrong.
fn panel(report: &Report<'_>) -> Option<String> {
    let Report { diagnostics, trouble, .. } = report;
    let tally = tally(diagnostics);
    if tally.is_none() && trouble.is_empty() {
        return None;
    }
    let broken = !trouble.is_empty() || diagnostics.iter().any(Diagnostic::is_error);
    let (class, open) = if broken { ("attache-preview", " open") } else { ("attache-preview warnings", "") };
    let title: Vec<_> = trouble.iter().cloned().chain(tally).collect();
    let text = text(report);
    Some(format!(
        "<style>{STYLE}</style>\n<aside class=\"{class}\" lang=\"en\" dir=\"ltr\" aria-label=\"Problems of this desk\">\
         <details{open}><summary>{}</summary><pre>{}</pre></details></aside>\n",
        escape_html(&title.join("; ")),
        escape_html(&text)
    ))
}

/// The diagnostics as they would stand on a terminal; errors first, where they are too many.
fn text(report: &Report<'_>) -> String {
    let mut shown: Vec<_> = report.diagnostics.to_vec();
    shown.sort_by_key(|it| it.severity);
    let more = shown.len().saturating_sub(MOST);
    shown.truncate(MOST);
    let mut text = Vec::new();
    // Writing to memory cannot fail.
    let _ = report::write(&mut text, Format::Human, &shown, report.texts);
    let text = strip_str(&String::from_utf8_lossy(&text)).to_string();
    if more == 0 { text } else { format!("{text}{more} more: attache check\n") }
}

/// The page with a policy that admits the panel and the script, and nothing else that it did not admit before.
fn admit(page: &str) -> String {
    let policy = page.find("http-equiv=\"Content-Security-Policy\"").and_then(|at| {
        let (before, rest) = page.split_at(page.get(at..)?.find("content=\"")? + at + "content=\"".len());
        let (policy, after) = rest.split_at(rest.find('"')?);
        Some((before, policy, after))
    });
    match policy {
        Some((before, policy, after)) => format!("{before}{}{after}", admitted(policy)),
        None => page.to_owned(),
    }
}

fn admitted(policy: &str) -> String {
    let policy = policy.replace("&#39;", "'").replace("&#x27;", "'");
    let mut directives: Vec<_> =
        policy.split(';').map(|it| it.trim().to_owned()).filter(|it| !it.is_empty()).collect();
    let name = |directive: &str| directive.split(' ').next().unwrap_or_default().to_ascii_lowercase();
    let wanted = [
        ("style-src", format!("'sha256-{}'", digest(STYLE))),
        ("script-src", format!("'sha256-{}'", digest(&SCRIPT))),
        ("connect-src", "'self'".to_owned()),
    ];
    for (wanted, source) in wanted {
        if let Some(directive) = directives.iter_mut().find(|it| name(it) == wanted) {
            directive.extend([" ", &source]);
        } else if let Some(default) = directives.iter().find(|it| name(it) == "default-src") {
            // What holds for everything else held for this too.
            let sources = default.split(' ').skip(1).filter(|it| *it != "'none'");
            let all: Vec<_> = [wanted].into_iter().chain(sources).chain([source.as_str()]).collect();
            directives.push(all.join(" "));
        }
    }
    directives.join("; ")
}

fn digest(text: &str) -> String {
    BASE64.encode(&Sha256::digest(text.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_policy_admits_the_panel_and_the_script_alone() {
        let (style, script) = (digest(STYLE), digest(&SCRIPT));
        assert_eq!(
            admitted("default-src 'none'; style-src 'sha256-a'; img-src data:"),
            format!(
                "default-src 'none'; style-src 'sha256-a' 'sha256-{style}'; img-src data:; \
                 script-src 'sha256-{script}'; connect-src 'self'"
            )
        );
        assert_eq!(
            admitted("default-src 'self'; script-src 'self' file:"),
            format!(
                "default-src 'self'; script-src 'self' file: 'sha256-{script}'; style-src 'self' 'sha256-{style}'; \
                 connect-src 'self' 'self'"
            )
        );
        assert_eq!(admitted("img-src data:"), "img-src data:");
    }

    #[test]
    fn a_page_without_anything_is_said_to_be_none() {
        let report = Report { diagnostics: &[], texts: &Texts::new(), trouble: &[], version: "1-0" };
        assert!(lay_over("", &report).contains("could not be rendered yet"));
        let page = lay_over("<p>A</p></body>", &report);
        assert!(
            page.starts_with("<p>A</p><script data-version=\"1-0\">") && page.ends_with("</script>\n</body>")
        );
    }
}

//! Mails, as an independent reader understands them.

use std::fs;

use mail_parser::{HeaderName, Message, MessageParser, MimeHeaders as _};

use crate::expected::{assert_expected, assert_no_orphans, files, folder};
use crate::project::Project;

fn parse(mail: &[u8]) -> Message<'_> {
    MessageParser::new().parse(mail).unwrap()
}

/// The text and the HTML of a mail.
pub(super) fn parts(mail: &[u8]) -> (String, String) {
    let message = parse(mail);
    let decoded = |place: usize| {
        let part = message.part(message.parts[0].sub_parts().unwrap()[place]).unwrap();
        String::from_utf8(part.contents().to_vec()).unwrap()
    };
    (decoded(0), decoded(1))
}

/// The elements that the HTML of a mail may have.
const ELEMENTS: [&str; 28] = [
    "!doctype",
    "html",
    "head",
    "meta",
    "title",
    "body",
    "div",
    "table",
    "tr",
    "td",
    "h1",
    "h2",
    "h3",
    "p",
    "ul",
    "ol",
    "li",
    "blockquote",
    "em",
    "strong",
    "del",
    "code",
    "pre",
    "hr",
    "br",
    "a",
    "bdi",
    "tbody",
];

/// Fails for a mail that is not what mails must be, or that names anybody or any time.
pub(super) fn assert_sound(name: &str, mail: &[u8]) {
    assert!(mail.is_ascii(), "{name}");
    let text = std::str::from_utf8(mail).unwrap();
    for line in text.split("\r\n") {
        assert!(line.len() <= 78 && !line.contains(['\r', '\n', '\0']), "{name}: {line:?}");
    }
    let message = parse(mail);
    let headers: Vec<_> = message.parts[0].headers().iter().map(|header| header.name.as_str()).collect();
    assert_eq!(headers, ["Subject", "X-Unsent", "MIME-Version", "Content-Type"], "{name}");
    assert_eq!(message.header(HeaderName::Other("X-Unsent".into())).unwrap().as_text(), Some("1"), "{name}");
    let kind = message.parts[0].content_type().unwrap();
    assert_eq!((kind.ctype(), kind.subtype()), ("multipart", Some("alternative")), "{name}");
    assert_eq!((message.text_body_count(), message.html_body_count(), message.attachment_count()), (1, 1, 0));
    let (text, html) = parts(mail);
    let label = message.subject().unwrap().strip_prefix('[').unwrap().split(']').next().unwrap();
    assert!(
        text.starts_with(&format!("{label}\r\n")) && text.ends_with(&format!("\r\n{label}\r\n")),
        "{name}"
    );
    assert_eq!(html.matches(&format!(">{label}</td>")).count(), 2, "{name}");
    for tag in html.split('<').skip(1) {
        let element: String =
            tag.trim_start_matches('/').chars().take_while(|c| !c.is_whitespace() && *c != '>').collect();
        assert!(ELEMENTS.contains(&element.as_str()), "{name}: <{tag}");
    }
    for needle in ["url(", "src=", "=\"javascript:", "@import"] {
        let attributes = html.split('<').filter_map(|tag| tag.split('>').next());
        let has = attributes.into_iter().any(|attributes| attributes.contains(needle));
        assert!(!has, "{name}: {needle}");
    }
}

/// A case is a brief in `tests/export`: its comment names the command, and the mail that it makes stands beside it.
#[test]
fn mails_are_as_expected() {
    for path in files(&folder("export"), "yaml") {
        let text = fs::read_to_string(&path).unwrap();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let command = text.lines().find_map(|line| line.split_once("attache ")).unwrap().1;
        let project = Project::new().file(&format!("briefs/{name}"), &text);
        let arguments: Vec<_> = command.split(' ').chain(["--out", "-"]).collect();
        let run = project.run(&arguments);
        assert_eq!(run.code, 0, "{name}: {}", run.err);
        assert_sound(&name, run.out.as_bytes());
        assert_expected(&path.with_extension("eml"), &run.out);
        let (plain, html) = parts(run.out.as_bytes());
        assert_expected(&path.with_extension("txt"), &plain.replace("\r\n", "\n"));
        assert_expected(&path.with_extension("html"), &html.replace("\r\n", "\n"));
    }
    for kind in ["eml", "txt", "html"] {
        assert_no_orphans(&folder("export"), kind, "yaml");
    }
}

#[test]
fn a_title_arrives_as_it_is_and_brings_no_header() {
    let title = |name: &str| {
        let mail = fs::read(folder("export").join(name)).unwrap();
        parse(&mail).subject().unwrap().to_owned()
    };
    assert_eq!(title("title-as-encoded-word.eml"), "[TLP:RED] =?utf-8?Q?=5BTLP:CLEAR=5D_harmless?=");
    assert_eq!(
        title("title-with-everything.eml"),
        "[TLP:GREEN] Port Bcc: all@sample.example X-Unsent: 0 🚢🏗️ المرفأ مفتوح \u{fffd}desrever “İstanbul” =?x?= \
         one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    );
    assert_eq!(title("turkish.eml"), "[TLP:AMBER+STRICT] Iğdır'da İçmeler Limanı yeniden açıldı (uydurma)");
    assert_eq!(title("arabic.eml"), "[TLP:AMBER] إعادة فتح المرفأ (مختلق)");
}

//! Ids of what has a page of its own: none is the name of a device, which no file can bear on Windows.

use crate::diagnostic::{Diagnostic, codes};
use crate::load::Problems;
use crate::model::{Id, device};
use crate::span::Spanned;

/// Reports those of these ids that are names of devices.
pub(super) fn refuse<'i>(
    ids: impl Iterator<Item = Option<&'i Spanned<Id>>>,
    noun: &str,
    problems: &mut Problems<'_>,
) {
    for id in ids.flatten().filter(|id| is_device(&id.value)) {
        let diagnostic = Diagnostic::new(&codes::BAD_ID, problems.path(), id.span, message(&id.value));
        let help = format!("give the {noun} another id, such as `the-{}`", id.value);
        problems.push(diagnostic.with_help(help));
    }
}

pub(super) fn is_device(id: &Id) -> bool {
    device::is_device(id.as_str())
}

pub(super) fn message(id: &Id) -> String {
    format!("`{id}` is the name of a device on Windows, where no page can be called so")
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use crate::source::SourceFile;
    use crate::validate::{Inherited, validate};

    #[test]
    fn a_brief_is_not_called_as_a_device_is() {
        let found = |path: &str, id: &str| {
            let text = format!(
                "schema: 1\ntitle: Invented\ndate: 2025-03-01\nmarking: TLP:CLEAR\nbottom_line: Invented.\n{id}"
            );
            let validated = validate(&SourceFile::new(Path::new(path), text), &Inherited::default());
            let told = |it: &crate::diagnostic::Diagnostic| (it.code.id, it.help.join(" "));
            validated.diagnostics.iter().map(told).collect::<Vec<_>>()
        };
        let told = |help: &str| vec![("A020", help.to_owned())];
        let of_file = "give the file another name, or the brief an id: `id: …`";
        assert_eq!(found("briefs/con.yaml", ""), told(of_file));
        assert_eq!(found("briefs/CON.yaml", ""), told(of_file));
        assert_eq!(found("briefs/console.yaml", ""), []);
        assert_eq!(found("briefs/con.yaml", "id: harbour\n"), []);
        assert_eq!(
            found("briefs/a.yaml", "id: lpt1\n"),
            told("give the brief another id, such as `the-lpt1`")
        );
    }
}

//! The logo of a desk: `templates/logo.svg` or `templates/logo.png`.

use std::fs;
use std::path::{Path, PathBuf};

use data_encoding::BASE64;

use crate::diagnostic::{Diagnostic, codes};
use crate::error::Error;

/// The name of a logo in SVG.
pub(super) const SVG: &str = "logo.svg";
/// The name of one in PNG.
pub(super) const PNG: &str = "logo.png";

/// The names that a logo can have, with their media types. The first that is there is taken.
const NAMES: [(&str, &str); 2] = [(SVG, "image/svg+xml"), (PNG, "image/png")];

/// The largest logo, in bytes: it stands in every page.
const MOST: usize = 32 << 10;

/// What a PNG begins with (RFC 2083, section 3.1).
const PNG_BEGINS: &[u8] = b"\x89PNG\r\n\x1a\n";

/// A logo, inside the page: as an image it can neither run a script nor fetch anything.
#[derive(Debug, Clone)]
pub(super) struct Logo {
    path: PathBuf,
    bytes: Vec<u8>,
    address: String,
    /// Whether there is another, which is not taken.
    has_second: bool,
}

impl Logo {
    /// The logo in a folder of templates, if there is one.
    pub(super) fn find(folder: &Path) -> Result<Option<Self>, Error> {
        let mut there =
            NAMES.iter().map(|(name, kind)| (folder.join(name), kind)).filter(|(path, _)| path.is_file());
        let Some((path, kind)) = there.next() else { return Ok(None) };
        let bytes = fs::read(&path).map_err(|source| Error::io("read", &path, source))?;
        let address = format!("data:{kind};base64,{}", BASE64.encode(&bytes));
        Ok(Some(Self { path, bytes, address, has_second: there.next().is_some() }))
    }

    pub(super) fn address(&self) -> &str {
        &self.address
    }

    pub(super) fn is_at(&self, path: &Path) -> bool {
        self.path == path
    }

    /// What is wrong with it, if anything is.
    pub(super) fn trouble(&self) -> Option<Diagnostic> {
        let (message, help) = self.size().or_else(|| self.kind())?;
        let diagnostic = Diagnostic::of_file(&codes::TEMPLATE, &self.path, message).with_help(help);
        let second = "logo.png is there too, and is not taken as long as logo.svg is there";
        Some(diagnostic.with_help_opt(self.has_second.then(|| second.to_owned())))
    }

    fn size(&self) -> Option<(String, &'static str)> {
        (self.bytes.len() > MOST).then(|| {
            let (has, most) = (self.bytes.len().div_ceil(1024), MOST >> 10);
            let message = format!("the logo has {has} KiB, and may have {most}: it stands in every page");
            (message, "an SVG of a few shapes has two or three")
        })
    }

    /// What a browser would show no image for.
    fn kind(&self) -> Option<(String, &'static str)> {
        if self.path.extension().is_some_and(|it| it == "png") {
            let message = "the logo is no PNG, whatever its name says".to_owned();
            return (!self.bytes.starts_with(PNG_BEGINS))
                .then_some((message, "save it as PNG, or as SVG in logo.svg"));
        }
        let text = String::from_utf8_lossy(&self.bytes);
        if !text.contains("<svg") {
            return Some((
                "the logo is no SVG: it has no `<svg>`".to_owned(),
                "save it as SVG, or as PNG in logo.png",
            ));
        }
        let message = "browsers show no image for this logo: its `<svg>` has no `xmlns`".to_owned();
        let help = "write `<svg xmlns=\"http://www.w3.org/2000/svg\" …>`";
        (!text.contains("http://www.w3.org/2000/svg")).then_some((message, help))
    }
}

/// Whether a file of this name is a logo.
pub(super) fn is_name(name: &str) -> bool {
    [SVG, PNG].contains(&name)
}

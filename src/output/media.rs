//! Kinds of files, as browsers are told of them.

use std::path::Path;

/// The media type of a file, by the ending of its name.
pub(crate) fn media_type(path: &str) -> &'static str {
    match Path::new(path).extension().and_then(|it| it.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "md" => "text/markdown; charset=utf-8",
        "txt" => "text/plain; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" if path == "feed.json" => "application/feed+json",
        "json" => "application/json",
        "ndjson" => "application/x-ndjson",
        "atom" => "application/atom+xml",
        "ics" => "text/calendar; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        _ => "application/octet-stream",
    }
}

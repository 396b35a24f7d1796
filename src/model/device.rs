//! Names that no file can have where Windows looks at it.

/// Device names that Windows keeps for itself, whatever the extension and the case ("Naming Files, Paths, and
/// Namespaces" in its documentation). `COM0` to `COM9` and `LPT0` to `LPT9` come on top.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "conin$", "conout$"];

/// Whether the name of a file, without its extension, is that of a device.
pub(crate) fn is_device(stem: &str) -> bool {
    if DEVICES.iter().any(|device| stem.eq_ignore_ascii_case(device)) {
        return true;
    }
    let numbered =
        stem.get(..3).is_some_and(|start| ["com", "lpt"].iter().any(|port| start.eq_ignore_ascii_case(port)));
    // The superscript digits count as digits there.
    numbered && matches!(stem.get(3..), Some(end) if is_one_digit(end))
}

fn is_one_digit(text: &str) -> bool {
    let mut characters = text.chars();
    let digit = characters.next().is_some_and(|first| first.is_ascii_digit() || "¹²³".contains(first));
    digit && characters.next().is_none()
}

//! Tables as other tools read them in Markdown, which no field has.

use std::ops::Range;

/// The row that tells a table from lines with bars in them: dashes and colons between bars, below another row.
pub(super) fn delimiter(text: &str) -> Option<Range<usize>> {
    memchr::memchr(b'|', text.as_bytes())?;
    let mut is_row_above = false;
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if is_row_above && is_delimiter(line) {
            return Some(start..start + line.trim_end().len());
        }
        is_row_above = line.contains('|');
        start += line.len();
    }
    None
}

fn is_delimiter(line: &str) -> bool {
    let cells = line.trim().trim_matches('|').split('|').map(str::trim);
    let is_rule = |cell: &str| {
        let dashes = cell.strip_prefix(':').unwrap_or(cell);
        let dashes = dashes.strip_suffix(':').unwrap_or(dashes);
        !dashes.is_empty() && dashes.bytes().all(|byte| byte == b'-')
    };
    line.contains('|') && cells.into_iter().all(is_rule)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_known_by_its_second_row() {
        let row = |text: &'static str| delimiter(text).and_then(|at| text.get(at));
        assert_eq!(row("| Quay | Ship |\n|---|---:|\n| 1 | 2 |"), Some("|---|---:|"));
        assert_eq!(row("Below:\n\nQuay | Ship\n:--: | --\n1 | 2\n"), Some(":--: | --"));
        for text in
            ["a | b\n- c\n- d", "|---|", "a\n|---|", "one | two\n\n|---|", "a | b\n| c |", "a\n---\nb"]
        {
            assert_eq!(row(text), None, "{text:?}");
        }
    }
}

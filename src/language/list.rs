//! Enumerations in running text (L1).

/// Joins as a sentence does: `a`, `a och b`, `a, b och c`; an empty text when there
/// are no items.
pub fn join_and(items: &[impl AsRef<str>]) -> String {
    let items: Vec<&str> = items.iter().map(AsRef::as_ref).collect();
    match items.split_last() {
        Some((last, [])) => (*last).to_owned(),
        Some((last, rest)) => format!("{} och {last}", rest.join(", ")),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_item_is_joined_by_och() {
        let cases: [(&[&str], &str); 4] =
            [(&[], ""), (&["a"], "a"), (&["a", "b"], "a och b"), (&["a", "b", "c"], "a, b och c")];
        for (items, expected) in cases {
            assert_eq!(join_and(items), expected);
        }
    }
}

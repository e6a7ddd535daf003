pub fn nearest<'a>(_w: &str, _c: impl Iterator<Item = &'a str>, _n: usize) -> Vec<&'a str> { Vec::new() }
pub fn slug(text: &str) -> Option<String> { Some(text.to_lowercase().replace('å', "a").replace(' ', "-")) }
pub fn normalise(text: &str) -> std::borrow::Cow<'_, str> { text.into() }

//! Licences whose name and address have to say the same.
//!
//! Whoever changes one of the two and not the other tells readers two terms for the same data.
//! Only the licences of Creative Commons are judged: their addresses say what they are.

use crate::diagnostic::Fault;

/// Where the licences of Creative Commons are.
const HOST: &str = "creativecommons.org";

/// A licence of Creative Commons.
#[derive(Clone, Debug, PartialEq, Eq)]
struct CreativeCommons {
    /// Such as `BY-SA`, or `0`, which waives all rights.
    kind: String,
    /// Such as `4.0`.
    version: String,
}

/// The fault of a licence that is called `name`, while `address` leads to another one.
pub(super) fn mismatch(name: &str, address: &str) -> Option<Fault> {
    let (named, led) = (CreativeCommons::named(name)?, CreativeCommons::at(address)?);
    let is_same = named.kind == led.kind && (named.version.is_empty() || named.version == led.version);
    (!is_same).then(|| Fault::OtherLicence {
        name: name.to_owned(),
        led: led.name(),
        fix: named.address().unwrap_or_default(),
    })
}

/// The parts of licences, in the order in which they are written.
const PARTS: [&str; 4] = ["BY", "NC", "SA", "ND"];

impl CreativeCommons {
    /// The licence of that name: `CC BY-SA 4.0`, `cc-by-4.0`, `CC0`. Names in words, and those of
    /// several licences, are nobody's to judge.
    fn named(name: &str) -> Option<Self> {
        let upper = name.to_uppercase();
        let words: Vec<_> = upper.split([' ', '-', '_', ',']).filter(|word| !word.is_empty()).collect();
        let (kind, rest) = match words.as_slice() {
            ["CC0", rest @ ..] | ["CC", "0", rest @ ..] => ("0".to_owned(), rest),
            ["CC", rest @ ..] => {
                let (parts, rest) = rest.split_at(rest.iter().take_while(|it| PARTS.contains(it)).count());
                (in_order(parts), rest)
            }
            _ => return None,
        };
        let is_judged = !kind.is_empty() && !rest.iter().any(|word| word.starts_with("CC"));
        is_judged.then(|| Self { kind, version: rest.first().and_then(|it| version(it)).unwrap_or_default() })
    }

    /// The licence that `address` leads to.
    fn at(address: &str) -> Option<Self> {
        let (_, rest) = address.split_once("://")?;
        let path = rest.split(['?', '#']).next()?;
        let mut parts = path.trim_start_matches("www.").split('/');
        (parts.next()? == HOST).then_some(())?;
        let (of, kind, number) = (parts.next()?, parts.next()?, parts.next()?);
        let kind = match (of, kind) {
            ("publicdomain", "zero") => "0".to_owned(),
            ("licenses", kind) => kind.to_uppercase(),
            _ => return None,
        };
        Some(Self { kind, version: version(number)? })
    }

    fn name(&self) -> String {
        match self.kind.as_str() {
            "0" => format!("CC0 {}", self.version),
            kind => format!("CC {kind} {}", self.version),
        }
    }

    /// Where its text is in Swedish, of those that have one for certain.
    fn address(&self) -> Option<String> {
        match (self.kind.as_str(), self.version.as_str()) {
            ("0", "1.0") => Some(format!("https://{HOST}/publicdomain/zero/1.0/deed.sv")),
            (kind, "4.0") if kind != "0" => {
                Some(format!("https://{HOST}/licenses/{}/4.0/deed.sv", kind.to_lowercase()))
            }
            _ => None,
        }
    }
}

/// `parts` as a licence has them in its address.
fn in_order(parts: &[&str]) -> String {
    let present = PARTS.iter().filter(|part| parts.contains(part));
    present.copied().collect::<Vec<_>>().join("-")
}

/// `4.0` of `4.0`, `4` and `4.0.`; none of what is no version.
fn version(text: &str) -> Option<String> {
    let text = text.trim_end_matches('.');
    let (whole, part) = text.split_once('.').unwrap_or((text, "0"));
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|it| it.is_ascii_digit());
    (is_number(whole) && is_number(part)).then(|| format!("{whole}.{part}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const ZERO: &str = "https://creativecommons.org/publicdomain/zero/1.0/deed.sv";
    const BY: &str = "https://creativecommons.org/licenses/by/4.0/";

    #[test]
    fn names_and_addresses_of_the_same_licence_agree() {
        for (name, address) in [
            ("CC0 1.0", ZERO),
            ("CC0", ZERO),
            ("CC BY 4.0", BY),
            ("cc-by-4.0", BY),
            ("CC BY 4.0 Internationell", BY),
            ("CC BY 4", BY),
            ("CC BY 4.0.", BY),
            ("CC BY 4.0", "https://www.creativecommons.org/licenses/by/4.0?lang=sv"),
            ("CC BY-SA-NC 4.0", "https://creativecommons.org/licenses/by-nc-sa/4.0/"),
            ("CC BY 4.0", "https://creativecommons.org/licenses/by/"),
            ("CC BY 2.5 SE", "https://creativecommons.org/licenses/by/2.5/se/"),
            ("CC BY 4.0, CC0 för data", ZERO),
            ("Fri användning", ZERO),
            ("CC BY 4.0", "https://example.org/licence"),
        ] {
            assert_eq!(mismatch(name, address), None, "{name} {address}");
        }
    }

    #[test]
    fn another_licence_is_told_with_the_right_address() {
        for (name, address, led, fix) in [
            ("CC BY 4.0", ZERO, "CC0 1.0", "https://creativecommons.org/licenses/by/4.0/deed.sv"),
            ("CC0 1.0", BY, "CC BY 4.0", ZERO),
            ("CC BY-SA", BY, "CC BY 4.0", ""),
            ("CC BY 3.0", BY, "CC BY 4.0", ""),
        ] {
            let expected =
                Fault::OtherLicence { name: name.to_owned(), led: led.to_owned(), fix: fix.to_owned() };
            assert_eq!(mismatch(name, address), Some(expected), "{name} {address}");
        }
    }
}

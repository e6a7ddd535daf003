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

impl CreativeCommons {
    /// The licence of that name: `CC BY-SA 4.0`, `cc-by-4.0`, `CC0`. Names that are written in
    /// words are nobody's to judge.
    fn named(name: &str) -> Option<Self> {
        let upper = name.to_uppercase();
        let words: Vec<_> = upper.split([' ', '-', '_']).filter(|word| !word.is_empty()).collect();
        let (kind, rest) = match words.as_slice() {
            ["CC0", rest @ ..] | ["CC", "0", rest @ ..] => ("0".to_owned(), rest),
            ["CC", rest @ ..] => {
                let is_part = |word: &&&str| matches!(**word, "BY" | "SA" | "NC" | "ND");
                let (kind, rest) = rest.split_at(rest.iter().take_while(is_part).count());
                (kind.join("-"), rest)
            }
            _ => return None,
        };
        let is_version = |word: &&&str| word.starts_with(|c: char| c.is_ascii_digit());
        let version = rest.first().filter(is_version).map(|version| (*version).to_owned());
        (!kind.is_empty()).then(|| Self { kind, version: version.unwrap_or_default() })
    }

    /// The licence that `address` leads to.
    fn at(address: &str) -> Option<Self> {
        let (_, rest) = address.split_once("://")?;
        let mut parts = rest.trim_start_matches("www.").split('/');
        (parts.next()? == HOST).then_some(())?;
        let (of, kind, version) = (parts.next()?, parts.next()?, parts.next()?);
        let kind = match (of, kind) {
            ("publicdomain", "zero") => "0".to_owned(),
            ("licenses", kind) => kind.to_uppercase(),
            _ => return None,
        };
        Some(Self { kind, version: version.to_owned() })
    }

    fn name(&self) -> String {
        match self.kind.as_str() {
            "0" => format!("CC0 {}", self.version),
            kind => format!("CC {kind} {}", self.version),
        }
    }

    /// Where its text is, in Swedish; `None` without a version.
    fn address(&self) -> Option<String> {
        let path = match self.kind.as_str() {
            "0" => "publicdomain/zero".to_owned(),
            kind => format!("licenses/{}", kind.to_lowercase()),
        };
        let version = Some(&self.version).filter(|version| !version.is_empty())?;
        Some(format!("https://{HOST}/{path}/{version}/deed.sv"))
    }
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
            ("CC BY 3.0", BY, "CC BY 4.0", "https://creativecommons.org/licenses/by/3.0/deed.sv"),
        ] {
            let expected =
                Fault::OtherLicence { name: name.to_owned(), led: led.to_owned(), fix: fix.to_owned() };
            assert_eq!(mismatch(name, address), Some(expected), "{name} {address}");
        }
    }
}

//! The schemes of addresses, such as `https`: which ones Kompass knows, and what
//! they ask for.

/// What an address asks for by its scheme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scheme {
    /// `http` or `https`: a page or file on the web.
    Web,
    /// `mailto`: a mail address.
    Mail,
    /// `tel`: a number to call.
    Telephone,
    /// `data`: the content is in the address itself.
    Data,
    /// `javascript`: a script in the address.
    Script,
    /// Anything else.
    Unknown,
}

/// What a mail address as a link begins with.
pub(crate) const MAILTO: &str = "mailto:";

impl Scheme {
    /// The scheme that `address` begins with, in any case; `None` for an
    /// address without one.
    pub(crate) fn of(address: &str) -> Option<Self> {
        let (name, _) = address.split_once(':')?;
        let rest = name.strip_prefix(|first: char| first.is_ascii_alphabetic())?;
        let is_name = rest.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte));
        is_name.then(|| match name.to_ascii_lowercase().as_str() {
            "http" | "https" => Self::Web,
            "mailto" => Self::Mail,
            "tel" => Self::Telephone,
            "data" => Self::Data,
            "javascript" => Self::Script,
            _ => Self::Unknown,
        })
    }
}

/// The scheme of a web address and what follows `://`; `None` for any other
/// address. Files have to write the scheme in small letters.
pub(crate) fn split_web_address(address: &str) -> Option<(&str, &str)> {
    address.split_once("://").filter(|(scheme, _)| matches!(*scheme, "http" | "https"))
}

#[cfg(test)]
mod tests {
    use super::Scheme::{Data, Mail, Script, Telephone, Unknown, Web};
    use super::*;

    #[test]
    fn schemes_are_read_in_any_case_and_only_where_an_address_begins_with_one() {
        let known = ["HTTP://a", "https:b", "MailTo:a@b", "tel:+46", "data:,", "javascript:x", "x+1.2-3:"];
        let expected = [Web, Web, Mail, Telephone, Data, Script, Unknown];
        assert_eq!(known.map(Scheme::of), expected.map(Some));
        for relative in ["", "a/b", "/a:b", "#a:b", "1a:b", ":b", "å:b"] {
            assert_eq!(Scheme::of(relative), None, "{relative}");
        }
    }

    #[test]
    fn a_web_address_names_its_scheme_in_small_letters() {
        assert_eq!(split_web_address("https://a.example/b"), Some(("https", "a.example/b")));
        for other in ["HTTPS://a.example", "https:a", "ftp://a", "a", "mailto:a@b"] {
            assert_eq!(split_web_address(other), None, "{other}");
        }
    }
}

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

/// Where `address` leads on the portal, if it is that of a preview, which only the computer that
/// serves it can reach.
pub(crate) fn own_computer(address: &str) -> Option<String> {
    let (_, rest) = split_web_address(address)?;
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    let name = host.rsplit_once(':').map_or(host, |(name, _)| name);
    matches!(name, "localhost" | "127.0.0.1" | "0.0.0.0" | "[::1]").then(|| format!("/{path}"))
}

/// What people write for the sign of a mail address, to hide it from machines.
const AT: [&str; 9] =
    ["(at)", "[at]", "(a)", "(snabel-a)", "[snabel-a]", "(snabela)", " at ", " snabel-a ", "＠"];

/// The mail address that `address` is meant to be, without its scheme: with its sign where a
/// word stands for it, and without spaces.
pub(crate) fn mail_meant(address: &str) -> Option<String> {
    let address = address.trim();
    let mail = address.strip_prefix(MAILTO).unwrap_or(address).to_lowercase();
    let sign = AT.into_iter().find(|sign| mail.contains(sign));
    let mail = sign.map_or(mail.clone(), |sign| mail.replacen(sign, "@", 1));
    let mail = mail.replace("(punkt)", ".").replace("(dot)", ".").replace(char::is_whitespace, "");
    let (name, domain) = mail.split_once('@')?;
    let is_domain = domain.contains('.') && !domain.contains(['@', '/', ':']);
    (is_domain && !name.is_empty() && !name.contains(['/', ':'])).then_some(mail)
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
    fn a_mail_address_is_understood_with_a_word_for_its_sign() {
        for written in
            ["a@b.example", "a(at)b.example", "mailto:A [at] b.example", "a at b.example", "a @b.example"]
        {
            assert_eq!(mail_meant(written).as_deref(), Some("a@b.example"), "{written}");
        }
        for other in ["", "/om/", "https://a@b.example/", "a", "a@b", "kontakt at kommunen"] {
            assert_eq!(mail_meant(other), None, "{other}");
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

//! Texts with places for arguments, in one language. The only module that names
//! fluent.
//!
//! Both what the portal says to its readers (the theme's texts) and what
//! Kompass says to its users (the report's) are Fluent files: plurals and
//! choices belong to the language, not to the code.

use std::fmt;
use std::ops::Range;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

/// A language in which Kompass speaks to those who use it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// What the municipalities and their association write.
    #[default]
    Swedish,
    /// What programmers everywhere read.
    English,
}

impl Language {
    /// Every language.
    pub const ALL: [Self; 2] = [Self::Swedish, Self::English];

    /// Its code of two letters.
    pub fn code(self) -> &'static str {
        match self {
            Self::Swedish => "sv",
            Self::English => "en",
        }
    }

    /// The language with this code.
    pub fn of(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }
}

/// The messages of one language.
pub struct Messages(FluentBundle<FluentResource>);

/// A file of messages that cannot be read.
#[derive(Debug, PartialEq, Eq)]
pub struct SyntaxError {
    /// The bytes of the file it is about.
    pub range: Range<usize>,
    /// What is wrong, in English.
    pub message: String,
}

/// An argument of a message.
#[derive(Clone, Copy, Debug)]
pub enum Argument<'a> {
    /// A text, put in as it is.
    Text(&'a str),
    /// A number, by which a text can choose a plural form.
    Count(u64),
}

impl From<usize> for Argument<'_> {
    fn from(count: usize) -> Self {
        Self::Count(count as u64)
    }
}

/// A message that does not exist or lacks an argument; says which.
#[derive(Debug, PartialEq, Eq)]
pub struct Incomplete(pub String);

impl fmt::Display for Incomplete {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Default for Messages {
    /// No messages at all.
    fn default() -> Self {
        Self(FluentBundle::new_concurrent(Vec::new()))
    }
}

impl Messages {
    /// Reads a file of messages in `language`, such as `sv`.
    ///
    /// # Errors
    /// All syntax errors of the file, and messages that stand twice.
    pub fn read(language: &str, text: &str) -> Result<Self, Vec<SyntaxError>> {
        if let Some(at) = too_deep(text) {
            let message = format!("more than {MAX_OPEN_BRACES} braces are open here");
            return Err(vec![SyntaxError { range: at..at + 1, message }]);
        }
        let resource = FluentResource::try_new(text.to_owned()).map_err(|(_, errors)| {
            errors
                .into_iter()
                .map(|it| SyntaxError { range: it.pos.clone(), message: it.kind.to_string() })
                .collect::<Vec<_>>()
        })?;
        let language: LanguageIdentifier = language.parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![language]);
        // Isolation marks would come out in attributes and in copied text.
        bundle.set_use_isolating(false);
        let twice =
            |error: &fluent_bundle::FluentError| SyntaxError { range: 0..0, message: error.to_string() };
        bundle.add_resource(resource).map_err(|errors| errors.iter().map(twice).collect::<Vec<_>>())?;
        Ok(Self(bundle))
    }

    /// Puts the messages of `text`, which [`Self::read`] can read, in the place of those with
    /// the same names.
    pub fn replace(&mut self, text: &str) {
        if let Ok(resource) = FluentResource::try_new(text.to_owned()) {
            self.0.add_resource_overriding(resource);
        }
    }

    /// Whether there is a message `id`, or an attribute `id.attribute`.
    pub fn contains(&self, id: &str) -> bool {
        self.pattern(id).is_some()
    }

    fn pattern(&self, id: &str) -> Option<&fluent_syntax::ast::Pattern<&str>> {
        match id.split_once('.') {
            Some((message, attribute)) => {
                Some(self.0.get_message(message)?.get_attribute(attribute)?.value())
            }
            None => self.0.get_message(id)?.value(),
        }
    }

    /// The message `id`, or the attribute `id.attribute`, with `arguments`.
    ///
    /// # Errors
    /// When it does not exist or names an argument that is not given.
    pub fn format<'a>(
        &self,
        id: &str,
        arguments: impl IntoIterator<Item = (&'a str, Argument<'a>)>,
    ) -> Result<String, Incomplete> {
        let pattern = self.pattern(id).ok_or_else(|| Incomplete(format!("there is no text `{id}`")))?;
        let arguments: FluentArgs<'_> =
            arguments.into_iter().map(|(name, argument)| (name, value(argument))).collect();
        let mut errors = Vec::new();
        let text = self.0.format_pattern(pattern, Some(&arguments), &mut errors).into_owned();
        match errors.first() {
            Some(error) => Err(Incomplete(format!("text `{id}`: {error}"))),
            None => Ok(text),
        }
    }
}

/// The names of the messages of `text`, each with its bytes: a line that does not begin with
/// a letter begins no message.
pub fn names(text: &str) -> impl Iterator<Item = (&str, Range<usize>)> {
    let mut start = 0;
    let lines = text.split_inclusive('\n').map(move |line| {
        start += line.len();
        (start - line.len(), line)
    });
    lines.filter(|(_, line)| line.starts_with(|c: char| c.is_ascii_alphabetic())).filter_map(
        |(start, line)| {
            let name = line.split_once('=')?.0.trim_end();
            Some((name, start..start + name.len()))
        },
    )
}

/// How many braces may be open at once: fluent's parser calls itself for each
/// and would exhaust the stack. Our own texts open three.
const MAX_OPEN_BRACES: usize = 16;

/// Where more than [`MAX_OPEN_BRACES`] braces are open.
fn too_deep(text: &str) -> Option<usize> {
    let mut open = 0_usize;
    text.bytes().enumerate().find_map(|(at, byte)| {
        match byte {
            b'{' => open += 1,
            b'}' => open = open.saturating_sub(1),
            _ => {}
        }
        (open > MAX_OPEN_BRACES).then_some(at)
    })
}

fn value(argument: Argument<'_>) -> FluentValue<'_> {
    match argument {
        Argument::Text(text) => FluentValue::from(text),
        Argument::Count(count) => FluentValue::from(count),
    }
}

impl fmt::Debug for Messages {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Messages")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plurals_follow_the_language() {
        let text = "n = { $n ->\n    [one] en kommun\n   *[other] { $shown } kommuner\n }\n    .x = y\n";
        let messages = Messages::read("sv", text).unwrap();
        let say =
            |n, shown| messages.format("n", [("n", Argument::Count(n)), ("shown", Argument::Text(shown))]);
        assert_eq!(say(1, "1").unwrap(), "en kommun");
        assert_eq!(say(14, "14").unwrap(), "14 kommuner");
        assert_eq!(messages.format("n.x", []).unwrap(), "y");
        assert!(messages.format("n", []).is_err());
        assert!(messages.format("m", []).is_err());
        assert!(!Messages::read("sv", "= x").unwrap_err().is_empty());
        assert!(!Messages::read("sv", "områden = x").unwrap_err().is_empty());
        let mut messages = messages;
        messages.replace("m = { $n } = två\n    = x\nn = alla\n");
        assert_eq!(messages.format("n", []).unwrap(), "alla");
        assert!(messages.format("n.x", []).is_err(), "a message is replaced as a whole");
        assert_eq!(
            names("# a = b\nm-1 = x\n    y = z\n\nn = å").collect::<Vec<_>>(),
            [("m-1", 8..11), ("n", 27..28)]
        );
        assert!(!Messages::read("sv", &format!("a = {}", "{ ".repeat(50_000))).unwrap_err().is_empty());
    }
}

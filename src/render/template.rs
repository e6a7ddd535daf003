//! Templates and interface texts of the theme. Alone names tera.

use std::sync::Arc;

use indexmap::IndexMap;
use serde::Serialize;
use tera::{Context, ErrorKind, Kwargs, State, Tera, Value};

use crate::diagnostic::{Diagnostic, Fault, Outcome, Place};
use crate::language;
use crate::load::{Text, Theme};
use crate::message::{self, Argument, Messages};
use crate::source::Span;

/// HTML made by Kompass: templates put it in as it is, without a filter, and
/// pages share it without a copy.
#[derive(Clone, Debug, Serialize)]
#[serde(transparent)]
pub struct Html(Value);

impl Html {
    /// `html`, which must be made by Kompass: templates do not escape it.
    pub fn new(html: &str) -> Self {
        Self(Value::safe_string(html))
    }
}

impl From<String> for Html {
    fn from(html: String) -> Self {
        Self::new(&html)
    }
}

/// A theme's templates, ready to render.
pub struct Templates<'t> {
    tera: Tera,
    messages: Arc<Messages>,
    theme: &'t Theme,
}

/// Reads the templates and interface texts of `theme`.
pub fn templates(theme: &Theme) -> Outcome<Templates<'_>> {
    let mut faults = Vec::new();
    let mut tera = Tera::new();
    let messages = Arc::new(messages(theme, &mut faults));
    register(&mut tera, Arc::clone(&messages), plain(theme, &messages));
    let sources = theme.templates.iter().map(|(name, text)| (name.as_str(), text.text.as_ref()));
    if let Err(error) = tera.add_raw_templates(sources) {
        faults.push(diagnostic(theme, &error));
    }
    Outcome::new(Templates { tera, messages, theme }, faults)
}

/// The texts of the theme that is extended first, single ones replaced by those after it.
fn messages(theme: &Theme, faults: &mut Vec<Diagnostic>) -> Messages {
    let mut all = Messages::default();
    for (at, text) in theme.texts.iter().enumerate() {
        let fault =
            |message, range| Diagnostic::new(Fault::InterfaceText { message }, Span::new(text.source, range));
        match Messages::read(&theme.language, &text.text) {
            Ok(messages) if at == 0 => all = messages,
            Ok(_) => {
                replace_nothing(theme, &all, text, faults);
                all.replace(&text.text);
            }
            Err(errors) => faults.extend(errors.into_iter().map(|it| fault(it.message, it.range))),
        }
    }
    all
}

/// Objects to texts in `text` that `base` lacks, and that no template asks for.
fn replace_nothing(theme: &Theme, base: &Messages, text: &Text, faults: &mut Vec<Diagnostic>) {
    let asked = |name: &str| theme.templates.values().any(|it| it.text.contains(&format!("\"{name}\"")));
    let idle = message::names(&text.text).filter(|(name, _)| !base.contains(name) && !asked(name));
    faults.extend(idle.map(|(name, range)| {
        let known = theme.texts.iter().flat_map(|it| message::names(&it.text)).map(|(known, _)| known);
        let nearest = language::nearest(name, known.filter(|known| base.contains(known)), 1).join("");
        let fault = Fault::ReplacesNothing { what: name.to_owned(), nearest };
        Diagnostic::new(fault, Span::new(text.source, range))
    }));
}

/// Texts by name.
type Plain = IndexMap<String, Value, ahash::RandomState>;

/// Those texts of `theme` that need no arguments. Pages have some dozens of them, the same
/// on every page, so they are made once.
fn plain(theme: &Theme, messages: &Messages) -> Plain {
    let names = theme.texts.iter().flat_map(|text| message::names(&text.text));
    let plain = names.filter_map(|(name, _)| {
        let text = messages.format(name, []).ok()?;
        Some((name.to_owned(), language::keep_together(text).into()))
    });
    plain.collect()
}

/// The filter `json` makes JSON of a text. The filter `together` keeps on one line what belongs
/// together in a text of the content, such as "2020 års utgåva", as `t` does for its own.
///
/// The filter `t`: `{{ "nav-home" | t }}` is the interface text of that name,
/// named arguments are the text's own. An argument that is a field which the view
/// does not have (any more) is as good as not given: a text that needs it is a
/// fault, and does not come out with a gap in it.
fn register(tera: &mut Tera, messages: Arc<Messages>, plain: Plain) {
    let text = move |id: &str, arguments: Kwargs, _: &State<'_>| -> tera::TeraResult<Value> {
        if let Some(text) = plain.get(id) {
            return Ok(text.clone());
        }
        let given = arguments.iter().filter(|(_, value)| !value.is_undefined());
        let given = given.filter_map(|(name, value)| Some((name.as_str()?, argument(value))));
        let text = messages.format(id, given).map_err(tera::Error::message)?;
        Ok(language::keep_together(text).into())
    };
    tera.register_filter("t", text);
    let together =
        |text: &str, _: Kwargs, _: &State<'_>| -> String { language::keep_together(text.to_owned()) };
    tera.register_filter("together", together);
    let json = |text: &str, _: Kwargs, _: &State<'_>| -> Value { Value::safe_string(&json(text)) };
    tera.register_filter("json", json);
}

/// `text` as JSON that may stand in a `script` of a page: with `<` escaped, none ends it early.
fn json(text: &str) -> String {
    serde_json::Value::from(text).to_string().replace('<', "\\u003c")
}

fn argument(value: &Value) -> Argument<'_> {
    match value.as_u64() {
        Some(count) => Argument::Count(count),
        None => Argument::Text(value.as_str().unwrap_or_default()),
    }
}

impl Templates<'_> {
    /// The page that the template `name` makes of `view`.
    ///
    /// # Errors
    /// When the template does not exist, or names a variable or a text that
    /// does not.
    pub fn render(&self, name: &str, view: &impl Serialize) -> Result<Vec<u8>, Box<Diagnostic>> {
        self.bytes(name, view, USUAL_PAGE).map_err(|error| Box::new(diagnostic(self.theme, &error)))
    }

    /// The part of a page that the template `name` makes of `view`; most such
    /// parts are no longer than `usual` bytes.
    ///
    /// # Errors
    /// As [`Self::render`].
    pub fn fragment(&self, name: &str, view: &impl Serialize, usual: usize) -> Result<Html, Box<Diagnostic>> {
        let html = self.bytes(name, view, usual).and_then(|bytes| Ok(Html::new(text(&bytes)?)));
        html.map_err(|error| Box::new(diagnostic(self.theme, &error)))
    }

    /// The interface text `id`, which takes no arguments; none if the theme lacks it.
    pub fn text(&self, id: &str) -> Option<String> {
        self.messages.format(id, []).ok()
    }

    fn bytes(&self, name: &str, view: &impl Serialize, usual: usize) -> tera::TeraResult<Vec<u8>> {
        let mut page = Vec::with_capacity(usual);
        self.tera.render_to(name, &Context::from_serialize(view)?, &mut page)?;
        page.shrink_to_fit();
        Ok(page)
    }
}

/// What tera wrote, which is text because it writes nothing else.
fn text(bytes: &[u8]) -> tera::TeraResult<&str> {
    simdutf8::basic::from_utf8(bytes).map_err(|error| tera::Error::message(error.to_string()))
}

/// Bytes that most pages fit in, so that few grow while they are written.
const USUAL_PAGE: usize = 1 << 17;

/// tera's words at the place they are about.
fn diagnostic(theme: &Theme, error: &tera::Error) -> Diagnostic {
    let (ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report)) = error.kind() else {
        return Diagnostic::new(
            Fault::Template { message: error.to_string() },
            Place::File("templates".to_owned()),
        );
    };
    let fault = Fault::Template { message: report.message().to_owned() };
    match theme.templates.get(report.filename()) {
        Some(text) => Diagnostic::new(fault, Span::new(text.source, report.span().range.clone())),
        None => Diagnostic::new(fault, Place::File(report.filename().to_owned())),
    }
}

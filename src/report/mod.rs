//! Faults as text for people: messages, the lines they are about, and hints.

use std::ops::Range;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use crate::diagnostic::{Diagnostic, Fault, Place, Severity};
use crate::disk::printable;
use crate::message::{Argument, Messages};
use crate::source::{Source, Sources, Span};

/// Every fault's words: message `<code with - for />`, with the attributes
/// `label` (at the place), `label-first` (where it stands first, of what stands
/// again), `hint` (how to mend it) and `hint-nearest` (the same when there is a
/// near miss to suggest).
const ENGLISH: &str = include_str!("en.ftl");

/// How a report looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// With colours, for a terminal.
    Coloured,
    /// Without: colour is never the only carrier.
    Plain,
}

/// Puts faults into words.
pub struct Report<'a> {
    sources: &'a Sources,
    words: Messages,
    renderer: Renderer,
}

impl<'a> Report<'a> {
    /// A report about `sources`.
    pub fn new(sources: &'a Sources, style: Style) -> Self {
        let renderer = match style {
            Style::Coloured => Renderer::styled(),
            Style::Plain => Renderer::plain(),
        };
        // If the words could not be read, faults would be reported by their codes.
        // A test makes sure that the words can be read.
        let words = Messages::read("en", ENGLISH).unwrap_or_default();
        Self { sources, words, renderer: renderer.decor_style(DecorStyle::Ascii) }
    }

    /// All of `faults`, sorted by file and place, each followed by an empty
    /// line.
    pub fn text(&self, faults: &[Diagnostic]) -> String {
        let mut sorted: Vec<_> = faults.iter().collect();
        sorted.sort_by_cached_key(|fault| self.sort_key(fault));
        sorted.into_iter().map(|fault| self.fault(fault) + "\n\n").collect()
    }

    fn sort_key(&self, fault: &Diagnostic) -> (String, usize, &'static str) {
        let (path, start) = match &fault.place {
            Place::Source(span) | Place::Again { place: span, .. } => {
                (self.sources.get(span.source).path.clone(), span.start)
            }
            Place::File(path) | Place::Page { path, .. } => (path.clone(), 0),
        };
        (path, start, fault.fault.code())
    }

    fn fault(&self, fault: &Diagnostic) -> String {
        let code = fault.fault.code();
        let level = match fault.fault.severity() {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
        };
        let title = self.words(&fault.fault, "").unwrap_or_else(|| code.to_owned());
        let label = self.words(&fault.fault, ".label");
        let group = level.primary_title(title).id(code);
        let group = match &fault.place {
            Place::Source(span) => group.element(self.snippet(*span, label)),
            Place::Again { place, first } => {
                let label_first = self.words(&fault.fault, ".label-first");
                let first = AnnotationKind::Context.span(self.range(*first)).label(label_first);
                group.element(self.snippet(*place, label).annotation(first))
            }
            Place::File(path) => group.element(Origin::path(printable(path))),
            Place::Page { path, element } => {
                group.element(Origin::path(printable(path))).element(Level::NOTE.message(element.as_str()))
            }
        };
        self.renderer.render(&[self.with_hint(group, &fault.fault)])
    }

    fn snippet(&self, span: Span, label: Option<String>) -> Snippet<'_, annotate_snippets::Annotation<'_>> {
        let Source { path, text } = self.sources.get(span.source);
        let annotation = AnnotationKind::Primary.span(self.range(span)).label(label);
        Snippet::source(text.as_ref()).path(printable(path)).annotation(annotation)
    }

    /// The bytes of `span`, widened to whole characters: parsers may report a
    /// place within one.
    fn range(&self, span: Span) -> Range<usize> {
        let text = &self.sources.get(span.source).text;
        let end = text.ceil_char_boundary(span.end);
        text.floor_char_boundary(span.start.min(end))..end
    }

    fn with_hint<'g>(&self, group: Group<'g>, fault: &Fault) -> Group<'g> {
        let has_nearest =
            fault.arguments().iter().any(|(name, value)| *name == "nearest" && !value.is_empty());
        let nearest = if has_nearest { self.words(fault, ".hint-nearest") } else { None };
        match nearest.or_else(|| self.words(fault, ".hint")) {
            Some(hint) => group.element(Level::HELP.with_name("hint").message(hint)),
            None => group,
        }
    }

    /// The message of a fault, or one of its attributes, if there is one.
    fn words(&self, fault: &Fault, attribute: &str) -> Option<String> {
        let id = format!("{}{attribute}", fault.code().replace('/', "-"));
        let arguments = fault.arguments().into_iter().map(|(name, value)| (name, Argument::Text(value)));
        self.words.format(&id, arguments).ok()
    }
}

//! Faults as text for people: messages, the lines they are about, and hints.

use std::collections::BTreeMap;
use std::ops::Range;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use crate::diagnostic::{Diagnostic, Fault, Place, Severity};
use crate::disk::printable;
use crate::message::{Argument, Language, Messages};
use crate::source::{Source, SourceId, Sources, Span};

/// Every fault's words: message `<code with - for />`, with the attributes
/// `label` (at the place), `label-first` (where it stands first, of what stands
/// again), `hint` (how to mend it) and better hints, each for what a fault knows besides:
/// `hint-fix` (the corrected line), `hint-above` (the heading above which the line belongs),
/// `hint-first` (where the same heading stands first), `hint-nearest` (a near miss) and
/// `hint-column` (the column where a row has shifted). Both files have the same messages, and a
/// test sees to it.
const SWEDISH: &str = include_str!("sv.ftl");
const ENGLISH: &str = include_str!("en.ftl");

/// How a report looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// With colours, for a terminal.
    Coloured,
    /// Without: colour is never the only carrier.
    Plain,
}

/// A fault as data, for machines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Its code, such as `toml/syntax`.
    pub code: &'static str,
    /// Whether it keeps the site from being published.
    pub is_error: bool,
    /// What is wrong.
    pub message: String,
    /// How to mend it.
    pub hint: String,
    /// The file below the project, or the page below the output.
    pub file: String,
    /// The line from 1; none where a whole file is concerned.
    pub line: Option<usize>,
    /// The column in characters from 1.
    pub column: Option<usize>,
}

/// The faults of one evaluation, or of one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FaultGroup {
    /// The folder of the evaluation or the path of the file.
    pub name: String,
    /// How many faults keep the site from being published.
    pub errors: usize,
    /// How many do not.
    pub warnings: usize,
    /// All of them in words.
    pub text: String,
}

/// Where the folders of evaluations lie.
const EVALUATIONS: &str = "content/evaluations/";

/// The folder of the evaluation that `path` belongs to, or `path` itself.
fn group(path: &str) -> String {
    let parts = path.strip_prefix(EVALUATIONS).map(|below| below.split('/').collect::<Vec<_>>());
    match parts.as_deref() {
        Some([slug, year, _, ..]) => format!("{EVALUATIONS}{slug}/{year}"),
        _ => path.to_owned(),
    }
}

/// Lines and columns of places that are asked for in order, each text being read once.
#[derive(Default)]
struct Places {
    source: Option<SourceId>,
    /// Up to where the text has been read, in bytes; the line that is there, from 1, and where
    /// it begins.
    at: usize,
    line: usize,
    start: usize,
}

impl Places {
    /// Line and column, both from 1, of byte `at` of `text`.
    fn find(&mut self, source: SourceId, text: &str, at: usize) -> (usize, usize) {
        if self.source != Some(source) || at < self.at {
            *self = Self { source: Some(source), at: 0, line: 1, start: 0 };
        }
        for (end, _) in text.get(self.at..at).unwrap_or_default().match_indices('\n') {
            self.line += 1;
            self.start = self.at + end + 1;
        }
        self.at = at;
        (self.line, text.get(self.start..at).unwrap_or_default().chars().count() + 1)
    }
}

/// Faults that mostly come in rows, since what somebody does to one line they do to all.
const OFTEN: [&str; 9] = [
    "toml/syntax",
    "csv/row",
    "content/unreadable-number",
    "register/bad-code",
    "narrative/heading-marks",
    "markdown/indented",
    "markdown/table-row",
    "markdown/tabbed-table",
    "markdown/parted-word",
];

/// How many faults of one kind are shown of one file where there are more than [`FEW`] or [`MANY`].
const SHOWN: usize = 3;

/// So many are shown whole.
const FEW: usize = 5;

/// So many of any kind are shown whole: each is put into words with its lines, which takes the longer
/// the longer the file is.
const MANY: usize = 100;

/// What makes faults of one code alike: the mistake, where their messages tell mistakes apart.
fn mistake(fault: &Fault) -> &str {
    let arguments = fault.arguments();
    arguments.into_iter().find(|(name, _)| matches!(*name, "kind" | "why")).map_or("", |(_, value)| value)
}

/// Numbers in ascending order as people write them: `3, 5–9, 12`.
fn ranges(numbers: impl Iterator<Item = usize>) -> String {
    let mut ranges: Vec<(usize, usize)> = Vec::new();
    for number in numbers {
        match ranges.last_mut().filter(|(_, last)| number <= *last + 1) {
            Some((_, last)) => *last = number,
            None => ranges.push((number, number)),
        }
    }
    let range = |(first, last): &(usize, usize)| {
        if first == last { first.to_string() } else { format!("{first}–{last}") }
    };
    ranges.iter().map(range).collect::<Vec<_>>().join(", ")
}

/// Puts faults into words.
pub struct Report<'a> {
    sources: &'a Sources,
    words: Messages,
    renderer: Renderer,
}

impl<'a> Report<'a> {
    /// A report about `sources`.
    pub fn new(sources: &'a Sources, style: Style, language: Language) -> Self {
        let renderer = match style {
            Style::Coloured => Renderer::styled(),
            Style::Plain => Renderer::plain(),
        };
        // If the words could not be read, faults would be reported by their codes.
        // A test makes sure that the words can be read.
        let text = match language {
            Language::Swedish => SWEDISH,
            Language::English => ENGLISH,
        };
        let words = Messages::read(language.code(), text).unwrap_or_default();
        Self { sources, words, renderer: renderer.decor_style(DecorStyle::Ascii) }
    }

    /// All of `faults`, sorted by file and place, each followed by an empty
    /// line. Of many alike in one file only the first are shown, followed by the lines of the
    /// others: they are mended like the first.
    pub fn text(&self, faults: &[Diagnostic]) -> String {
        let mut sorted: Vec<_> = faults.iter().map(|fault| (self.sort_key(fault), fault)).collect();
        sorted.sort_by(|(one, _), (other, _)| one.cmp(other));
        let mut alike = BTreeMap::<_, Vec<_>>::new();
        for ((file, _, code), fault) in &sorted {
            alike.entry((file, code, mistake(&fault.fault))).or_default().push(*fault);
        }
        alike.retain(|(_, code, _), faults| faults.len() > if OFTEN.contains(code) { FEW } else { MANY });
        let mut text = String::new();
        let mut shown = BTreeMap::new();
        for ((file, _, code), fault) in &sorted {
            let kind = (file, code, mistake(&fault.fault));
            let count: &mut usize = shown.entry(kind).or_default();
            match alike.get(&kind).and_then(|all| all.get(SHOWN..)) {
                Some(rest) if *count == SHOWN => text += &(self.more(file, code, rest) + "\n\n"),
                Some(_) if *count > SHOWN => {}
                _ => text += &(self.fault(fault) + "\n\n"),
            }
            *count += 1;
        }
        text
    }

    /// In which lines there are more of a kind.
    fn more(&self, file: &str, code: &str, faults: &[&Diagnostic]) -> String {
        let mut places = Places::default();
        let lines = faults.iter().filter_map(|fault| self.line_and_column(fault, &mut places));
        let lines = ranges(lines.map(|(line, _)| line));
        let (file, count) = (printable(file), faults.len().to_string());
        let arguments =
            [("count", count.as_str()), ("code", code), ("file", file.as_ref()), ("lines", lines.as_str())];
        let arguments = arguments.map(|(name, value)| (name, Argument::Text(value)));
        self.words.format("more", arguments).unwrap_or_else(|_| "more".to_owned())
    }

    /// Where a fault stands in its file; `None` where it concerns a whole file.
    fn line_and_column(&self, fault: &Diagnostic, places: &mut Places) -> Option<(usize, usize)> {
        match &fault.place {
            Place::Source(span) | Place::Again { place: span, .. } => {
                let text = &self.sources.get(span.source).text;
                Some(places.find(span.source, text, self.range(*span).start))
            }
            Place::File(_) | Place::Page { .. } => None,
        }
    }

    /// All of `faults` as data, in the order of [`Self::text`].
    pub fn items(&self, faults: &[Diagnostic]) -> Vec<Item> {
        let mut sorted: Vec<_> = faults.iter().collect();
        sorted.sort_by_cached_key(|fault| self.sort_key(fault));
        let mut places = Places::default();
        sorted.into_iter().map(|fault| self.item(fault, &mut places)).collect()
    }

    fn item(&self, fault: &Diagnostic, places: &mut Places) -> Item {
        let code = fault.fault.code();
        let (file, ..) = self.sort_key(fault);
        let place = self.line_and_column(fault, places);
        Item {
            code,
            is_error: fault.is_error(),
            message: self.words(&fault.fault, "").unwrap_or_else(|| code.to_owned()),
            hint: self.hint(&fault.fault).unwrap_or_default(),
            file: printable(&file),
            line: place.map(|(line, _)| line),
            column: place.map(|(_, column)| column),
        }
    }

    /// `faults` by the folder of their evaluation, or by file where they concern none. Groups
    /// with errors come first, and among these what others build on: settings, editions and
    /// registers before evaluations.
    pub fn groups(&self, faults: &[Diagnostic]) -> Vec<FaultGroup> {
        let mut groups = BTreeMap::<_, Vec<_>>::new();
        for fault in faults {
            groups.entry(group(&self.sort_key(fault).0)).or_default().push(fault.clone());
        }
        let mut groups: Vec<_> =
            groups.into_iter().map(|(name, faults)| self.group(&name, &faults)).collect();
        groups.sort_by_key(|group| (group.errors == 0, group.name.starts_with(EVALUATIONS)));
        groups
    }

    fn group(&self, name: &str, faults: &[Diagnostic]) -> FaultGroup {
        let errors = faults.iter().filter(|fault| fault.is_error()).count();
        let text = self.text(faults);
        FaultGroup { name: printable(name), errors, warnings: faults.len() - errors, text }
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
            Severity::Error => Level::ERROR.with_name(self.word("error")),
            Severity::Warning => Level::WARNING.with_name(self.word("warning")),
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
            Place::Page { path, element } => group
                .element(Origin::path(printable(path)))
                .element(Level::NOTE.with_name(self.word("note")).message(element.as_str())),
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
        match self.hint(fault) {
            Some(hint) => group.element(Level::HELP.with_name(self.word("hint")).message(hint)),
            None => group,
        }
    }

    /// How to mend a fault: by the best that it knows, else in general.
    fn hint(&self, fault: &Fault) -> Option<String> {
        let arguments = fault.arguments();
        let has = |wanted: &str| arguments.iter().any(|(name, value)| *name == wanted && !value.is_empty());
        let better = [
            ("fix", ".hint-fix"),
            ("above", ".hint-above"),
            ("first", ".hint-first"),
            ("nearest", ".hint-nearest"),
            ("column", ".hint-column"),
        ];
        let mut better = better.into_iter().filter(|(argument, _)| has(argument));
        let better = better.find_map(|(_, attribute)| self.words(fault, attribute));
        better.or_else(|| self.words(fault, ".hint"))
    }

    /// A word that is no fault's, such as the name of a level.
    fn word(&self, id: &str) -> String {
        self.words.format(id, []).unwrap_or_else(|_| id.to_owned())
    }

    /// The message of a fault, or one of its attributes, if there is one.
    fn words(&self, fault: &Fault, attribute: &str) -> Option<String> {
        let id = format!("{}{attribute}", fault.code().replace('/', "-"));
        let arguments = fault.arguments().into_iter().map(|(name, value)| (name, Argument::Text(value)));
        self.words.format(&id, arguments).ok()
    }
}

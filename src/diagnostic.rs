//! Faults as data: what is wrong, with which arguments, where.
//!
//! No words here: the report module has a text for every code. A stage returns
//! an [`Outcome`], its value together with all the faults it met, so one run
//! shows everything there is to mend (rule W1).

use std::convert::Infallible;

use crate::source::Span;

/// How serious a fault is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The site is not published.
    Error,
    /// The site is published, and the fault is only reported.
    Warning,
}

/// Where a fault lies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// In an input text.
    Source(Span),
    /// In an input text, where something stands that may stand there once only.
    Again {
        /// Where it is too many.
        place: Span,
        /// Where it stands first, in the same text.
        first: Span,
    },
    /// In a file that could not be read as text or does not exist; its path
    /// below the project folder.
    File(String),
    /// In a finished page.
    Page {
        /// The page's path in the output.
        path: String,
        /// The element, as it begins in the page.
        element: String,
    },
}

impl From<Span> for Place {
    fn from(span: Span) -> Self {
        Self::Source(span)
    }
}

/// One fault at one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// What is wrong.
    pub fault: Fault,
    /// Where.
    pub place: Place,
}

impl Diagnostic {
    /// `fault` at `place`.
    pub fn new(fault: Fault, place: impl Into<Place>) -> Self {
        Self { fault, place: place.into() }
    }

    /// Whether this fault keeps the site from being published.
    pub fn is_error(&self) -> bool {
        self.fault.severity() == Severity::Error
    }
}

/// A stage's value, absent when it could not be built, and its faults.
#[derive(Clone, Debug)]
#[must_use]
pub struct Outcome<T> {
    /// The value; `None` only when at least one fault is an error.
    pub value: Option<T>,
    /// All faults met on the way, in no particular order.
    pub faults: Vec<Diagnostic>,
}

impl<T> Outcome<T> {
    /// `value` when none of `faults` is an error, nothing otherwise.
    pub fn new(value: T, faults: Vec<Diagnostic>) -> Self {
        let value = (!faults.iter().any(Diagnostic::is_error)).then_some(value);
        Self { value, faults }
    }

    /// Runs the next stage on the value, if there is one, so that the faults of both
    /// are found in one run. The result has no value when one of the two has met an
    /// error.
    pub fn and_then<U>(self, next: impl FnOnce(T) -> Outcome<U>) -> Outcome<U> {
        let Ok(outcome) = self.try_and_then(|value| Ok::<_, Infallible>(next(value)));
        outcome
    }

    /// The same for a stage that can also fail because of the environment, such as the
    /// file system.
    ///
    /// # Errors
    /// Those of `next`; the faults are lost then.
    pub fn try_and_then<U, E>(
        mut self,
        next: impl FnOnce(T) -> Result<Outcome<U>, E>,
    ) -> Result<Outcome<U>, E> {
        let next = self.value.map(next).transpose()?;
        let value = next.and_then(|next| next.collect(&mut self.faults));
        Ok(Outcome {
            value: value.filter(|_| !self.faults.iter().any(Diagnostic::is_error)),
            faults: self.faults,
        })
    }

    /// Hands the faults over to `sink` and keeps the value.
    pub fn collect(self, sink: &mut Vec<Diagnostic>) -> Option<T> {
        sink.extend(self.faults);
        self.value
    }
}

/// Declares [`Fault`] together with its codes, severities and message arguments, so
/// that none of them can be forgotten.
macro_rules! faults {
    ($($(#[$doc:meta])+ $name:ident { $($argument:ident),* } $severity:ident $code:literal;)+) => {
        /// Everything that can be wrong with a project. Arguments are plain
        /// text, ready to be put into the message of the fault's code.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum Fault {
            $($(#[$doc])+ $name {
                $(#[doc = concat!("The message's `", stringify!($argument), "`.")] $argument: String),*
            }),+
        }

        impl Fault {
            /// Every code there is, in the order of the documentation.
            pub const CODES: &[&str] = &[$($code),+];

            /// The stable name of this kind of fault, such as
            /// `record/unknown-sub-area`.
            pub fn code(&self) -> &'static str {
                match self { $(Self::$name { .. } => $code),+ }
            }

            /// Whether it stops publication.
            pub fn severity(&self) -> Severity {
                match self { $(Self::$name { .. } => Severity::$severity),+ }
            }

            /// The message's arguments by name.
            pub fn arguments(&self) -> Vec<(&'static str, &str)> {
                match self {
                    $(Self::$name { $($argument),* } => vec![$((stringify!($argument), $argument.as_str())),*]),+
                }
            }
        }
    };
}

impl Fault {
    /// A file that nothing refers to, and of which nothing says what it was meant to be.
    pub fn unused() -> Self {
        Self::UnusedFile { nearest: String::new(), form: String::new() }
    }
}

faults! {
    /// A file is not UTF-8: `encoding` is `windows-1252`, `excel` (the same, of a table that
    /// Excel has saved anew), `utf-16` or `other`, `found` the word at the place as the first
    /// two of these have it.
    NotUtf8 { encoding, found } Error "file/not-utf8";
    /// A file of another kind than its name says: `kind` is `rich-text`, `web-page`, `word`,
    /// `sheet`, `office` (of before 2007), `pdf`, `picture` or `zip`.
    NotText { kind } Error "file/not-text";
    /// A file exceeds the size limit.
    TooLarge { size, limit } Error "file/too-large";
    /// A file that must exist does not; `nearest` is one beside it whose name is nearly its own.
    MissingFile { name, nearest } Error "file/missing";
    /// A file nothing refers to (W2); `nearest` is the name that it was most likely meant to
    /// have, and `form` what has to be done for that (`format::narrative::Misnamed`); or `copy` if it
    /// is a copy of that file, and `report`, with its own name, if the record beside it names none.
    UnusedFile { nearest, form } Error "file/unused";
    /// A link that is not followed (D3): `why` is `outside`, `nowhere` or `circle`.
    Link { why } Error "file/link";
    /// A device, a pipe or a socket (D3).
    SpecialFile {} Error "file/special";
    /// A control character, or a code that is no character (D4).
    ControlCharacter { code } Error "file/control-character";

    /// Not TOML: `kind` is the mistake (`load::mistake`), `fix` the line put right, if that can
    /// be done, `message` what the parser says.
    TomlSyntax { kind, fix, message } Error "toml/syntax";
    /// A key or table is given twice; `first` is the line of the first heading, if it is a table,
    /// and `line` that of the first entry, if it is a key.
    DuplicateKey { key, first, line } Error "toml/duplicate-key";
    /// A key the format does not know (W2), or not where it stands: `why` is `unknown` or
    /// `misplaced`. `above` is the first heading of the file, if the key is known before that.
    UnknownKey { key, nearest, known, above, why } Error "toml/unknown-key";
    /// A required key is absent; `within` is `braces` where the others stand in `{ }` in one
    /// line, else `lines`.
    MissingKey { key, within } Error "toml/missing-key";
    /// A value has the wrong type or is not one of the words allowed. `found` is `text`,
    /// `number`, `large` (a number that is too large), `truth`, `date`, `list`, `table`, `key` (a
    /// number as key that is no text) or `word`, `value` how it is written; `expected` is `text`, `list`, `table`, `truth`,
    /// `date`, `number`, `number-255`, `number-65535`, `word` or `other`; `known` is the words, or the
    /// name of a choice that messages explain, the type of a table, or what the reader says of
    /// others; `fix` is the line put right, if that can be done.
    WrongValue { found, value, expected, known, fix } Error "toml/wrong-value";
    /// `format` names a version this Kompass does not read.
    UnsupportedFormat { found } Error "toml/unsupported-format";

    /// A row of a CSV file cannot be read: `why` is `fewer` or `more` (it has `found` fields
    /// instead of `expected`) or `other` (`message` is what the reader says). `column` is where
    /// the row has shifted, if that can be told: the first column whose values are numbers in
    /// all other rows and no number here, or the other way round.
    CsvRow { why, found, expected, message, column } Error "csv/row";
    /// The head of a CSV file lacks columns, or has others; `separator` is `semicolon` or `tab`
    /// where one parts the names instead of a comma, `unknown` where `column` is none of `known`,
    /// else `comma`, and `column` is missing.
    CsvHeader { column, separator, known } Error "csv/header";

    /// The site names a theme that does not exist.
    UnknownTheme { theme, nearest, known } Error "site/unknown-theme";
    /// The accessibility statement was assessed more than a year ago.
    AssessmentOld { date } Warning "site/assessment-old";
    /// A status of the accessibility statement that what falls short contradicts: `given` is
    /// `some` or `none`.
    StatementStatus { given } Error "site/accessibility-status";
    /// A theme extends itself, through others or at once.
    ThemeCircle { themes } Error "site/theme-circle";
    /// A logo that cannot be shown: `why` is `missing`, `kind` or `size`.
    Logo { found, why, nearest } Error "site/logo";
    /// The name of a font with other characters than names have.
    FontName { found } Error "site/font";
    /// Something that is no opaque colour.
    Colour { found } Error "site/colour";
    /// A colour that stands out too little from a surface of the theme, which is named with
    /// its own colour; `scheme` is `light` or `dark`, `nearest` the most similar that does.
    Contrast { scheme, found, ratio, surface, nearest } Error "site/contrast";
    /// The base address is no absolute web address.
    BaseAddress { found } Error "site/base-address";
    /// The language of an introduction: `why` is `form` if it is written otherwise than `lang`
    /// has it, `own` if it is that of the portal, `twice` if another one has it.
    IntroductionLanguage { found, why } Error "site/language";
    /// A text's review date has passed.
    ReviewOverdue { what, date } Warning "site/review-overdue";

    /// An edition's id is not its file's name.
    EditionFileName { id, file } Error "edition/file-name";
    /// Areas or sub-areas are not numbered 1, 2, 3 … without gaps.
    EditionNumber { found, expected } Error "edition/number";
    /// The maxima of an area's sub-areas, `parts`, do not add up to its own.
    MaximaSum { area, sum, expected, parts } Error "edition/maxima-sum";
    /// A short name of an area that is empty, or too long to be one; both in characters.
    ShortName { length, most } Error "edition/short-name";
    /// A successor that is no area of the succeeding edition; `found` is
    /// `none` when there is no successor.
    UnknownSuccessor { found, edition } Error "edition/unknown-successor";
    /// Not exactly one edition is the current one; `current` is `none` when none is. Where there are
    /// two, `fix` is the line that the older one lacks, in `file`.
    CurrentEdition { current, file, fix } Error "edition/current";
    /// An area of the current edition has no address (`slug` is `none`), or
    /// another one has.
    AreaSlug { area, slug, edition } Error "edition/area-slug";

    /// A kommunkod is not four digits; `fix` is the code with the zero that it has lost in front.
    BadCode { found, fix } Error "register/bad-code";
    /// A kommunkod stands twice.
    DuplicateCode { code, other } Error "register/duplicate-code";
    /// A slug has other characters than a–z, 0–9 and hyphen (L3); `of` is `page` if it is the
    /// name of its file, else `field`, and `fix` a slug that reads like it; or `copy` if it is that
    /// of a copy of the page `fix`.
    BadSlug { found, of, fix } Error "register/bad-slug";
    /// Two things claim the same address (L3).
    SlugCollision { slug, other } Error "register/slug-collision";
    /// A municipality's group is not in the list of groups, which are `known` with their names;
    /// `nearest` is the one with a name like it, and `code` its code.
    UnknownGroup { found, known, nearest, code } Error "register/unknown-group";

    /// A shape of a municipality that is not in the register.
    UnknownShape { found } Error "shape/unknown-code";
    /// Municipalities without a shape, though there are shapes.
    MissingShape { municipalities } Error "shape/missing-code";
    /// A path that is written otherwise than shapes are; `expected` is `M`, `l`, `z`,
    /// `number` or `points`.
    BrokenPath { expected } Error "shape/broken-path";
    /// A point outside the map.
    ShapeOutOfRange { limit } Error "shape/out-of-range";

    /// Something that is not a number, or a negative number; `letter` is the first letter in it
    /// that looks like a digit, and `fix` the number with digits instead, if that is the matter.
    UnreadableNumber { found, letter, fix } Error "content/unreadable-number";
    /// A text that has to be there, and is empty.
    EmptyText {} Error "content/empty";
    /// A text of a new portal that still says `what` to write in its place.
    Placeholder { what } Warning "content/placeholder";
    /// Something that is not a date. `why` is `day` if it is written like one, but the month,
    /// `month` (its name in English if it has less than 31 days, else its number), has only
    /// `days` days, `month` if there is no such month, else `form`.
    UnreadableDate { found, expected, why, month, days } Error "content/unreadable-date";
    /// Something that is told to have happened after the day of the build.
    FutureDate { found, today } Error "content/future-date";
    /// A number outside its range; `what` is `year`, `month`, `ordinal`, `earlier` or `as-of`.
    OutOfRange { what, found, range } Error "content/out-of-range";
    /// The edition has no file in `content/editions/`.
    UnknownEdition { found, known } Error "content/unknown-edition";
    /// A name or code that no municipality has. `why` is `name` (then `nearest` are names like it),
    /// `zero` (a code that has lost its first: `code` is the whole, `nearest` whose it is) or
    /// `several` (where one is to stand: `nearest` is the first, `others` the rest).
    UnknownMunicipality { found, why, nearest, others, code } Error "content/unknown-municipality";
    /// A correction of an evaluation that is not in the portal.
    UnknownEvaluation { municipality, year } Error "content/unknown-evaluation";
    /// A correction of an evaluation that is a draft: it would tell what the draft says.
    DraftCorrected { municipality, year } Error "content/draft-corrected";
    /// A correction that says in two ways what it is about, or in none: `given` is `both` or
    /// `neither`.
    CorrectionSubject { given } Error "content/correction-subject";
    /// A correction of a score that its edition does not have.
    UnknownScore { found, edition, areas, sub_areas } Error "content/unknown-score";
    /// A corrected score that is neither a number nor the kind of its absence.
    CorrectionScore { found } Error "content/correction-score";
    /// A correction whose old value is its new one.
    CorrectionSame { value } Error "content/correction-same";
    /// A correction that does not begin with what the one before it has made of the score,
    /// on the day `date`.
    CorrectionGap { score, old, new, date } Error "content/correction-gap";
    /// The last correction of a score makes something else of it than the record in `file` says.
    CorrectionRecord { score, new, record, file } Error "content/correction-record";
    /// A licence called `name`, whose address leads to another one, `led`; `fix` is the address
    /// that would lead to it, if that is known.
    OtherLicence { name, led, fix } Error "content/licence";
    /// An area its edition does not have.
    UnknownArea { found, edition, known } Error "content/unknown-area";

    /// A record lies in another municipality's or year's folder; `taken` says (`yes`, `no`)
    /// whether a record lies in the expected one as well, or that the folder has the
    /// municipality's name in other letters (`respelt`, `beside` if the right one is there too), or
    /// a name that is no year (`year`).
    /// `meant` is what it would be about by its folder, and `fix` the line that would say so.
    FolderMismatch { folder, expected, taken, meant, fix } Error "record/folder";
    /// The figures of a record, `count` of which do not fit its edition, fit the edition
    /// `fitting`.
    MisfittingEdition { edition, fitting, count } Error "record/misfitting-edition";
    /// A sub-area its edition does not have.
    UnknownSubArea { found, edition, known } Error "record/unknown-sub-area";
    /// A sub-area, called `name`, of another area, which is `own`; `known` are those of `area`.
    SubAreaElsewhere { sub_area, name, area, own, known } Error "record/sub-area-elsewhere";
    /// More points than the maximum; `what` and `number` name the value
    /// (`validate::quantity`).
    PointsAboveMaximum { what, number, found, maximum } Error "record/points-above-maximum";
    /// Points and percentages of sub-areas that stand in each other's place; `points` and `percent`
    /// are their lines as they would be right. `form` is `all`, `few`, or `many`, of which only the
    /// first are told.
    SwappedColumns { sub_areas, points, percent, form } Error "record/swapped-columns";
    /// An absent value without a kind (P4); `key` declares it in the table of those missing, which
    /// is there already (`has_table` is `yes`) or not (`no`). The place is the line of `after`, behind
    /// which it would stand, or, if that is `none`, the table of all scores.
    UndeclaredMissing { what, number, key, after, has_table } Error "record/undeclared-missing";
    /// A value both given and declared missing.
    MissingAndGiven { what, number } Error "record/missing-and-given";
    /// A name that no narrative can have.
    UnknownNarrative { name, known } Error "record/unknown-narrative";
    /// A narrative the record names does not exist; `found` is the file beside it that was most
    /// likely meant to be it, and `form` what has to be done with that
    /// (`format::narrative::Misnamed`), or `none`.
    MissingNarrative { name, path, form, found } Error "record/missing-narrative";
    /// Narratives (`names`) that lie beside a record which does not name them, or which names none
    /// at all (`list` is `none`, else `some`); `fix` is the list with them, and `texts` says whether
    /// the record says whose words they are (`some`) or not (`none`).
    UnlistedNarrative { names, list, fix, texts } Error "record/unlisted-narrative";
    /// A report the record names does not exist; `nearest` is a file that nothing uses: of that name
    /// in another folder (`form` is `folder`), or of a name like it beside the record (`name`).
    MissingReport { name, path, nearest, form } Error "record/missing-report";
    /// A file name that cannot stand in an address.
    BadFileName { found } Error "record/bad-file-name";
    /// An id that cannot be an anchor.
    BadId { found } Error "record/bad-id";
    /// A record that has been withdrawn without saying why (P12): `found` is what stands there
    /// instead, a mere yes or no, or `none`.
    NoReason { found } Error "record/no-reason";
    /// A record that was to be published (`day`) before the evaluation was made (`made`, a year or
    /// a month).
    PublishedBefore { day, made } Error "record/published-before";
    /// A record whose number in order, `ordinal`, does not follow that of an earlier evaluation of
    /// the municipality, which is `earlier` in the year `year`.
    OrdinalOrder { ordinal, earlier, year } Warning "record/ordinal";
    /// A record is no draft, though something in its folder is left to look at: `what` is
    /// `remarks`, `proposals`, `summaries` or `texts`, `found` how many or their names.
    StillOpen { what, found, folder } Warning "record/still-open";
    /// Figures of a record that is no draft have not been filled in; stands at the first.
    BlankScores { count } Error "record/blank";
    /// A summary of a good example or referral that is no short plain paragraph: `why` is
    /// `empty`, `lines`, `markup` or `long`; `found` are the marks, or how many characters.
    LessonSummary { why, found, most } Error "record/summary";
    /// Two good examples of one record share an id.
    DuplicateExample { id } Error "record/duplicate-example";
    /// A report names its own municipality as another one to learn from.
    SelfReferral { municipality } Error "record/self-referral";
    /// An edition that was concluded without saying from what, or one that the source
    /// names with something that it was concluded from.
    EditionGround { basis } Error "record/edition-ground";
    /// Texts of which nothing says whose words they are, or that said without texts.
    WhoseTexts { has_texts } Error "record/texts";
    /// A licence of texts that are not there (P10).
    LicenceOfNoTexts {} Error "record/texts-licence";

    /// An entry of a set of synonyms that nobody can search for: `what` is
    /// `empty`, `letter` (it has none), `comma` (several in one, which are those of `fix` apart),
    /// `words` (too many) or `case`.
    BadEntry { what, found, fix } Error "synonym/bad-entry";
    /// A set of synonyms without words on one side; `list` is the key.
    EmptyList { list } Error "synonym/empty-list";
    /// A word that stands twice in one set of synonyms (`within` is `set`), or
    /// an everyday word of two sets (`sets`).
    DuplicateEntry { entry, within } Error "synonym/duplicate-entry";

    /// An area's box and its table row differ at the same precision.
    AreaBoxDiffers { area, printed, table } Warning "printed/area-box";
    /// An area's table row differs from its box, to which its sub-areas add up.
    AreaRowDiffers { area, printed, table } Warning "printed/area-row";
    /// A percentage its points cannot round to.
    PercentOutside { sub_area, percent, points, maximum } Warning "printed/percentage";
    /// An area value its sub-areas cannot add up to.
    AreaSumOutside { area, value, sum } Warning "printed/area-sum";
    /// A stated total its areas cannot add up to; `form` is `noughts` where they are all 0, else
    /// `other`.
    TotalSumOutside { total, sum, form } Warning "printed/total-sum";
    /// A report dated before the evaluation it reports.
    CoverBeforeEvaluation { cover, evaluation } Warning "printed/cover-date";

    /// A heading that names neither a sub-area nor a list.
    UnknownHeading { heading, known, letter, code, fix } Error "narrative/unknown-heading";
    /// Headings of another area, `own`, in the narrative of `area`, and none of its own.
    OtherArea { area, own } Error "narrative/other-area";
    /// A line, `found`, that would be a heading of a narrative if it had its marks, as in `fix`.
    HeadingMarks { found, fix } Error "narrative/heading-marks";
    /// A heading that stands twice in a narrative.
    DuplicateHeading { heading } Error "narrative/duplicate-heading";
    /// Something other than a list under the heading of a list.
    ListExpected { heading } Error "narrative/list-expected";
    /// A heading level is skipped, or a second title stands in the text (F1). `form` is `note` where
    /// it reads like a note to oneself, such as a TOML file can have behind a `#`, else `heading`.
    HeadingLevel { found, expected, form } Error "markdown/heading-level";
    /// A line that was meant as a heading but lacks a plain space after `#`.
    HeadingSpace { found } Error "markdown/heading-space";
    /// A paragraph that is code, because it begins with a tab or four spaces.
    IndentedCode {} Error "markdown/indented";
    /// A row of a table with more cells than the table has columns: `lost` is what nobody sees.
    TableRow { lost } Error "markdown/table-row";
    /// Rows with tabs between their cells, as a spreadsheet gives them, which are no table; `fix` is
    /// the first of them as one.
    TabbedTable { fix } Error "markdown/tabbed-table";
    /// A word that the end of a line has parted, as in a PDF: `fix` is the whole.
    PartedWord { found, fix } Warning "markdown/parted-word";
    /// Raw HTML in a paragraph, shown as text (W3). `bold` and `italic` are the words so marked as
    /// Markdown writes them, `breaks` is `some` where lines are broken, `others` are the other
    /// tags; each is `none` where there are none.
    RawHtml { bold, italic, breaks, others } Warning "markdown/raw-html";
    /// A link to a page that does not exist.
    BrokenLink { target, nearest } Error "markdown/broken-link";
    /// A link to a place that does not exist on its page.
    BrokenAnchor { anchor, page, nearest } Error "markdown/broken-anchor";
    /// A link from what is published to what only a draft has.
    DraftLink { target } Error "markdown/draft-link";
    /// A link that is neither http, https, mailto nor internal (W3). `why` says of what is `fix`
    /// the cure: `space`, `at` (a mail address without its sign), `mailto` (one without its
    /// scheme), `https` (the same of a web address), `own-computer` (an address of a preview), or
    /// `other`.
    ForbiddenLink { target, why, fix } Error "markdown/forbidden-link";
    /// An image: narratives have none yet.
    Image { target } Error "markdown/image";
    /// A page's text does not begin with its title.
    NoTitle {} Error "page/no-title";

    /// A template cannot be read or rendered.
    Template { message } Error "theme/template";
    /// A style sheet cannot be read.
    Style { message } Error "theme/style";
    /// A style sheet asks for a file that the theme does not have.
    StyleFile { found, nearest } Error "theme/style-file";
    /// A script imports a file that the theme does not have, or itself by way of
    /// others: `circle`, otherwise `none`.
    Script { found, circle } Error "theme/script";
    /// A script is no module of JavaScript.
    ScriptSyntax { message } Error "theme/script-syntax";
    /// A file of interface texts cannot be read.
    InterfaceText { message } Error "theme/text";
    /// A file of a theme that extends another, or a text (`what`), replaces nothing there and is
    /// asked for by nothing (W2).
    ReplacesNothing { what, nearest } Error "theme/replaces-nothing";

    /// A link of a finished page leads nowhere.
    PageLink { target } Error "check/broken-link";
    /// A link of a finished page names a missing anchor.
    PageAnchor { target } Error "check/broken-anchor";
    /// An id stands twice in a finished page.
    PageId { id } Error "check/duplicate-id";
    /// An image of a finished page has no alternative text.
    PageAlt {} Error "check/missing-alt";
    /// A finished page holds an inline script or event attribute (F4).
    InlineScript {} Error "check/inline-script";
    /// A finished page holds an inline style (F4).
    InlineStyle {} Error "check/inline-style";

    /// A file cannot be read as a report.
    /// `why` is the reason as a code (`import::file`), or `other`: then `message` is all there is.
    ReportUnreadable { why, message } Error "import/unreadable";
    /// A text with neither areas nor score tables.
    NoReport {} Error "import/no-report";
    /// Rows of score tables without a head: `kind` is `figures` where they have maxima, else
    /// `points`; `chapters` is `none` where the report has no area's either.
    NoHead { rows, kind, chapters } Error "import/no-head";
    /// A report that names no municipality we know; `found` and `nearest` may
    /// be `none`.
    ReportMunicipality { found, nearest } Error "import/no-municipality";
    /// A report that does not say when the evaluation was made.
    ReportYear {} Error "import/no-year";
    /// Score tables whose maxima are no edition's.
    ReportEdition { known } Error "import/no-edition";
    /// An option of the import names something that does not exist; `known`, which
    /// may be empty, are the values that do.
    ImportOption { option, value, known } Error "import/option";
    /// Another municipality, or another spelling, than the one chosen.
    OtherMunicipality { found, chosen } Warning "import/municipality";
    /// Another year than the one chosen.
    OtherYear { found, chosen } Warning "import/year";
    /// Maxima that are not all those of the edition chosen; `found` is the
    /// edition they are nearest, or `none`.
    OtherEdition { found, chosen } Warning "import/edition";
    /// A sub-area's maximum is not its edition's.
    OtherMaximum { sub_area, found, expected } Warning "import/maximum";
    /// An area's or sub-area's printed name is none of its edition's.
    OtherName { what, found, expected } Warning "import/name";
    /// A chapter that the list of contents lacks.
    NotInContents { chapter } Warning "import/contents";
    /// A chapter that reports do not have as a rule; it ends the summary.
    ExtraChapter { chapter } Warning "import/extra-chapter";
    /// A part that a report should have is not there: `what` is `summary`,
    /// `chapter`, `box`, `lists`, `sum` or `score`, `number` an area's or
    /// sub-area's.
    PartMissing { what, number } Warning "import/missing-part";
    /// A figure that cannot be read, or has no place.
    ScoreUnreadable { what, found } Warning "import/score";
    /// A figure printed twice, differently.
    ScoreTwice { what, kept, other } Warning "import/twice";
    /// A heading that is no sub-area's; `nearest` is the sub-area its text was
    /// put under, or `none`.
    HeadingUnclear { heading, nearest } Warning "import/heading";
    /// An area has text, but no section on the sub-areas `missing`; `found` is
    /// `none` when it has none at all, else `some`.
    SectionsMissing { area, missing, found } Warning "import/sections";
    /// A heading of a sub-area without text.
    SectionEmpty { heading } Warning "import/empty-section";
    /// An item of a list that stood together with the one before, its bullet lost.
    ItemParted { item } Warning "import/item";
    /// A hyphen that may be a line break's was kept.
    HyphenKept { word } Warning "import/hyphen";
    /// The number of the evaluation in order is given, but only among those by the same
    /// criteria.
    OrdinalUnclear { found } Warning "import/ordinal";
    /// What the report says in a way that was not understood for certain:
    /// `what` is `total`, `month`, `ordinal`, `interviews`, `earlier`,
    /// `page` or `evaluators`.
    Unclear { what, found } Warning "import/unclear";
    /// Something in the file that cannot be read; `what` names its kind.
    Unseen { what } Warning "import/unseen";
    /// Text of a report that is in none of the written files.
    LeftOver { text } Warning "import/left-over";
}

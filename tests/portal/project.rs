//! Projects to test with: the one in the repository, and invented ones.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use jiff::civil::{Date, date};
use kompass::load::load;
use kompass::message::Language;
use kompass::model::Drafts;
use kompass::report::{Report, Style};
use kompass::validate::validate;
use kompass::{FullText, Options, Site};
use walkdir::WalkDir;

use crate::scratch::Folder;

/// The day of every build whose day does not matter.
pub(crate) const TODAY: Date = date(2026, 12, 1);

/// What became of a project.
pub(crate) struct Compiled {
    /// The site, if it could be built.
    pub site: Option<Site>,
    /// The plain report of all faults, in English.
    pub report: String,
    /// The same in Swedish.
    pub swedish: String,
}

/// Compiles the project in `root` on a day, under the path of its site.
pub(crate) fn compile(root: &Path, today: Date) -> Compiled {
    compile_under(root, today, None)
}

/// The same under another path.
pub(crate) fn compile_under(root: &Path, today: Date, base_path: Option<&str>) -> Compiled {
    compile_with(root, today, base_path, Drafts::Hidden)
}

/// The same as a preview with its drafts.
pub(crate) fn preview(root: &Path, today: Date) -> Compiled {
    compile_with(root, today, None, Drafts::Shown)
}

fn compile_with(root: &Path, today: Date, base_path: Option<&str>, drafts: Drafts) -> Compiled {
    let loaded = load(root).unwrap();
    let options =
        Options { base_path: base_path.map(str::to_owned), today, full_text: FullText::Included, drafts };
    let compiled = loaded.project.try_and_then(|project| kompass::compile(&project, &options, &mut |_| ()));
    let outcome = compiled.unwrap();
    let said = |language| Report::new(&loaded.sources, Style::Plain, language).text(&outcome.faults);
    let (report, swedish) = (said(Language::English), said(Language::Swedish));
    Compiled { site: outcome.value, report, swedish }
}

/// A day on which nothing in the golden project is overdue.
pub(crate) const GOLDEN_DAY: Date = date(2026, 1, 1);

/// The plain report of the project in `root`, with all its faults.
pub(crate) fn check_project(root: &Path, today: Date) -> String {
    compile(root, today).report
}

/// The same without rendering, which is many times faster.
pub(crate) fn check_content(root: &Path, today: Date) -> String {
    let loaded = load(root).unwrap();
    let mut faults = loaded.project.faults;
    let content = loaded.project.value.and_then(|project| project.content);
    faults.extend(content.into_iter().flat_map(|content| validate(&content, today, Drafts::Hidden).faults));
    Report::new(&loaded.sources, Style::Plain, Language::English).text(&faults)
}

/// The golden project with the repository's themes, in a folder of its own.
pub(crate) fn golden_project() -> Folder {
    let folder = Folder::new();
    copy(&repository().join("tests/golden/project"), folder.path());
    copy(&repository().join("themes"), &folder.join("themes"));
    folder
}

/// Copies everything below `from` to `to`.
pub(crate) fn copy(from: &Path, to: &Path) {
    for entry in WalkDir::new(from) {
        let entry = entry.unwrap();
        let target = to.join(entry.path().strip_prefix(from).unwrap());
        if entry.file_type().is_dir() {
            fs::create_dir_all(target).unwrap();
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// The repository, which is itself a project.
pub(crate) fn repository() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The repository's site.
pub(crate) fn real() -> &'static Compiled {
    static REAL: LazyLock<Compiled> = LazyLock::new(|| compile(&repository(), TODAY));
    &REAL
}

impl Compiled {
    /// The site, which must have been built.
    pub(crate) fn site(&self) -> &Site {
        self.site.as_ref().unwrap_or_else(|| panic!("{}", self.report))
    }

    /// The HTML of the page at `address`, such as `kommuner/lund/`.
    pub(crate) fn page(&self, address: &str) -> &str {
        let path = format!("{address}index.html");
        let bytes = self.site().tree.get(&path).unwrap_or_else(|| panic!("there is no {path}"));
        std::str::from_utf8(bytes).unwrap()
    }

    /// What a reader sees of the page at `address`.
    pub(crate) fn text(&self, address: &str) -> String {
        text(self.page(address))
    }
}

/// `html` without tags, entities written out, white space collapsed.
pub(crate) fn text(html: &str) -> String {
    let mut text = String::new();
    let mut rest = html;
    while let Some((before, tag)) = rest.split_once('<') {
        text.push_str(before);
        let (tag, after) = tag.split_once('>').unwrap();
        // Inline elements do not part words, all others do.
        let name = tag.trim_start_matches('/').split([' ', '/']).next().unwrap();
        if !["a", "span", "strong", "em", "code"].contains(&name) {
            text.push(' ');
        }
        rest = after;
    }
    text.push_str(rest);
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&");
    text.split([' ', '\n']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The element of `html` that carries `id`, from its start tag to the first
/// `end` after it.
pub(crate) fn element<'h>(html: &'h str, id: &str, end: &str) -> &'h str {
    let at = html.find(&format!("id=\"{id}\"")).unwrap_or_else(|| panic!("there is no #{id}"));
    let start = html[..at].rfind('<').unwrap();
    let length = html[start..].find(end).unwrap();
    &html[start..start + length]
}

//! What a preview shows, as a value that is replaced as a whole: an answer is of one site,
//! even while the next one takes its place.

use std::collections::BTreeMap;
use std::process;
use std::sync::Arc;

use crate::tree::Tree;

/// A site under its path.
#[derive(Debug, PartialEq, Eq)]
pub struct Mounted {
    /// Its files.
    pub tree: Tree,
    /// The path that they live under; begins and ends with `/`.
    pub base_path: String,
}

/// What is told over the page, or instead of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// The language of the words, such as `sv`.
    pub language: String,
    /// What has happened, in a few words.
    pub title: String,
    /// What is shown meanwhile, and what to do.
    pub advice: String,
    /// The faults, as in the terminal, without colours.
    pub faults: String,
}

/// What is shown at a moment. To clone it copies no file.
#[derive(Clone, Debug)]
pub struct Shown {
    /// Whether pages follow what is shown.
    pub(super) follows: bool,
    /// What has been shown before, so that a page knows whether it is of today.
    pub(super) number: u64,
    /// The last site that could be made.
    pub(super) site: Option<Arc<Mounted>>,
    /// Files that are made when it is shown already, by their path; those of an earlier site
    /// until then.
    pub(super) later: Arc<BTreeMap<String, Vec<u8>>>,
    /// How often there have been others, for pages that use them.
    pub(super) round: u64,
    /// Why there is no later one.
    pub(super) notice: Option<Notice>,
}

impl Shown {
    /// A site that stays as it is: what is answered is what a web host would answer.
    pub fn still(tree: Tree, base_path: &str) -> Self {
        let site = Mounted { tree, base_path: base_path.to_owned() };
        Self {
            follows: false,
            number: 0,
            site: Some(Arc::new(site)),
            later: Arc::default(),
            round: 0,
            notice: None,
        }
    }

    /// Nothing yet but `notice`. Pages follow what is shown afterwards.
    pub fn nothing(notice: Notice) -> Self {
        Self { follows: true, number: 0, site: None, later: Arc::default(), round: 0, notice: Some(notice) }
    }

    /// Takes the notice away, and shows `site`, if it is another one than before.
    pub(super) fn replace(&mut self, site: Option<Arc<Mounted>>) {
        self.notice = None;
        if site.is_some() {
            self.site = site;
            self.number += 1;
        }
    }

    /// Tells `notice`, over the last site if there is one.
    pub(super) fn tell(&mut self, notice: Notice) {
        if self.site.is_none() {
            // The notice is the page.
            self.number += 1;
        }
        self.notice = Some(notice);
    }

    /// Which program has shown it: a page may outlive the program.
    pub(super) fn run() -> u32 {
        process::id()
    }
}

//! A list that is too long for a page leads to shorter ones (F6).

use std::fmt::Write as _;
use std::fs;

use crate::project::{GOLDEN_DAY, compile, golden_project};

/// More than a page lists.
const MANY: usize = 251;

#[test]
fn a_list_too_long_for_a_page_leads_to_those_of_the_municipalities() {
    let project = golden_project();
    let record = project.join("content/evaluations/wedby/2021/evaluation.toml");
    let mut text = fs::read_to_string(&record).unwrap();
    for number in 0..MANY {
        write!(
            text,
            "\n[[examples]]\nid = \"exempel-{number}\"\narea = 1\ntopic = \"Ämne {number}\"\nplace = \"Område 1\"\n"
        )
        .unwrap();
    }
    fs::write(record, text).unwrap();
    let compiled = compile(project.path(), GOLDEN_DAY);
    let lessons = |address: &str| compiled.page(address).matches("data-lesson").count();
    assert_eq!((lessons("goda-exempel/"), lessons("goda-exempel/typ/egna/")), (0, 0));
    let whole = compiled.page("goda-exempel/");
    assert!(
        whole.contains("goda-exempel/kommun/wedby/\">Wedby</a> <span class=\"unit\">252</span>"),
        "{whole}"
    );
    assert!(!whole.contains("assets/examples."));
    assert_eq!(lessons("goda-exempel/kommun/wedby/"), 252);
    assert_eq!(lessons("goda-exempel/ar/2019/"), 1);
}

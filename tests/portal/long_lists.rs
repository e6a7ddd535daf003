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
    assert_eq!(lessons("goda-exempel/ar/2019/"), 2);
}

#[test]
fn who_names_whom_is_counted_where_it_is_too_long_for_a_page() {
    let referrals = |many: usize| {
        let project = golden_project();
        let record = project.join("content/evaluations/wedby/2021/evaluation.toml");
        let mut text = fs::read_to_string(&record).unwrap();
        for number in 0..many {
            let (name, area) = if number % 2 == 0 { ("Björknäs", 1) } else { ("Östervik", 2) };
            write!(
                text,
                "\n[[referrals]]\nid = \"h-{number}\"\nmunicipality = \"{name}\"\narea = {area}\n\
                 topic = \"Ämne {number}\"\nplace = \"Område {area}\"\n"
            )
            .unwrap();
        }
        fs::write(record, text).unwrap();
        compile(project.path(), GOLDEN_DAY)
    };
    let rows = |html: &str| html.matches("<tr><th scope=\"row\">").count();
    // The golden portal has five referrals of its own, and two municipalities in the figure.
    let most = referrals(245);
    assert_eq!(rows(most.page("goda-exempel/natverk/")), 250 + 2);
    let compiled = referrals(246);
    let html = compiled.page("goda-exempel/natverk/");
    assert_eq!(rows(html), 4 + 2, "four are named, and two of them by more than one report");
    let row = "<a href=\"/prov/goda-exempel/kommun/bjorknas/\">Björknäs</a></th><td class=\"figure\">2</td><td>1 och 3</td>";
    assert!(html.contains(row), "{html}");
    assert!(compiled.text("goda-exempel/natverk/").contains("251 hänvisningar i 3 rapporter från 2011–2021"));
}

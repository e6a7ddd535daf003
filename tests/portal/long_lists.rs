//! A list that is too long for a page leads to shorter ones (F6).

use std::fmt::Write as _;
use std::fs;

use crate::project::{GOLDEN_DAY, compile, golden_project};

/// More than a page lists.
const MANY: usize = 121;

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
        whole.contains("goda-exempel/kommun/wedby/\">Wedby</a> <span class=\"unit\">122</span>"),
        "{whole}"
    );
    assert!(!whole.contains("assets/examples."));
    assert_eq!(lessons("goda-exempel/kommun/wedby/"), 122);
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
    let counted = "I 3 rapporter från 2011–2021 nämns 4 kommuner som förebilder, sammanlagt 251 gånger.";
    assert!(compiled.text("goda-exempel/natverk/").contains(counted));
}

#[test]
fn differences_in_print_are_counted_where_they_are_too_many_for_a_page() {
    let project = golden_project();
    let record = fs::read_to_string(project.join("content/evaluations/wedby/2021/evaluation.toml")).unwrap();
    let (record, _) = record.split_once("\n[[examples]]").unwrap();
    let (head, percent) = record.split_once("[scores.percent]").unwrap();
    // A total that is one too high, and eight percentages that no points give.
    let head = head.replace("\"195\"", "\"196\"");
    let head =
        head.lines().filter(|line| !["cover-date", "narr", "texts"].iter().any(|it| line.starts_with(it)));
    let percent = percent.lines().map(|line| match line.split_once(" = ") {
        Some((number, printed)) if printed != "\"unreadable\"" => format!("{number} = \"1\""),
        _ => line.to_owned(),
    });
    let lines = head.map(str::to_owned).chain(["[scores.percent]".to_owned()]).chain(percent);
    let record = lines.collect::<Vec<_>>().join("\n");
    let write = |code: &str, slug: &str| {
        for year in 2020..2026 {
            let text = record.replace("9102", code).replace("year = 2021", &format!("year = {year}"));
            project.write(&format!("content/evaluations/{slug}/{year}/evaluation.toml"), &text);
        }
    };
    let page = || compile(project.path(), GOLDEN_DAY).page("metod/avvikelser/").to_owned();
    let rows = |html: &str| html.matches("<tr><th scope=\"row\">").count();
    let before = rows(&page());
    assert!((1..30).contains(&before), "{before}");
    for (code, slug) in
        [("9103", "varhult"), ("0203", "alvhult"), ("9101", "sabro-sjobygden"), ("0204", "dals-vik")]
    {
        write(code, slug);
    }
    assert_eq!(rows(&page()), before + 4 * 6 * 9);
    write("9203", "norra-sundet");
    let html = page();
    let years: Vec<_> =
        (2020..2026).map(|year| format!("<a href=\"/prov/kommuner/varhult/{year}/\">{year}</a>")).collect();
    let row = format!(
        "<tr><th scope=\"row\">Vårhult</th><td>{}</td><td class=\"figure\">48</td><td class=\"figure\">6</td></tr>",
        years.join(", ")
    );
    assert!(html.contains(&row), "{html}");
    assert!(!html.contains("<td>Varning "), "none is listed");
}

//! What follows from content, as the golden project and small changes of it
//! show: which evaluation counts, and in which order things stand.

use std::fs;

use jiff::civil::date;
use kompass::derive::{Insights, Occasion, derive};
use kompass::diagnostic::Fault;
use kompass::load::load;
use kompass::message::Language;
use kompass::model::{Absence, Code, Difference, Drafts, EditionId, Entry, Mean, Portal, SynonymSet, Total};
use kompass::report::{Report, Style};
use kompass::validate::validate;

use crate::project::{GOLDEN_DAY, check_project, compile, golden_project};
use crate::scratch::Folder;

const REGISTER: &str = "content/municipalities.csv";

/// The portal in `folder`, which has no fault.
fn portal(folder: &Folder) -> Portal {
    let loaded = load(folder.path()).unwrap();
    let content = loaded.project.value.unwrap().content.unwrap();
    let outcome = validate(&content, GOLDEN_DAY, Drafts::Hidden);
    let report = Report::new(&loaded.sources, Style::Plain, Language::English).text(&outcome.faults);
    outcome.value.unwrap_or_else(|| panic!("{report}"))
}

/// The codes of the faults in `folder`.
fn codes(folder: &Folder) -> Vec<&'static str> {
    let content = load(folder.path()).unwrap().project.value.unwrap().content.unwrap();
    let faults = validate(&content, GOLDEN_DAY, Drafts::Hidden).faults;
    faults.iter().map(|fault| fault.fault.code()).collect()
}

/// The golden project with `change` made to one of its files. A changed register has no
/// shapes, which are those of its municipalities and of no others.
fn changed(path: &str, change: impl FnOnce(String) -> String) -> Folder {
    let folder = golden_project();
    let text = fs::read_to_string(folder.join(path)).unwrap();
    let new = change(text.clone());
    assert_ne!(new, text, "{path} is as it was");
    folder.write(path, &new);
    if path == REGISTER {
        fs::remove_file(folder.join("content/shapes.csv")).unwrap();
    }
    folder
}

/// `Wedby 2021`.
fn shown(entry: &Entry<'_>) -> String {
    format!("{} {}", entry.municipality.name, entry.evaluation.key.year)
}

fn code(text: &str) -> Code {
    Code(text.to_owned())
}

#[test]
fn a_municipality_counts_in_an_edition_with_its_latest_evaluation_by_name() {
    let portal = portal(&golden_project());
    let insights = derive(&portal);
    let of = |edition: &str| {
        insights.editions[&EditionId(edition.to_owned())].iter().map(shown).collect::<Vec<_>>()
    };
    assert_eq!(of("2010"), ["Dals-Vik 2014", "Östervik 2011"]);
    assert_eq!(of("2016"), ["Sabro 2019", "Östervik 2016"], "Sabro has another of 2017");
    assert_eq!(
        of("2020"),
        ["Björknäs 2023", "Norra Sundet 2022", "Wedby 2021", "Åmossa 2020", "Östervik 2022"]
    );
}

#[test]
fn an_evaluation_without_month_stands_behind_those_of_its_year() {
    let latest = |folder: &Folder| {
        let portal = portal(folder);
        derive(&portal).latest.iter().map(shown).collect::<Vec<_>>()
    };
    let expected = [
        "Björknäs 2023",
        "Norra Sundet 2022",
        "Östervik 2022",
        "Wedby 2021",
        "Åmossa 2020",
        "Sabro 2019",
        "Sabro 2017",
        "Östervik 2016",
        "Dals-Vik 2014",
        "Östervik 2011",
    ];
    assert_eq!(latest(&golden_project()), expected, "Östervik 2022 has no month");
    let norra_sundet = "content/evaluations/norra-sundet/2022/evaluation.toml";
    let both_without = changed(norra_sundet, |text| text.replace("month = 2\n", ""));
    assert_eq!(latest(&both_without), expected, "names decide between the two");
    let ostervik = "content/evaluations/ostervik/2022/evaluation.toml";
    let with_month = changed(ostervik, |text| text.replace("year = 2022\n", "year = 2022\nmonth = 3\n"));
    assert_eq!(latest(&with_month)[1..3], ["Östervik 2022", "Norra Sundet 2022"]);
}

#[test]
fn years_that_a_report_mentions_stand_once_in_a_history() {
    let portal = portal(&golden_project());
    let insights = derive(&portal);
    let history = |of: &str| {
        let occasions = insights.histories[&code(of)].occasions.iter();
        occasions.map(|it| (it.year(), matches!(it, Occasion::Evaluated(_)))).collect::<Vec<_>>()
    };
    assert_eq!(history("0201"), [(2022, true), (2016, true), (2011, true)]);
    assert_eq!(history("0202"), [(2020, true), (2012, false)]);
    assert_eq!(history("0203"), [], "only named by others");
}

#[test]
fn a_total_is_computed_only_from_a_complete_set_of_areas() {
    let portal = portal(&golden_project());
    let total = |of: &str| {
        portal.entries_of(&portal.municipalities[&code(of)]).next_back().unwrap().evaluation.total()
    };
    assert_eq!(total("9202"), Total::Computed(203.into()), "three areas, no total");
    assert_eq!(total("9201"), Total::Stated(167.into()), "the areas add up to 166");
    assert_eq!(total("9203"), Total::Absent(Absence::NotPublished), "one area cannot be read");
    assert_eq!(total("0204"), Total::Stated(171.into()), "one area of three");
}

#[test]
fn details_are_those_of_the_latest_evaluation_that_has_them() {
    let portal = portal(&golden_project());
    let detailed = |of: &str| {
        let entry = portal.detailed_entry_of(&portal.municipalities[&code(of)]);
        entry.map(|it| it.evaluation.key.year)
    };
    assert_eq!(detailed("0201"), Some(2011), "later ones have no sub-areas and no texts");
    assert_eq!(detailed("0204"), Some(2014), "an area's value is better than nothing");
    assert_eq!(detailed("0202"), None, "a total alone is no detail");
    assert_eq!(detailed("0203"), None);
}

#[test]
fn a_value_is_compared_with_the_first_mean_that_has_it() {
    let total = |folder: &Folder, edition: &str, wanted: fn(&Mean) -> bool| {
        let portal = portal(folder);
        let mean = Insights::mean(&portal, &EditionId(edition.to_owned()), wanted);
        mean.map(|mean| mean.total.unwrap().to_string())
    };
    let golden = golden_project();
    assert_eq!(total(&golden, "2016", |mean| mean.total.is_some()).as_deref(), Some("158"));
    assert_eq!(total(&golden, "2010", |_| true), None);
    let more = "\n[[means]]\nedition = \"2016\"\nas-of = \"2019\"\npopulation = \"alla\"\ntotal = \"160\"\n\
                source = { title = \"B\" }\n\n[[means]]\nedition = \"2016\"\nas-of = \"2017\"\n\
                population = \"alla\"\ntotal = \"159\"\nareas = { 1 = \"50\" }\nsource = { title = \"C\" }\n";
    let folder = changed("content/references.toml", |text| text + more);
    assert_eq!(total(&folder, "2016", |mean| mean.areas.contains_key(&1)).as_deref(), Some("159"));
    assert_eq!(total(&folder, "2016", |mean| mean.areas.contains_key(&2)), None);
    assert_eq!(total(&folder, "2016", |mean| mean.total.is_some()).as_deref(), Some("158"));
}

/// A second Wedby in another county.
const SECOND_WEDBY: &str = "9301,Wedby,Wedbys,Wedby stad,,wedby-stad,93,Södra länet,G2,900,2025\n";

#[test]
fn namesakes_are_told_apart_and_stand_in_the_order_of_their_codes() {
    let folder = changed(REGISTER, |text| text + SECOND_WEDBY);
    let portal = portal(&folder);
    let namesakes = |of: &str| portal.municipalities[&code(of)].namesakes.clone();
    assert_eq!(namesakes("9102"), [code("9301")]);
    assert_eq!(namesakes("9301"), [code("9102")]);
    assert_eq!(namesakes("9101"), [code("9201")], "Såbro looks like Sabro without its ring");
    assert_eq!(namesakes("9202"), []);
    let insights = derive(&portal);
    let alphabet: Vec<_> = insights
        .alphabet
        .iter()
        .map(|it| (it.letter.as_str(), it.municipalities.iter().map(|it| it.code.0.as_str()).collect()))
        .collect::<Vec<(_, Vec<_>)>>();
    let expected: [(&str, &[&str]); 9] = [
        ("B", &["9202"]),
        ("D", &["0204"]),
        ("N", &["9203"]),
        ("S", &["9201", "9101"]),
        ("V", &["9103"]),
        ("W", &["9102", "9301"]),
        ("Å", &["0202"]),
        ("Ä", &["0203"]),
        ("Ö", &["0201"]),
    ];
    assert_eq!(alphabet, expected.map(|(letter, codes)| (letter, codes.to_vec())));
}

#[test]
fn the_order_of_the_register_changes_nothing() {
    let reversed = |text: String| {
        let (head, rows) = text.split_once('\n').unwrap();
        let rows: Vec<_> = rows.lines().chain(SECOND_WEDBY.lines()).rev().collect();
        format!("{head}\n{}\n", rows.join("\n"))
    };
    let portals =
        [changed(REGISTER, |text| text + SECOND_WEDBY), changed(REGISTER, reversed)].map(|it| portal(&it));
    let [one, other] = portals.each_ref().map(|portal| {
        let Insights { alphabet, latest, lessons, .. } = derive(portal);
        let lessons: Vec<_> = lessons.iter().map(|it| (&it.from.code, &it.place.id)).collect();
        format!("{alphabet:?} {:?} {lessons:?}", latest.iter().map(shown).collect::<Vec<_>>())
    });
    assert_eq!(one, other);
}

#[test]
fn a_code_or_an_address_belongs_to_one_municipality() {
    let with = |row: &str| codes(&changed(REGISTER, |text| text + row));
    assert_eq!(with(SECOND_WEDBY), [""; 0]);
    assert_eq!(with(&SECOND_WEDBY.replace("wedby-stad", "wedby")), ["register/slug-collision"]);
    assert_eq!(with(&SECOND_WEDBY.replace("9301", "9102")), ["register/duplicate-code"]);
}

/// `Sabro` is a name, and it is the beginning of the address of Såbro.
#[test]
fn a_name_means_its_bearer_before_whose_address_it_is() {
    let wedby = "content/evaluations/wedby/2021/evaluation.toml";
    let to = |name: &str| {
        let folder = changed(REGISTER, |text| {
            text.replace(",sabro-sjobygden,", ",vik,")
                + "9302,Vik,Viks,Viks kommun,,viken,93,Södra länet,G2,900,2025\n"
        });
        let text = fs::read_to_string(folder.join(wedby)).unwrap();
        folder.write(
            wedby,
            &text.replace("municipality = \"Östervik\"", &format!("municipality = \"{name}\"")),
        );
        let portal = portal(&folder);
        let entry = portal.entries_of(&portal.municipalities[&code("9102")]).next().unwrap();
        entry.evaluation.referrals[0].to.0.clone()
    };
    assert_eq!(to("Vik"), "9302", "the other one's address is vik");
    assert_eq!(to("VIKS KOMMUN"), "9302");
    assert_eq!(to("Såbro"), "9101");
    assert_eq!(to("0203"), "0203");
}

#[test]
fn an_absent_value_is_declared_once() {
    let record = "content/evaluations/norra-sundet/2022/evaluation.toml";
    let with = |from: &str, to: &str| codes(&changed(record, |text| text.replace(from, to)));
    assert_eq!(with("\"3\" = \"unreadable\"\n", ""), ["record/undeclared-missing"]);
    assert_eq!(with("\"3\" = ", "areas = \"not-published\"\n\"3\" = "), ["record/missing-and-given"]);
    assert_eq!(with("\"3\" = ", "areas = "), [""; 0]);
    assert_eq!(with("\"3\" = ", "\"2\" = \"unreadable\"\n\"3\" = "), ["record/missing-and-given"]);
    assert_eq!(with("total = \"not-published\"\n", ""), ["record/undeclared-missing"]);
}

const SYNONYMS: &str = "content/synonyms.toml";

#[test]
fn synonyms_are_kept_as_they_are_compared() {
    let set = |everyday: &[&str], official: &[&str]| {
        let [everyday, official] = [everyday, official].map(|it| it.iter().map(|it| (*it).into()).collect());
        SynonymSet { everyday, official }
    };
    let expected = [
        set(&["lön", "få betalt"], &["ersättning"]),
        set(&["klaga"], &["klagomål", "synpunkt"]),
        set(&["tycka till"], &["synpunkt", "e-förslag"]),
    ];
    let folder = changed(SYNONYMS, |text| {
        let text = text
            .replace("få betalt", r"  få\u00a0 betalt\n")
            .replace("ersättning", r"ersa\u0308tt\u00adning");
        text.replace("e-förslag", "e\u{2011}förslag")
    });
    assert_eq!(portal(&golden_project()).synonyms, expected);
    assert_eq!(portal(&folder).synonyms, expected);
}

#[test]
fn a_portal_needs_no_synonyms() {
    let folder = golden_project();
    fs::remove_file(folder.join(SYNONYMS)).unwrap();
    assert_eq!(portal(&folder).synonyms, []);
    folder.write(SYNONYMS, "format = 1\n");
    assert_eq!(portal(&folder).synonyms, []);
}

#[test]
fn an_everyday_word_belongs_to_one_set_an_official_word_to_many() {
    let with = |everyday: &str, official: &str| {
        let set = format!("\n[[set]]\neveryday = [{everyday:?}]\nofficial = [{official:?}]\n");
        codes(&changed(SYNONYMS, |text| text + &set))
    };
    assert_eq!(with("mena", "synpunkt"), [""; 0]);
    assert_eq!(with("mena", "tycka till"), [""; 0], "an everyday word of another set");
    assert_eq!(with("klaga", "missnöje"), ["synonym/duplicate-entry"]);
    assert_eq!(with("mena", "mena"), ["synonym/duplicate-entry"]);
}

const WEDBY: &str = "content/evaluations/wedby/2021/evaluation.toml";

/// Wedby's record with other values for area 1, in whose sub-areas 34 and 32 of 50 points
/// are printed.
fn area_1(table: &str, boxed: &str, percent: [&str; 2]) -> Folder {
    changed(WEDBY, |text| {
        let text = text.replace("[scores.areas]\n1 = \"66\"", &format!("[scores.areas]\n1 = \"{table}\""));
        let text = text.replace("[scores.boxes]\n1 = \"66\"", &format!("[scores.boxes]\n1 = \"{boxed}\""));
        let percents =
            ["\"1.1\" = \"68\"\n", "\"1.2\" = \"64\"\n"].into_iter().zip(["1.1", "1.2"]).zip(percent);
        percents.fold(text, |text, ((old, number), new)| {
            let new = if new.is_empty() { String::new() } else { format!("\"{number}\" = \"{new}\"\n") };
            text.replace(old, &new)
        })
    })
}

/// The differences that Wedby's record has in area 1.
fn differences(folder: &Folder) -> Vec<Difference> {
    let portal = portal(folder);
    let entry = portal.entries().find(|entry| shown(entry) == "Wedby 2021").unwrap();
    entry.evaluation.differences.iter().filter(|it| it.area().is_some()).cloned().collect()
}

#[test]
fn rounding_is_possible_only_where_percentages_leave_room() {
    let cases = [
        // 34.25 to 34.5 points and 32.25 to 32.5: more than 66.5, which rounds to 67.
        ("67", ["69", "65"], true),
        // At most 34.25 and 32.25.
        ("67", ["68", "64"], false),
        ("67", ["68,0", "64,0"], false),
        ("67", ["69", ""], false),
        ("67", ["", ""], false),
        // At least 33.5 and 31.5.
        ("65", ["67", "63"], true),
        ("65", ["68", "64"], false),
    ];
    for (value, percent, expected) in cases {
        let found = differences(&area_1(value, value, percent));
        let [Difference::AreaSum { may_be_rounding, .. }] = found.as_slice() else { panic!("{found:?}") };
        assert_eq!(*may_be_rounding, expected, "{value} {percent:?}");
    }
}

#[test]
fn a_row_against_box_and_sub_areas_stands_alone() {
    let of = |table, boxed| {
        let folder = area_1(table, boxed, ["68", "64"]);
        (differences(&folder), codes(&folder))
    };
    let (found, codes) = of("68", "66");
    assert!(matches!(found.as_slice(), [Difference::AreaBox { is_row_alone: true, .. }]), "{found:?}");
    assert!(codes.contains(&"printed/area-row") && !codes.contains(&"printed/area-box"), "{codes:?}");
    let (found, codes) = of("66", "68");
    assert!(matches!(found.as_slice(), [Difference::AreaBox { is_row_alone: false, .. }]), "{found:?}");
    assert!(codes.contains(&"printed/area-box"), "{codes:?}");
    // Which of them counts does not depend on sums.
    let portal = portal(&area_1("68", "66", ["68", "64"]));
    let entry = portal.entries().find(|entry| shown(entry) == "Wedby 2021").unwrap();
    assert_eq!(entry.evaluation.areas[0].value().points().unwrap().to_string(), "68");
}

#[test]
fn what_has_not_happened_yet_is_a_fault() {
    let found = |day| {
        let content = load(golden_project().path()).unwrap().project.value.unwrap().content.unwrap();
        let faults = validate(&content, day, Drafts::Hidden).faults.into_iter();
        let found = faults.filter_map(|fault| match fault.fault {
            Fault::FutureDate { found, .. } => Some(found),
            _ => None,
        });
        found.collect::<Vec<_>>()
    };
    // The latest evaluation of the project was made in April 2023.
    let is_told = |day, expected: &str| found(day).iter().any(|it| it == expected);
    assert!(is_told(date(2022, 12, 31), "2023"));
    assert!(is_told(date(2023, 3, 31), "2023-04") && !is_told(date(2023, 3, 31), "2023"));
    assert!(!is_told(date(2023, 4, 1), "2023-04"));
    assert_eq!(found(GOLDEN_DAY), [""; 0]);
}

#[test]
fn an_evaluation_is_old_after_ten_years() {
    let is_old = |day| {
        let content = load(golden_project().path()).unwrap().project.value.unwrap().content.unwrap();
        let portal = validate(&content, day, Drafts::Hidden).value.unwrap();
        let entry = portal.entries().find(|entry| shown(entry) == "Wedby 2021").unwrap();
        entry.evaluation.is_old
    };
    // It was made in October.
    assert!(!is_old(date(2031, 10, 31)) && is_old(date(2031, 11, 1)));
}

/// The file keeps its name, and its address gets one that any server understands.
#[test]
fn the_file_of_a_report_may_have_any_name() {
    for (name, address) in [
        ("Rapport från Höganäs 2018.PDF", "rapport-fran-hoganas-2018.pdf"),
        ("Rapport_1.a.txt", "Rapport_1.a.txt"),
        // As some systems write names: a and its ring are two characters.
        ("A\u{30a}sele (slutlig).docx", "asele-slutlig.docx"),
    ] {
        let record = "content/evaluations/ostervik/2011/evaluation.toml";
        let composed = name.replace("A\u{30a}", "Å");
        let folder = changed(record, |text| {
            text.replace("report = \"rapport.txt\"", &format!("report = \"{composed}\""))
        });
        let path = folder.join("content/evaluations/ostervik/2011");
        fs::rename(path.join("rapport.txt"), path.join(name)).unwrap();
        assert_eq!(
            check_project(folder.path(), GOLDEN_DAY),
            check_project(golden_project().path(), GOLDEN_DAY)
        );
        let compiled = crate::project::compile(folder.path(), GOLDEN_DAY);
        assert!(compiled.site().tree.get(&format!("kommuner/ostervik/2011/{address}")).is_some(), "{name}");
        assert!(compiled.page("kommuner/ostervik/2011/").contains(&format!("2011/{address}\"")), "{name}");
    }
}

#[test]
fn who_is_named_as_often_as_another_is_shown_with_it_or_not_at_all() {
    let check = |more: &str, most: usize, expected: &[(&str, usize)]| {
        let folder = changed("content/evaluations/wedby/2021/evaluation.toml", |text| text + more);
        let portal = portal(&folder);
        let insights = derive(&portal);
        let often = kompass::derive::most_named(&insights.named, most);
        let found: Vec<_> = often.iter().map(|it| (it.municipality.name.as_str(), it.reports())).collect();
        assert_eq!(found, expected);
    };
    // A report counts once, however often it names a municipality.
    check("\n", 20, &[("Älvhult", 2)]);
    let referral = |id: &str, to: &str| {
        format!(
            "\n[[referrals]]\nid = \"{id}\"\nmunicipality = \"{to}\"\narea = 1\ntopic = \"t\"\nplace = \"p\"\n"
        )
    };
    check(&[referral("a", "Östervik"), referral("b", "Östervik")].concat(), 20, &[("Älvhult", 2)]);
    let bjorknas = referral("a", "Björknäs");
    check(&bjorknas, 2, &[("Björknäs", 2), ("Älvhult", 2)]);
    check(&bjorknas, 1, &[]);
    let alvhult = [bjorknas, referral("b", "Älvhult")].concat();
    check(&alvhult, 1, &[("Älvhult", 3)]);
    check(&alvhult, 2, &[("Älvhult", 3), ("Björknäs", 2)]);
}

#[test]
fn totals_change_from_one_evaluation_to_the_next_and_not_past_one_without() {
    let of = |folder: &Folder| {
        let portal = portal(folder);
        let insights = derive(&portal);
        let changes = insights.total_changes(&portal.editions[&EditionId("2016".to_owned())]);
        let changes = changes.into_iter().map(|(change, total)| {
            (shown(&change.from), shown(&change.to), total.before.to_string(), total.after.to_string())
        });
        changes.collect::<Vec<_>>()
    };
    let folder = golden_project();
    let named = |text: &str| text.to_owned();
    assert_eq!(of(&folder), [(named("Sabro 2017"), named("Sabro 2019"), named("150"), named("167"))]);
    // Between the two stands one whose total nobody knows: no change of the total is told,
    // and the page that compares leads to none.
    folder.write("content/evaluations/sabro/2018/evaluation.toml", WITHOUT_TOTAL);
    assert_eq!(of(&folder), []);
    let site = compile(folder.path(), GOLDEN_DAY);
    assert!(!site.page("jamfor/").contains("jamfor/2016/#forandring"));
    assert!(!site.page("jamfor/2016/").contains("id=\"forandring\""));
}

const WITHOUT_TOTAL: &str = r#"format = 1
code = "9201"
edition = "2016"
edition-basis = "stated"
year = 2018

[source]
title = "Rapporten om Sabro 2018"

[scores]

[missing]
total = "not-published"
areas = "not-published"
sub-areas = "not-published"
"#;

//! Good examples and referrals, wherever in a report they stand.

use super::{NAMES, import, report, texts};

/// Area, municipality (nothing for the report's own) and beginning of every
/// proposal in the record.
fn proposals(record: &str) -> Vec<(String, Option<String>, String)> {
    let record: toml::Table = record.parse().unwrap();
    let text = |row: &toml::Value, key: &str| row.get(key).map(|it| it.to_string().replace('"', ""));
    let rows = ["examples", "referrals"].into_iter().filter_map(|kind| record.get(kind)?.as_array());
    let proposal = |row: &toml::Value| {
        let place = text(row, "sub-area").or(text(row, "area")).unwrap();
        let topic = text(row, "topic").unwrap();
        let opening = topic.split(' ').take(2).collect::<Vec<_>>().join(" ");
        (place, text(row, "municipality"), opening)
    };
    rows.flatten().map(proposal).collect()
}

/// The proposals that `text` has and the report as it is has not.
fn added(text: &str) -> Vec<(String, Option<String>, String)> {
    let of = |text: &str| proposals(&texts(&import(text.as_bytes()))["evaluation.toml"]);
    let before = of(&report(NAMES[2]));
    of(text).into_iter().filter(|it| !before.contains(it)).collect()
}

fn with(from: &str, to: &str) -> String {
    let text = report(NAMES[2]);
    assert!(text.contains(from), "{from}");
    text.replacen(from, to, 1)
}

#[test]
fn examples_in_the_summary_are_proposed_with_a_guess_at_their_area() {
    let before = "Norra Sundet växer åt två håll.";
    let own = |area: &str, opening: &str| (area.to_owned(), None, opening.to_owned());
    let other =
        |area: &str, name: &str, opening: &str| (area.to_owned(), Some(name.to_owned()), opening.to_owned());
    for (sentence, expected) in [
        ("Öppenheten mot hamnen är ett gott exempel.", vec![own("2", "Öppenheten mot")]),
        ("Styrningen sköts på ett föredömligt sätt.", vec![own("3", "Styrningen sköts")]),
        ("För lärande kan man titta vidare på Wedby.", vec![other("3", "Wedby", "För lärande")]),
        // Nobody can tell the area, so a person has to.
        ("Bryggan är ett gott exempel.", vec![]),
        ("Öppenheten ökar tillsammans med Wedby.", vec![]),
        ("Att sprida goda exempel på öppenhet återstår.", vec![]),
    ] {
        assert_eq!(added(&with(before, &format!("{before} {sentence}"))), expected, "{sentence}");
    }
    let unplaced = with(before, &format!("{before} Bryggan är ett gott exempel."));
    let texts = texts(&import(unplaced.as_bytes()));
    assert!(
        texts["import-report.md"].contains("- område okänt, står bara här, **kommunen själv**, rad 36: ")
    );
}

#[test]
fn examples_in_lists_are_proposed() {
    let own = |opening: &str| ("1".to_owned(), None, opening.to_owned());
    let other = |name: &str, opening: &str| ("1".to_owned(), Some(name.to_owned()), opening.to_owned());
    for (from, to, expected) in [
        ("• Klara brev", "• Klara brev, ett gott exempel för andra kommuner ", vec![own("Klara brev,")]),
        ("• Klara brev", "• Brev som Wedby gör ", vec![other("Wedby", "Brev som")]),
        ("• Klara brev", "• Brev tillsammans med Wedby ", vec![]),
        (
            "• Fler verkstäder",
            "• Studiebesök hos Wedby • Fler verkstäder",
            vec![other("Wedby", "Studiebesök hos")],
        ),
        // What could be better is no praise.
        ("• Fler verkstäder", "• Bli ett gott exempel • Fler verkstäder", vec![]),
    ] {
        assert_eq!(added(&with(from, to)), expected, "{to}");
    }
}

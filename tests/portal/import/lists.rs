//! Rows of lists: rules between them, cells that a page break has parted, items that lost
//! their bullets.

use super::{import, record, report, texts};

/// The row of area 1's lists in the report that has it.
const ROW: &str = "<ul style=\"list-style-type: none\"> • Tidningen Viken • Samtal på torget • Korta regler mot jäv \t\
    <ul style=\"list-style-type: none\"> • Sändningarna från rådhuset kan textas \t\
    <ul style=\"list-style-type: none\"> • Berätta om vägen för den som vill varna • Visa resultaten på ett ställe ";

/// The report with other lines in the place of that row.
fn with(lines: &[&str]) -> String {
    let text = report("ostervik-2012");
    assert!(text.contains(ROW), "{text}");
    text.replacen(ROW, &lines.join("\n"), 1)
}

/// The items of area 1 under a heading.
fn items(text: &str, heading: &str) -> Vec<String> {
    let area = texts(&import(text.as_bytes()))["area-1.md"].clone();
    let list =
        area.split(&format!("\n## {heading}\n")).nth(1).unwrap().split("\n## ").next().unwrap().to_owned();
    list.lines().filter_map(|line| line.strip_prefix("- ")).map(str::to_owned).collect()
}

#[test]
fn rules_are_no_items() {
    let expected = record(&import(report("ostervik-2012").as_bytes()));
    for lines in [
        &[ROW, "---\t--\t---"][..],
        &["---\t---\t---", ROW, "--\t--"],
        &[ROW, "", "-----"],
        &[ROW, "-\t-\t–"],
        &[ROW, "____\t____\t____", ""],
    ] {
        let import = import(with(lines).as_bytes());
        assert_eq!(record(&import), expected, "{lines:?}");
        assert_eq!(import.coverage.percent(), "100,00", "{lines:?}");
    }
}

#[test]
fn a_cell_that_a_page_break_has_parted_is_one() {
    let text = report("ostervik-2012");
    let expected = record(&import(text.as_bytes()));
    for lines in [
        [
            "<ul> • Tidningen Viken • Samtal på\t<ul> • Sändningarna från rådhuset\t<ul> • Berätta om vägen för den",
            "<p>torget</p> <ul> • Korta regler mot jäv \t<p>kan textas</p>\t<p>som vill varna</p> <ul> • Visa resultaten på ett ställe",
        ],
        [
            "• Tidningen Viken • Samtal på torget\t• Sändningarna från rådhuset\t• Berätta om vägen för den som vill",
            "• Korta regler mot jäv\tkan textas\tvarna • Visa resultaten på ett ställe",
        ],
    ] {
        for between in [&[][..], &[""], &["", "4", ""]] {
            let lines: Vec<_> = [&lines[..1], between, &lines[1..]].concat();
            assert_eq!(record(&import(with(&lines).as_bytes())), expected, "{lines:?}");
        }
    }
}

#[test]
fn a_parted_item_is_closed_up_like_any_other_text() {
    for (first, second, expected) in [
        (
            "• Uppföljning av mål i råds-",
            "<p>medlemmarnas grupp</p>",
            "Uppföljning av mål i råds- medlemmarnas grupp",
        ),
        ("• Stöd till torg- och hamn-/", "<p>bryggarbete</p>", "Stöd till torg- och hamn-/bryggarbete"),
        (
            "• Mät det som används",
            "<p>(tid och pengar) varje år</p>",
            "Mät det som används (tid och pengar) varje år",
        ),
        ("• Fler e-", "tjänster", "Fler e-tjänster"),
    ] {
        let text = with(&[&format!("{first}\t\t"), "", &format!("{second}\t\t")]);
        let text = text.replace("Klagomålen räknas", "Kommunen har e-tjänster. Klagomålen räknas");
        assert_eq!(items(&text, "Styrkor"), [expected], "{first}");
        let is_told = texts(&import(text.as_bytes()))["import-report.md"].contains("råds- medlemmarnas");
        assert_eq!(is_told, expected.contains("råds- "), "{first}");
    }
}

#[test]
fn an_item_that_begins_low_is_one_where_every_item_has_a_tag() {
    let row = "<p>Öppna möten</p> <p>sända möten, möten på resa</p> <p>Förslag</p>\t\t";
    assert_eq!(items(&with(&[row]), "Styrkor"), ["Öppna möten", "sända möten, möten på resa", "Förslag"]);
    let rows = ["<p>Öppna möten</p>\t\t", "<p>sända möten</p>\t\t"];
    assert_eq!(items(&with(&rows), "Styrkor"), ["Öppna möten", "sända möten"]);
    // A sentence that has ended does not go on, nor does an item with a bullet of its own.
    let rows = ["• Möten hålls öppna.\t\t", "<p>torget är öppet</p>\t\t", "• sända möten\t\t"];
    assert_eq!(items(&with(&rows), "Styrkor"), ["Möten hålls öppna.", "torget är öppet", "sända möten"]);
}

/// Two items in one, because their bullets were lost: a small letter meets a capital, and
/// both words stand in the report by themselves.
#[test]
fn items_that_ran_together_are_parted_and_told() {
    let row =
        "<ul>Samtal om busslinjerRådhuset är öppet\t\t<ul>Fler svar i ChattenDigitalt • Visa HamnKontoret";
    let text = with(&[row]);
    assert_eq!(items(&text, "Styrkor"), ["Samtal om busslinjer", "Rådhuset är öppet"]);
    assert_eq!(items(&text, "Förbättringsmöjligheter"), ["Fler svar i ChattenDigitalt", "Visa HamnKontoret"]);
    let review = texts(&import(text.as_bytes()))["import-report.md"].clone();
    assert_eq!(review.matches("`import/item`").count(), 1, "{review}");
    assert!(review.contains("”Rådhuset är öppet” stod ihop med punkten före"), "{review}");
}

"""Invents spreadsheets and says what an import must make of each.

    python3 make.py FOLDER COUNT [SEED] [--long]

writes COUNT files and `expected.json`. Half come from openpyxl, half from XlsxWriter (`pip
install openpyxl XlsxWriter`; whoever only runs the tests needs neither). A third has one
mistake in one cell, which must be named; a fifth is damaged and must be refused without
harm. `--long` adds files that unpack to gigabytes. The same seed gives the same files.
"""

import csv, datetime, io, json, random, re, sys, tomllib, zipfile
from pathlib import Path

import openpyxl
import xlsxwriter
from openpyxl.utils import get_column_letter

ROOT = Path(__file__).resolve().parents[3]
EDITIONS = {}
for path in sorted((ROOT / "content/editions").glob("*.toml")):
    data = tomllib.loads(path.read_text())
    EDITIONS[data["id"]] = {
        "year": data["year"],
        "areas": [(str(a["number"]), a["name"], sum(s["maximum"] for s in a["sub-areas"])) for a in data["areas"]],
        "subs": [(s["number"], s["name"], s["maximum"]) for a in data["areas"] for s in a["sub-areas"]],
    }
TOWNS = list(csv.DictReader((ROOT / "content/municipalities.csv").open()))


class Formula:
    def __init__(self, text, value):
        self.text, self.value = text, value


class Percent:
    def __init__(self, share):
        self.share = share


class Error:
    pass


class Sheet:
    """Cells by row and column, before any library sees them."""

    def __init__(self, name):
        self.name, self.cells, self.merged = name, {}, []
        self.hidden_rows, self.hidden_columns, self.hidden = set(), set(), False

    def put(self, row, column, value):
        if value is not None:
            self.cells[row, column] = value

    def by_openpyxl(self, book):
        sheet = book.create_sheet(self.name)
        for (row, column), value in self.cells.items():
            cell = sheet.cell(row + 1, column + 1)
            if isinstance(value, Percent):
                cell.value, cell.number_format = value.share, "0%"
            elif isinstance(value, Formula):
                cell.value = value.text  # openpyxl saves no results
            elif isinstance(value, Error):
                cell.value, cell.data_type = "#VALUE!", "e"
            else:
                cell.value = value
        for first, last in self.merged:
            sheet.merge_cells(start_row=first[0] + 1, start_column=first[1] + 1, end_row=last[0] + 1, end_column=last[1] + 1)
        for row in self.hidden_rows:
            sheet.row_dimensions[row + 1].hidden = True
        for column in self.hidden_columns:
            sheet.column_dimensions[get_column_letter(column + 1)].hidden = True
        if self.hidden:
            sheet.sheet_state = "hidden"

    def by_xlsxwriter(self, book):
        sheet = book.add_worksheet(self.name)
        percent, day = book.add_format({"num_format": "0%"}), book.add_format({"num_format": "yyyy-mm-dd"})
        for first, last in self.merged:
            value = self.cells.get(first, "")
            sheet.merge_range(*first, *last, value)
        covered = {first for first, _ in self.merged}
        for (row, column), value in self.cells.items():
            if (row, column) in covered:
                continue
            if isinstance(value, Percent):
                sheet.write_number(row, column, value.share, percent)
            elif isinstance(value, Formula):
                sheet.write_formula(row, column, value.text, None, value.value if value.value is not None else "")
            elif isinstance(value, Error):
                sheet.write_formula(row, column, "=A1+1", None, "#VALUE!")
            elif isinstance(value, (datetime.date, datetime.datetime)):
                sheet.write_datetime(row, column, value, day)
            elif isinstance(value, str):
                sheet.write_string(row, column, value)
            else:
                sheet.write(row, column, value)
        for row in self.hidden_rows:
            sheet.set_row(row, None, None, {"hidden": True})
        for column in self.hidden_columns:
            sheet.set_column(column, column, None, None, {"hidden": True})
        if self.hidden:
            sheet.hide()


def save(path, sheets, writer):
    if writer == "openpyxl":
        book = openpyxl.Workbook()
        book.remove(book.active)
        for sheet in sheets:
            sheet.by_openpyxl(book)
        book.save(path)
    else:
        book = xlsxwriter.Workbook(path)
        for sheet in sheets:
            sheet.by_xlsxwriter(book)
        book.close()


def swedish(number):
    return f"{number:g}".replace(".", ",")


def invent(dice, edition, town):
    """The figures of one evaluation."""
    data = EDITIONS[edition]
    points = {n: dice.randint(0, 2 * top) / 2 for n, _, top in data["subs"]}
    values = {n: swedish(p) for n, p in points.items()}
    for number, _, top in data["areas"]:
        if dice.random() < 0.8:
            # Not nought, which is refused above sub-areas that have points.
            values[number] = swedish(dice.randint(1, top))
    if dice.random() < 0.7:
        values["total"] = swedish(dice.randint(100, 700))
    if dice.random() < 0.5:
        for number, _, top in data["subs"]:
            values[number + "%"] = swedish(round(points[number] / top * 100))
    later = [e["year"] for e in EDITIONS.values() if e["year"] > data["year"]]
    year = dice.randint(data["year"] + 1, min(later) - 1 if later else 2025)
    return {"code": town["code"], "name": town["name"], "year": year, "edition": edition, "values": values}


def number(dice, text, writer):
    """A figure as somebody may have put it into a cell."""
    value = float(text.replace(",", "."))
    kind = dice.random()
    if kind < 0.6:
        return int(value) if value.is_integer() else value
    if kind < 0.75:
        return text
    if kind < 0.8:
        return text + " p" if dice.random() < 0.5 else f" {text} "
    if kind < 0.9 and writer == "xlsxwriter":
        return Formula("=1+1", value)
    return value


def who(dice, town, column):
    name = town["name"]
    if column == "kommunkod":
        return dice.choice([town["code"], int(town["code"])])
    return dice.choice([name, name.upper(), f"{name} ", town["official_name"], town["code"]])


def keys(entries):
    found = {k for e in entries for k in e["values"]}
    order = lambda k: (k != "total", "." in k, [int(p) for p in re.findall(r"\d+", k)], "%" in k)
    return sorted(found, key=order)


def head(dice, key, edition):
    names = {n: t for n, t, _ in EDITIONS[edition]["areas"] + EDITIONS[edition]["subs"]}
    plain = key.rstrip("%")
    if plain == "total":
        text = dice.choice(["Total", "TOTALT", "Totalpoäng", "Summa poäng"])
    else:
        kind = "Delområde" if "." in plain else "Område"
        text = dice.choice([plain, f"{plain} {names[plain]}", f"{kind} {plain}", f"{kind} {plain} {names[plain]}"])
    return text + dice.choice([" %", " (%)", " procent"]) if key.endswith("%") else text


def common(dice, sheet, row):
    """A title above, and heads of the first columns."""
    for at in range(row):
        if dice.random() < 0.7:
            sheet.put(at, dice.choice([0, 0, 2]), dice.choice(["Resultat Kommunkompassen", "Uppdaterad 2024", "Alla kommuner, alla år"]))


def wide(dice, entries, edition, writer, stated):
    sheet, top = Sheet("Poäng"), dice.randint(0, 4)
    common(dice, sheet, top)
    front = [dice.choice(["Kommun", "kommunkod", "KOMMUN"]), "År"] + (["Utgåva"] if stated else [])
    shown = keys(entries)
    columns = front + shown
    if dice.random() < 0.3:
        columns.insert(2, "Kommentar")
    if dice.random() < 0.3:
        tail = columns[2:]
        dice.shuffle(tail)
        columns = columns[:2] + tail
    places = {}
    for at, column in enumerate(columns):
        text = head(dice, column, edition) if column in shown else column
        if column in shown and dice.random() < 0.1 and "." in column and "%" not in column:
            text = float(column)
        sheet.put(top, at, text)
    row = top + 1
    if dice.random() < 0.3:
        sheet.put(row, 0, "Maxpoäng")
        tops = {n: t for n, _, t in EDITIONS[edition]["areas"] + EDITIONS[edition]["subs"]}
        for at, column in enumerate(columns):
            if column in tops:
                sheet.put(row, at, tops[column])
        row += 1
    for entry in entries:
        town = next(t for t in TOWNS if t["code"] == entry["code"])
        for at, column in enumerate(columns):
            if column == front[0]:
                sheet.put(row, at, who(dice, town, column.lower()))
            elif column == "År":
                sheet.put(row, at, dice.choice([entry["year"], str(entry["year"])]))
            elif column == "Utgåva":
                sheet.put(row, at, dice.choice([edition, int(edition)]))
            elif column == "Kommentar":
                sheet.put(row, at, dice.choice([None, "ok", 12]))
            elif column in entry["values"]:
                text = entry["values"][column]
                if column.endswith("%"):
                    plain = float(text.replace(",", "."))
                    sheet.put(row, at, Percent(plain / 100) if dice.random() < 0.5 or plain <= 1 else int(plain))
                else:
                    places[row, at] = column
                    sheet.put(row, at, number(dice, text, writer))
        if dice.random() < 0.1:
            sheet.hidden_rows.add(row)
        row += dice.choice([1, 1, 1, 2])
    if dice.random() < 0.4:
        sheet.put(row, 0, dice.choice(["Medelvärde", "Källa: SKR", "Genomsnitt"]))
    if dice.random() < 0.2:
        sheet.hidden_columns.add(dice.randrange(2, len(columns)))
    return sheet, places


def double(dice, entries, edition, writer, stated):
    """Two rows of heads: what, and how it is measured."""
    sheet, top = Sheet("Poäng"), dice.randint(0, 2)
    tops = {n: t for n, _, t in EDITIONS[edition]["areas"] + EDITIONS[edition]["subs"]}
    front = ["Kommun", "År"] + (["Utgåva"] if stated else [])
    for at, text in enumerate(front):
        sheet.put(top, at, text)
        if dice.random() < 0.5:
            sheet.merged.append(((top, at), (top + 1, at)))
    places, at = {}, len(front)
    for key in [k for k in keys(entries) if not k.endswith("%")]:
        has_percent = any(key + "%" in e["values"] for e in entries)
        measures = ["Uppnått"] + (["Max"] if key != "total" else []) + (["%"] if has_percent else [])
        sheet.put(top, at, head(dice, key, edition))
        if len(measures) > 1:
            sheet.merged.append(((top, at), (top, at + len(measures) - 1)))
        for step, measure in enumerate(measures):
            sheet.put(top + 1, at + step, measure)
            for row, entry in enumerate(entries, top + 2):
                text = entry["values"].get(key + ("%" if measure == "%" else ""))
                if measure == "Max" and key in entry["values"]:
                    sheet.put(row, at + step, tops[key])
                elif measure == "%" and text is not None:
                    sheet.put(row, at + step, Percent(float(text) / 100))
                elif measure == "Uppnått" and text is not None:
                    places[row, at + step] = key
                    sheet.put(row, at + step, number(dice, text, writer))
        at += len(measures)
    for row, entry in enumerate(entries, top + 2):
        sheet.put(row, 0, entry["name"])
        sheet.put(row, 1, entry["year"])
        if stated:
            sheet.put(row, 2, edition)
    return sheet, places


def long(dice, entries, edition, writer, stated):
    """A row for every part of every evaluation."""
    sheet, top = Sheet("Alla delområden"), dice.randint(0, 3)
    common(dice, sheet, top)
    for at, text in enumerate(["Kommun", "År", "Delområde", dice.choice(["Poäng", "Uppnått", "Uppnådda poäng"]), "Procent"]):
        sheet.put(top, at, text)
    if stated:
        sheet.put(top, 5, "Utgåva")
    row, places = top + 1, {}
    names = {n: t for n, t, _ in EDITIONS[edition]["areas"] + EDITIONS[edition]["subs"]}
    for entry in entries:
        start, merge = row, dice.random() < 0.3
        for key in [k for k in keys([entry]) if not k.endswith("%")]:
            if not merge or row == start:
                sheet.put(row, 0, entry["name"])
            sheet.put(row, 1, entry["year"])
            label = "Total" if key == "total" else dice.choice([key, f"{key} {names[key]}", f"Delområde {key}"])
            sheet.put(row, 2, float(key) if dice.random() < 0.2 and key != "total" else label)
            places[row, 3] = key
            sheet.put(row, 3, number(dice, entry["values"][key], writer))
            percent = entry["values"].get(key + "%")
            if percent is not None:
                sheet.put(row, 4, Percent(float(percent) / 100))
            if stated:
                sheet.put(row, 5, edition)
            row += 1
        if merge and row - start > 1:
            sheet.merged.append(((start, 0), (row - 1, 0)))
    return sheet, places


def mistake(dice, sheet, places, edition, writer):
    """One mistake: its code and its cell."""
    place = dice.choice(sorted(places))
    key = places[place]
    tops = {n: t for n, _, t in EDITIONS[edition]["areas"] + EDITIONS[edition]["subs"]} | {"total": 800}
    kinds = {
        "sheet-no-number": dice.choice(["l5", "femton", "15 av 20", "1;5"]),
        "sheet-negative": dice.choice([-3, "-3"]),
        "sheet-above-maximum": tops[key] + 1,
        "sheet-date-cell": datetime.datetime(2026, 5, 4),
        "sheet-error-cell": Error(),
        "sheet-percent-as-points": Percent(0.5),
        "sheet-too-precise": 0.499999999,
        "sheet-ambiguous": "1.200",
    }
    if writer == "openpyxl":
        kinds["sheet-uncomputed"] = Formula("=1+1", None)
    code = dice.choice(sorted(kinds))
    sheet.put(*place, kinds[code])
    return [code, sheet.name, f"{get_column_letter(place[1] + 1)}{place[0] + 1}"]


def rezip(path, change):
    """The same archive with other parts."""
    parts = {}
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            parts[name] = archive.read(name)
    change(parts)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)


def first_sheet(parts):
    return next(name for name in sorted(parts) if name.startswith("xl/worksheets/sheet"))


DAMAGES = ["cut", "cut", "garbage", "no-workbook", "broken-xml", "string-index", "deep", "types", "dimension", "document", "zeros"]


def damage(dice, path, kind):
    """Returns what must become of it: `refused`, or `any` where both are right."""
    data = path.read_bytes()
    if kind == "cut":
        path.write_bytes(data[: dice.randrange(4, len(data) - 30)])
        return "refused"
    if kind == "garbage":
        spoilt = bytearray(data)
        for _ in range(20):
            spoilt[dice.randrange(len(spoilt))] = dice.randrange(256)
        path.write_bytes(bytes(spoilt))
        return "any"
    if kind == "zeros":
        path.write_bytes(b"PK\x03\x04" + bytes(500))
        return "refused"

    def change(parts):
        name = first_sheet(parts)
        if kind == "no-workbook":
            del parts["xl/workbook.xml"]
        elif kind == "broken-xml":
            parts[name] = parts[name][: len(parts[name]) // 2]
        elif kind == "string-index":
            parts[name] = re.sub(rb't="s"><v>\d+', b't="s"><v>999999', parts[name], count=1)
        elif kind == "deep":
            parts[name] = parts[name].replace(b"<sheetData>", b"<sheetData>" + b"<x>" * 100_000, 1)
        elif kind == "types":
            parts["[Content_Types].xml"] = b"<Types/>"
        elif kind == "dimension":
            parts[name] = re.sub(rb'<dimension ref="[^"]*"', b'<dimension ref="A1:XFD1048576"', parts[name])
        elif kind == "document":
            parts["word/document.xml"] = b"<w/>"

    rezip(path, change)
    return {"types": "any", "dimension": "right", "string-index": "any", "deep": "any"}.get(kind, "refused")


def giant(path, kind):
    """A file that unpacks to far more than it has."""

    def change(parts):
        name = first_sheet(parts)
        if kind == "bomb":
            parts[name] = parts[name].replace(b"</sheetData>", b"</sheetData>" + b" " * 3_000_000_000)
        elif kind == "strings":
            parts["xl/sharedStrings.xml"] = b"<sst>" + b"<si><t>x</t></si>" * 60_000_000 + b"</sst>"
        elif kind == "rows":
            rows = b"".join(b'<row r="%d"/>' % row for row in range(1000, 1_001_000))
            parts[name] = parts[name].replace(b"</sheetData>", rows + b"</sheetData>")
        elif kind == "cells":
            cells = b"".join(b'<row r="%d"><c r="A%d"><v>1</v></c></row>' % (row, row) for row in range(1000, 1_001_000))
            parts[name] = parts[name].replace(b"</sheetData>", cells + b"</sheetData>")

    rezip(path, change)
    return {"rows": "right", "bomb": "any"}.get(kind, "refused")


def main():
    folder, count = Path(sys.argv[1]), int(sys.argv[2])
    seed = int(sys.argv[3]) if len(sys.argv) > 3 and sys.argv[3].isdigit() else 18
    folder.mkdir(parents=True, exist_ok=True)
    expected = []
    kinds = ["bomb", "strings", "rows", "cells"] if "--long" in sys.argv else []
    for index in range(count + len(kinds)):
        dice = random.Random(seed * 100_000 + index)
        writer = ["openpyxl", "xlsxwriter"][index % 2]
        edition = dice.choice(sorted(EDITIONS))
        stated = dice.random() < 0.4
        entries = [invent(dice, edition, town) for town in dice.sample(TOWNS, dice.randint(1, 5))]
        layout = dice.choice([wide, wide, double, long])
        sheet, places = layout(dice, entries, edition, writer, stated)
        sheets = [sheet]
        if dice.random() < 0.2:
            other = Sheet("Anteckningar")
            other.put(0, 0, "Att göra")
            other.hidden = dice.random() < 0.5
            sheets.append(other)
        fate = {"file": f"{index:03}.xlsx", "layout": layout.__name__, "writer": writer, "expect": "right", "troubles": []}
        is_giant = index >= count
        if not is_giant and index % 3 == 2:
            fate["expect"], fate["troubles"] = "refused", [mistake(dice, sheet, places, edition, writer)]
        path = folder / fate["file"]
        save(path, sheets, writer)
        if is_giant:
            fate["expect"] = giant(path, kinds[index - count])
        elif index % 5 == 4 and index % 3 != 2:
            fate["damage"] = DAMAGES[index // 5 % len(DAMAGES)]
            fate["expect"] = damage(dice, path, fate["damage"])
        fate["evaluations"] = [{k: e[k] for k in ("code", "year", "edition", "values")} for e in entries]
        expected.append(fate)
    (folder / "expected.json").write_text(json.dumps(expected, ensure_ascii=False, indent=0))


main()

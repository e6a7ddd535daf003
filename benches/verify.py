#!/usr/bin/env python3
"""Does Kompass publish all of the dataset?  verify.py DATASET.json OUT_DIR

Looks at the pages of at most 60 municipalities, evenly spread, and at the
lists. On the page of an evaluation every paragraph, list item, heading, table
row and good example of the dataset must stand, in its order and as the element
it is, with as many bold, italic and linked words (so unparsed Markdown shows).
Prints one JSON object; "same" is true when nothing is amiss.
"""
import collections
import html.parser
import json
import pathlib
import re
import sys

BLOCKS = {"p", "li", "h1", "h2", "h3", "h4", "tr", "dd", "dt"}
INLINE = ("strong", "em")
LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")


class Page(html.parser.HTMLParser):
    """Blocks of <main> by element, with their text; counts of inline elements in prose."""

    def __init__(self, path):
        super().__init__()
        self.blocks = collections.defaultdict(list)
        self.inline = collections.Counter()
        self.links = []
        self.open = []
        self.inside = self.prose = False
        self.depth = 0
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag == "main":
            self.inside = True
        if not self.inside:
            return
        if tag == "div":
            self.depth += 1
            if attributes.get("class") == "prose":
                self.prose = self.depth
        if tag in BLOCKS:
            self.open.append((tag, []))
        if tag == "a":
            self.links.append(attributes.get("href"))
        if self.prose and (tag in INLINE or tag == "a"):
            self.inline[tag] += 1

    def handle_endtag(self, tag):
        if tag == "main":
            self.inside = False
        if tag == "div" and self.inside:
            self.prose = False if self.prose == self.depth else self.prose
            self.depth -= 1
        if self.open and self.open[-1][0] == tag:
            name, parts = self.open.pop()
            self.blocks[name].append(" ".join("".join(parts).split()))
        elif self.open and tag in ("td", "th"):
            self.handle_data(" ")

    def handle_data(self, data):
        for _, parts in self.open:
            parts.append(data)


def plain(markdown):
    return " ".join(LINK.sub(r"\1", markdown).replace("*", "").split())


def expected(e):
    """Blocks by element that the page of an evaluation must show, in order."""
    blocks = collections.defaultdict(list)
    for a in e["areas"]:
        blocks["h2"].append(f"{a['id']} {a['name']} {a['score']} av 100")
        names = {s["name"]: s["id"] for s in a["subareas"]}
        for line in filter(None, a["narrative"].split("\n")):
            if line.startswith("#### "):
                blocks["h3"].append(f"{names[line[5:]]} {line[5:]}")
            elif line.startswith("- "):
                blocks["li"].append(plain(line[2:]))
            else:
                blocks["p"].append(plain(line))
        for s in a["subareas"]:
            percent = round(100 * s["achieved"] / s["max"])
            blocks["tr"].append(f"{s['id']} {s['name']} {s['achieved']} {s['max']} {percent} %")
    return blocks


def is_within(wanted, found):
    """Whether all of `wanted` stands in `found`, in its order."""
    rest = iter(found)
    return all(block in rest for block in wanted)


def evaluation_faults(e, page):
    for tag, blocks in expected(e).items():
        if not is_within(blocks, page.blocks[tag]):
            missing = [block for block in blocks if block not in page.blocks[tag]]
            yield f"{tag} {(missing or ['out of order'])[0]}"
    for a in e["areas"]:
        for items in (a["strengths"], a["improvements"]):
            if not is_within([plain(item) for item in items], page.blocks["li"]):
                yield f"a list of area {a['id']}"
    text = "\n".join(a["narrative"] for a in e["areas"])
    wanted = {"strong": text.count("**") // 2, "a": len(LINK.findall(text))}
    wanted["em"] = text.replace("**", "").count("*") // 2
    if any(page.inline[tag] != count for tag, count in wanted.items()):
        yield f"inline elements {dict(page.inline)}, not {wanted}"


def example_faults(e, page):
    for a in e["areas"]:
        for g in a["good_examples"]:
            fits = any(g["name"] in item and g["text"] in item for item in page.blocks["li"])
            if not fits or f"/kommuner/{g['slug']}/" not in page.links:
                yield f"good example {g['name']} in area {a['id']}"


def municipality_faults(root, m):
    latest = max(m["evaluations"], key=lambda e: e["year"])
    overview = Page(root / f"kommuner/{m['slug']}/index.html")
    about = " ".join(overview.blocks["p"][:1]).replace("\u00a0", "")
    digits = re.sub(r"(?<=\d) (?=\d)", "", about)
    for fact in (m["code"], m["county"], str(m["population"])):
        if fact not in digits:
            yield f"kommuner/{m['slug']}: {fact}"
    yield from (f"kommuner/{m['slug']}: {fault}" for fault in evaluation_faults(latest, overview))
    for e in m["evaluations"]:
        page = Page(root / f"kommuner/{m['slug']}/{e['year']}/index.html")
        faults = [*evaluation_faults(e, page), *example_faults(e, page)]
        yield from (f"kommuner/{m['slug']}/{e['year']}: {fault}" for fault in faults)


def counting(m):
    """The evaluations that count in their editions."""
    return {e["edition"]: e for e in sorted(m["evaluations"], key=lambda e: e["year"])}.values()


def list_faults(root, data):
    comparison = Page(root / "jamfor/index.html").blocks["tr"]
    areas = {a["id"]: Page(root / f"omraden/{a['slug']}/index.html").blocks["tr"] for a in data["areas"]}
    found = [collections.Counter(rows) for rows in (comparison, *areas.values())]
    for m in data["municipalities"]:
        for e in counting(m):
            for rows, a in zip(found[1:], e["areas"]):
                if not rows[f"{m['name']} {e['year']} {a['score']}"]:
                    yield f"omraden/{a['slug']}: {m['name']} {e['year']}"
            scores = [str(a["score"]) for a in e["areas"]]
            orders = (scores + [str(e["total"])], [str(e["total"])] + scores)
            if not any(found[0][" ".join([m["name"], str(e["year"]), *order])] for order in orders):
                yield f"jamfor: {m['name']} {e['year']}"


def main():
    if len(sys.argv) != 3:
        raise SystemExit(f"usage: {sys.argv[0]} DATASET.json OUT_DIR")
    with open(sys.argv[1], encoding="utf-8") as file:
        data = json.load(file)
    root = pathlib.Path(sys.argv[2])
    chosen = data["municipalities"][::max(1, len(data["municipalities"]) // 60)]
    faults = list(list_faults(root, data))
    for m in chosen:
        faults += municipality_faults(root, m)
    print(json.dumps({"municipalities": len(chosen), "same": not faults, "fault_count": len(faults),
                      "faults": faults[:10]}, ensure_ascii=False))
    raise SystemExit(bool(faults))


if __name__ == "__main__":
    main()

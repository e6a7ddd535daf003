"""Sets an invented report with WeasyPrint, with score tables in narrow columns: titles and
labels of sums take several lines, and figures stand beside the middle of them.
Usage: python3 narrow.py ../NAME/report.txt OUT.pdf"""
import html
import re
import sys

from weasyprint import HTML

source, target = sys.argv[1:]
STYLE = """
@page { size: A4; margin: 2.5cm }
body { font: 10pt/1.3 "DejaVu Sans" } h2 { font-size: 14pt } p { margin: 0 0 8pt }
table { border-collapse: collapse; margin: 0 0 12pt } td { vertical-align: middle; padding: 2pt 3pt }
.score { width: 7.2cm; table-layout: fixed } .score td { font-size: 9pt }
.score td + td { width: 1.3cm }
.lists td, .box td { vertical-align: top; width: 5.3cm } ul { margin: 0; padding-left: 12pt }
"""
out, rows = [], []


def cell(text):
    items = [it.strip() for it in re.sub(r"<[^>]*>", "", text).split("•") if it.strip()]
    if "•" in text:
        return "<ul>" + "".join(f"<li>{html.escape(it)}</li>" for it in items) + "</ul>"
    return html.escape(" ".join(items))


def end():
    if not rows:
        return
    kind = "score" if any("%" in it for row in rows for it in row) else "lists"
    area = rows[0][0].rstrip(".")
    body = []
    for row in rows:
        if kind == "score":
            # The number stands before the title, and sums have a label.
            title = " ".join(row[:-3]).strip() or f"Summa för område {area} enligt utvärderarna"
            row = [title] + row[-3:]
        body.append("<tr>" + "".join(f"<td>{cell(it)}</td>" for it in row) + "</tr>")
    out.append(f'<table class="{kind}">' + "".join(body) + "</table>")
    rows.clear()


for line in open(source, encoding="utf-8").read().splitlines():
    if "\t" in line and not re.search(r"(\t|\.\.)\d+$", line) or "%" in line or line.startswith("<ul"):
        rows.append(line.split("\t"))
        continue
    end()
    text = html.escape(re.sub(r"[\t.]{2,}|\t", " ", line).strip())
    if re.match(r"(Område )?\d\.? [A-ZÅÄÖ]", text) and not re.search(r"\d$", text):
        out.append(f"<h2>{text}</h2>")
    elif text:
        out.append(f"<p>{text}</p>")
end()
HTML(string=f"<style>{STYLE}</style>" + "".join(out)).write_pdf(target)

"""The catalogue: every indicator, the files to take away, the glossary."""

from __future__ import annotations

import json

from markupsafe import Markup

from ..data.root import place_folder
from ..model import Lang, Report, Text
from ..parts import Html, Table, heads, indicator_link, render
from ..wording import vietnamese_key
from ..words import written

#: The tables of a year and of the catalogue that a reader may take away, by name, as shown.
YEAR_TABLES = {
    "observations": written("Observations"),
    "standings": written("Places and agencies named"),
    "statements": written("Statements without a number"),
    "rulings": written("Rulings on findings"),
}
CATALOGUE_TABLES = {
    "indicators": written("Indicators"),
    "targets": written("Targets"),
    "references": written("Reference values"),
    "pillars": written("Pillars"),
    "sections": written("Sections"),
    "scopes": written("Scopes"),
    "units": written("Units"),
    "places": written("Places and agencies"),
    "breaks": written("Breaks in series"),
    "sources": written("Sources"),
    "glossary": written("Glossary"),
}
_ABOUT = written("The province’s digital-transformation figures by pillar, each with its sentence.")


def catalogue(report: Report, lang: Lang) -> Html:
    """Every indicator, with its unit, scopes and id."""
    rows = tuple(
        (
            indicator_link(i, lang),
            report.pillar(i.pillar).name[lang],
            report.unit(i.unit).name[lang],
            ", ".join(report.scope(s).short[lang] for s in i.scopes),
            Markup("<code>{}</code>").format(i.id),
        )
        for i in report.indicators()
    )
    columns = (*heads(lang, "indicator", "pillar", written("Unit"), "scope"), "id")
    caption = written("List of indicators")[lang]
    return Table("indicator-list", caption, columns, rows).html(lang)


def downloads(report: Report, lang: Lang) -> Html:
    """The files of the edition's data package."""
    files = [(f"data/{path}", title[lang]) for path, title in files_of(report)]
    return Html(render("downloads.html", files=files, dataset=_dataset(report, files, lang)))


def files_of(report: Report) -> list[tuple[str, Text]]:
    """The files that a reader may take away, relative to the edition's `data/`, with titles.

    They are among those that `dxbook.site.downloads` writes: a test holds that.
    """
    present = {
        "observations": True,
        "standings": bool(report.standings()),
        "statements": bool(report.statements()),
        "rulings": bool(report.rulings()),
    }
    tables = [(report.year, name) for name in YEAR_TABLES if present[name]]
    tables += [(y, "observations") for y in reversed(report.known_years()) if y != report.year]
    files = [
        (
            f"{place_folder(year, report.of_place)}/{name}.csv",
            written("{table}, {year}", table=YEAR_TABLES[name], year=year),
        )
        for year, name in tables
    ]
    files += [(f"{name}.csv", title) for name, title in CATALOGUE_TABLES.items()]
    source = report.source()
    if source is not None:
        files.append((source.path, source.title))
    return [*files, ("datapackage.json", written("Data package descriptor (Frictionless)"))]


def _dataset(report: Report, files: list[tuple[str, str]], lang: Lang) -> Markup:
    """The edition's data as a schema.org `Dataset`, for search engines (JSON-LD)."""
    source = report.source()
    described = {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": source.title[lang] if source else str(report.year),
        "description": _ABOUT[lang],
        "inLanguage": lang,
        "temporalCoverage": str(report.year),
        "license": "https://creativecommons.org/licenses/by/4.0/",
        "isBasedOn": source.url if source else "",
        "variableMeasured": [i.name[lang] for i in report.indicators()],
        "distribution": [
            {
                "@type": "DataDownload",
                "name": name,
                "contentUrl": address,
                "encodingFormat": "text/csv",
            }
            for address, name in files
            if address.endswith(".csv")
        ],
    }
    text = json.dumps(described, ensure_ascii=False, sort_keys=True)
    return Markup(text.replace("<", "\\u003c"))


def glossary(report: Report, lang: Lang) -> Html:
    """The glossary in the order of the language's alphabet."""
    terms = sorted(report.terms(), key=lambda t: vietnamese_key(t.term[lang]))
    return Html(render("glossary.html", terms=terms, lang=lang, other=written("vi")[lang]))

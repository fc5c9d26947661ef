"""Tables that are about the whole book: targets, changes, derived values, catalogue, glossary."""

from __future__ import annotations

import json
from collections.abc import Callable
from decimal import Decimal
from urllib.parse import urlsplit

from markupsafe import Markup

from ..audit import trace_source
from ..model import Lang, Reference, Report, Target
from ..parts.figures import shown, sum_in_words
from ..parts.html import Html, render
from ..parts.labels import LABELS, label
from ..parts.tables import Cell, Table, indicator_link
from ..parts.target_rows import target_columns, target_rows
from ..wording.numbers import number, period, quantity
from ..wording.phrases import VERDICT
from ..wording.sorting import vietnamese_key
from ..words import written

TargetTest = Callable[[Target], bool]


def targets_of_year(report: Report, which: TargetTest, id: str, caption: str, lang: Lang) -> Table:
    """The targets of all indicators that a condition picks."""
    rows = [
        row
        for indicator in report.indicators()
        for row in target_rows(
            report, indicator, [t for t in report.targets(indicator.id) if which(t)], lang
        )
    ]
    return Table(id, caption, target_columns(lang), tuple(rows))


def about_source(report: Report, lang: Lang) -> Html:
    """Who published the year's source and where, its fingerprint, and how its numbers ended."""
    source = report.everything().source()
    if source is None:
        return Html(Markup('<p class="dx-note">{}</p>').format(label("not_stated", lang)))
    trace = trace_source(report)
    words = {
        "vi": (
            "Tên",
            "Nơi công bố",
            "Địa chỉ",
            "Ngày lấy",
            "Số trong báo cáo",
            "Đã truy nguyên",
            "Để riêng",
        ),
        "en": (
            "Title",
            "Published by",
            "Address",
            "Retrieved",
            "Numbers in it",
            "Traced",
            "Set aside",
        ),
    }[lang]
    link = Markup('<a href="{0}" rel="noopener">{0}</a>').format(source.url)
    counts = (trace.tokens, trace.traced, len(trace.set_aside))
    values = (
        source.title[lang],
        source.publisher[lang],
        link if source.url.startswith("https://") else source.url,
        period(source.retrieved_on, lang) if source.retrieved_on else label("not_recorded", lang),
        *(number(Decimal(n), lang) for n in counts),
        Markup("<code>{}</code>").format(source.sha256),
    )
    return Html(render("about_source.html", rows=zip((*words, "SHA-256"), values, strict=True)))


def derived_table(report: Report, lang: Lang) -> Table:
    """What the source lets one derive about the year before, with the sums."""
    before = report.year - 1
    rows: list[tuple[Cell, ...]] = []
    for indicator in report.indicators():
        for scope in indicator.scopes:
            o = report.observation(indicator.id, scope, "level", before)
            if o is not None and o.status == "derived":
                rows.append(
                    (
                        indicator_link(indicator, lang),
                        report.scope(scope).short[lang],
                        shown(report, o, lang),
                        sum_in_words(o.note, lang),
                    )
                )
    caption = written("Values of {before}, derived", before=before)[lang]
    sum_name = written("Sum")[lang]
    columns = (label("indicator", lang), label("scope", lang), str(before), sum_name)
    return Table("derived", caption, columns, tuple(rows))


def references_table(report: Report, pillar: str | None, lang: Lang) -> Table:
    """National values of about the same time, beside the province's."""
    ids = {i.id for i in report.indicators(pillar)}
    rows = [
        _reference_row(report, r, lang)
        for r in report.references()
        if (r.indicator in ids if pillar else not r.indicator or r.indicator in ids)
    ]
    caption = written("Values for context")[lang]
    own = written("The province’s value")[lang]
    where = written("Where and when")[lang]
    columns = (
        label("indicator", lang),
        where,
        label("value", lang),
        own,
        label("note", lang),
        label("source", lang),
    )
    return Table(f"references-{pillar or 'all'}", caption, columns, tuple(rows))


def _reference_row(report: Report, reference: Reference, lang: Lang) -> tuple[Cell, ...]:
    unit = report.unit(reference.unit)
    if reference.high is not None:
        value = f"{number(reference.value, lang)}–{quantity(reference.high, unit, lang)}"
    else:
        value = quantity(reference.value, unit, lang)
    own: Cell = ""
    if reference.indicator:
        own = VERDICT["related"][lang]
        if reference.same:
            own = shown(report, report.observation(reference.indicator, reference.scope), lang)
    source: Cell = reference.source_title
    if not urlsplit(reference.url).path.strip("/"):
        source = f"{reference.source_title} ({label('no_address', lang)})"
    elif reference.url.startswith(("https://", "http://")):
        source = Markup('<a href="{}" rel="noopener">{}</a>').format(
            reference.url, reference.source_title or reference.url
        )
    where = f"{reference.place[lang]}, {period(reference.period, lang)}"
    return reference.name[lang], where, value, own, reference.note[lang], source


def catalogue_table(report: Report, lang: Lang) -> Table:
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
    caption = written("List of indicators")[lang]
    names = ("indicator", "pillar", "unit", "scope")
    return Table("indicator-list", caption, (*(label(n, lang) for n in names), "id"), rows)


def downloads(report: Report, lang: Lang) -> Html:
    """The files of the edition's data package."""
    years = [*report.known_years()]
    described = {
        "observations": ("Số liệu", "Observations"),
        "standings": ("Địa bàn, cơ quan được nêu tên", "Places and agencies named"),
        "statements": ("Nhận định không kèm số", "Statements without a number"),
        "rulings": ("Cách xử lý các điểm cần lưu ý", "Rulings on findings"),
    }
    catalogue = {
        "indicators": ("Chỉ tiêu", "Indicators"),
        "targets": ("Mục tiêu", "Targets"),
        "references": ("Số liệu đối chiếu", "Reference values"),
        "pillars": ("Nội dung", "Pillars"),
        "sections": ("Mục", "Sections"),
        "scopes": ("Phạm vi", "Scopes"),
        "units": ("Đơn vị tính", "Units"),
        "places": ("Địa bàn, cơ quan", "Places and agencies"),
        "breaks": ("Chỗ chuỗi số liệu đứt đoạn", "Breaks in series"),
        "sources": ("Nguồn", "Sources"),
        "glossary": ("Thuật ngữ", "Glossary"),
    }
    at = 0 if lang == "vi" else 1
    present = {
        "observations": True,
        "standings": bool(report.standings()),
        "statements": bool(report.statements()),
        "rulings": bool(report.rulings()),
    }
    files = [
        (f"data/{report.year}/{name}.csv", f"{words[at]}, {report.year}")
        for name, words in described.items()
        if present[name]
    ]
    files += [
        (f"data/{year}/observations.csv", f"{described['observations'][at]}, {year}")
        for year in reversed(years)
        if year != report.year
    ]
    files += [(f"data/{name}.csv", words[at]) for name, words in catalogue.items()]
    source = report.source()
    if source is not None:
        files.append((f"data/{source.path}", source.title[lang]))
    package = ("Gói dữ liệu (Frictionless)", "Data package descriptor (Frictionless)")
    files.append(("data/datapackage.json", package[at]))
    return Html(render("downloads.html", files=files, dataset=dataset(report, files, lang)))


def dataset(report: Report, files: list[tuple[str, str]], lang: Lang) -> Markup:
    """The edition's data as a schema.org `Dataset`, for search engines (JSON-LD)."""
    source = report.source()
    described = {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": source.title[lang] if source else str(report.year),
        "description": label("dataset", lang),
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


def standings_list(report: Report, indicator: str, lang: Lang) -> Html:
    """The places that the source names for an indicator, and what its silence means."""
    found = report.standings(indicator)
    places = [(report.place(s.place).name[lang], s) for s in found]
    closed = bool(found) and all(s.closed for s in found)
    return Html(
        render(
            "standings.html",
            name=report.indicator(indicator).name[lang],
            places=places,
            closed=closed,
            lang=lang,
            labels=LABELS,
        )
    )

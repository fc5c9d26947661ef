"""`dxbook new-indicator`: one indicator more."""

from __future__ import annotations

from typing import Annotated

from typer import Argument, Option

from ..data import find_root
from ..words import said
from .app import Root, announce, command, say


@command("new-indicator")
def new_indicator(
    id: Annotated[str, Argument(help=said("The indicator's id, e.g. awareness_training."))],
    pillar: Annotated[str, Option(help=said("Id of its pillar."))],
    unit: Annotated[str, Option(help=said("Id of its unit, e.g. percent."))],
    scope: Annotated[list[str], Option(help=said("Id of a scope; may be repeated."))],
    name_vi: Annotated[str, Option(help=said("Its name in Vietnamese."))],
    name_en: Annotated[str, Option(help=said("Its name in English."))],
    definition_vi: Annotated[str, Option(help=said("What is measured (vi)."))],
    definition_en: Annotated[str, Option(help=said("What is measured (en)."))],
    direction: Annotated[
        str, Option(help=said("Which way is better: higher, lower or neither."))
    ] = "higher",
    section: Annotated[str, Option(help=said("Id of its section, where the pillar has any."))] = "",
    root: Root = None,
) -> None:
    """Add an indicator to the catalogue, and an empty row for it to the newest year.

    Example: dxbook new-indicator awareness_training --pillar awareness --unit percent
    --scope agencies-districts --name-vi "Cơ quan có tập huấn" --name-en "Agencies with training"
    --definition-vi "Tỷ lệ cơ quan có tập huấn." --definition-en "Share of agencies with training."
    """
    from ..additions import NewIndicator, add_indicator, undoing_indicator

    scopes = tuple(word for said in scope for word in said.split())
    new = NewIndicator(
        id=id,
        pillar=pillar,
        unit=unit,
        scopes=scopes,
        name_vi=name_vi,
        name_en=name_en,
        definition_vi=definition_vi,
        definition_en=definition_en,
        direction=direction,
        section=section,
    )
    here = find_root(root)
    files, workbook = add_indicator(here, new)
    for file in files:
        announce("Written: {file}", file=file)
    there = any((here / file).with_name("workbook.xlsx").exists() for file in files)
    say(undoing_indicator(id, files, workbook=there))
    if there and not workbook:
        announce(
            "The workbook that is being filled in has no row for it, and its lists lack it. Type "
            "the id {id} and the id of the scope ({scopes}) into an empty row at the end of the "
            "sheet “Số liệu”, or import first and then bring the workbook up to date: dxbook "
            "workbook --year YEAR.",
            id=id,
            scopes=", ".join(scopes),
        )

"""The words of the site's frame, in both languages."""

from __future__ import annotations

from ..model import Text
from ..words import written

WORDS: dict[str, Text] = {
    "skip": written("Skip to main content"),
    "contents": written("Contents"),
    "on_this_page": written("On this page"),
    "close": written("Close"),
    "previous": written("Previous page"),
    "next": written("Next page"),
    "theme": written("Switch light or dark"),
    "editions": written("Year and language"),
    "whole": written("The whole province"),
    "edition": written("Edition"),
    "search": written("Search"),
    "search_label": written("A word, an indicator or a number"),
    "search_page": written("Search the whole book"),
    "search_noscript": written(
        "Search needs JavaScript. The contents, the catalogue and the glossary do without."
    ),
    "search_none": written("Nothing found."),
    "search_one": written("Found in 1 place."),
    "search_some": written("Found in % places."),
    "see_source": written("See it in the source report"),
    "more": written("See the details"),
    "standing": written(
        "Made from a published report; not an official publication of the province."
    ),
    "licence": written("Data may be reused under CC BY 4.0, with the source named."),
    "doubt": written("To be clarified: see “Checking the numbers”"),
    "cite": written("Cite"),
    "report": written("Report an error"),
    "copy_details": written("Copy details to report an error"),
    "copied": written("Copied."),
    "data": written("Data"),
    "missing_title": written("There is no such page"),
}

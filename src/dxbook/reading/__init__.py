"""Reading a prose report: from its text to proposals for a year's values.

A text (`texts`) is read as words in one spelling (`words`, `language`), its numbers as amounts
(`amounts`), each in a clause of its own (`clauses`, `tables`). A clause is understood from its own
words and what it leans on (`saying`, `headings`, `views`), so each number becomes candidates for
indicators (`wordings`, `last_year`, `scopes`, `doubts`, `candidates`), of which the likeliest are
chosen (`choices`), completed (`levels`, `changes`) and proposed with a score (`proposals`).

Nothing here knows any one report: what is known of Vietnamese is in `vietnamese.toml`, and what is
known of indicators in the catalogue.
"""

from .doubts import year_of
from .proposals import Proposal, Reading, Unclaimed
from .reading import read_report
from .texts import read_file

__all__ = ["Proposal", "Reading", "Unclaimed", "read_file", "read_report", "year_of"]

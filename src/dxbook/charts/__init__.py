"""The charts of the book and of its notebooks: a table, a kind, a title and an alternative each.

`kinds` are functions of a table, `forms` how Altair writes each without one, `book` the charts that
notebooks call by name, `own` what a notebook draws itself; `drawing` shows any of them.
"""

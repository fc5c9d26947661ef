"""The book's own charts: each a table, a kind, a title and an alternative, under its name.

Every module here is read when a chart is asked for; a new one is named nowhere else.
"""

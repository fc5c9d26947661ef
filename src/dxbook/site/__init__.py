"""Executed pages to a published site: stage, Jupyter Book, theme, publish."""

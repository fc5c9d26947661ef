"""Parts of pages and the words for them: figures, tables, citations, labels, HTML."""

"""Rows of text to files: tables written to the byte, files written whole, snapshots to undo by."""

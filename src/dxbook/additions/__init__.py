"""What an analyst adds to a book: a page, an indicator."""

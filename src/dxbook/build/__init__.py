"""A build, above what it is made of: which editions, run, assembled, published; and by whom.

    options   what may be asked for: `BuildOptions`
    ready     done by the book's daemon or here; where its pages run
    book      from the book's folder to the published site
    chosen    which editions, of which pages

Nothing is imported here: a build in which nothing changed needs `options` only.
"""

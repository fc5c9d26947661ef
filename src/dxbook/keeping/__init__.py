"""What is kept on the disk: files written whole or not at all, digests by which content is known
again, and stamps of what was known once. It knows nothing of what the files hold.

Nothing is imported here: a build in which nothing changed needs `digests` only.
"""

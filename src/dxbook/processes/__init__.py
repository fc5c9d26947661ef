"""The processes of a build, apart from what runs in them: docs/architecture.md draws them.

    daemon          builds, and stays for the next build
    kernel_server   has imported what pages import, and forks a `kernel` for each page
    painter         draws charts for all kernels, and keeps the pictures
    servers         starts the last two, knows their addresses, ends them
    provisioner     what Jupyter's clients ask for a kernel of the server

Nothing is imported here: each process imports its own module and no more.
"""

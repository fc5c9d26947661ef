"""The `dxbook` command: parse, call, print."""

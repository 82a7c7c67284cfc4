"""The command line: one module per command, to parse, call, print and exit.

Heavy imports stay inside the commands.
"""

LANG = "--lang"

"""The face: one module a command; it parses, calls, prints and exits.

Heavy imports stay inside the commands.
"""

LANG = "--lang"

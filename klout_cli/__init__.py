"""klout-cli: an open influence score from a person's own exports, checked line by line."""

__version__ = "0.1.0"
SETTINGS_FILE = "klout.yaml"

"""The way of other rooms' texts to any output: translated, and harmless."""

from klout_cli.reports.safe import LONGEST, safe
from klout_cli.translation import Message, translate


def show(text: str, longest: int = LONGEST) -> str:
    """Return a text of another room in the language of the run, as one harmless line.

    A message's own texts are made harmless one by one, so that it can still be translated.
    """
    if isinstance(text, Message):
        return safe(translate(text.with_texts(safe)), longest)
    return safe(translate(text), longest)

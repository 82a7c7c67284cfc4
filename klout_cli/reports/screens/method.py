"""What stands below screens: the method, and what a score is not."""

from klout_cli import __version__
from klout_cli.reports.safe import safe
from klout_cli.reports.screens.blocks import Facts
from klout_cli.results import ModelName
from klout_cli.translation import gettext as _


def limits() -> str:
    """Return the sentence on what a score is not."""
    return _("An estimate from your exports. One of many factors, never a judgement.")


def method(model: ModelName) -> Facts:
    """Return the model and the version of the program."""
    kind = _("the standard method") if model.standard else _("not the standard method")
    fingerprint = safe(model.fingerprint)[: len("sha256:") + 12]
    named = f"{safe(model.name)} {model.version} ({fingerprint}), {kind}"
    return Facts("", ((_("Method"), named), (_("Program"), f"klout-cli {__version__}")))

"""r."""


def rank() -> None:
    """r."""

"""The one helper of our pictures: values to coordinates."""

from typing import NamedTuple


class Scale(NamedTuple):
    """A linear scale from `low`–`high` to `start`–`end`; values outside are drawn at the ends."""

    low: float
    high: float
    start: float = 0.0
    end: float = 100.0

    def __call__(self, value: float) -> float:
        """Return where a value is drawn, in the middle where all values are the same."""
        if self.high <= self.low:
            return (self.start + self.end) / 2
        part = (min(max(value, self.low), self.high) - self.low) / (self.high - self.low)
        return round(self.start + part * (self.end - self.start), 2)

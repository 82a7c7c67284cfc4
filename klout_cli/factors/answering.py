"""Answering: responses that wait for a reply. Observed for hints and the audit.

Reciprocity scores the exchange.
"""

from collections import Counter
from datetime import timedelta

from klout_cli.factors.interface import Observed
from klout_cli.person.account import TALK, day_of
from klout_cli.person.view import AccountView
from klout_cli.results import Measurement
from klout_cli.translation import gettext_noop as N_


class Answering(Observed):
    """Do you answer those who talk to you?

    Public comments, replies and mentions since the first counted post, received from each person
    and given to them. What was received beyond what was given is unanswered. Only counts are kept.

    Blind spots: an answer in another place isn't visible; thanks need none.
    """

    id = "answering"
    title = "Answering"
    unit = "unanswered comments and mentions"
    needs = ("interactions",)

    def measure(self, view: AccountView) -> Measurement:
        """Measure one account.

        `talk` are rows of (received, given, open, people), private messages among the first two.
        """
        talk = [(received, given) for received, given in view.exchange.values() if received]
        if not talk:
            return self.missing(
                N_("this export doesn't show both what you received and what you answered")
            )
        recent = _count_recent(view)
        open_by = {
            partner: min(recent[partner], max(0, received - given))
            for partner, (received, given) in view.exchange.items()
        }
        rows = Counter(
            (received + private_in, given + private_out, open_by[partner])
            for partner, (received, given) in view.exchange.items()
            for private_in, private_out in [view.threads.get(partner, (0, 0))]
        )
        return self.measured(
            received=sum(received for received, _ in talk),
            people=len(talk),
            unanswered=sum(max(0, received - given) for received, given in talk),
            share=_share(talk),
            waiting=sum(received > given for received, given in talk),
            open=sum(open_by.values()),
            open_people=sum(number > 0 for number in open_by.values()),
            talk=tuple((*row, people) for row, people in sorted(rows.items())),
        )


def _share(talk: list[tuple[int, int]]) -> float:
    """Return the share of what was received that was answered."""
    answered = sum(min(received, given) for received, given in talk)
    return answered / sum(received for received, _ in talk)


def _count_recent(view: AccountView) -> Counter[str]:
    """Count what each person wrote so recently that a reply still makes sense."""
    first = view.day - timedelta(days=view.rules.hints.evidence.open_days)
    recent: Counter[str] = Counter()
    for talk in view.account.interactions:
        received = talk.kind in TALK and talk.direction == "in" and not talk.private
        if received and talk.at is not None and first < day_of(talk.at) <= view.day:
            recent[talk.partner] += talk.count
    return recent

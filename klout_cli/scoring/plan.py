"""The shortest plan to a goal: which hints together reach a score, in the fewest minutes."""

import heapq
from collections.abc import Sequence

from klout_cli.results import Judgement, Measured, Plan, Snapshot
from klout_cli.scoring.combine import bend, combine
from klout_cli.scoring.hints import Idea, find_ideas
from klout_cli.scoring.judge import score_of
from klout_cli.scoring.model import Model
from klout_cli.scoring.whatif import changed

MOST_IDEAS = 14  # that are combined: the most rewarding ones


def plan_goal(
    snapshot: Snapshot, judgement: Judgement, model: Model, goal: float, days: int | None = None
) -> Plan:
    """Return the hints that reach a goal together: least minutes, then fewest hints.

    With `days`, only those that show in the score by then. Where all together don't reach it, the
    plan holds them all, and `reached` is False.
    """
    ideas = [
        idea
        for idea in find_ideas(snapshot, judgement, model)
        if idea.changes and (days is None or idea.days <= days)
    ][:MOST_IDEAS]
    combinations = _Combinations(snapshot.measured, judgement, model, ideas)
    everything = (1 << len(ideas)) - 1
    chosen = _search(combinations, goal) if combinations.score(everything) >= goal else everything
    score = combinations.score(chosen)
    hints = tuple(idea.hint for number, idea in enumerate(ideas) if chosen >> number & 1)
    return Plan(
        goal=goal,
        start=judgement.score.value,
        score=score,
        reached=score >= goal,
        hints=hints,
        minutes=sum(hint.minutes or 0 for hint in hints),
    )


class _Combinations:
    """Scores with some of the ideas followed, as bit masks; each account is rescored once."""

    def __init__(
        self,
        measured: Sequence[Measured],
        judgement: Judgement,
        model: Model,
        ideas: Sequence[Idea],
    ) -> None:
        self.measured, self.model, self.ideas = measured, model, ideas
        self.minutes = [idea.hint.minutes or 0 for idea in ideas]
        scores = {account.id: account.score for account in judgement.accounts}
        self.unchanged = {id: score for id, score in scores.items() if score is not None}
        self.masks = {
            id: sum(
                1 << number
                for number, idea in enumerate(ideas)
                if any(change.account == id for change in idea.changes)
            )
            for id in self.unchanged
        }
        self.known: dict[tuple[str, int], float] = {}

    def score(self, mask: int) -> float:
        """Return the person's score with the ideas of a mask."""
        scores = [self._account(id, mask & own) for id, own in self.masks.items()]
        return bend(combine(scores, self.model), self.model)

    def _account(self, id: str, mask: int) -> float:
        if not mask:
            return self.unchanged[id]
        if (id, mask) not in self.known:
            changes = [
                change
                for number, idea in enumerate(self.ideas)
                if mask >> number & 1
                for change in idea.changes
                if change.account == id
            ]
            account = next(
                account
                for account in changed(self.measured, changes, self.model)
                if account.id == id
            )
            self.known[id, mask] = float(score_of(account, self.model).score)
        return self.known[id, mask]


def _search(combinations: _Combinations, goal: float) -> int:
    """Return the mask of the cheapest ideas that reach a goal that all of them reach.

    Best first by minutes, then number: the first combination that reaches the goal is the plan.
    What even all later ideas can't bring to the goal is left out.
    """
    minutes = combinations.minutes
    order = sorted(range(len(minutes)), key=lambda number: minutes[number])
    queue = [(0, 0, 0, 0)]  # minutes, ideas, position in the order, mask
    while queue:
        spent, number, position, mask = heapq.heappop(queue)
        if combinations.score(mask) >= goal:
            return mask
        for place in range(position, len(order)):
            later = sum(1 << order[rest] for rest in range(place, len(order)))
            if combinations.score(mask | later) < goal:
                break
            added = mask | 1 << order[place]
            item = (spent + minutes[order[place]], number + 1, place + 1, added)
            heapq.heappush(queue, item)
    raise AssertionError

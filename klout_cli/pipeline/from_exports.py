"""What no snapshot keeps and only exports tell: topics proposed from the words of posts, and the people around."""

from msgspec.structs import replace

from klout_cli.errors import InputError
from klout_cli.factors.by_topic import ByTopic
from klout_cli.importers.read import Found
from klout_cli.person.circle import circle
from klout_cli.person.phrases import find_key_phrases
from klout_cli.person.topics import Topic, Topics
from klout_cli.pipeline.judging import judged
from klout_cli.pipeline.measuring import Request, exports_of, person
from klout_cli.results import Taken
from klout_cli.results.around import Circle
from klout_cli.results.displayed import Subject
from klout_cli.scoring.judge import standing_value
from klout_cli.scoring.topics import subjects as topic_by_topic

PROPOSALS = 10


def proposals(taken: Taken, request: Request, found: Found) -> tuple[Subject, ...]:
    """Return what else the posts that count are about, measured like stated topics.

    For the person's own screen, and kept nowhere.
    """
    profile, stated, model = person(found, request), Topics(request.topics), request.model
    texts = [
        one.post.text
        for seen in profile.seen(model, stated)
        for one in seen.counted
        if one.post.text
    ]
    with request.progress.step("looking for topics"):
        phrases = find_key_phrases(texts, stated, PROPOSALS)
        topics = Topics({phrase: Topic(keywords=[phrase]) for phrase in phrases})
    observed = {seen.account.id: ByTopic().measure(seen) for seen in profile.seen(model, topics)}
    measured = [
        replace(account, observed=(observed[account.id],)) for account in taken.snapshot.measured
    ]
    judgement = judged(taken, model).judgement
    return tuple(one for one in topic_by_topic(measured, judgement, model) if one.topic)


def network(request: Request, *, merge: bool = True) -> Circle:
    """Return the people around the person in the exports.

    Raises as `take` does, InputError also where the exports name nobody (G2).
    """
    found = around(request, exports_of(request), merge=merge)
    if not found.members:
        raise InputError(
            "these exports name nobody the person dealt with",
            "",
            "klout sources tells which exports do",
        )
    return found


def around(request: Request, exports: Found, *, merge: bool = True) -> Circle:
    """Return the people around the person in exports that are read already.

    Raises as `seen_on` does.
    """
    found, model = person(exports, request), request.model
    with request.progress.step("looking at the people"):
        return circle(
            found.accounts,
            Topics(request.topics),
            model.people,
            lambda one: standing_value(one.kind, one.value, model),
            model.factors.network.expert,
            found.as_of,
            found.name,
            merge=merge,
        )

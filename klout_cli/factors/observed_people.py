"""What the people around an account show: for hints, audit and explanations."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import timedelta

from klout_cli.factors.contrast import spread_facts
from klout_cli.factors.interface import Observed
from klout_cli.person.account import TALK, day_of, is_response, week_of
from klout_cli.person.people import standings
from klout_cli.person.persons import employer
from klout_cli.person.rows import Interaction
from klout_cli.person.view import AccountView
from klout_cli.results import Measurement
from klout_cli.translation import gettext_noop as N_

GIVEN = frozenset(("mention", "reply", "comment", "reaction", "repost", "wall_post"))
TOP = 5  # responders
LINK_WEEKS = 52


class Activity(Observed):
    """What do you do here in public?

    Own public posts of any kind up to the day, public talk and reactions given to others, and
    private talk where it was read.

    Blind spots: what an export leaves out looks like silence; messages are not read.
    """

    id = "activity"
    title = "Activity"

    def measure(self, view: AccountView) -> Measurement:
        """Measure one account."""
        account = view.account
        return self.measured(
            published=sum(post.public and post.at < view.end for post in account.posts),
            given=sum(
                interaction.count
                for interaction in account.interactions
                if interaction.direction == "out"
                and interaction.kind in GIVEN
                and not interaction.private
            ),
            private=sum(
                interaction.count for interaction in account.interactions if interaction.private
            ),
        )


class Answering(Observed):
    """Do you answer those who talk to you?

    Public comments, replies and mentions since the first counted post, received from each person
    and given to them. What was received beyond what was given is unanswered. Only counts are kept.

    Blind spots: an answer in another place isn't visible; thanks need none.
    """

    id = "answering"
    title = "Answering"

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


class Contacts(Observed):
    """Are your contacts people with a name?

    The contacts that the export lists one by one, and how many of them bear no name.

    Blind spots: follow lists of bare ids name nobody; pictures of contacts are in no export.
    """

    id = "contacts"
    title = "Contacts"

    def measure(self, view: AccountView) -> Measurement:
        """Measure one account."""
        contacts = view.account.contacts
        nameless = sum(not contact.name.strip() for contact in contacts)
        if nameless == len(contacts):
            return self.missing(N_("this export doesn't list contacts"))
        return self.measured(contacts=len(contacts), nameless=nameless)


class Strangers(Observed):
    """Which of your active contacts are unknown?

    Contacts you deal with in public, without followers, position, reputation or expertise: how
    many, and how often you deal with the most active ones. Nobody's name is kept.

    Blind spots: what you know of people is in no export, only in contacts.csv.
    """

    id = "strangers"
    title = N_("Unknown contacts")

    def measure(self, view: AccountView) -> Measurement:
        """Measure one account; `dealings` are rows of one number each, the largest first."""
        known = standings(view.account.contacts, view.topics)
        dealings = sorted(
            (number for key, number in view.dealings.items() if key not in known), reverse=True
        )
        if not view.dealings:
            return self.missing(N_("the export doesn't show who you deal with"))
        most = view.rules.hints.evidence.active_contacts
        return self.measured(
            strangers=len(dealings),
            known=len(view.dealings) - len(dealings),
            dealings=tuple((number,) for number in dealings[:most]),
        )


class Responders(Observed):
    """Do new people respond, or always the same few?

    Named people who responded in public since the first counted post: how many, the share of the
    five most active ones, and how many responded for the first time in the newer and in the older
    half of these days. People a week, with their spread. Nobody's name is kept.

    Blind spots: most exports don't say who reacted; one person may have two accounts.
    """

    id = "responders"
    title = N_("New responders")

    def measure(self, view: AccountView) -> Measurement:
        """Measure one account; `mean` and `deviation` are of people a week."""
        if not view.responses:
            return self.missing(N_("the export doesn't say who responded"))
        counts: Counter[str] = Counter()
        weeks: dict[int, set[str]] = defaultdict(set)
        for response in view.responses:
            counts[response.partner] += response.count
            weeks[week_of(response.at or 0)].add(response.partner)
        first, last = min(weeks), view.week
        people = [float(len(weeks.get(week, ()))) for week in range(first, last + 1)]
        newer, older = self._new(view, (first + last + 1) // 2, first)
        return self.measured(
            people=len(counts),
            responses=counts.total(),
            top_share=sum(number for _, number in counts.most_common(TOP)) / counts.total(),
            new=newer,
            new_before=older,
            **spread_facts(people),
        )

    @staticmethod
    def _new(view: AccountView, middle: int, first: int) -> tuple[int, int]:
        """Return how many responded for the first time since the middle week, and before it."""
        firsts: dict[str, int] = {}
        for response in view.account.interactions:
            if is_response(response) and response.at is not None and response.at < view.end:
                week = week_of(response.at)
                firsts[response.partner] = min(week, firsts.get(response.partner, week))
        return (
            sum(week >= middle for week in firsts.values()),
            sum(first <= week < middle for week in firsts.values()),
        )


class Linkers(Observed):
    """Who used to link to you, and no longer does?

    Sites with several links to you, and how many of them have been silent for a while. Links a week
    over the last year, with their spread. No site's name is kept.

    Blind spots: only links that your blog noticed are in its export.
    """

    id = "linkers"
    title = N_("Links from other sites")

    def measure(self, view: AccountView) -> Measurement:
        """Measure one account; `mean` and `deviation` are of links a week."""
        links = [
            link
            for link in view.account.interactions
            if link.kind == "linkback" and link.direction == "in"
            and link.at is not None and link.at < view.end
        ]  # fmt: skip
        if not links:
            return self.missing(N_("the export doesn't show who linked to you"))
        rule = view.rules.hints.evidence
        counts, newest = _count_by_partner(links)
        weeks: Counter[int] = Counter()
        for link in links:
            weeks[week_of(link.at or 0)] += link.count
        regular = [site for site, number in counts.items() if number >= rule.regular_links]
        since = view.day - timedelta(days=rule.silent_days)
        first = max(min(weeks), view.week - LINK_WEEKS + 1)
        each = [float(weeks[week]) for week in range(first, view.week + 1)]
        return self.measured(
            links=counts.total(),
            regular=len(regular),
            silent=sum(day_of(newest[site]) < since for site in regular),
            **spread_facts(each),
        )


class Endorsers(Observed):
    """Who knows your work and hasn't recommended you yet?

    People who endorsed several of your skills, or one as a colleague of the same company, and at
    least once lately, without a written recommendation. Only their number is kept.

    Blind spots: colleagues who never endorsed you are not among them.
    """

    id = "endorsers"
    title = N_("Endorsers")

    def measure(self, view: AccountView) -> Measurement:
        """Measure one account."""
        rule = view.rules.hints.evidence
        received = [
            row
            for row in view.account.interactions
            if row.direction == "in" and (row.at or 0) < view.end
        ]
        recommended = {row.partner for row in received if row.kind == "recommendation"}
        endorsed, newest = _count_by_partner(
            row for row in received if row.kind == "endorsement" and row.at is not None
        )
        if not endorsed:
            return self.missing(N_("the export doesn't say who endorsed you, and when"))
        since = view.day - timedelta(days=rule.endorsed_days)
        colleagues = _find_colleagues(view)
        return self.measured(
            people=len(endorsed),
            unwritten=sum(
                (number >= rule.endorsements or person in colleagues)
                and person not in recommended
                and day_of(newest[person]) > since
                for person, number in endorsed.items()
            ),
        )


def _find_colleagues(view: AccountView) -> set[str]:
    """Return the contacts who work where the person works or worked."""
    employers = {employer(company) for company in view.account.about.employers or ()} - {""}
    return {
        contact.key for contact in view.account.contacts if employer(contact.company) in employers
    }


def _count_by_partner(rows: Iterable[Interaction]) -> tuple[Counter[str], dict[str, int]]:
    """Return how often each person did something, and when last; every row has a date."""
    counts: Counter[str] = Counter()
    newest: dict[str, int] = {}
    for row in rows:
        at = row.at or 0
        counts[row.partner] += row.count
        newest[row.partner] = max(at, newest.get(row.partner, at))
    return counts, newest

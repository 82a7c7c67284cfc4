"""Checks of profiles and exports: complete, linked, followed, up to date."""

from collections.abc import Iterator

from klout_cli.checks.interface import (
    Case,
    Result,
    could_not_check,
    manual,
    not_applicable,
    opportunity,
    passed,
    verdict,
)
from klout_cli.checks.limits import page
from klout_cli.results import Measured, table_rows
from klout_cli.results.names import label_of
from klout_cli.translation import Message
from klout_cli.translation import gettext_noop as N_

PARTS = {
    "bio": N_("text about you"),
    "picture": N_("picture"),
    "link": N_("link"),
    "position": N_("position"),
}


def check_completeness(case: Case) -> Result:
    """Check text, picture, link and position, as far as the network's profile has them."""
    parts = page().profiles.get(case.account.network)
    if parts is None:
        return not_applicable(N_("this network has no profile besides the pages"))
    known = {part: case.number("presence", part) for part in parts}
    if all(there is None for there in known.values()):
        reason = case.measurement("presence").reason
        return could_not_check(reason or N_("this export doesn't include your profile"))
    absent = [Message(PARTS[part]) for part, there in known.items() if there == 0]
    if absent:
        return opportunity(Message("missing: {parts}", parts=_join(absent)))
    there = [Message(PARTS[part]) for part, there in known.items() if there]
    return passed(Message("complete: {parts}", parts=_join(there)))


def _join(parts: list[Message]) -> Message:
    joined = parts[0]
    for part in parts[1:]:
        joined = Message("{parts}, {part}", parts=joined, part=part)
    return joined


def check_crosslinks(case: Case) -> Result:
    """Compare the profile's links with the other accounts' addresses, without looking online."""
    if case.account.network not in page().profiles:
        return not_applicable(N_("this network has no profile besides the pages"))
    if not case.others:
        return not_applicable(N_("these exports have no other account"))
    if case.number("presence", "link") is None:
        reason = case.measurement("presence").reason
        return could_not_check(reason or N_("this export doesn't include your profile's links"))
    links = [str(row[0]) for row in table_rows(case.measurement("presence").facts, "links")]
    reached = [
        other.id
        for other in case.others
        if any(_leads(link, place) for link in links for place in _places(other))
    ]
    if reached:
        return passed(Message("links to {account}", account=label_of(reached[0])))
    if hidden := [link for link in links if link.partition("/")[0] in page().shorteners]:
        return manual(Message("{link} hides its target; does it lead to you?", link=hidden[0]))
    return opportunity(N_("its links lead elsewhere") if links else N_("it has no links"))


def _places(account: Measured) -> Iterator[str]:
    """Yield an account's addresses."""
    for place in page().addresses.get(account.network, ()):
        yield place.format(handle=account.handle.casefold())


def _leads(link: str, place: str) -> bool:
    """Return whether a link leads to a place or below it, on any subdomain."""
    return f".{place}/" in f".{link}/"


def check_following(case: Case) -> Result:
    """Compare the followers that count with all of them."""
    audience = case.judged.audience
    if case.mutual:
        return not_applicable(N_("contacts on this network are always mutual"))
    if case.account.network in page().without_following:
        return not_applicable(N_("nobody follows back on this network"))
    if audience.followers is None or audience.effective is None or audience.quality == "inferred":
        reason = case.measurement("audience").reason
        return could_not_check(reason or N_("the follower count isn't known"))
    if audience.following is None:
        return could_not_check(N_("this export doesn't show how many accounts you follow"))
    reason = Message(
        "follows {following}, has {followers} followers, counted as {effective}",
        following=round(audience.following),
        followers=round(audience.followers),
        effective=round(audience.effective),
    )
    return verdict(audience.effective >= audience.followers, reason)


def check_exports(case: Case) -> Result:
    """Check what is missing, then how far apart the exports' dates are."""
    needed = ("audience",) if case.account.network in page().unheard else ("audience", "resonance")
    for factor in needed:
        measurement = case.measurement(factor)
        if measurement.state == "missing":
            return opportunity(measurement.reason)
    dated = case.account.exported_at
    if dated is None:
        return could_not_check(N_("the export has no date"))
    newest = max([dated, *(other.exported_at for other in case.others if other.exported_at)])
    lag = case.days_since(dated) - case.days_since(newest)
    if lag > page().limits.export_lag.value:
        return opportunity(Message("{days} days older than your newest export", days=lag))
    return passed(N_("audience and reactions measured"))


def check_age(case: Case) -> Result:
    """Check how old the follower count is."""
    audience = case.measurement("audience")
    day = audience.facts.get("as_of")
    if not isinstance(day, str):
        return could_not_check(audience.reason or N_("the follower count has no date"))
    days = max(0, case.days_since(day))
    reason = Message("the follower count is {days} days old", days=days)
    return verdict(days <= page().limits.audience_age.value, reason)


def check_nameless(case: Case) -> Result:
    """Check the share of contacts without a name; only the person can judge them."""
    contacts, nameless = case.numbers("contacts", "contacts", "nameless")
    reason = Message(
        "{nameless} of {contacts} contacts have no name",
        nameless=round(nameless),
        contacts=round(contacts),
    )
    return manual(reason) if nameless / contacts > page().limits.nameless.value else passed(reason)

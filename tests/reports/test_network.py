"""Graph files other programs read back, a picture nobody can break out of, and nobody's name where none belongs."""

import csv
import io
import json
import re
from datetime import date
from xml.etree.ElementTree import fromstring

import networkx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from klout_cli.person.circle import circle, nameless, redacted
from klout_cli.person.people import Standing
from klout_cli.person.rows import Contact, Interaction, Post
from klout_cli.person.topics import Topics
from klout_cli.reports.graph_files import FORMS
from klout_cli.reports.network_json import network_json
from klout_cli.reports.network_svg import MOST, NUMBERED, picture
from klout_cli.reports.screen import Screen
from klout_cli.reports.screens.console import draw
from klout_cli.reports.screens.network import merges_blocks, network_blocks
from klout_cli.results.around import Circle
from tests.person.graphs import RULE, account

HOSTILE = [
    "<script>alert(1)</script>\"&'",
    "=HYPERLINK(1)",
    "\x1b[2J\x00\ufffe",
    "</svg><img onerror=x>",
    "\u202eevil",
    "]]>",
]
SVG = "{http://www.w3.org/2000/svg}"


def crowd(names: list[str], person: str = "Erika <b>") -> Circle:
    contacts = [
        Contact(f"k{number}", name, followers=10 * number, company="Werk")
        for number, name in enumerate(names)
    ]
    rows = [
        Interaction(contact.key, "out", "reply", 1 + number % 7, 1_770_000_000)
        for number, contact in enumerate(contacts)
    ]
    account_ = account(contacts, rows, Post("p", 1, text="@k0 @k1 @k2"))
    return circle([account_], Topics({}), RULE, value, 1.5, date(2026, 3, 1), person)


def value(one: Standing) -> float:
    return one.value


def read(form: str, text: str) -> networkx.Graph:
    if form == ".graphml":
        return networkx.parse_graphml(text)
    return networkx.read_gexf(io.BytesIO(text.encode()))


@pytest.mark.parametrize("form", [".graphml", ".gexf"])
def test_graph_files_are_read_back_whole(form: str) -> None:
    found = crowd(HOSTILE)
    graph = read(form, FORMS[form](found))
    assert len(graph) == 1 + len(HOSTILE)
    assert graph.number_of_edges() == len(HOSTILE) + len(found.links)
    first = graph.nodes["n1"]
    assert (
        first["closeness"] == found.members[0].closeness
        and first["weight"] == found.members[0].weight
    )
    assert {label for _, label in graph.nodes(data="label")} >= {
        "<script>alert(1)</script>\"&'",
        "=HYPERLINK(1)",
    }
    assert graph.edges["n0", "n1"]["kinds"] == "reply"


@given(st.lists(st.text(), min_size=1, max_size=5))
@settings(max_examples=40, deadline=None, derandomize=True)
def test_whatever_people_are_called_the_files_hold_together(names: list[str]) -> None:
    found = crowd(names)
    assert (
        len(read(".graphml", FORMS[".graphml"](found)))
        == len(read(".gexf", FORMS[".gexf"](found)))
        == 1 + len(names)
    )
    fromstring(picture(found))


def test_t13_the_table_of_edges_holds_no_formula() -> None:
    rows = list(csv.reader(io.StringIO(FORMS[".csv"](crowd(HOSTILE)))))
    assert rows[0] == ["source", "target", "weight", "kinds", "received", "given", "newest"]
    assert "'=HYPERLINK(1)" in {row[1] for row in rows}
    assert all(len(row) == len(rows[0]) for row in rows)


def test_t15_names_in_the_picture_are_text_only() -> None:
    drawn = fromstring(picture(crowd(HOSTILE)))
    assert {element.tag for element in drawn.iter()} <= {
        SVG + tag for tag in ("svg", "title", "rect", "g", "path", "circle", "text")
    }
    assert not [
        name
        for element in drawn.iter()
        for name in element.attrib
        if name.startswith("on") or "href" in name
    ]
    assert "\x1b" not in picture(crowd(HOSTILE)) and "\u202e" not in picture(crowd(HOSTILE))


def test_two_hundred_people_are_readable() -> None:
    """Nobody overlaps, only the strongest are named, and the rest of a larger network is said to be there."""
    drawn = fromstring(picture(crowd([f"Person {number}" for number in range(250)])))
    circles = [
        element for group in drawn.iter(SVG + "g") for element in group.findall(SVG + "circle")
    ]
    dots = [tuple(float(dot.attrib[name]) for name in ("cx", "cy", "r")) for dot in circles]
    assert len(dots) == MOST + 1
    for place, (x, y, r) in enumerate(dots):
        assert all((x - a) ** 2 + (y - b) ** 2 > (r + s) ** 2 for a, b, s in dots[:place])
    named = [element for element in drawn.iter(SVG + "text") if "Person" in (element.text or "")]
    assert len(named) == NUMBERED
    assert (drawn.findtext(SVG + "title") or "").endswith("200 of 250 people")


@pytest.mark.parametrize("people", [1, 2, 21])
def test_small_networks_are_drawn(people: int) -> None:
    assert len(list(fromstring(picture(crowd(["A B"] * people))).iter(SVG + "circle"))) >= people


def network_screen(found: Circle, top: int) -> str:
    return draw(network_blocks(found, top, verbose=True), Screen())


def every_text(found: Circle) -> str:
    screens = [network_screen(found, 99), draw(merges_blocks(found), Screen())]
    return "".join(
        [*screens, network_json(found), picture(found), *(form(found) for form in FORMS.values())]
    )


def test_p1_a_redacted_network_names_nobody_in_any_form() -> None:
    names = [f"Canary{number} Bird" for number in range(9)]
    text = every_text(redacted(crowd(names, "Canary Owner")))
    assert "canary" not in text.casefold() and "werk" not in re.sub("network", "", text.casefold())
    assert "Contact 1" in text and "<5" in text


@pytest.mark.parametrize("people", [0, 1, 4, 5])
def test_p3_a_redacted_network_of_a_few_tells_no_small_count(people: int) -> None:
    found = redacted(crowd(["A B"] * people))
    screen, told = network_screen(found, 10), json.loads(network_json(found))
    shown = people if people >= 5 else "<5"
    assert f"{shown} people, reach known for {told['known']} of them" in screen
    assert (told["people"], told["own_account_left_out"]) == (shown, "<5")
    assert (told["known"] == "<5") == (told["coverage"] is None) == ("Reach known  " not in screen)


def test_p2_json_carries_ordinals_unless_names_are_asked_for() -> None:
    found = crowd(["Canary Bird"])
    plain = json.loads(network_json(nameless(found)))
    assert plain["members"][0]["contact"] == 1 and "name" not in plain["members"][0]
    assert "canary" not in json.dumps(plain).casefold()
    assert json.loads(network_json(found))["members"][0]["name"] == "Canary Bird"


def test_the_screen_says_what_is_left_out_and_what_is_too_large() -> None:
    found = replace(crowd(["A B", "C D"]), own=3, whole=False)
    text = network_screen(found, 10)
    assert "Left out        your own account, 3×" in text
    assert "Circles         too many people" in text

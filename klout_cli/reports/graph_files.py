"""The ego graph as files for graph programs: GraphML, GEXF, and a CSV of edges.

Pure text, the same for the same circle.
"""

import csv
import io
from collections.abc import Callable, Iterator, Mapping
from math import log2
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from klout_cli.reports.csv_report import text
from klout_cli.reports.safe import safe
from klout_cli.results.around import FEW, Circle

Value = str | int | float | None
NODES: Mapping[str, str] = {
    "label": "string",
    "networks": "string",
    "weight": "double",
    "closeness": "double",
    "standing": "double",
    "community": "int",
    "core": "int",
}
EDGES: Mapping[str, str] = {
    "weight": "double",
    "kinds": "string",
    "received": "string",
    "given": "string",
    "newest": "string",
}
OF_GEXF_ITSELF = (("node", "label"), ("edge", "weight"))
OWNER = 0
GRAPHML = "http://graphml.graphdrawing.org/xmlns"
GEXF = "http://www.gexf.net/1.2draft"


def _nodes(found: Circle) -> Iterator[tuple[int, dict[str, Value]]]:
    """Yield the owner, then every member by ordinal, with what is known of them."""
    yield OWNER, {"label": safe(found.person) if found.named and found.person else "owner"}
    for number, member in enumerate(found.members, start=1):
        values = {
            "label": safe(member.name),
            "networks": " ".join(member.networks),
            "weight": member.weight,
            "closeness": member.closeness,
            "standing": member.standing,
            "community": None if member.community is None else member.community + 1,
            "core": member.core,
        }
        yield number, {name: value for name, value in values.items() if value is not None}


def _edges(found: Circle) -> Iterator[tuple[int, int, dict[str, Value]]]:
    """Yield the owner's bonds, then who knows whom."""
    fewest = FEW if found.redacted else 0
    for number, member in enumerate(found.members, start=1):
        values: dict[str, Value] = {
            "weight": log2(1 + max(sum(member.kinds.values()), fewest)),
            "kinds": " ".join(member.kinds),
            "received": None if member.received is None else str(found.amount(member.received)),
            "given": None if member.given is None else str(found.amount(member.given)),
            "newest": member.newest or None,
        }
        yield OWNER, number, {name: value for name, value in values.items() if value is not None}
    for link in found.links:
        newest = {"newest": link.newest} if link.newest else {}
        yield (
            link.one + 1,
            link.other + 1,
            {"weight": link.weight, "kinds": " ".join(link.kinds), **newest},
        )


def graphml(found: Circle) -> str:
    """Return GraphML 1.0: an undirected graph, attributes of nodes `NODES` and of edges `EDGES`."""
    root = Element("graphml", {"xmlns": GRAPHML})
    for owner, names in (("node", NODES), ("edge", EDGES)):
        for name, kind in names.items():
            SubElement(
                root,
                "key",
                {"id": f"{owner}_{name}", "for": owner, "attr.name": name, "attr.type": kind},
            )
    graph = SubElement(root, "graph", {"id": "network", "edgedefault": "undirected"})
    for number, values in _nodes(found):
        _data(SubElement(graph, "node", {"id": f"n{number}"}), "node", values)
    for one, other, values in _edges(found):
        _data(
            SubElement(graph, "edge", {"source": f"n{one}", "target": f"n{other}"}), "edge", values
        )
    return _written(root)


def _data(element: Element, owner: str, values: Mapping[str, Value]) -> None:
    for name, value in values.items():
        SubElement(element, "data", {"key": f"{owner}_{name}"}).text = str(value)


def gexf(found: Circle) -> str:
    """Return GEXF 1.2: an undirected graph, attributes of nodes `NODES` and of edges `EDGES`."""
    root = Element("gexf", {"xmlns": GEXF, "version": "1.2"})
    graph = SubElement(root, "graph", {"defaultedgetype": "undirected", "mode": "static"})
    for owner, names in (("node", NODES), ("edge", EDGES)):
        group = SubElement(graph, "attributes", {"class": owner})
        for name, kind in names.items():
            if (owner, name) not in OF_GEXF_ITSELF:
                SubElement(
                    group,
                    "attribute",
                    {"id": name, "title": name, "type": {"int": "integer"}.get(kind, kind)},
                )
    nodes, edges = SubElement(graph, "nodes"), SubElement(graph, "edges")
    for number, values in _nodes(found):
        _attributes(
            SubElement(nodes, "node", {"id": f"n{number}", "label": str(values.pop("label"))}),
            values,
        )
    for place, (one, other, values) in enumerate(_edges(found)):
        named = {
            "id": f"e{place}",
            "source": f"n{one}",
            "target": f"n{other}",
            "weight": str(values.pop("weight")),
        }
        _attributes(SubElement(edges, "edge", named), values)
    return _written(root)


def _attributes(element: Element, values: Mapping[str, Value]) -> None:
    if values:
        group = SubElement(element, "attvalues")
        for name, value in values.items():
            SubElement(group, "attvalue", {"for": name, "value": str(value)})


def _written(root: Element) -> str:
    indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, "unicode") + "\n"


def edge_table(found: Circle) -> str:
    """Return a row for each edge: source, target, and the attributes `EDGES`.

    Names are text no spreadsheet takes for a formula.
    """
    labels = {number: str(values["label"]) for number, values in _nodes(found)}
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(("source", "target", *EDGES))
    for one, other, values in _edges(found):
        writer.writerow(
            (text(labels[one]), text(labels[other]), *(values.get(name, "") for name in EDGES))
        )
    return table.getvalue()


FORMS: Mapping[str, Callable[[Circle], str]] = {
    ".graphml": graphml,
    ".gexf": gexf,
    ".csv": edge_table,
}
"""Which file name asks for which form."""

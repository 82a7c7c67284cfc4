"""The ego graph as files for graph programs: GraphML, GEXF, and a CSV of edges.

Pure text, always the same for the same circle.
"""

from collections.abc import Callable, Iterator, Mapping
from math import log2
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from klout_cli.reports.csv_report import text, write_table
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


def _nodes(circle: Circle) -> Iterator[tuple[int, dict[str, Value]]]:
    """Yield the owner, then every member by ordinal, with attributes."""
    yield OWNER, {"label": safe(circle.person) if circle.named and circle.person else "owner"}
    for number, member in enumerate(circle.members, start=1):
        values = {
            "label": safe(member.name),
            "networks": " ".join(member.networks),
            "weight": member.weight,
            "closeness": member.closeness,
            "standing": member.standing,
            "community": None if member.community is None else member.community + 1,
            "core": member.core,
        }
        yield number, _drop_unknown(values)


def _edges(circle: Circle) -> Iterator[tuple[int, int, dict[str, Value]]]:
    """Yield the owner's bonds, then ties between members."""
    fewest = FEW if circle.redacted else 0
    for number, member in enumerate(circle.members, start=1):
        values: dict[str, Value] = {
            "weight": log2(1 + max(sum(member.kinds.values()), fewest)),
            "kinds": " ".join(member.kinds),
            "received": None if member.received is None else str(circle.amount(member.received)),
            "given": None if member.given is None else str(circle.amount(member.given)),
            "newest": member.newest or None,
        }
        yield OWNER, number, _drop_unknown(values)
    for link in circle.links:
        newest = {"newest": link.newest} if link.newest else {}
        yield (
            link.one + 1,
            link.other + 1,
            {"weight": link.weight, "kinds": " ".join(link.kinds), **newest},
        )


def _drop_unknown(values: Mapping[str, Value]) -> dict[str, Value]:
    return {name: value for name, value in values.items() if value is not None}


def graphml(circle: Circle) -> str:
    """Return GraphML 1.0: undirected, with the attributes `NODES` and `EDGES`."""
    root = Element("graphml", {"xmlns": GRAPHML})
    for owner, names in (("node", NODES), ("edge", EDGES)):
        for name, kind in names.items():
            SubElement(
                root,
                "key",
                {"id": f"{owner}_{name}", "for": owner, "attr.name": name, "attr.type": kind},
            )
    graph = SubElement(root, "graph", {"id": "network", "edgedefault": "undirected"})
    for number, values in _nodes(circle):
        _data(SubElement(graph, "node", {"id": f"n{number}"}), "node", values)
    for source, target, values in _edges(circle):
        _data(
            SubElement(graph, "edge", {"source": f"n{source}", "target": f"n{target}"}),
            "edge",
            values,
        )
    return _to_xml(root)


def _data(element: Element, owner: str, values: Mapping[str, Value]) -> None:
    for name, value in values.items():
        SubElement(element, "data", {"key": f"{owner}_{name}"}).text = str(value)


def gexf(circle: Circle) -> str:
    """Return GEXF 1.2: undirected, with the attributes `NODES` and `EDGES`."""
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
    for number, values in _nodes(circle):
        _attributes(
            SubElement(nodes, "node", {"id": f"n{number}", "label": str(values.pop("label"))}),
            values,
        )
    for place, (source, target, values) in enumerate(_edges(circle)):
        named = {
            "id": f"e{place}",
            "source": f"n{source}",
            "target": f"n{target}",
            "weight": str(values.pop("weight")),
        }
        _attributes(SubElement(edges, "edge", named), values)
    return _to_xml(root)


def _attributes(element: Element, values: Mapping[str, Value]) -> None:
    if values:
        group = SubElement(element, "attvalues")
        for name, value in values.items():
            SubElement(group, "attvalue", {"for": name, "value": str(value)})


def _to_xml(root: Element) -> str:
    indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, "unicode") + "\n"


def edge_table(circle: Circle) -> str:
    """Return a row per edge: source, target, and the attributes `EDGES`.

    Names are escaped so that no spreadsheet takes them for formulas.
    """
    labels = {number: str(values["label"]) for number, values in _nodes(circle)}
    rows = (
        (text(labels[source]), text(labels[target]), *(values.get(name, "") for name in EDGES))
        for source, target, values in _edges(circle)
    )
    return write_table(("source", "target", *EDGES), rows)


FORMS: Mapping[str, Callable[[Circle], str]] = {
    ".graphml": graphml,
    ".gexf": gexf,
    ".csv": edge_table,
}
"""File extension -> renderer."""

"""XML members, read safely: no DOCTYPE, no entities, no control characters, one item at a time (reliability rows X).

A parser only ever sees decoded text that begins with the document's element: what stood before it
has been looked at and dropped.
"""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from klout_cli.errors import InputError
from klout_cli.files.container import Member
from klout_cli.files.intake import Bad, Intake
from klout_cli.files.text import lines

OPENING = 1 << 14
BATCH = 1000
TAIL = 4096
ENDINGS = frozenset(("xml", "rss", "atom", "rdf", "wxr"))
AGAIN = "download the export again"
AS_IT_CAME = "use the file as it was downloaded"
LONGEST_ITEM = 64 << 20
MENDED = "faults in the XML passed over"
LOST = Bad("damaged XML")
TOO_DEEP = Bad("XML nested too deep")

_BEFORE = r"\ufeff?(?>\s+|<\?.*?\?>|<!--.*?-->)*+"
_ROOT = r"<([A-Za-z_][\w:.-]*)"
_DECLARED = rb"""(?:\xef\xbb\xbf)?\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)"""
_MARKS = r"<(?:!\[CDATA\[.*?\]\]>|!--.*?-->|(?P<open>!\[CDATA\[|!--)|(?P<first>item[\s>])|(?P<last>/item\s*>))"
_NO_CHARACTER = "[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]"


def opening(member: Member) -> str:
    """Return the first 16 KB of a member as text where it could be XML, by name and first character; else ""."""
    _, dot, ending = member.basename.rpartition(".")
    if dot and ending not in ENDINGS:
        return ""
    head = member.head(OPENING)
    text = head.decode(
        "utf-16" if head.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8", "replace"
    ).lstrip("\ufeff \t\r\n")
    return text if text.startswith("<") else ""


def form(member: Member) -> str:
    """Tell what a member is by its opening: "wxr" (RSS with WordPress's own elements), "feed" (RSS or Atom), "" for anything else."""
    text = opening(member)
    if re.search(r"<rss[\s>]", text) and ("http://wordpress.org/export/" in text or "<wp:" in text):
        return "wxr"
    return "feed" if re.search(r"<(?:rss|feed|rdf:RDF)[\s>]", text) else ""


def body(member: Member, intake: Intake, encoding: str = "") -> Iterator[str]:
    """Yield the text from the first element on, many lines at once.

    Lines before it stay as empty ones.

    Characters XML cannot hold are left out and noted (X4). Raises InputError for a DOCTYPE (X1,
    X2), where there is no element, for a document that ends in the middle, and as `text.lines`
    does. The encoding is `encoding`, else the declared one, else told by it.
    """
    source = lines(member, intake, encoding or _declared(member.head(OPENING)))
    text = "".join(islice(source, BATCH))
    found = re.match(_BEFORE + _ROOT, text, re.DOTALL)
    if not found:
        if re.match(_BEFORE + "<!", text, re.DOTALL):
            raise InputError(
                "XML with a DOCTYPE or ENTITY", member.where, f"no export has one: {AS_IT_CAME}"
            )
        raise InputError("not XML", member.where, AS_IT_CAME)
    start = found.start(1) - 1
    text = "\n" * text.count("\n", 0, start) + text[start:]
    tail = ""
    while text:
        clean, removed = re.subn(_NO_CHARACTER, "", text)
        if removed:
            intake.note("control characters removed", removed)
        yield clean
        tail = (tail + clean)[-TAIL:]
        text = "".join(islice(source, BATCH))
    if f"</{found[1]}" not in tail:
        raise InputError("XML ends in the middle", member.where, f"the file is cut off: {AGAIN}")


def _declared(head: bytes) -> str:
    """Return the encoding an XML declaration states.

    UTF-8 is told by the bytes, because it is often stated wrongly.
    """
    found = re.match(_DECLARED, head)
    stated = found[1].decode("ascii", "replace").lower() if found else ""
    return "" if stated in ("utf-8", "utf8") else stated


def items(member: Member, intake: Intake, encoding: str = "") -> Iterator[tuple[int, Any]]:
    """Yield (line, lxml element): first the channel of an RSS document, with all that stands before its items, then each `item`.

    Every item is parsed by itself, so that damage in one harms no other, and memory does not grow
    with the file. What a parser can pass over is noted (format notes §12.1), an item that cannot be
    read is skipped. Raises InputError as `body` does.
    """
    pieces = _pieces(body(member, intake, encoding), member.where)
    _, head = next(pieces)
    channel = parsed(head if "</rss" in head[-TAIL:] else f"{head}</channel></rss>", 1, intake)
    if isinstance(channel, Bad):
        raise InputError(channel.reason, member.where, "this is no export klout knows")
    yield 1, channel
    opened = " ".join(head[: head.find(">") + 1].split())
    for line, text in pieces:
        item = parsed(f"{opened}{text}</rss>", line, intake)
        if isinstance(item, Bad):
            intake.skip(f"line {line}", item.reason)
        else:
            yield line, item


def _pieces(texts: Iterator[str], where: str) -> Iterator[tuple[int, str]]:
    """Yield (line, text) of what stands before the first item, then of each item.

    Texts in CDATA may hold what looks like one.
    """
    text, line, inside, start = "", 1, True, 0
    while more := _at_least(len(text), texts):
        text, start = text + more, 0
        if len(text) > LONGEST_ITEM:
            raise InputError("one item is larger than 64 MB", where, AGAIN)
        for found in re.finditer(_MARKS, text, re.DOTALL):
            if found["open"]:
                break
            if found["first"] or found["last"]:
                end = found.end() if found["last"] else found.start()
                if inside and end > start:
                    yield line, text[start:end]
                line += text.count("\n", start, end)
                start, inside = end, bool(found["first"])
        text = text[start:]
    if inside:
        yield line, text


def _at_least(length: int, texts: Iterator[str]) -> str:
    """Take texts until they are as long: a long item is then looked through a few times only."""
    more = next(texts, "")
    while len(more) < length and (text := next(texts, "")):
        more += text
    return more


def parsed(text: str, line: int, intake: Intake) -> Any:
    """Parse a piece and return the first element inside its own as an lxml element.

    What cannot be read, or is too deep (X3), is `Bad`.

    `line` is where it begins in the file. What the parser passed over is noted.
    """
    from lxml import etree

    parser = etree.XMLParser(
        recover=True,
        huge_tree=True,
        resolve_entities=False,
        no_network=True,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(text, parser)
    except etree.XMLSyntaxError:
        return LOST
    faults = parser.error_log
    if any("RESOURCE_LIMIT" in fault.type_name for fault in faults):
        return TOO_DEEP
    if faults:
        intake.note(
            next(
                (note for note in intake.notes if note.startswith(MENDED)),
                f"{MENDED}, first in line {line + faults[0].line - 1}",
            ),
            len(faults),
        )
    return LOST if root is None else next(root.iterchildren("*"), LOST)

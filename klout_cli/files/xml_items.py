"""XML members, read safely: no DOCTYPE, no entities, no control characters, one item at a time.

A parser only ever sees decoded text that begins with the document's element: what stands before it
was checked and dropped.
"""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any
from xml.sax.saxutils import quoteattr

from klout_cli.errors import InputError
from klout_cli.files.container import Member
from klout_cli.files.intake import Bad, Intake
from klout_cli.files.json_text import AGAIN, CUT_OFF, LARGE_ITEM, SURROGATES
from klout_cli.files.text import AS_IT_CAME, lines
from klout_cli.translation import Message

OPENING = 1 << 14
BATCH = 1000
TAIL = 4096
ENDINGS = frozenset(("xml", "rss", "atom", "rdf", "wxr"))
LONGEST_ITEM = 64 << 20
TAGS_OF_ROW = 4  # that take as long as a row of a table
LOST = Bad(Message("damaged XML"))
TOO_DEEP = Bad(Message("XML nested too deep"))

_BEFORE = r"\ufeff?(?>\s+|<\?.*?\?>|<!--.*?-->)*+"
_ROOT = r"<([A-Za-z_][\w:.-]*)"
_REST_OF_TAG = r"""(?:[^<>"']|"[^<"]*"|'[^<']*')*+>"""
_DECLARED = rb"""(?:\xef\xbb\xbf)?\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)"""
_MARKS = (
    r"<(?:!\[CDATA\[.*?\]\]>|!--.*?-->|(?P<open>!\[CDATA\[|!--)|"
    r"(?P<first>item[\s>])|(?P<last>/item\s*>))"
)
_PREFIX = r"[<\s/]([A-Za-z_][\w.-]*):"
_NO_CHARACTER = "[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]"
_LONE_SURROGATE = (
    r"&#(?:x0*[dD][89a-fA-F][0-9a-fA-F]{2}|0*(?:5529[6-9]|55[3-9]\d\d|56\d{3}|57[0-2]\d\d|"
    r"573[0-3]\d|5734[0-3]));"
)
# Errors that cost characters of a text; others may move elements into each other.
_IN_TEXT = frozenset(
    ("ERR_UNDECLARED_ENTITY", "ERR_ENTITYREF_SEMICOL_MISSING", "ERR_NAME_REQUIRED")
) | {"ERR_MISPLACED_CDATA_END", "ERR_INVALID_CHAR", "ERR_INVALID_CHARREF"}


def opening(member: Member) -> str:
    """Return the first 16 kB of a member as text; "" where it can't be XML, by name or start."""
    _, dot, ending = member.basename.rpartition(".")
    if dot and ending not in ENDINGS:
        return ""
    head = member.head(OPENING)
    encoding = "utf-16" if head.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8"
    text = head.decode(encoding, "replace").lstrip("\ufeff \t\r\n")
    return text if text.startswith("<") else ""


def form(member: Member) -> str:
    """Return what a member is by its opening: "wxr" (WordPress's RSS), "feed" or ""."""
    text = opening(member)
    if re.search(r"<rss[\s>]", text) and ("http://wordpress.org/export/" in text or "<wp:" in text):
        return "wxr"
    return "feed" if re.search(r"<(?:rss|feed|rdf:RDF)[\s>]", text) else ""


def body(member: Member, intake: Intake, encoding: str = "") -> Iterator[str]:
    """Yield the text from the first element on, many lines at once; lines before it are left empty.

    Characters that XML can't hold are left out or replaced, and noted (case X4). Raises InputError
    for a DOCTYPE (cases X1, X2), where there is no element or its start tag is over 16 kB (case
    W6), for a document that ends in the middle, and as `text.lines` does. The encoding is
    `encoding`, else the declared one, else detected.
    """
    source = lines(member, intake, encoding or _declared(member.head(OPENING)))
    text = "".join(islice(source, BATCH))
    root = re.match(_BEFORE + _ROOT, text, re.DOTALL)
    if not root:
        if re.match(_BEFORE + "<!", text, re.DOTALL):
            remedy = Message("no export has one: use the file as it was downloaded")
            raise InputError(Message("this XML has a DOCTYPE or ENTITY"), member.where, remedy)
        raise InputError(Message("this isn't XML"), member.where, AS_IT_CAME)
    if not re.compile(_REST_OF_TAG).match(text, root.end(), root.end() + OPENING):
        what = Message("the first tag of this XML is damaged or over 16 kB")
        raise InputError(what, member.where, AS_IT_CAME)
    start = root.start(1) - 1
    text = "\n" * text.count("\n", 0, start) + text[start:]
    tail = ""
    while text:
        member.spend(text.count("<") / TAGS_OF_ROW)
        text, removed = re.subn(_NO_CHARACTER, "", text)
        text, replaced = re.subn(_LONE_SURROGATE, "\ufffd", text)
        if removed:
            intake.note(Message("control characters removed"), removed)
        if replaced:
            intake.note(SURROGATES, replaced)
        yield text
        tail = (tail + text)[-TAIL:]
        text = "".join(islice(source, BATCH))
    if f"</{root[1]}" not in tail:
        raise InputError(Message("this XML ends in the middle"), member.where, CUT_OFF)


def _declared(head: bytes) -> str:
    """Return the encoding in an XML declaration; "" for UTF-8, which is often declared wrongly."""
    match = re.match(_DECLARED, head)
    declared = match[1].decode("ascii", "replace").lower() if match else ""
    return "" if declared in ("utf-8", "utf8") else declared


def items(member: Member, intake: Intake, encoding: str = "") -> Iterator[tuple[int, Any]]:
    """Yield (line, lxml element): an RSS document's channel up to its first item, then each `item`.

    Every item is parsed by itself, so that damage in one harms no other, and memory does not grow
    with the file; of the document's start tag it gets the namespaces it uses. What costs characters
    is noted, an item of damaged elements is skipped and counted. Raises InputError as `body` does.
    """
    pieces = _pieces(body(member, intake, encoding), member.where)
    _, head = next(pieces)
    channel = parsed(head if "</rss" in head[-TAIL:] else f"{head}</channel></rss>", 1, intake)
    if isinstance(channel, Bad):
        raise InputError(channel.reason, member.where, Message("this isn't an export klout knows"))
    yield 1, channel
    namespaces = {
        prefix: f" xmlns:{prefix}={quoteattr(uri)}" if prefix else f" xmlns={quoteattr(uri)}"
        for prefix, uri in channel.getparent().nsmap.items()
    }
    for line, text in pieces:
        used = namespaces.keys() & {None, *re.findall(_PREFIX, text)}
        start = "".join(namespaces[prefix] for prefix in used)
        item = parsed(f"<rss{start}>{text}</rss>", line, intake, strict=True)
        if isinstance(item, Bad):
            intake.skip(f"line {line}", item.reason)
        else:
            yield line, item


def _pieces(texts: Iterator[str], where: str) -> Iterator[tuple[int, str]]:
    """Yield (line, text) of what comes before the first item, then of each item.

    Text in CDATA can contain what looks like one.
    """
    text, line, inside, start = "", 1, True, 0
    while more := _at_least(len(text), texts):
        text, start = text + more, 0
        if len(text) > LONGEST_ITEM:
            raise InputError(LARGE_ITEM, where, AGAIN)
        for mark in re.finditer(_MARKS, text, re.DOTALL):
            if mark["open"]:
                break
            if mark["first"] or mark["last"]:
                end = mark.end() if mark["last"] else mark.start()
                if inside and end > start:
                    yield line, text[start:end]
                line += text.count("\n", start, end)
                start, inside = end, bool(mark["first"])
        text = text[start:]
    if inside:
        yield line, text


def _at_least(length: int, texts: Iterator[str]) -> str:
    """Take texts until they are as long: a long item is then looked through a few times only."""
    more = next(texts, "")
    while len(more) < length and (text := next(texts, "")):
        more += text
    return more


def parsed(text: str, line: int, intake: Intake, *, strict: bool = False) -> Any:
    """Parse a piece, which begins in `line`, and return the first element inside its own (lxml).

    What is not XML, too deep (case X3) or, if `strict`, has damaged elements, is `Bad`. Other
    faults are noted.
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
    errors = parser.error_log
    if any("RESOURCE_LIMIT" in error.type_name for error in errors):
        return TOO_DEEP
    fatal = {error.type_name for error in errors if error.level == etree.ErrorLevels.FATAL}
    if strict and fatal - _IN_TEXT:
        return LOST
    if errors:
        first = line + errors[0].line - 1
        note = Message("faults in the XML passed over, first in line {line}", line=first)
        intake.note_first(note, len(errors))
    return LOST if root is None else next(root.iterchildren("*"), LOST)

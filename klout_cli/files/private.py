"""Recognise files of private talk by the words of their names."""

import re

WORDS = {"message", "messages", "inbox", "chat", "chats", "dm", "dms", "direct"}
WORDS |= {"conversation", "conversations", "unterhaltung", "unterhaltungen"}
WORDS |= {"nachricht", "nachrichten"}

# Posts of Google+, Medium and Substack are named after their titles.
_TITLED = re.compile(r"(?:^|/)(?:\d{8} - [^/]*|posts/[^/]+\.html)$")
_WORD = re.compile(r"[A-ZÄÖÜ]?[a-zäöüß]+|[A-ZÄÖÜ]+(?![a-zäöüß])")
_COMPOUND = re.compile(
    r"(?:[a-zäöüß]+(?:nachricht|unterhaltung)(?:en)?|"
    r"(?:nachrichten|unterhaltungs|chat)(?:verl[aä]ufe?|anfragen?|archive?|protokolle?|export)|"
    r"(?:direkt|einzel|gruppen|privat|video)chats?)"
)
_PUBLIC_CHANNEL = re.compile(
    rb'\A(?:\xef\xbb\xbf)?\s*\{\s*"name"\s*:\s*(?:"(?:[^"\\]|\\.)*"|null)\s*,'
    rb'\s*"type"\s*:\s*"public_channel"'
)


def names_private(path: str) -> bool:
    """Return whether a word in the path of a file means private talk.

    Words end where letters do, and where capitals begin: `chat_history.csv`, `directMessages.js`.
    German ones may be compounds: `Direktnachrichten.csv`, `Gruppenchat.html`.
    """
    words = map(str.casefold, _WORD.findall(_TITLED.sub("", path)))
    return any(word in WORDS or _COMPOUND.fullmatch(word) for word in words)


def is_public_channel(head: bytes) -> bool:
    """Return whether a file begins like the export of a public channel, which is never private."""
    return _PUBLIC_CHANNEL.match(head) is not None

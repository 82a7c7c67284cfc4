"""Which files hold private talk, told by the words of their names alone."""

import re

WORDS = frozenset(
    [
        "message",
        "messages",
        "inbox",
        "chat",
        "chats",
        "dm",
        "dms",
        "direct",
        "conversation",
        "conversations",
        "nachricht",
        "nachrichten",
        "unterhaltung",
        "unterhaltungen",
    ]
)

# Posts of Google+, Medium and Substack bear their titles.
_TITLED = re.compile(r"(?:^|/)(?:\d{8} - [^/]*|posts/[^/]+\.html)$")
_WORD = re.compile(r"[A-ZÄÖÜ]?[a-zäöüß]+|[A-ZÄÖÜ]+(?![a-zäöüß])")
_PUBLIC_CHANNEL = re.compile(
    rb'\A(?:\xef\xbb\xbf)?\s*\{\s*"name"\s*:\s*(?:"(?:[^"\\]|\\.)*"|null)\s*,'
    rb'\s*"type"\s*:\s*"public_channel"'
)


def names_private(path: str) -> bool:
    """Return True where a word of a file's name, or of a folder it lies in, means private talk.

    Words end where letters do, and where capitals begin: `chat_history.csv`, `directMessages.js`.
    """
    return any(word.casefold() in WORDS for word in _WORD.findall(_TITLED.sub("", path)))


def is_public_channel(head: bytes) -> bool:
    """Return True for the first bytes of a public channel, which is open whatever it is called."""
    return _PUBLIC_CHANNEL.match(head) is not None

"""Addresses and markup of the web, as exports of blogs hold them."""

import re

_HOST = r"(?:[a-z][a-z0-9+.-]*:)?//(?:[^/?#@\s]*@)?(?:www\.)?([^/?#\s]+)"
_ADDRESS = r"(?:[a-z][a-z0-9+.-]*:)?//(?:www\.)?([^?#\s]+)"
_LINK = r"(?<![\w@.-])(?:https?://)?(?:www\.)?((?:[\w-]+\.)+[^\W\d_]{2,}(?:/[^\s,;?#\]]*)?)"
_BARE_HOST = r"(?:[\w-]+\.)+[^\W\d_]{2,}"
_MAIL = r"[^@\s]+@[^@\s]+\.[^@\s]+"
_TAG = r"<[^<>]*>"


def host_of(url: str) -> str:
    """Return the host of an address, lower case and without "www."; "" where there is none."""
    match = re.match(_HOST, url.strip().casefold())
    return match[1] if match else ""


def host_in(name: str) -> str:
    """Return the host anywhere in the name of a site, lower case, without "www."; else ""."""
    match = re.search(_BARE_HOST, name.casefold())
    return match[0].removeprefix("www.") if match else ""


def links_in(cell: str) -> tuple[str, ...]:
    """Return the web addresses in a field of a profile as host and path, lower case.

    "www." is left out. E-mail addresses are not among them.
    """
    return tuple(sorted({link.rstrip("/") for link in re.findall(_LINK, cell.casefold())}))


def address_key(url: str) -> str:
    """Return host and path of an address, lower case, for telling people apart by it.

    "" where there is none.
    """
    match = re.match(_ADDRESS, url.strip().casefold())
    return match[1].rstrip("/") if match else ""


def mail_mark(cell: str) -> str:
    """Return a hash of an e-mail address, for telling that two contacts are one person by it.

    "" where there is none.
    """
    from hashlib import blake2b  # with OpenSSL behind it, which most exports have no use for

    address = cell.strip().casefold()
    return (
        blake2b(address.encode("utf-8", "replace"), digest_size=16).hexdigest()
        if re.fullmatch(_MAIL, address)
        else ""
    )


def without_markup(text: str) -> str:
    """Return the words of an HTML text, without tags, comments and entities."""
    from html import unescape  # its table of entities is needed only where there is text

    return " ".join(unescape(re.sub(_TAG, " ", text)).split())

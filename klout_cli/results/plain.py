"""Structs as plain values for JSON, messages as their English text."""

from functools import partial

import msgspec

to_builtins = partial(msgspec.to_builtins, enc_hook=str)
encode_json = msgspec.json.Encoder(enc_hook=str).encode

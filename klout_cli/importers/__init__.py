"""Downloads in: one module a network, listed here; nothing is found by magic."""

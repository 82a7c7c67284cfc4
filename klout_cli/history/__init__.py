"""Earlier snapshots in one private file, which can be judged again at any time."""

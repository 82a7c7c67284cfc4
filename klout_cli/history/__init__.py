"""What was measured before: snapshots in one private file, so that any of them can be judged again."""

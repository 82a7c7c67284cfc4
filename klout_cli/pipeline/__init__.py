"""The story in two halves, each on a page: `measuring`, exports -> profile -> snapshot, and `judging`, snapshot -> Report."""

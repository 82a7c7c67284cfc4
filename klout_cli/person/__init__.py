"""The person behind a set of exports: accounts, contacts, topics, counted posts."""

"""Safe, read-only views of what was downloaded: containers, tables, JSON, XML, workbooks, cards."""

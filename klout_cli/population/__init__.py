"""Ranking many people on DuckDB or Spark: tables and edges in, ranked people out."""

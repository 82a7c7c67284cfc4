"""What a cell means: dates, numbers, names of columns, addresses."""

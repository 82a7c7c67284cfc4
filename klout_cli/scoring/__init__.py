"""The model and the judgement: measurements become points, hints and comparisons."""

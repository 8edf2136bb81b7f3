"""From codes to DataFrames: the only place that knows pandas."""

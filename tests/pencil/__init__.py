"""A second, scalar reading of the model: plain loops over dicts, to check the calculation with."""

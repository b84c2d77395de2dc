"""A new scenario file: what is asked for it, what it says, and the facts that it takes over."""

"""Tables of how a joint cost is shared: every key on an option, and who would object."""

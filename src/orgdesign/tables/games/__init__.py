"""Tables of a game that was studied elsewhere: what each method makes of it, and who objects."""

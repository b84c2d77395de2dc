"""Pictures of tables, in the colours and patterns of the program."""

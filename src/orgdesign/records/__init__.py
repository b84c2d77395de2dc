"""Tables of a file as typed objects: classes of annotated fields, read by pydantic-core.

Models of pydantic would do the same, but making them takes a quarter of the time between the start
of the program and its first table. What reads and checks is the same engine.
"""

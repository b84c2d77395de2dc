"""Tables of a file as typed objects: classes of annotated fields, read by pydantic-core.

A model of pydantic would be the same in more words, but making its models takes longer than all
else that the program does between its start and its first table. What reads and checks is the
same engine.
"""

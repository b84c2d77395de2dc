"""What the schema finds wrong, told in the words of the person who typed it."""

"""Tables about people in posts: where they are, where they land, and what may not be printed."""

"""Work plans: when the work is done, what is critical, what is late, and a better order."""

"""What `check` remarks on a good file: figures without effect, doubtful ones, gaps."""

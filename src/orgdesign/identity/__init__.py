"""What a table came from, as ids that hold on every machine, and whether it still holds."""

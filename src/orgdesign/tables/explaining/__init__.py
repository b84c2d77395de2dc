"""Where a number comes from: a cell, a figure or a choice explained in sentences."""

"""Risk of expensive care: how far a year's cost varies, and what carrying that together does."""

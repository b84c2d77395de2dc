"""Pictures in letters of a part of the sensitivity: they say the same without any colour."""

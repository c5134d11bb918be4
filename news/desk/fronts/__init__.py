"""The curation screen: who stands where on a front, arranged by hand and launched at once."""

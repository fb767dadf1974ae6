"""A report to text, one file a format."""

"""Whole sites: the real record and the made-up one built by MkDocs, and every page of them looked at."""

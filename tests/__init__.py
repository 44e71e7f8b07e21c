"""Tests, laid out like macros/; tests/site/ builds whole sites, tests/record/ is a made-up second record."""

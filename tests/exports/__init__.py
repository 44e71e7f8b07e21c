"""The record as files to take away."""

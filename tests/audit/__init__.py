"""The audit: judges nobody here wrote look at the built site; `make audit` runs them and prints one table.

In: the site, served as GitHub Pages serves it. Out: a table of judges and page kinds, and exit status 1 on any breach.
"""

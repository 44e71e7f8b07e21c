"""Tools: what the command line offers a contributor besides the check itself, one module per command.

In: the project's folder and the command's arguments. Out: text for the terminal and files of the record. Nothing the
site is made of imports them.
"""

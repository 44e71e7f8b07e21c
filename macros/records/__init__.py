"""Records: what a contributor may write, one module per kind of file, as frozen pydantic models.

In: plain values from `macros.parse`. Out: typed records, or pydantic's errors, which `macros.load` turns into faults.
"""

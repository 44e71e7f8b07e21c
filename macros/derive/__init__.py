"""Derive: what the accounts of the Atlas add up to, computed anew at every build and stored nowhere.

In: the Atlas and one of its entries. Out: small frozen values. No best number, no verdict, no page.
"""

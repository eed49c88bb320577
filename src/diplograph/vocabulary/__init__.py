"""`ontology/` as Python sees it: namespaces, terms, authority lists, cue words.

>>> from diplograph.vocabulary import authority
>>> authority.entries()["state/russia"].name
'Russia'
"""

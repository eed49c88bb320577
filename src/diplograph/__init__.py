"""Diplomatic documents in, a knowledge graph with evidence out.

documents → items → mentions → interactions → identity → triples → store → network → html
"""

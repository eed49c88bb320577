"""Which mentions and interactions of different documents are the same.

By authority entry, and by full name and state; nothing cleverer, and nothing is guessed: who
cannot be told stays apart, under an IRI of the one item, and is counted.

    "Fisheries Minister Sergei Lavrov" in one item of one document, "Sergey Lavrov" in another
        → https://w3id.org/diplograph/resource/actor/sergey-lavrov in both
    "Minister Smith" in a third, of which nothing says whose minister
        → https://w3id.org/diplograph/resource/actor/smith-in-5f0c3a9e1b7d2846

`resolve(reading, directory)` does this for one item. The `Directory` holds what it must know of
all the others, which is little: the names that are used in two or more states.
"""

from diplograph.identity.codec import decode, encode
from diplograph.identity.directory import Directory, Sighting, directory, sightings
from diplograph.identity.naming import Bearer, Named, Use, bearers, forms, name
from diplograph.identity.record import Reading, Resolved, Source
from diplograph.identity.resolving import resolve

__all__ = [
    "Bearer",
    "Directory",
    "Named",
    "Reading",
    "Resolved",
    "Sighting",
    "Source",
    "Use",
    "bearers",
    "decode",
    "directory",
    "encode",
    "forms",
    "name",
    "resolve",
    "sightings",
]

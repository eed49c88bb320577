"""Reading a parse: who is the subject, whom does it concern, is it said to have happened.

All rules of the following modules are written in these few questions about a token.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Span, Token

from diplograph.mentions.dates import DateMention, When
from diplograph.mentions.found import Found, Reading, Reference
from diplograph.vocabulary import cues

_ACTING = frozenset({"name", "organ", "office", "group", "pronoun", "capital", "person"})
_SUBJECT = ("nsubj", "csubj")
_OBJECT = ("dobj", "obj", "dative")
# Clauses that say something of their own.
_ASSERTED = ("ROOT", "relcl", "advcl", "ccomp", "parataxis")
# What can belong to a verb of several words: "took note", "made it clear".
_PARTS = ("prep", "prt", "acomp", "dobj", "advmod", "ccomp", "oprd")
_PROXY_DEPS = ("prep",)
_JOINED = re.compile(r"\s*,\s*|,?\s+and\s+")
_ADVERBS = re.compile(r",?\s+(?:(?:\w+ly|also|today|has|have|had|will|then|again|once)\s+)*")
_LINK = re.compile(r"\)?\s*[,(]?\s*(?:(?:and|as well as)\s+)?(?:(?:also\s+)?(?:the|his|her)\s+)?")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence with its reading; `span` is where it stands in the document.

    `pair` are the two whose conversation the item is, where it is one: "we" may be both. `heading`
    is the date of the line above ("Monday 2 March") in a diary, a week's program.
    """

    found: Found
    reading: Reading
    parse: Span
    span: tuple[int, int]
    pair: tuple[str, ...] = ()
    heading: When | None = None

    @property
    def text(self) -> str:
        """The sentence's words as the document has them."""
        return self.reading.text(self.parse)

    @property
    def title(self) -> bool:
        """Whether the sentence is the item's title."""
        return self.reading.passage.role == "title"

    def references(self) -> list[Reference]:
        """Everything referred to in the sentence."""
        return list(self.reading.within(*self.span))

    def dates(self) -> list[DateMention]:
        """The dates written in the sentence."""
        return [d for d in self.reading.dates if self.span[0] <= d.start and d.end <= self.span[1]]


def sentences(found: Found) -> Iterator[Sentence]:
    """Every sentence of an item, in order; questions of others in a transcript are marked by
    their reading's `questioner`.
    """
    talking, heads = pair(found), _headings(found)
    heading: When | None = None
    for reading in found.readings:
        heading = heads.get(reading.passage.start, heading)
        for parse in reading.parse.doc.sents:
            if parse.text.strip():
                yield Sentence(found, reading, parse, reading.span(parse), talking, heading)


def _headings(found: Found) -> dict[int, When]:
    """The dates that stand alone in lines of the body, by where: two make a diary."""
    alone = {
        r.passage.start: r.dates[0].when
        for r in found.readings
        if r.passage.role == "body" and len(r.dates) == 1 and _is_only(r, r.dates[0])
    }
    dated = {start: when for start, when in alone.items() if when}
    return dated if len(dated) > 1 else {}


def _is_only(reading: Reading, date: DateMention) -> bool:
    """Whether a passage has no other words than a date."""
    start = reading.passage.start
    rest = reading.passage.text[: date.start - start] + reading.passage.text[date.end - start :]
    return not re.search(r"\w", rest)


def pair(found: Found) -> tuple[str, ...]:
    """The two of different sides who speak in turns, or else the author and the one other person
    of the title: "Dahl's remarks after talks with Kenyan Foreign Minister Amina Otieno".
    """
    turns = (r for r in found.readings if r.passage.speaker and not r.questioner)
    titled = (
        k
        for r in found.readings
        if r.passage.role == "title" and found.authors
        for ref in r.references
        for k in ref.entities
    )
    for keys in ((k for r in turns for k in r.speakers), (*found.authors, *titled)):
        persons = tuple(dict.fromkeys(k for k in keys if found.kind(k) == "Person"))
        if len(persons) == 2 and len({found.party(k) for k in persons}) == 2:
            return persons
    return ()


def phrase(token: Token, words: Container[str]) -> str | None:
    """The longest cue a token ends or begins: "conference" in "press conference" gives that phrase,
    "call" before "on" gives "call on"; None where the token is no cue.
    """
    lemma = token.lemma_.casefold()
    before = [
        t for t in token.lefts if t.dep_ in ("compound", "amod", "nmod") and t.i == token.i - 1
    ]
    for left in before:
        joined = f"{left.lemma_.casefold()} {lemma}"
        if joined in words:
            return joined
    if token.i + 1 < len(token.doc) and (after := f"{lemma} {token.nbor(1).lower_}") in words:
        return after
    for child in token.children:
        if child.dep_ in _PARTS and 0 < child.i - token.i <= 3:
            joined = f"{lemma} {child.lower_}"
            if joined in words:
                return joined
    if token.text[-1:].isupper() and len(token.text) > 3:
        lemma = _plain(token.lower_)
    return lemma if lemma in words else None


def _plain(word: str) -> str:
    """The singular of a noun in capitals, which the parser takes for a name."""
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def actors(sentence: Sentence, token: Token) -> tuple[str, ...]:
    """Those a noun phrase means, with all that is joined by "and": keys in text order."""
    found: dict[str, None] = {}
    for word in _joined(token):
        if sentence.parse.start <= word.i < sentence.parse.end:
            found |= dict.fromkeys(_single(sentence, word))
            found |= dict.fromkeys(_listed(sentence, word))
    return tuple(found)


def _joined(token: Token) -> list[Token]:
    """A noun and those joined to it up to the last "and": in "On talks with A and B, C and D met"
    a parser takes all four for one list.
    """
    joined = [token]
    for word in sorted(token.conjuncts, key=lambda t: t.i):
        between = {t.lower_ for t in token.doc[joined[-1].i + 1 : word.i] if t.head != word}
        if len(joined) > 1 and _closed(joined) and "and" not in between:
            break
        joined.append(word)
    return joined


def _closed(joined: list[Token]) -> bool:
    """Whether "and" stands before the last of a list."""
    before, last = joined[-2:]
    return any(t.lower_ == "and" for t in last.doc[before.i + 1 : last.i])


def _listed(sentence: Sentence, token: Token) -> list[str]:
    """The rest of a written list "A, B and C" that begins with what the token refers to.

    Long names with offices mislead a parser; commas and a last "and" do not.
    """
    first = sentence.reading.at(token)
    if first is None or first.use not in _ACTING:
        return []
    text, at = sentence.reading.passage.text, sentence.reading.passage.start
    chain: list[str] = []
    closed = 0
    end = first.end
    for ref in (r for r in sentence.references() if r.start >= first.end):
        link = _LINK.fullmatch(text[end - at : ref.start - at])
        if not link or ref.use not in _ACTING or (closed and "and" not in link[0]):
            break
        chain += ref.entities
        closed = len(chain) if "and" in link[0] else closed
        end = ref.end
    return chain if _is_headline(sentence) and len(chain) == 1 else chain[:closed]


def _is_headline(sentence: Sentence) -> bool:
    """Whether a sentence is a title or printed like one: "China, Philippines hold talks"."""
    return sentence.title or sentence.text.rstrip()[-1:].isalnum()


def _single(sentence: Sentence, token: Token) -> tuple[str, ...]:
    ref = sentence.reading.at(token)
    if ref and ref.use in _ACTING:
        narrowed = ref.use == "group" and _narrowed(sentence, token, ref)
        return () if narrowed else (*_adjectives_before(sentence, ref), *ref.entities)
    if ref and ref.use == "demonym" and token.tag_ in ("NNS", "NNPS"):
        return ref.entities
    named = [t for t in token.children if t.dep_ == "appos"]
    if named and (inner := sentence.reading.at(named[0])) and inner.use in _ACTING:
        return tuple(k for t in named for k in actors(sentence, t))
    gathers = token.lemma_.casefold() in (*cues.things("council"), *cues.encounter_words("team"))
    if gathers and (body := _body(sentence, token)):
        return body
    if not stands_for(token):
        return ()
    return _of(sentence, token) or _of_owner(sentence, token)


def _of_owner(sentence: Sentence, token: Token) -> tuple[str, ...]:
    """ "his government", "my Government": the one side of whoever is meant."""
    if token.lemma_.casefold() not in _proxies() and token.lower_ not in _proxies():
        return ()
    refs = (sentence.reading.at(c) for c in token.lefts if c.dep_ == "poss" and c.pos_ == "PRON")
    sides = {sentence.found.party(k): None for r in refs if r for k in r.entities}
    return tuple(s for s in sides if s and s.startswith("state/")) if len(sides) == 1 else ()


def _adjectives_before(sentence: Sentence, organ: Reference) -> tuple[str, ...]:
    """Colombia in "Colombian and Venezuelan officials"."""
    if organ.use != "organ":
        return ()
    text, at = sentence.reading.passage.text, sentence.reading.passage.start
    keys: list[str] = []
    begin = organ.start
    for ref in sorted(sentence.references(), key=lambda r: -r.start):
        if ref.end <= begin and ref.use in ("adjective", "demonym"):
            if not _JOINED.fullmatch(text[ref.end - at : begin - at]):
                break
            keys, begin = [*ref.entities, *keys], ref.start
    return tuple(keys)


def _narrowed(sentence: Sentence, token: Token, group: Reference) -> bool:
    """ "union leaders", "leaders of industry": others than the leaders named before."""
    inside = (group.start <= sentence.reading.start(c) < group.end for c in token.lefts)
    modified = any(
        c.dep_ in ("compound", "amod", "nmod", "poss") and not within
        for c, within in zip(token.lefts, inside, strict=True)
    )
    behind_it = (c for c in token.rights if sentence.reading.start(c) >= group.end)
    return modified or any(c.dep_ == "prep" and c.lower_ in ("of", "from") for c in behind_it)


def _body(sentence: Sentence, token: Token) -> tuple[str, ...]:
    """The organization of "the CSTO Council", "the NATO Secretariat"."""
    refs = (sentence.reading.at(c) for c in token.children if c.dep_ in ("compound", "nmod"))
    return next((r.entities for r in refs if r and r.entities[0].startswith("organization/")), ())


def stands_for(token: Token) -> bool:
    """Whether a noun means the side it belongs to: "government", "delegation", "ambassador"."""
    lemma = token.lemma_.casefold()
    listed = lemma in _proxies() or token.lower_ in _proxies() or lemma in cues.offices("head")
    return listed or lemma in cues.statements("proxy")


@cache
def _proxies() -> frozenset[str]:
    return frozenset(w.split()[-1] for w in cues.words("organs.csv"))


def _of(sentence: Sentence, token: Token) -> tuple[str, ...]:
    """Those behind "representatives of …", "ambassadors of A, B and C", "officials from …"."""
    organ = token.lemma_.casefold() in _proxies() or token.lower_ in _proxies()
    proxy = token.lemma_.casefold() in cues.statements("proxy")
    for prep in token.children:
        if prep.dep_ in _PROXY_DEPS and prep.lower_ in ("of", "from", "by"):
            for child in prep.children:
                if child.dep_ == "pobj" and (keys := actors(sentence, child)):
                    return _bodies(sentence, keys) if proxy and not organ else keys
    return _bodies(sentence, _before(sentence, token)) if proxy else ()


def _bodies(sentence: Sentence, keys: tuple[str, ...]) -> tuple[str, ...]:
    """Bodies that speak through their members, as no state does: "members of the Council"."""
    return tuple(k for k in keys if sentence.found.kind(k) in ("Organization", "Grouping"))


def _before(sentence: Sentence, token: Token) -> tuple[str, ...]:
    """The body in front of "leaders" or "spokesperson": "EU leaders", "NATO's spokesman"."""
    for child in token.lefts:
        ref = sentence.reading.at(child) if child.dep_ in ("compound", "nmod", "poss") else None
        if ref and ref.use == "name":
            return ref.entities
    return ()


def subjects(sentence: Sentence, verb: Token) -> tuple[str, ...]:
    """Who does what a verb says, also where the subject stands with another verb.

    "Expressing concern, Dahl urged …": Dahl for both; in the passive those after "by".
    """
    if _passive(verb):
        return _agents(sentence, verb)
    own = [c for c in verb.children if c.dep_ in _SUBJECT]
    if own and (own[0].tag_ in ("WP", "WDT") or own[0].lower_ in ("who", "which", "that")):
        return actors(sentence, verb.head) if verb.dep_ == "relcl" else ()
    if own:
        return next(filter(None, (actors(sentence, c) for c in own)), ())
    if verb.dep_ in ("ROOT", "relcl", "conj") and (near := adjacent(sentence, verb)):
        return near
    if verb.dep_ == "xcomp" and (honored := _honored(sentence, verb)):
        return honored
    if verb.dep_ in ("conj", "xcomp", "advcl", "acl") and verb.head.pos_ in ("VERB", "AUX"):
        return _inherited(sentence, verb)
    if verb.dep_ == "xcomp" and verb.head.dep_ == "acomp":
        return subjects(sentence, verb.head.head)
    if verb.dep_ in ("xcomp", "acl") and (wished := _of_wish(sentence, verb)):
        return wished
    if verb.dep_ == "pcomp" and verb.head.head.pos_ in ("VERB", "AUX"):
        return _of_adjunct(sentence, verb)
    if verb.dep_ == "acl" and verb.tag_ == "VBG":
        return actors(sentence, verb.head)
    if verb.dep_ in ("relcl", "acl") and verb.head.dep_ == "attr" and infinitive(verb):
        return subjects(sentence, verb.head.head)  # "Ghana was the first state to send tents"
    return ()


def _of_adjunct(sentence: Sentence, verb: Token) -> tuple[str, ...]:
    """ "Peru thanked Norway for sending aid": Norway; "after visiting Oslo, he left": he."""
    governor = verb.head.head
    said = governor.lemma_.casefold() in cues.statements("verb")
    blamed = said and verb.head.lower_ in ("for", "of", "on") and verb.head.i > governor.i
    praised = patients(sentence, governor) if blamed else ()
    return praised or subjects(sentence, governor)


def _honored(sentence: Sentence, verb: Token) -> tuple[str, ...]:
    """Whose honor it is: "it was our pleasure to receive the Ambassador"."""
    nouns = [c for c in verb.head.children if c.dep_ == "attr"]
    own = [c for n in nouns for c in n.children if c.dep_ == "poss" and c.pos_ == "PRON"]
    side = (sentence.found.side,) if sentence.found.side else ()
    ours = any(c.lower_ in ("our", "my") for c in own)
    return (sentence.reading.speakers or side) if ours else ()


def adjacent(sentence: Sentence, verb: Token) -> tuple[str, ...]:
    """Whoever is written right before a finite verb that the parser left without a subject."""
    text, at = sentence.reading.passage.text, sentence.reading.passage.start
    start = sentence.reading.start(verb)
    before = [r for r in sentence.references() if r.end <= start and r.use in _ACTING]
    between = text[before[-1].end - at : start - at] if before else ""
    if verb.dep_ == "conj" and between.startswith(","):
        return ()
    if before and _ADVERBS.fullmatch(between) and verb.tag_ in ("VBD", "VBZ", "VBP", "VBN"):
        return before[-1].entities
    return ()


def _of_wish(sentence: Sentence, verb: Token) -> tuple[str, ...]:
    """The subject past an adjective or noun: "is due to visit", "announced plans to visit"."""
    head = verb.head
    infinitive = any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)
    lemma = head.lemma_.casefold()
    known = lemma in cues.modality("governor") or lemma in cues.modality("governor-infinitive")
    wish = head.pos_ in ("ADJ", "NOUN") and known
    if infinitive and wish:
        own = tuple(k for c in head.children if c.dep_ == "poss" for k in actors(sentence, c))
        asked = behind(sentence, head, "to") if _asks(head) else ()
        return own or asked or behind(sentence, head, "of", "by") or _of_taker(sentence, head)
    return ()


def _of_taker(sentence: Sentence, wish: Token) -> tuple[str, ...]:
    """ "Kenya took the decision to leave", not "Peru welcomed the decision to leave"."""
    verb = wish.head
    told = verb.lemma_.casefold() in cues.statements("verb") and wish.dep_ in (*_OBJECT, "pobj")
    actual = cues.modality("governor-infinitive").get(wish.lemma_.casefold()) == "actual"
    if verb.pos_ not in ("VERB", "AUX") or (told and actual and wish.pos_ == "NOUN"):
        return ()
    return subjects(sentence, verb)


def _inherited(sentence: Sentence, verb: Token) -> tuple[str, ...]:
    """The subject of the governing verb; of its object for "urged X to meet"."""
    head = verb.head
    if verb.dep_ == "xcomp" or (verb.dep_ == "advcl" and infinitive(verb) and _asks(head)):
        objects = [c for c in head.children if c.dep_ in _OBJECT and c.i < verb.i]
        objects += [c for c in head.children if c.dep_ == "nsubjpass"]
        asked = ("on", "upon", "to") if _asks(head) else ("on", "upon")
        objects += [
            p
            for c in head.children
            if c.dep_ == "prep" and c.lower_ in asked and c.i < verb.i
            for p in c.children
        ]
        objects += _surface_subjects(head) if _passive(head) else []
        keys = actors(sentence, objects[0]) if objects else ()
        if keys or (objects and objects[0].lemma_.casefold() in cues.things("party")):
            return keys  # none for "invited the partners to adopt the plan"
    if verb.dep_ == "advcl" and verb.tag_ not in ("VBG", "VBN", "VB"):
        return ()
    return subjects(sentence, head)


def _surface_subjects(verb: Token) -> list[Token]:
    """The subject that a passive verb shares: "X will visit Y and is scheduled to meet Z"."""
    first = verb.head if verb.dep_ == "conj" else verb
    return [c for c in first.children if c.dep_ in (*_SUBJECT, "nsubjpass")]


def _asks(word: Token) -> bool:
    """ "appealed to donors to act", "an appeal to donors to act"."""
    return cues.modality("governor").get(word.lemma_.casefold()) == "proposed"


def surface(sentence: Sentence, verb: Token) -> tuple[str, ...]:
    """Who a passive is about: "is expected in Paris for talks", "was invited to the summit"."""
    own = [c for c in verb.children if c.dep_ == "nsubjpass"]
    return actors(sentence, own[0]) if own else ()


def _passive(verb: Token) -> bool:
    if any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children):
        return True
    return _participle(verb)


def _participle(word: Token) -> bool:
    """ "the aid provided", not "the fact that it has provided aid"."""
    helped = any(c.dep_ in ("nsubj", "aux") for c in word.children)
    return word.dep_ == "acl" and word.tag_ == "VBN" and not helped


def _agents(sentence: Sentence, verb: Token) -> tuple[str, ...]:
    for child in verb.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            for inner in child.children:
                if inner.dep_ == "pobj":
                    return actors(sentence, inner)
    return ()


def patients(sentence: Sentence, verb: Token) -> tuple[str, ...]:
    """Whom a verb's object, or in the passive its subject, means."""
    for child in verb.children:
        patient = child.dep_ in _OBJECT or child.dep_ == "nsubjpass"
        if patient and (keys := actors(sentence, child)):
            return keys
    if verb.dep_ == "conj" and any(c.dep_ == "auxpass" for c in verb.children):
        shared = _surface_subjects(verb)
        return actors(sentence, shared[0]) if shared else ()
    return () if objects(verb) else _following(sentence, verb)


def _following(sentence: Sentence, verb: Token) -> tuple[str, ...]:
    """Whoever is written right after a verb that the parser left without an object."""
    text, at = sentence.reading.passage.text, sentence.reading.passage.start
    end = sentence.reading.end(verb)
    after = [r for r in sentence.references() if r.start >= end and r.use in ("person", "office")]
    if after and text[end - at : after[0].start - at].strip() in ("", "the", "his", "her"):
        return after[0].entities
    return ()


def behind(sentence: Sentence, token: Token, *prepositions: str) -> tuple[str, ...]:
    """Those after one of the prepositions that hang on a token: "with", "between"."""
    found: dict[str, None] = {}
    for prep in token.children:
        if prep.dep_ in ("prep", "agent", "dative") and prep.lower_ in prepositions:
            for child in prep.children:
                if child.dep_ in ("pobj", "pcomp"):
                    found |= dict.fromkeys(actors(sentence, child))
    return tuple(found)


def both(sentence: Sentence, token: Token | None, who: tuple[str, ...]) -> tuple[str, ...]:
    """The two in conversation where a "we" or "our" that one of them says must mean both.

    "The last time we met", "our previous meeting"; otherwise `who` unchanged.
    """
    plural = token is not None and token.lower_ in ("we", "us", "our")
    return sentence.pair if plural and len(who) == 1 and who[0] in sentence.pair else who


def listed_after(sentence: Sentence, token: Token) -> tuple[str, ...]:
    """Those of the list that begins with the first actor named after a token."""
    end = sentence.reading.end(token)
    first = next((r for r in sentence.references() if r.start >= end and r.use in _ACTING), None)
    if first is None:
        return ()
    words = (t for t in sentence.parse if sentence.reading.at(t) == first)
    word = next(words, None)
    return tuple(dict.fromkeys((*first.entities, *(_listed(sentence, word) if word else ()))))


def objects(verb: Token) -> list[Token]:
    """The object nouns of a verb, those joined by "and" included."""
    found: list[Token] = []
    for child in verb.children:
        if child.dep_ in (*_OBJECT, "attr"):
            found += [child, *(t for t in child.conjuncts if t.i > child.i)]
    return found


def modality(token: Token) -> str:
    """Whether what a token tells happened: "actual", "planned", "proposed" or "denied".

    "met" is actual, "will meet" planned, "hopes to meet" proposed, "has refused to meet" denied.
    """
    strongest = "actual"
    for word, governed in _chain(token):
        found = _marked(word, governed)
        if (
            found == "denied"
            or (found == "proposed" and strongest != "denied")
            or (found == "planned" and strongest == "actual")
        ):
            strongest = found
    return strongest


def infinitive(token: Token) -> bool:
    """ "to sign the treaty"."""
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in token.children)


def supposed(token: Token) -> bool:
    """Whether a token stands in a condition or a question: "if they meet", "in case they meet"."""
    if token.sent.text.rstrip().endswith("?"):
        return True
    for word, _ in _chain(token):
        if any(c.dep_ == "mark" and c.lower_ in cues.modality("marker") for c in word.children):
            return True
        nouns = [word.head, *(p for c in word.children if c.dep_ == "prep" for p in c.children)]
        if any(n.lower_ in cues.modality("case") and n.head.lower_ == "in" for n in nouns):
            return True
    return False


def _chain(token: Token) -> Iterator[tuple[Token, Token | None]]:
    """The token and what governs it up to the clause that asserts it."""
    governed: Token | None = None
    word = token
    for _ in range(6):
        yield word, governed
        if word.dep_ in _ASSERTED and not _embeds(word) and not _purpose(word):
            return
        if (
            word.dep_ == "conj"
            and word.pos_ in ("VERB", "AUX")
            and any(c.dep_ in _SUBJECT for c in word.children)
        ):
            return
        if _presupposes(word):
            return
        governed, word = word, word.head


def _purpose(word: Token) -> bool:
    """ "may meet to discuss it": the purpose is no more certain than the deed."""
    return word.dep_ == "advcl" and infinitive(word)


def _presupposes(word: Token) -> bool:
    """Whether what hangs here is told as a fact whatever governs it.

    "would like to thank for the aid provided", "said in a telephone conversation that he would".
    """
    if _participle(word):
        return True
    if word.dep_ != "prep" or word.head.pos_ not in ("VERB", "AUX"):
        return False
    if word.lower_ == "for" and word.head.lemma_.casefold() in cues.things("thanks"):
        return True
    adjunct = word.lower_ in ("during", "following", "after", "since", "in", "at", "on")
    head = word.head
    return (
        adjunct
        and head.lemma_ not in cues.light_verbs()
        and head.lemma_ not in cues.encounters("verb")
    )


def _embeds(word: Token) -> bool:
    """Whether a clause hangs on a word of wishing or planning: "hopes that they meet"."""
    head = word.head
    unsaid = head.lemma_.casefold() in cues.modality("governor")
    return word.dep_ == "ccomp" and (unsaid or any(c.dep_ == "neg" for c in head.children))


def _marked(word: Token, governed: Token | None) -> str | None:
    if any(_negates(c) for c in word.children):
        return "proposed" if governed is not None and _governs(word) == "denied" else "denied"
    if governed is None and _of_none(word):
        return "denied"
    for child in word.children:
        lower = child.lower_
        if child.dep_ == "mark" and lower in cues.modality("marker"):
            return "proposed"
        if child.dep_ == "aux" and lower in ("would", "should") and _reported(word):
            return "planned"
        if child.dep_ == "aux" and lower in cues.modality("auxiliary"):
            return cues.modality("auxiliary")[lower]
        if child.dep_ == "amod" and lower in cues.modality("adjective"):
            return cues.modality("adjective")[lower]
        if child.dep_ == "advmod" and lower in cues.modality("adverb"):
            return cues.modality("adverb")[lower]
    if governed is None:
        return _infinitive(word)
    lemma = word.lemma_.casefold()
    if found := _governs(word):
        return found if governed.dep_ not in _SUBJECT or _is_passive_plan(word) else None
    if governed.dep_ in ("xcomp", "acl", "advcl") and any(
        c.lower_ == "to" for c in governed.children
    ):
        described = lemma == "be" and any(c.dep_ in ("attr", "acomp") for c in word.children)
        return None if described else cues.modality("governor-infinitive").get(lemma)
    return None


def _governs(word: Token) -> str | None:
    """What a verb says of what it governs: "denied" for "rule out", "refuse"."""
    lemma, governors = word.lemma_.casefold(), cues.modality("governor")
    particles = (f"{lemma} {c.lower_}" for c in word.children if c.dep_ in ("prt", "advmod"))
    return next((governors[p] for p in particles if p in governors), governors.get(lemma))


def _reported(word: Token) -> bool:
    """ "announced that she would come": a future seen from the past, not a wish."""
    head = word.head
    said = head.lemma_.casefold() in (*cues.statements("say"), *cues.statements("verb"))
    settled = head.lemma_.casefold() not in cues.modality("governor")
    return word.dep_ == "ccomp" and head.tag_ in ("VBD", "VBN") and said and settled


def _negates(word: Token) -> bool:
    """ "did not meet", "no meeting"; not in "not only talks but a summit"."""
    if word.dep_ == "det":
        return word.lower_ == "no"
    after = word.nbor(1).lower_ if word.i + 1 < len(word.doc) else ""
    return word.dep_ == "neg" and after not in ("only", "just", "merely", "simply")


def _of_none(word: Token) -> bool:
    """ "No statement was adopted", "signed no agreement"."""
    held = (c for c in word.children if c.dep_ in ("nsubjpass", "dobj"))
    return word.pos_ == "VERB" and any(_negates(d) for c in held for d in c.children)


def _is_passive_plan(word: Token) -> bool:
    """ "The talks are scheduled", "A meeting is expected": the subject is what is planned."""
    return any(c.dep_ in ("nsubjpass", "auxpass") for c in word.children) or word.dep_ == "acomp"


def _infinitive(word: Token) -> str | None:
    """ "Dahl to meet Otieno": a headline's infinitive announces."""
    announced = word.dep_ == "ROOT" or (word.dep_ == "relcl" and word.head.dep_ != "attr")
    return "planned" if announced and infinitive(word) else None

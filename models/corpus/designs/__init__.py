"""Designs: what a resume says becomes a page of labelled words, in ways drawn at random.

    content (a Resume) -> program (choices of the document) -> sections -> skeleton (a Plan) -> typeset or running text -> Document

A design is a random program, not a template: `look` draws the print, `dates` the dates, `forms` the grammar of the entries,
`lists` and `person` the ways of lists and contact data, `skeletons` the page. The values are labelled runs; their words are `Tagged`,
so that labels pass through the layout stage of the engine on the words themselves, and nothing is ever searched for in the text.
"""

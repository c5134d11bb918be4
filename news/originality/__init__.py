"""Whether a story says what another one of ours has said already.

``texts`` says what of a story counts, ``shingles`` makes a short sketch of it, ``archive`` finds the sketches that
resemble it, and ``checking`` does so for stories that changed, behind the desk's
back. It sees the newsroom's own archive and nothing else.
"""

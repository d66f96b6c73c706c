-- The search index, by where words stand: the headline; kicker, headings and first paragraph; the rest. Each has a column of
-- the words, folded, and one of their stems. `names` has the ids of tags that the article names in some spelling or language.
-- The ascii tokeniser takes all beyond ASCII for letters, so its words are exactly ours; an id is one word to it.
DROP TABLE search;
CREATE VIRTUAL TABLE search USING fts5 (
  headline, lead, body, headline_stems, lead_stems, body_stems, names,
  content = '', contentless_delete = 1, tokenize = "ascii tokenchars ':-'"
);
-- Whether a name means its tag wherever it stands: what a search takes it for. Filled with the next start, as the index is.
ALTER TABLE names ADD COLUMN certain INTEGER NOT NULL DEFAULT 0 CHECK (certain IN (0, 1));
CREATE INDEX names_by_name ON names (name) WHERE certain = 1;
UPDATE archive SET fold_version = 0, names_hash = NULL;

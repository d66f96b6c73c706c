-- The terms of 64 articles in a row, to be read at once: what facets count by. For each article that a list can find,
-- numbers ascending, all big-endian: 2 bytes articles.number % 64, 2 bytes the number of terms, 8 bytes articles.newest,
-- and 4 bytes for each terms.number, ascending.
CREATE TABLE term_blocks (
  block    INTEGER PRIMARY KEY, -- articles.number / 64
  articles BLOB NOT NULL
) STRICT;
-- What they must be.
CREATE VIEW expected_term_blocks AS
  SELECT number / 64 AS block, unhex(group_concat(article, '' ORDER BY number)) AS articles
  FROM (
    SELECT number, printf('%04X%04X%016X', number % 64, count(*), max(newest))
      || group_concat(printf('%08X', term), '' ORDER BY term) AS article
    FROM article_terms GROUP BY number
  )
  GROUP BY number / 64;
INSERT INTO term_blocks (block, articles) SELECT block, articles FROM expected_term_blocks;
-- The values of a facet.
CREATE INDEX terms_by_type ON terms (type) WHERE articles > 0;

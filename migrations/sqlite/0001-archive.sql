-- The archive: captures are the evidence, articles and documents what was read in them; all the rest serves to find them.

-- One row: what is true of the archive as a whole.
CREATE TABLE archive (
  one          INTEGER PRIMARY KEY CHECK (one = 1),
  generation   TEXT NOT NULL,    -- random and new with every change: no two archives share one, nor does a restored backup
  captures     INTEGER NOT NULL, -- rows of captures
  fold_version INTEGER NOT NULL, -- of the rules that search and names were folded with; 0: not yet
  names_hash   TEXT,             -- SHA-256 of the gazetteer entries that terms and names were last made from
  probe        BLOB              -- where a write is tried; NULL otherwise
) STRICT;
INSERT INTO archive (one, generation, captures, fold_version) VALUES (1, lower(hex(randomblob(12))), 0, 0);

CREATE TABLE articles (
  number       INTEGER PRIMARY KEY, -- joins the tables below and the search index; never leaves the database
  id           TEXT NOT NULL UNIQUE,
  url_key      TEXT,                -- the three keys: SHA-256 in hex, see domain/identity.ts
  headline_key TEXT NOT NULL,
  title_key    TEXT,                -- NULL without a headline
  revision     INTEGER NOT NULL CHECK (revision >= 1),
  withdrawn    INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  published    INTEGER,             -- milliseconds since the epoch, see instant.ts; NULL undated
  updated      INTEGER NOT NULL,    -- milliseconds since the epoch: when the document last changed
  -- The sort keys: lists go up by one of these, then by id. Undated is the greatest integer JavaScript has: last both ways.
  newest       INTEGER NOT NULL AS (ifnull(-published, 9007199254740991)),
  oldest       INTEGER NOT NULL AS (ifnull(published, 9007199254740991)),
  latest       INTEGER NOT NULL AS (-updated)
) STRICT;
CREATE UNIQUE INDEX articles_by_url ON articles (url_key) WHERE url_key IS NOT NULL;
CREATE INDEX articles_by_headline ON articles (headline_key);
CREATE INDEX articles_by_title ON articles (title_key) WHERE title_key IS NOT NULL AND withdrawn = 0;
CREATE INDEX articles_by_latest ON articles (latest, id) WHERE withdrawn = 0;

-- Every capture of every article; the one with the article's revision is the current one.
CREATE TABLE captures (
  number      INTEGER PRIMARY KEY,
  article     INTEGER NOT NULL REFERENCES articles (number),
  revision    INTEGER NOT NULL,
  sha256      TEXT NOT NULL UNIQUE,   -- of the bytes as captured
  media_type  TEXT NOT NULL,
  size        INTEGER NOT NULL,       -- of the bytes as captured
  name        TEXT,
  url         TEXT,
  imported_at TEXT NOT NULL,
  importer    TEXT NOT NULL,
  headline    TEXT,                   -- headline and published: as this revision had them
  published   TEXT,                   -- JSON
  ledger_hash TEXT NOT NULL,          -- SHA-256 of the ledger's JSON
  ledger      BLOB NOT NULL,          -- JSON, deflated
  bytes       BLOB NOT NULL,          -- deflated
  UNIQUE (article, revision)
) STRICT;

-- What is served, as it is sent. In a table of its own: lists read the items only, many to a page.
CREATE TABLE documents (
  article  INTEGER PRIMARY KEY REFERENCES articles (number),
  etag     TEXT NOT NULL,  -- with its quotes; SHA-256 of the body
  hash     TEXT NOT NULL,  -- SHA-256 of item and mentions
  body     BLOB NOT NULL,  -- {"data":…}
  mentions TEXT NOT NULL   -- JSON: the tags with their mentions
) STRICT;

CREATE TABLE items (
  article INTEGER PRIMARY KEY REFERENCES articles (number),
  item    TEXT NOT NULL    -- JSON: the article as lists show it
) STRICT;

-- "Read also" links. target: the article with that URL, else the only one with that title; never the article itself.
CREATE TABLE links (
  article   INTEGER NOT NULL REFERENCES articles (number),
  number    INTEGER NOT NULL,
  url_key   TEXT,
  title_key TEXT NOT NULL,
  target    INTEGER REFERENCES articles (number),
  PRIMARY KEY (article, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX links_by_url ON links (url_key) WHERE url_key IS NOT NULL;
CREATE INDEX links_by_title ON links (title_key);
CREATE INDEX links_by_target ON links (target) WHERE target IS NOT NULL;

-- What lists are filtered by: tags, languages, publishers, and "all".
CREATE TABLE terms (
  number   INTEGER PRIMARY KEY,
  id       TEXT NOT NULL UNIQUE,                -- country:am, language:ar, publisher:…, all
  type     TEXT NOT NULL,                       -- country, actor, place, language, publisher or all
  entry    TEXT,                                -- JSON: the tag without its count; NULL for what is no tag
  listed   INTEGER NOT NULL DEFAULT 0 CHECK (listed IN (0, 1)), -- whether the gazetteer has it
  articles INTEGER NOT NULL DEFAULT 0 CHECK (articles >= 0),    -- rows of article_terms
  rank     INTEGER NOT NULL AS (-articles)
) STRICT;
CREATE INDEX terms_by_rank ON terms (rank, id) WHERE entry IS NOT NULL;
INSERT INTO terms (id, type) VALUES ('all', 'all');

-- Which articles a filter by the term finds; withdrawn articles are not here. The keys hold what lists sort by.
CREATE TABLE article_terms (
  term    INTEGER NOT NULL REFERENCES terms (number),
  newest  INTEGER NOT NULL,
  id      TEXT NOT NULL,
  number  INTEGER NOT NULL REFERENCES articles (number),
  oldest  INTEGER NOT NULL AS (iif(newest = 9007199254740991, newest, -newest)),
  PRIMARY KEY (term, newest, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX article_terms_by_oldest ON article_terms (term, oldest, id, number);

-- Every name of every tag: folded words, a space before each, so that ' wor' finds the words that begin with "wor".
CREATE TABLE names (
  term INTEGER NOT NULL REFERENCES terms (number),
  name TEXT NOT NULL,
  PRIMARY KEY (term, name)
) STRICT, WITHOUT ROWID;

-- Folded words with single spaces. The ascii tokeniser takes all beyond ASCII for letters, so its words are exactly ours.
-- Contentless: the texts themselves are in the documents. rowid is articles.number; withdrawn articles are not here.
CREATE VIRTUAL TABLE search USING fts5 (headline, body, content = '', contentless_delete = 1, tokenize = 'ascii');

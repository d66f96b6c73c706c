-- What an article was last tagged with: the stamp of the gazetteer's files and the tagger's version; NULL where not known.
ALTER TABLE articles ADD COLUMN tagger TEXT;
-- JSON: names that are no tags yet, with their mentions. The document's hash covers them unless there are none.
ALTER TABLE documents ADD COLUMN candidates TEXT NOT NULL DEFAULT '[]';
-- `khabar retag` raises an article's revision, and that of its current capture with it: revisions of captures have gaps.

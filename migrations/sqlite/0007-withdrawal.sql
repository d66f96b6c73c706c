-- When and why an article was withdrawn: RFC 3339 in UTC, and a sentence for people; NULL where not known.
ALTER TABLE articles ADD COLUMN withdrawn_at TEXT;
ALTER TABLE articles ADD COLUMN withdrawn_reason TEXT;
-- Purged: withdrawn for good. Document, item and links are gone and the captures are empty; keys and hashes stay, by which
-- a capture of it is known and not kept again.
ALTER TABLE articles ADD COLUMN purged INTEGER NOT NULL DEFAULT 0 CHECK (purged <= withdrawn);

-- When a page was saved, as a web archive's record says: RFC 3339 in UTC; NULL where that is not known.
ALTER TABLE captures ADD COLUMN captured_at TEXT;

-- The encoding that came with a capture, as a Content-Type header named it; NULL where none did.
ALTER TABLE captures ADD COLUMN charset TEXT;

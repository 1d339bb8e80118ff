CREATE UNIQUE INDEX IF NOT EXISTS entry_by_stream ON entry (stream, version);
CREATE INDEX IF NOT EXISTS entry_by_command ON entry (command_id);

-- The ledger itself: nothing here can be made again from anything else. Text is ordered by its bytes,
-- whatever language the server was set up in.
CREATE TABLE charter (
  id SMALLINT PRIMARY KEY CHECK (id = 1),
  origin VARCHAR(140) COLLATE "C" NOT NULL,
  branch VARCHAR(140) COLLATE "C" NOT NULL,
  currency VARCHAR(3) COLLATE "C" NOT NULL,
  zone VARCHAR(100) COLLATE "C" NOT NULL,
  created_at_micros BIGINT NOT NULL,
  practice BOOLEAN NOT NULL
);
-- One row, locked by every append: it makes the order of the entries. Room in its page lets it be
-- changed in place.
CREATE TABLE ledger_head (
  id SMALLINT PRIMARY KEY CHECK (id = 1),
  position BIGINT NOT NULL,
  frontier BYTEA NOT NULL,
  recorded_at_micros BIGINT NOT NULL,
  read_models VARCHAR(10000) COLLATE "C" NOT NULL,
  migration INTEGER NOT NULL
) WITH (fillfactor = 10);
ALTER TABLE ledger_head ALTER COLUMN frontier SET STORAGE PLAIN;
CREATE TABLE entry (
  position BIGINT PRIMARY KEY,
  stream VARCHAR(100) COLLATE "C" NOT NULL,
  version BIGINT NOT NULL,
  type VARCHAR(60) COLLATE "C" NOT NULL,
  command_id UUID NOT NULL,
  recorded_at_micros BIGINT NOT NULL,
  envelope BYTEA NOT NULL,
  salt BYTEA NOT NULL,
  payload BYTEA NOT NULL
);
CREATE UNIQUE INDEX entry_by_stream ON entry (stream, version);
CREATE INDEX entry_by_command ON entry (command_id);
-- What was recorded stays as it was, whatever somebody types at the server. (A hash chain finds those
-- who get around this.)
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'entries are never changed';
END
$$;
CREATE TRIGGER entry_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON entry
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER charter_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON charter
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

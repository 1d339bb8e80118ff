-- The index of the tape. Nothing here is the truth: all of it is made again from the tape at need.
-- Its indexes are made last, when the entries are in it: see indexes.sql.
CREATE TABLE ledger_schema (
  id TINYINT PRIMARY KEY CHECK (id = 1),
  read_models VARCHAR(10000) NOT NULL
);
CREATE TABLE ledger_head (
  id TINYINT PRIMARY KEY CHECK (id = 1),
  position BIGINT NOT NULL,
  chain BINARY(32) NOT NULL,
  frontier VARBINARY(2056) NOT NULL,
  recorded_at_micros BIGINT NOT NULL
);
CREATE TABLE entry (
  position BIGINT PRIMARY KEY,
  stream VARCHAR(100) NOT NULL,
  version BIGINT NOT NULL,
  type VARCHAR(60) NOT NULL,
  command_id UUID NOT NULL,
  recorded_at_micros BIGINT NOT NULL,
  envelope VARBINARY(65535) NOT NULL,
  salt BINARY(32) NOT NULL,
  payload VARBINARY(1048576) NOT NULL
);
-- Whoever reads cannot change anything, whatever the code says.
CREATE USER reader PASSWORD '';
GRANT SELECT ON SCHEMA PUBLIC TO reader;

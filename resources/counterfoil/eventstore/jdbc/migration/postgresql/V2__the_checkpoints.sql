-- What workstations have signed of the ledger, in the order in which they did.
CREATE TABLE checkpoint (
  number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  size BIGINT NOT NULL,
  note TEXT COLLATE "C" NOT NULL
);
CREATE TRIGGER checkpoint_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON checkpoint
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
-- From here on programs must know the table.
UPDATE ledger_head SET migration = 2;

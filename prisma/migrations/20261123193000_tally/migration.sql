-- How procedures were answered, by UTC day: what error and refusal rates are counted from. Nothing of
-- any person.
CREATE TABLE request_tallies (
  day DATE NOT NULL,
  kind VARCHAR(20) NOT NULL
    CONSTRAINT request_tallies_kind_known CHECK (kind IN ('query', 'mutation', 'subscription')),
  -- OK, or the code of the refusal; UNEXPECTED is an error of ours.
  outcome VARCHAR(40) NOT NULL,
  count BIGINT NOT NULL CONSTRAINT request_tallies_count_positive CHECK (count > 0),
  PRIMARY KEY (day, kind, outcome)
);

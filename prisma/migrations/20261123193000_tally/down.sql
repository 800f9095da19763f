-- loses: request_tallies
DROP TABLE request_tallies;

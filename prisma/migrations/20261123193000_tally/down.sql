-- loses: the counts of answers, refusals and errors of all days.
DROP TABLE request_tallies;

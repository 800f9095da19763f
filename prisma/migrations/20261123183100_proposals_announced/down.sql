-- loses: nothing
DROP TRIGGER appointment_proposals_announce ON appointment_proposals;
DROP FUNCTION announce_proposal();

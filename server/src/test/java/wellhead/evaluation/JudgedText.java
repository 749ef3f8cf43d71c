package wellhead.evaluation;

/** A text that topics are asked of. */
record JudgedText(String id, String title, String body) {}

package wellhead.indexer.time;

/**
 * A label found among tokens.
 *
 * @param next index of the token behind it
 * @param marked whether a word such as "ago" says that it is an age; true for all that is no age
 */
record Reading(Label label, int next, Footing footing, boolean marked) {

  /** Where in a line a label may stand without being taken for part of a title. */
  enum Footing {
    /** Alone, or set off by brackets, a dash or a column: "one day", "Monday", "May 5". */
    SET_OFF,
    /** At the head of a line as well: "4 days". */
    HEAD,
    /** At either end: "4 days ago". */
    ANYWHERE
  }

  Reading as(Label.Role role) {
    return new Reading(label.as(role), next, footing, marked);
  }

  /** The same, with more tokens belonging to it. */
  Reading upTo(int behind) {
    return new Reading(label, behind, footing, marked);
  }

  Reading weaker(Footing other) {
    return other.compareTo(footing) < 0 ? new Reading(label, next, other, marked) : this;
  }
}

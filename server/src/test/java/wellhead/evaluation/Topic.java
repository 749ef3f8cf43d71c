package wellhead.evaluation;

import java.util.Map;

/**
 * What somebody wants to know.
 *
 * @param grades by text; what is not listed was not judged and counts as 0
 */
record Topic(String id, String query, Map<String, Integer> grades) {
  Topic {
    grades = Map.copyOf(grades);
  }

  int grade(String text) {
    return grades.getOrDefault(text, 0);
  }

  /** Whether any text answers it; topics without are left out, as trec_eval does. */
  boolean isAnswered() {
    return grades.values().stream().anyMatch(grade -> grade > 0);
  }
}

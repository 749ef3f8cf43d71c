package wellhead.indexer.page;

import java.util.List;

/** Lines that may be one list of headlines: set alike and near each other. */
record ListCandidate(List<Candidate> rows) {
  ListCandidate {
    rows = List.copyOf(rows);
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("a list has rows");
    }
  }

  int size() {
    return rows.size();
  }

  /** Its ages in minutes, in page order, without rows that have none. */
  List<Double> ages() {
    return rows.stream().map(Candidate::minutes).filter(m -> !m.isNaN()).toList();
  }
}

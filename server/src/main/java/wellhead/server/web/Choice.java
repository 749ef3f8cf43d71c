package wellhead.server.web;

import java.util.List;

/** One of several links of which one is where we are. */
record Choice(String label, String url, boolean current) {

  /** Links that belong together, under a name. */
  record Row(String label, List<Choice> choices) {
    Row {
      choices = List.copyOf(choices);
    }
  }
}

package wellhead.server.search;

import java.util.ArrayList;
import java.util.List;
import wellhead.schema.EnergyAnalysis;
import wellhead.server.query.Tail;

/**
 * What stands in a search box while somebody is typing.
 *
 * @param text all of it
 * @param complete the words that are done, as analysed
 * @param last the beginning of the word at the end, folded as texts are; empty behind a space
 */
record Typed(String text, List<String> complete, String last) {
  Typed {
    complete = List.copyOf(complete);
  }

  static Typed read(String text) {
    int last = Tail.withDigitGroups(text);
    if (last == text.length()) {
      return new Typed(text, EnergyAnalysis.terms(text), "");
    }
    var complete = new ArrayList<>(EnergyAnalysis.terms(text.substring(0, last)));
    String word = text.substring(last);
    if (word.codePoints().anyMatch(Character::isIdeographic)) {
      complete.addAll(EnergyAnalysis.terms(word)); // each of them is a word
      return new Typed(text, complete, "");
    }
    return new Typed(text, complete, EnergyAnalysis.prefix(word).utf8ToString());
  }

  boolean isEmpty() {
    return complete.isEmpty() && last.isEmpty();
  }
}

package wellhead.schema;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The tokens of a text: each word, its stem over it, and over the words of every concept its term
 * and its wider terms. So every text that a spelling occurs in holds the one term that a query asks
 * for, whatever stands around it.
 */
final class LaidOver {
  private final Concepts concepts = EnergyAnalysis.concepts();
  private final List<Word> words = new ArrayList<>();
  private final List<WrittenTokens.Token> tokens = new ArrayList<>();
  private int position = -1;

  /** A word and its place; see {@link EnergyAnalysis.Words}. */
  private record Word(List<String> forms, int position, int start, int end) {
    String stem() {
      return forms.getLast();
    }
  }

  private LaidOver() {}

  /** In the order in which they are indexed. */
  static List<WrittenTokens.Token> words(String text) {
    var over = new LaidOver();
    EnergyAnalysis.words(
        text,
        (forms, step, start, end) -> {
          over.position += step;
          over.words.add(new Word(forms, over.position, start, end));
        });
    for (int at = 0; at < over.words.size(); at++) {
      over.write(at);
    }
    return over.tokens;
  }

  private void write(int at) {
    Word here = words.get(at);
    if (concepts.mayBegin(here.stem())) {
      List<Concept> found = concepts.at(stemsFrom(at));
      if (!found.isEmpty()) {
        lay(found, at);
      }
    }
    for (String form : here.forms) {
      tokens.add(new WrittenTokens.Token(form, here.position, 1, here.start, here.end));
    }
  }

  private void lay(List<Concept> found, int at) {
    Word here = words.get(at);
    Set<String> single = new HashSet<>(here.forms);
    for (Concept concept : found) {
      int length = concept.length();
      int end = words.get(at + length - 1).end;
      if (length > 1 || single.add(concept.term())) {
        add(concept.term(), here, length, end);
      }
      for (String wider : concept.wider()) {
        if (length > 1 || single.add(wider)) {
          add(wider, here, length, end);
        }
      }
    }
  }

  private void add(String term, Word here, int length, int end) {
    tokens.add(new WrittenTokens.Token(term, here.position, length, here.start, end));
  }

  /** Those of the words that a concept may reach over. */
  private List<String> stemsFrom(int at) {
    var stems = new ArrayList<String>(concepts.reach());
    for (int i = at; i < words.size() && stems.size() < concepts.reach(); i++) {
      boolean gap = i > at && words.get(i).position != words.get(i - 1).position + 1;
      if (gap) {
        break;
      }
      stems.add(words.get(i).stem());
    }
    return stems;
  }
}

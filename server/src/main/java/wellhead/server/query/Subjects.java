package wellhead.server.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import wellhead.schema.EnergyAnalysis;
import wellhead.schema.KnownNames;

/** Finds what names the subject among the words that must all match. */
final class Subjects {
  private Subjects() {}

  /** The names of companies, countries, people and places. */
  static List<Question.Name> names(List<QueryNode> required) {
    return texts(required)
        .flatMap(text -> {
          List<String> asked = EnergyAnalysis.terms(text);
          return KnownNames.in(text).stream()
              .map(name ->
                  new Question.Name(name, EnergyAnalysis.terms(name), KnownNames.isPlace(name)))
              .filter(name -> !name.terms().isEmpty() && asked.containsAll(name.terms()))
              .filter(name -> name.terms().stream().anyMatch(Questions::isSubject));
        })
        .distinct()
        .toList();
  }

  /** The single words, without amounts and words that say nothing of a subject. */
  static List<Question.Name> words(List<QueryNode> required) {
    return texts(required).flatMap(text -> words(text).stream()).distinct().toList();
  }

  private static List<Question.Name> words(String text) {
    Map<String, String> typed = new HashMap<>();
    Arrays.stream(text.split(" "))
        .forEach(word -> {
          List<String> terms = EnergyAnalysis.terms(word);
          if (terms.size() == 1) {
            typed.putIfAbsent(terms.getFirst(), word);
          }
        });
    List<String> terms = EnergyAnalysis.terms(text);
    var words = new ArrayList<Question.Name>();
    int at = 0;
    while (at < terms.size()) {
      String term = terms.get(at);
      int amount = Amounts.lengthAt(terms, at);
      if (amount == 0 && Questions.isSubject(term)) {
        words.add(new Question.Name(typed.getOrDefault(term, term), List.of(term), false));
      }
      at += Math.max(1, amount);
    }
    return words;
  }

  private static Stream<String> texts(List<QueryNode> required) {
    return required.stream()
        .filter(QueryNode.Words.class::isInstance)
        .map(node -> ((QueryNode.Words) node).text());
  }
}

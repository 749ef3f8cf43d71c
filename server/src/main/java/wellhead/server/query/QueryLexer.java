package wellhead.server.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import wellhead.schema.EnergyAnalysis;

/**
 * Cuts a query into tokens. Signs mean something only where a person would use them so: a minus
 * before a word and after a space, a colon between a known field and its value, a quote that has a
 * partner.
 */
final class QueryLexer {
  private static final String NAMED = "(title|body|author|source|before|after|link):";

  private static final Pattern FIELD =
      Pattern.compile(NAMED + "(?=[\\p{L}\\p{N}\"“”(])", Pattern.CASE_INSENSITIVE);

  /** "before: 2025-07-08", "title:". */
  private static final Pattern BARE_FIELD = Pattern.compile(NAMED, Pattern.CASE_INSENSITIVE);

  private static final Pattern UNKNOWN_FIELD =
      Pattern.compile("\\A\\p{L}[\\p{L}_]++(?=:[\\p{L}\\p{N}])");
  private static final Pattern NEAR = Pattern.compile("NEAR/(\\d+)");

  /** "*oil", "re*ery". */
  private static final Pattern STAR_BEFORE = Pattern.compile("\\*[\\p{L}\\p{Nd}]");

  private static final Pattern SPACES = Pattern.compile("[\\p{Z}\\s]+");
  private static final Pattern MEANS_SOMETHING = Pattern.compile("[\"“”„*:()]");
  private static final Pattern ANY_QUOTE = Pattern.compile("[\"“”„]");
  private static final Pattern MINUSES = Pattern.compile("^-+");

  /** Behind a phrase. */
  private static final Pattern SLOP = Pattern.compile("~(\\d{1,4})(?![\\p{L}\\p{N}])");

  /** Behind a word. */
  private static final Pattern FUZZY = Pattern.compile("(?<=[\\p{L}\\p{N}])(?:~\\d{0,4}){1,8}+$");

  /** "~5", "$", "%". */
  private static final Pattern LONE_SIGN = Pattern.compile("~[\\d.]*|[\\p{Sc}%]+");

  private static final Pattern NUMBER = Pattern.compile("[\\d.,]*\\d\\p{L}{0,3}");

  /** Operators that are words of sentences. */
  private static final Set<String> WORDS_TOO = Set.of("AND", "OR", "NOT");

  /** Words in a text of capitals that is short enough to be a query. */
  private static final int SHORT = 5;

  /** They stand before NOT in sentences; those that are function words, too, are known as such. */
  private static final Set<String> AUXILIARIES = Set.of("MAY", "MIGHT", "IF");

  private static final Pattern HAS_WORD = Pattern.compile("[\\p{L}\\p{N}\\p{Sc}\\p{So}%]");
  private static final String NO_PARTNER = "A quotation mark without its partner was left out.";
  private static final String QUOTES = "\"“”„";

  private final String query;
  private final List<String> warnings;
  private final List<Token> tokens = new ArrayList<>();
  private final boolean inCapitals;
  private final boolean isShort;
  private int at;

  private QueryLexer(String query, List<String> warnings) {
    this.query = query;
    this.warnings = warnings;
    inCapitals =
        query.chars().noneMatch(Character::isLowerCase)
            && query.chars().noneMatch(c -> "\"()*".indexOf(c) >= 0)
            && !FIELD.matcher(query).find();
    isShort = query.strip().split("\\s+", SHORT + 1).length <= SHORT;
  }

  /** The tokens in order; what was read leniently is added to the warnings. */
  static List<Token> tokens(String query, List<String> warnings) {
    var lexer = new QueryLexer(query, warnings);
    while (lexer.at < query.length()) {
      lexer.next();
    }
    return lexer.tokens;
  }

  private void next() {
    char c = query.charAt(at);
    if (isSpace(c)) {
      at++;
    } else if (c == '(') {
      tokens.add(new Token.Open(at++));
    } else if (c == ')') {
      tokens.add(new Token.Close(at++));
    } else if (isQuote(c)) {
      quoted();
    } else if (c == '-' && isMinus()) {
      tokens.add(new Token.Minus(at++));
    } else if (!field() && !foreignField() && !link()) {
      word();
    }
  }

  private void quoted() {
    int end = at + 1;
    while (end < query.length() && !isQuote(query.charAt(end))) {
      end++;
    }
    if (end == query.length()) {
      warnings.add(NO_PARTNER);
      at++;
      return;
    }
    String text = spaced(query.substring(at + 1, end));
    Matcher slop = SLOP.matcher(query).region(end + 1, query.length());
    boolean near = slop.lookingAt();
    if (near && text.indexOf(' ') > 0 && !takesOneValue()) {
      near(text, Integer.parseInt(slop.group(1)));
    } else if (!text.isEmpty()) {
      tokens.add(new Token.Quoted(at, text));
    }
    at = near ? slop.end() : end + 1;
  }

  /** "oil price"~5 is oil NEAR/6 price: NEAR/1 is side by side. */
  private void near(String text, int between) {
    int distance = Math.min(between + 1, QueryParser.MAX_DISTANCE);
    String[] words =
        Arrays.stream(text.split(" "))
            .filter(w -> !words(w).isEmpty() && !LONE_SIGN.matcher(words(w)).matches())
            .toArray(String[]::new);
    tokens.add(new Token.Open(at));
    for (int i = 0; i < words.length; i++) {
      if (i > 0) {
        tokens.add(new Token.Near(at, distance));
      }
      tokens.add(new Token.Word(at, words[i], words(words[i])));
    }
    tokens.add(new Token.Close(at));
    warnings.add(
        "\""
            + text
            + "\"~"
            + between
            + " was read as "
            + String.join(" NEAR/" + distance + " ", words)
            + ".");
  }

  /** Behind source: and the like. */
  private boolean takesOneValue() {
    return afterField()
        && !tokens
            .getLast()
            .equals(new Token.Field(tokens.getLast().position(), Token.Field.Name.TITLE))
        && !tokens
            .getLast()
            .equals(new Token.Field(tokens.getLast().position(), Token.Field.Name.BODY));
  }

  /** "-gas" but not "- gas", "Exxon-Hess", "-10%". */
  private boolean isMinus() {
    if (at + 1 == query.length() || (at > 0 && !isBoundary(query.charAt(at - 1)))) {
      return false;
    }
    int next = query.codePointAt(at + 1);
    if (Character.isDigit(next)) {
      warnings.add("A minus before a number belongs to the number; -\"10\" leaves out the 10.");
    }
    return Character.isLetter(next) || next == '(' || isQuote((char) next);
  }

  private static boolean isBoundary(char c) {
    return isSpace(c) || c == '(';
  }

  private boolean field() {
    Matcher field = FIELD.matcher(query).region(at, query.length());
    if (afterField() || !field.lookingAt()) {
      return false;
    }
    int lone = loneQuote(field.end()) ? 1 : 0;
    if (!hasValue(field.end() + lone)) {
      return false;
    }
    String name = field.group(1).toUpperCase(Locale.ROOT);
    tokens.add(new Token.Field(at, Token.Field.Name.valueOf(name)));
    at = field.end() + lone;
    if (lone > 0) {
      warnings.add(NO_PARTNER);
    }
    return true;
  }

  /** A field by the name that it has elsewhere. */
  private boolean foreignField() {
    int colon = query.indexOf(':', at);
    if (afterField() || colon < 0) {
      return false;
    }
    String value = untilSpace(colon + 1);
    Optional<ForeignFields.Meant> found = ForeignFields.at(query, at, value);
    if (found.isEmpty() || value.isEmpty() || !hasValue(colon + 1)) {
      return false;
    }
    ForeignFields.Meant meant = found.get();
    Token.Field.Name name = meant.name();
    warnings.add(meant.warning(value));
    if (meant.days().isPresent()) {
      between(meant.days().get());
      at = colon + 1 + value.length();
      return true;
    }
    if (name != null) {
      tokens.add(new Token.Field(at, name));
    }
    if (name == Token.Field.Name.SOURCE && Character.isLetterOrDigit(value.codePointAt(0))) {
      String host = ForeignFields.host(value.replaceAll("[" + QUOTES + "]", ""));
      tokens.add(new Token.Word(at, host, host));
      at = colon + 1 + value.length();
    } else {
      at = colon + 1;
    }
    return true;
  }

  private void between(ForeignFields.Days days) {
    tokens.add(new Token.Open(at));
    tokens.add(new Token.Field(at, Token.Field.Name.AFTER));
    tokens.add(new Token.Word(at, days.from(), days.from()));
    tokens.add(new Token.Field(at, Token.Field.Name.BEFORE));
    tokens.add(new Token.Word(at, days.end(), days.end()));
    tokens.add(new Token.Close(at));
  }

  private String untilSpace(int from) {
    int end = from;
    while (end < query.length() && !isSpace(query.charAt(end)) && !isBracket(query.charAt(end))) {
      end++;
    }
    return query.substring(from, end);
  }

  /** A pasted link. */
  private boolean link() {
    String text = untilSpace(at);
    Optional<Link> link = afterField() ? Optional.empty() : Link.of(text);
    link.ifPresent(l -> {
      tokens.addAll(l.tokens(at));
      at += text.length();
    });
    return link.isPresent();
  }

  /** Whether a quotation mark without a partner stands here, and a word right behind it. */
  private boolean loneQuote(int from) {
    return isQuote(query.charAt(from))
        && query.substring(from + 1).chars().noneMatch(c -> isQuote((char) c))
        && from + 1 < query.length()
        && Character.isLetterOrDigit(query.codePointAt(from + 1));
  }

  /** Whether what follows the colon is a value, and no lone quotation mark. */
  private boolean hasValue(int from) {
    if (!isQuote(query.charAt(from))) {
      return true;
    }
    for (int end = from + 1; end < query.length(); end++) {
      if (isQuote(query.charAt(end))) {
        return !spaced(query.substring(from + 1, end)).isEmpty();
      }
    }
    return false;
  }

  private void word() {
    int from = at;
    while (at < query.length() && !isSpace(query.charAt(at)) && !isBracket(query.charAt(at))) {
      at++;
    }
    String raw = query.substring(from, at);
    if (afterField() || !operator(from, raw)) {
      plain(from, raw);
    }
  }

  private boolean operator(int from, String raw) {
    Matcher near = NEAR.matcher(raw);
    if (inCapitals && WORDS_TOO.contains(raw) && isWithin(from, raw) && !joinsTerms(from)) {
      if (!raw.equals("NOT")) {
        warnings.add("'" + raw + "' was read as a word: the whole text is in capitals.");
      }
      return false;
    }
    if (raw.equals("OR") || raw.equals("||") || raw.equals("|")) {
      tokens.add(new Token.Or(from));
    } else if (raw.equals("AND") || raw.equals("&&")) {
      tokens.add(new Token.And(from));
    } else if (raw.equals("NOT") && leavesOut()) {
      tokens.add(new Token.Minus(from));
    } else if (near.matches()) {
      tokens.add(new Token.Near(from, distance(from, near.group(1))));
    } else {
      return false;
    }
    return true;
  }

  /** Whether something stands on both sides; before NOT nothing needs to. */
  private boolean isWithin(int from, String raw) {
    boolean begins = query.substring(0, from).isBlank();
    return !query.substring(from + raw.length()).isBlank() && (!begins || raw.equals("NOT"));
  }

  /**
   * In a text that is all capitals, which is a headline: whether an operator joins two terms
   * ("RUSSIA OR UKRAINE"), and is no word of a sentence.
   */
  private boolean joinsTerms(int from) {
    String behind = Beside.from(query, from + Beside.from(query, from).length());
    return isShort && !behind.isEmpty() && isTerm(Beside.before(query, from)) && isTerm(behind);
  }

  private static boolean isTerm(String word) {
    List<String> terms = EnergyAnalysis.terms(word);
    return !terms.isEmpty()
        && terms.stream().noneMatch(FunctionWords::contain)
        && !AUXILIARIES.contains(word);
  }

  /** Whether NOT is an operator here: a word, a phrase or a bracket follows. */
  private boolean leavesOut() {
    int next = at;
    while (next < query.length() && isSpace(query.charAt(next))) {
      next++;
    }
    return next > at
        && next < query.length()
        && (Character.isLetter(query.codePointAt(next))
            || query.charAt(next) == '('
            || isQuote(query.charAt(next)))
        && !isOperator(query.substring(next, wordEnd(next)));
  }

  private int wordEnd(int from) {
    int end = from;
    while (end < query.length() && !Character.isWhitespace(query.charAt(end))) {
      end++;
    }
    return end;
  }

  private static int distance(int from, String digits) {
    int distance = digits.length() > 4 ? Integer.MAX_VALUE : Integer.parseInt(digits);
    if (distance < 1 || distance > QueryParser.MAX_DISTANCE) {
      throw new QuerySyntaxException(
          from,
          "NEAR/" + digits + ": the distance must be between 1 and " + QueryParser.MAX_DISTANCE);
    }
    return distance;
  }

  private void plain(int from, String typed) {
    String raw = FUZZY.matcher(typed).replaceFirst("");
    if (!raw.equals(typed)) {
      warnings.add("'" + typed + "': a misspelt word is corrected by itself; the ~ was left out.");
    }
    if (raw.chars().allMatch(c -> c == '*')) {
      tokens.add(new Token.Star(from));
    } else if (raw.endsWith("*")) {
      beginning(from, raw);
    } else {
      if (STAR_BEFORE.matcher(raw).find()) {
        warnings.add("'" + raw + "': a * works at the end of a word only, and was left out.");
      }
      warnAboutField(raw);
      add(from, raw);
    }
  }

  /** "$ 7", "15 %", or nothing else at all. */
  private boolean isBesideNumber(int from, String sign) {
    return !sign.startsWith("~")
        && (NUMBER.matcher(Beside.before(query, from)).matches()
            || NUMBER.matcher(Beside.from(query, from + sign.length())).matches());
  }

  private void beginning(int from, String raw) {
    String head = withoutTrailing(raw, "*");
    int tail = Tail.of(head);
    if (head.codePointCount(tail, head.length()) < 2) {
      warnings.add("'" + raw + "': a * needs two letters before it, and was left out.");
      add(from, head);
      return;
    }
    String beginning = head.substring(tail);
    String before = words(withoutTrailing(head.substring(0, tail), "-/"));
    if (before.isEmpty() || LONE_SIGN.matcher(before).matches()) {
      tokens.add(new Token.Beginning(from, beginning));
      return;
    }
    boolean group = afterField();
    if (group) {
      tokens.add(new Token.Open(from));
    }
    tokens.add(new Token.Word(from, before, before));
    tokens.add(new Token.Beginning(from + tail, beginning));
    if (group) {
      tokens.add(new Token.Close(at));
    }
  }

  /** A pattern that is anchored at the end alone would look again and again at what it repeats. */
  private static String withoutTrailing(String text, String signs) {
    int end = text.length();
    while (end > 0 && signs.indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return text.substring(0, end);
  }

  private void warnAboutField(String raw) {
    if (BARE_FIELD.matcher(raw).matches()) {
      warnings.add("'" + raw + "' was read as a word; its value stands right behind the colon.");
    }
    Matcher unknown = UNKNOWN_FIELD.matcher(raw);
    if (unknown.lookingAt()) {
      warnings.add("There is no field '" + unknown.group() + "'; '" + raw + "' was read as words.");
    }
  }

  private void add(int from, String raw) {
    String text = words(raw);
    if (LONE_SIGN.matcher(text).matches() && !isBesideNumber(from, text)) {
      warnings.add("'" + text + "' alone is no word, and was left out.");
      return;
    }
    if (raw.equals("NOT")) {
      warnings.add("NOT was read as a word; -word leaves a word out.");
    }
    if (!text.isEmpty()) {
      tokens.add(new Token.Word(from, ANY_QUOTE.matcher(raw).replaceAll(""), text));
    }
  }

  /** What would be an operator if it were printed as it is. */
  private static boolean isOperator(String word) {
    return word.equals("OR")
        || word.equals("AND")
        || word.equals("NOT")
        || NEAR.matcher(word).matches();
  }

  private boolean afterField() {
    return !tokens.isEmpty() && tokens.getLast() instanceof Token.Field;
  }

  /** Without the signs that mean something elsewhere; empty when no word is left. */
  private static String words(String raw) {
    return Arrays.stream(spaced(MEANS_SOMETHING.matcher(raw).replaceAll(" ")).split(" "))
        .map(word -> MINUSES.matcher(word).replaceFirst(""))
        .map(word -> Link.of(word).isPresent() ? word.replaceAll("/+", "-") : word)
        .map(word -> FUZZY.matcher(word).replaceFirst(""))
        .filter(word -> HAS_WORD.matcher(word).find() && !isSignAmong(word, raw))
        .map(word -> isOperator(word) ? word.toLowerCase(Locale.ROOT) : word)
        .collect(Collectors.joining(" "));
  }

  private static boolean isSignAmong(String word, String all) {
    return word.length() < all.length() && LONE_SIGN.matcher(word).matches();
  }

  private static String spaced(String text) {
    return SPACES.matcher(text).replaceAll(" ").strip();
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  /** Whether nothing was typed. */
  static boolean isBlank(String query) {
    return spaced(query).isEmpty();
  }

  private static boolean isBracket(char c) {
    return c == '(' || c == ')';
  }

  private static boolean isQuote(char c) {
    return QUOTES.indexOf(c) >= 0;
  }
}

package wellhead.server.query;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the query language.
 *
 * <pre>
 * query   = any
 * any     = all { ("OR" | "||") all }          OR binds loosest: natural gas OR crude oil
 * all     = { ["AND" | "&&"] unary }           all must match
 * unary   = [ "-" | "NOT" ] primary            - leaves out
 * primary = "(" any ")"
 *         | operand [ "NEAR/n" operand ]...    within n words of each other, in either order
 *         | ("title:" | "body:") primary
 *         | ("source:" | "author:" | "link:") value   exactly
 *         | ("before:" | "after:") time        a day, an instant, or 7d, PT6H ago; after: includes it
 *         | prefix "*"
 *         | "*"                                every story
 * operand = word | '"' words '"'
 * </pre>
 *
 * <p>Operators are written in capitals, fields and minus without a space behind them. Whatever else
 * is typed is words: unbalanced brackets and quotation marks, operators with nothing beside them,
 * colons after words that are no field. What was read so is said in the warnings.
 */
public final class QueryParser {
  /** Characters in a query. */
  public static final int MAX_LENGTH = 10_000;

  /** Brackets within brackets. */
  public static final int MAX_DEPTH = 100;

  /** Words between the operands of NEAR, plus one. */
  public static final int MAX_DISTANCE = 100;

  private final List<Token> tokens;
  private final Instant now;
  private final ZoneId zone;
  private int at;

  private QueryParser(List<Token> tokens, Instant now, ZoneId zone) {
    this.tokens = tokens;
    this.now = now;
    this.zone = zone;
  }

  /** Reads a query whose days begin in UTC. */
  static ParsedQuery parse(String query, Instant now) {
    return parse(query, now, ZoneOffset.UTC);
  }

  /**
   * Reads a query; blank asks for every story.
   *
   * @param now what "7d" counts back from
   * @param zone where days begin
   * @throws QuerySyntaxException when it has no reading
   */
  public static ParsedQuery parse(String query, Instant now, ZoneId zone) {
    if (query.length() > MAX_LENGTH) {
      throw new QuerySyntaxException(
          MAX_LENGTH,
          "the query has " + query.length() + " characters; at most " + MAX_LENGTH + " are read");
    }
    var warnings = new ArrayList<String>();
    List<Token> tokens =
        Repairs.operators(Repairs.brackets(QueryLexer.tokens(query, warnings), warnings), warnings);
    Repairs.hint(tokens, warnings);
    QueryNode root = new QueryParser(tokens, now, zone).any();
    if (root == null && !QueryLexer.isBlank(query)) {
      throw new QuerySyntaxException(
          0, "the query has no word: write what to search for, or * for every story");
    }
    return new ParsedQuery(
        root == null ? new QueryNode.Everything() : NewsWords.read(root),
        warnings.stream().distinct().toList());
  }

  private @Nullable QueryNode any() {
    var choices = new ArrayList<QueryNode>();
    do {
      QueryNode all = all();
      if (all != null) {
        choices.add(all);
      }
    } while (take(Token.Or.class).isPresent());
    return Nodes.any(choices);
  }

  private @Nullable QueryNode all() {
    var parts = new ArrayList<QueryNode>();
    while (at < tokens.size() && (peek().beginsOperand() || peek() instanceof Token.And)) {
      if (take(Token.And.class).isEmpty()) {
        QueryNode part = unary();
        if (part != null) {
          parts.add(part);
        }
      }
    }
    return Nodes.all(parts);
  }

  private @Nullable QueryNode unary() {
    if (take(Token.Minus.class).isEmpty()) {
      return primary();
    }
    QueryNode left = primary();
    return left == null ? null : new QueryNode.Not(left);
  }

  private @Nullable QueryNode primary() {
    Token token = tokens.get(at++);
    return switch (token) {
      case Token.Open o -> group();
      case Token.Field f -> field(f);
      case Token.Beginning b -> new QueryNode.Prefix(b.text());
      case Token.Star s -> new QueryNode.Everything();
      case Token.Word w -> near(w.text()).orElse(new QueryNode.Words(w.text()));
      case Token.Quoted q -> near(q.text()).orElse(new QueryNode.Phrase(q.text()));
      case Token.Minus m -> primary();
      case Token.Close c -> throw unexpected(c);
      case Token.Or o -> throw unexpected(o);
      case Token.And a -> throw unexpected(a);
      case Token.Near n -> throw unexpected(n);
    };
  }

  private @Nullable QueryNode group() {
    QueryNode inside = any();
    if (take(Token.Close.class).isEmpty()) {
      throw unexpected(tokens.get(Math.min(at, tokens.size() - 1)));
    }
    return inside;
  }

  /** a NEAR/5 b NEAR/5 c is a NEAR/5 b and b NEAR/5 c. */
  private Optional<QueryNode> near(String first) {
    var pairs = new ArrayList<QueryNode>();
    String left = first;
    for (Optional<Token.Near> near = take(Token.Near.class);
        near.isPresent();
        near = take(Token.Near.class)) {
      String right = tokens.get(at++).nearOperand().orElseThrow();
      pairs.add(new QueryNode.Near(left, right, near.get().distance()));
      left = right;
    }
    return Optional.ofNullable(Nodes.all(pairs));
  }

  private @Nullable QueryNode field(Token.Field field) {
    return switch (field.name()) {
      case TITLE -> inText(QueryNode.Scope.TITLE);
      case BODY -> inText(QueryNode.Scope.BODY);
      case SOURCE -> new QueryNode.Exactly(QueryNode.Property.SOURCE, value(field));
      case AUTHOR -> new QueryNode.Exactly(QueryNode.Property.AUTHOR, value(field));
      case LINK -> new QueryNode.Exactly(QueryNode.Property.LINK, value(field));
      case BEFORE -> new QueryNode.Before(time(field));
      case AFTER -> new QueryNode.After(time(field));
    };
  }

  private @Nullable QueryNode inText(QueryNode.Scope scope) {
    QueryNode of = primary();
    return of == null ? null : new QueryNode.InText(scope, of);
  }

  private Instant time(Token.Field field) {
    String value = value(field);
    return PointInTime.parse(value, now, zone)
        .orElseThrow(() ->
            new QuerySyntaxException(
                field.position(),
                "'"
                    + value
                    + "' is no time: write a day (2025-07-08), an instant"
                    + " (2025-07-08T07:30:00Z), or how long ago (7d, PT6H)"));
  }

  private String value(Token.Field field) {
    String name = field.name().toString().toLowerCase(Locale.ROOT);
    Token token = at < tokens.size() ? tokens.get(at++) : field;
    if (token instanceof Token.Word word) {
      return word.raw();
    }
    if (token instanceof Token.Quoted quoted) {
      return quoted.text();
    }
    throw new QuerySyntaxException(
        field.position(),
        name + ": takes one value: write " + name + ":this, or " + name + ":\"this value\"");
  }

  private Token peek() {
    return tokens.get(at);
  }

  private <T extends Token> Optional<T> take(Class<T> type) {
    if (at < tokens.size() && type.isInstance(peek())) {
      return Optional.of(type.cast(tokens.get(at++)));
    }
    return Optional.empty();
  }

  /** The repairs leave only what the grammar takes; a token that it does not take is our error. */
  private static IllegalStateException unexpected(Token token) {
    return new IllegalStateException("not repaired: " + token);
  }
}

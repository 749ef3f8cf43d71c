package wellhead.server.query;

import java.util.Optional;

/** A piece of a query, with the place where it begins. */
sealed interface Token {
  int position();

  /** Whether something that can be searched for begins here. */
  boolean beginsOperand();

  /** Whether something that can be searched for ends here. */
  boolean endsOperand();

  /** The text of a word or phrase, which is all that can stand beside NEAR. */
  default Optional<String> nearOperand() {
    return Optional.empty();
  }

  /** The word that an operator looks like, and is read as where it has nothing to join. */
  default Optional<Word> asWord() {
    return Optional.empty();
  }

  /** Something that can be searched for by itself. */
  sealed interface Operand extends Token {
    @Override
    default boolean beginsOperand() {
      return true;
    }

    @Override
    default boolean endsOperand() {
      return true;
    }
  }

  /** Belongs to what follows. */
  sealed interface Opening extends Token {
    @Override
    default boolean beginsOperand() {
      return true;
    }

    @Override
    default boolean endsOperand() {
      return false;
    }
  }

  /** Stands between operands. */
  sealed interface Operator extends Token {
    @Override
    default boolean beginsOperand() {
      return false;
    }

    @Override
    default boolean endsOperand() {
      return false;
    }
  }

  /**
   * A word.
   *
   * @param raw as typed
   * @param text what of it can be words, one space between them
   */
  record Word(int position, String raw, String text) implements Operand {
    @Override
    public Optional<String> nearOperand() {
      return Optional.of(text);
    }
  }

  /** Words between quotation marks. */
  record Quoted(int position, String text) implements Operand {
    @Override
    public Optional<String> nearOperand() {
      return Optional.of(text);
    }
  }

  /** What stood before an asterisk. */
  record Beginning(int position, String text) implements Operand {}

  /** An asterisk alone. */
  record Star(int position) implements Operand {}

  /** An opening bracket. */
  record Open(int position) implements Opening {}

  /** A minus before an operand. */
  record Minus(int position) implements Opening {}

  /** A field's name and colon; its value is the next token. */
  record Field(int position, Name name) implements Opening {
    enum Name {
      TITLE,
      BODY,
      AUTHOR,
      SOURCE,
      BEFORE,
      AFTER,
      LINK
    }
  }

  /** A closing bracket. */
  record Close(int position) implements Token {
    @Override
    public boolean beginsOperand() {
      return false;
    }

    @Override
    public boolean endsOperand() {
      return true;
    }
  }

  /** OR. */
  record Or(int position) implements Operator {
    @Override
    public Optional<Word> asWord() {
      return Optional.of(new Word(position, "OR", "or"));
    }
  }

  /** AND. */
  record And(int position) implements Operator {
    @Override
    public Optional<Word> asWord() {
      return Optional.of(new Word(position, "AND", "and"));
    }
  }

  /** NEAR/5. */
  record Near(int position, int distance) implements Operator {
    @Override
    public Optional<Word> asWord() {
      return Optional.of(new Word(position, "NEAR/" + distance, "near " + distance));
    }
  }
}

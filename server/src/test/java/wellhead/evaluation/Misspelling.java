package wellhead.evaluation;

import java.util.Random;

/** What fingers do to a word. */
enum Misspelling {
  /** A letter is left out. */
  DROP {
    @Override
    String of(String word, int at, Random random) {
      return word.substring(0, at) + word.substring(at + 1);
    }
  },
  /** A letter is typed twice. */
  DOUBLE {
    @Override
    String of(String word, int at, Random random) {
      return word.substring(0, at) + word.charAt(at) + word.substring(at);
    }
  },
  /** Two letters change places. */
  SWAP {
    @Override
    String of(String word, int at, Random random) {
      return word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
    }
  },
  /** The key beside the right one. */
  NEIGHBOUR {
    @Override
    String of(String word, int at, Random random) {
      for (String row : KEYS) {
        int key = row.indexOf(word.charAt(at));
        if (key >= 0) {
          int beside = key == 0 || (key < row.length() - 1 && random.nextBoolean()) ? 1 : -1;
          return word.substring(0, at) + row.charAt(key + beside) + word.substring(at + 1);
        }
      }
      return word;
    }
  },
  /** A space within. */
  SPLIT {
    @Override
    String of(String word, int at, Random random) {
      int half = word.length() / 2;
      return word.substring(0, half) + " " + word.substring(half);
    }
  };

  private static final String[] KEYS = {"qwertyuiop", "asdfghjkl", "zxcvbnm"};

  /** A word with one such error, never in its first letter. */
  String of(String word, Random random) {
    return of(word, 1 + random.nextInt(word.length() - 2), random);
  }

  abstract String of(String word, int at, Random random);
}

package wellhead.indexer.page;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a line stands in the tree of a document: an element, and through it those around it.
 *
 * <p>Two lines of one row of a list share an element that holds no other row; rows of one list look
 * alike ({@link #pattern}). Both hold whatever the page's tags and class names are.
 */
final class Place {

  /** Deeper nesting than any page needs is all one place, so that climbing stays cheap. */
  private static final int DEEPEST = 150;

  /** So many elements tell the rows of one list from the rows of another. */
  private static final int LEVELS_OF_PATTERN = 5;

  private final @Nullable Place above;
  private final int depth;
  private final String shape;
  private final Shape own;
  private final Map<String, Shape> shapes;
  private final Set<Region> regions;

  /** What tag and classes say, the same wherever they stand: a page has few of them. */
  private record Shape(String plainly, Set<Region> regions) {
    static Shape of(String shape) {
      return new Shape(Place.plainly(shape), Region.of(shape));
    }
  }

  /** Parts of a page that markup names, by element or by the words of a class. */
  enum Region {
    MENU("nav", "navigation", "navbar", "menu", "submenu", "breadcrumb", "breadcrumbs", "toolbar"),
    FOOTER("footer", "foot", "copyright", "legal"),
    ADVERT("ad", "ads", "advert", "advertisement", "sponsor", "sponsored", "promo", "promoted"),
    COMMENTS("comment", "comments", "disqus"),
    FORUM("forum", "forums", "community", "discussion", "discussions", "threads"),
    CAPTION(
        "figcaption",
        "caption",
        "credit",
        "byline",
        "author",
        "meta",
        "kicker",
        "tag",
        "tags",
        "category"),
    TITLE("title", "headline", "heading", "hed");

    private static final Map<String, Region> BY_WORD = new HashMap<>();
    private static final Pattern HUMP = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})");
    private static final Pattern BETWEEN = Pattern.compile("[^a-z]+");

    static {
      for (Region region : values()) {
        for (String word : BETWEEN.split(region.words)) {
          BY_WORD.put(word, region);
        }
      }
    }

    private final String words;

    Region(String... words) {
      this.words = String.join(" ", words);
    }

    private static Set<Region> of(String shape) {
      Set<Region> found = EnumSet.noneOf(Region.class);
      String parted = HUMP.matcher(shape).replaceAll("-").toLowerCase(Locale.ROOT);
      for (String word : BETWEEN.split(parted)) {
        Region region = BY_WORD.get(word);
        if (region != null) {
          found.add(region);
        }
      }
      return found;
    }
  }

  boolean isIn(Region region) {
    return regions.contains(region);
  }

  private Place(@Nullable Place above, int depth, String shape, Map<String, Shape> shapes) {
    this.above = above;
    this.depth = depth;
    this.shape = shape;
    this.shapes = shapes;
    this.own = shapes.computeIfAbsent(shape, Shape::of);
    Set<Region> here = own.regions();
    if (above != null && !here.containsAll(above.regions)) {
      here = EnumSet.copyOf(above.regions);
      here.addAll(own.regions());
    }
    regions = here;
  }

  static Place root() {
    return new Place(null, 0, "", new HashMap<>());
  }

  /**
   * The place of an element inside this one.
   *
   * @param shape its tag and classes
   */
  Place inside(String shape) {
    return depth < DEEPEST ? new Place(this, depth + 1, shape, shapes) : this;
  }

  @Nullable Place above() {
    return above;
  }

  /** Whether this is in that element, or is it. */
  boolean isIn(Place other) {
    Place at = this;
    while (at.depth > other.depth && at.above != null) {
      at = at.above;
    }
    return at == other;
  }

  /** Whether this is in an element of a name such as {@code figcaption}, or is one. */
  boolean isInElement(String name) {
    Place at = this;
    while (at.above != null) {
      if (at.shape.startsWith(name + ".")) {
        return true;
      }
      at = at.above;
    }
    return false;
  }

  /** The smallest element that holds both. */
  Place shared(Place other) {
    Place a = this;
    Place b = other;
    while (a != b) {
      Place deeper = a.depth >= b.depth ? a : b;
      Place next = deeper.above;
      if (next == null) {
        return deeper;
      }
      if (deeper == a) {
        a = next;
      } else {
        b = next;
      }
    }
    return a;
  }

  /**
   * The same without numbers, which count elements, and with two classes of each, for the further
   * ones tell rows of one list apart.
   */
  String shape() {
    StringBuilder out = new StringBuilder();
    Place at = this;
    for (int i = 0; i < LEVELS_OF_PATTERN - 1 && at != null; i++) {
      out.append('/').append(at.own.plainly());
      at = at.above;
    }
    return out.toString();
  }

  private static String plainly(String shape) {
    int dot = shape.indexOf('.');
    if (dot < 0) {
      return shape;
    }
    StringBuilder out = new StringBuilder(shape.substring(0, dot));
    int classes = 0;
    for (String name : shape.substring(dot + 1).split("\\s+")) {
      if (classes < 2 && name.chars().noneMatch(Character::isDigit)) {
        out.append('.').append(name);
        classes++;
      }
    }
    return out.toString();
  }

  /** Tags and classes of this element and those around it; alike for the rows of one list. */
  String pattern() {
    StringBuilder out = new StringBuilder();
    Place at = this;
    for (int i = 0; i < LEVELS_OF_PATTERN && at != null; i++) {
      out.append('/').append(at.shape);
      at = at.above;
    }
    return out.toString();
  }
}

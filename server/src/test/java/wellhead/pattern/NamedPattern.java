package wellhead.pattern;

import java.util.regex.Pattern;

/**
 * A pattern of the program.
 *
 * @param type the package and the outermost class that it stands in
 * @param place the field that holds it, or the line that it is written in
 */
record NamedPattern(String type, String place, Pattern pattern) {

  /** As the program's own text calls it from elsewhere. */
  String name() {
    return type.substring(type.lastIndexOf('.') + 1) + "." + place;
  }

  @Override
  public String toString() {
    return name() + " " + pattern;
  }
}

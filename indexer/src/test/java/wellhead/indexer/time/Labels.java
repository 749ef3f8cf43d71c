package wellhead.indexer.time;

import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Prints labels on one line, so that a case of a table is one comparison of two texts. */
final class Labels {
  private Labels() {}

  /** "-" for none. */
  static String show(String text) {
    return LabelParser.parse(text).map(Labels::show).orElse("-");
  }

  /** "label | headline", "headline | label" at the end; "-" for none. */
  static String showLine(String line) {
    return LabelParser.parseLine(line)
        .map(l ->
            l.atEnd()
                ? l.headline() + " | " + show(l.label())
                : show(l.label()) + " | " + l.headline())
        .orElse("-");
  }

  static String show(Label label) {
    String text =
        switch (label) {
          case Label.Age age -> hedge(age.hedge()) + parts(age);
          case Label.JustNow now -> "now";
          case Label.CalendarDay d ->
              "day-" + d.daysBack() + clock(d.clock(), d.clockPrecision()) + zone(d.zone());
          case Label.CalendarUnit u ->
              "last " + u.unit().toString().toLowerCase(java.util.Locale.ROOT);
          case Label.Weekday w ->
              (w.past() ? "past " : "")
                  + w.day()
                  + clock(w.clock(), w.precision())
                  + zone(w.zone());
          case Label.PartialDate p ->
              (p.month() == null ? "" : p.month() + "/" + p.day())
                  + clock(p.clock(), p.precision())
                  + zone(p.zone());
          case Label.Date d -> date(d) + zone(d.zone());
          case Label.OneOf o ->
              o.readings().stream().map(Labels::show).collect(Collectors.joining(" or "));
        };
    boolean modified = label.role() == Label.Role.MODIFIED;
    return (modified ? "modified " : "") + text.strip();
  }

  private static String date(Label.Date date) {
    String local = date.local().toString();
    return switch (date.precision()) {
      case MONTHS -> local.substring(0, 7);
      case DAYS -> local.substring(0, 10);
      case SECONDS -> date.local().getSecond() == 0 ? local + ":00" : local;
      default -> local + (date.precision() == ChronoUnit.HOURS ? "h" : "");
    };
  }

  private static String hedge(Label.Hedge hedge) {
    return switch (hedge) {
      case NONE -> "";
      case ABOUT -> "~";
      case OVER -> ">";
      case ALMOST -> "<~";
      case LESS_THAN -> "<";
      case SEVERAL -> "several ";
    };
  }

  private static String parts(Label.Age age) {
    return age.parts().stream().map(Labels::part).collect(Collectors.joining(" "));
  }

  private static String part(Label.Part part) {
    String number =
        part.thousandths() % 1000 == 0
            ? Long.toString(part.thousandths() / 1000)
            : Double.toString(part.thousandths() / 1000.0);
    return number
        + switch (part.unit()) {
          case SECONDS -> "s";
          case MINUTES -> "min";
          case HOURS -> "h";
          case DAYS -> "d";
          case WEEKS -> "w";
          case MONTHS -> "mo";
          case YEARS -> "y";
          default -> part.unit().toString();
        };
  }

  private static String clock(@Nullable Integer second, @Nullable ChronoUnit precision) {
    if (second == null || precision == null) {
      return "";
    }
    String time =
        String.format(java.util.Locale.ROOT, " %02d:%02d", second / 3600, second / 60 % 60);
    return switch (precision) {
      case SECONDS -> time + String.format(java.util.Locale.ROOT, ":%02d", second % 60);
      case HOURS -> time + "h";
      case DAYS -> "";
      default -> time;
    };
  }

  private static String zone(java.time.@Nullable ZoneId zone) {
    return zone == null ? "" : " " + zone;
  }
}

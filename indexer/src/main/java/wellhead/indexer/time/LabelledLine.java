package wellhead.indexer.time;

/**
 * A list line taken apart.
 *
 * @param label what the label says
 * @param printed the label as printed, without bullets
 * @param headline what is left of the line, as printed, without bullets
 * @param atEnd whether the label stood behind the headline
 */
public record LabelledLine(Label label, String printed, String headline, boolean atEnd) {}

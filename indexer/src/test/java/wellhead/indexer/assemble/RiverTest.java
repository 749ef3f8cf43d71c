package wellhead.indexer.assemble;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wellhead.story.ListedRow;

/** A letter is a row. */
class RiverTest {

  @ParameterizedTest(name = "{2}: {0} to {1}")
  @CsvSource({
    "abcdef,   abcdef,      nothing new,                     ''",
    "abcdef,   xyabcd,      two new rows push two out,       xy",
    "abc,      xabcdef,     the earlier list was cut short,  x",
    "abcdefgh, xabc,        the later list was cut short,    x",
    "abcdef,   xeabcdf,     a row was dated anew,            x",
    "abcdef,   exabcdf,     and stands above what is new,    x",
  })
  void aListThatWentOnHasItsNewRowsOnTop(String earlier, String later, String why, String fresh) {
    assertThat(fresh(earlier, later)).as(why).isEqualTo(fresh);
  }

  @ParameterizedTest(name = "{2}: {0} to {1}")
  @CsvSource({
    "acef,     xabcdef,     a section lacked rows",
    "abcdef,   xacef,       a section lacks rows",
    "abcdef,   xbcdef,      a row is missing or has another title",
    "pabcde,   pxabcde,     what stays on top may be pinned",
    "abcdef,   xfbdace,     editors arranged it",
    "abcdef,   uvwxab,      too few rows are left",
    "abcabc,   xabcabc,     two lists on a page",
    "abcdef,   xabcdefx,    the same row twice",
    "abcdef,   uvwxyz,      all is new",
    "'',       abcdef,      nothing was there",
  })
  void ofAnyOtherListNothingIsSaid(String earlier, String later, String why) {
    assertThat(River.between(rows(earlier), rows(later))).as(why).isEmpty();
  }

  @Test
  void aRowIsKnownByItsLinkWhenItsTitleWasChanged() {
    var before = List.of(new ListedRow(1, 91), new ListedRow(2, 92), new ListedRow(3, 93));
    var after = List.of(new ListedRow(7, 91), new ListedRow(2, 92), new ListedRow(3, 0));
    assertThat(River.between(before, after)).isPresent();
    var unlinked = List.of(new ListedRow(7, 0), new ListedRow(2, 92), new ListedRow(3, 0));
    assertThat(River.between(before, unlinked)).isEmpty();
  }

  private static String fresh(String earlier, String later) {
    return River.between(rows(earlier), rows(later)).orElseThrow().fresh().stream()
        .map(row -> String.valueOf((char) row.title()))
        .collect(Collectors.joining());
  }

  private static List<ListedRow> rows(String letters) {
    return letters.chars().mapToObj(letter -> new ListedRow(letter, 0)).toList();
  }
}

package wellhead.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MeasuresTest {
  private static final Topic TOPIC = new Topic("1", "oil", Map.of("a", 2, "b", 1, "c", 1, "d", 0));

  @Test
  void aPerfectRankingHasOneOfEverythingButPrecision() {
    Measures perfect = Measures.of(TOPIC, List.of("a", "b", "c"));
    assertThat(perfect.ndcg()).isCloseTo(1, within(1e-9));
    assertThat(perfect.map()).isCloseTo(1, within(1e-9));
    assertThat(perfect.mrr()).isEqualTo(1);
    assertThat(perfect.precision()).isCloseTo(0.3, within(1e-9));
  }

  @Test
  void aRankingIsMeasuredAsWorkedOutByHand() {
    Measures measures = Measures.of(TOPIC, List.of("d", "b", "x", "a"));
    double ideal = 3 + 1 / (Math.log(3) / Math.log(2)) + 0.5;
    double gain = 1 / (Math.log(3) / Math.log(2)) + 3 / (Math.log(5) / Math.log(2));
    assertThat(measures.ndcg()).isCloseTo(gain / ideal, within(1e-9));
    assertThat(measures.map()).isCloseTo((1 / 2.0 + 2 / 4.0) / 3, within(1e-9));
    assertThat(measures.mrr()).isEqualTo(0.5);
    assertThat(measures.precision()).isCloseTo(0.2, within(1e-9));
  }

  @Test
  void whatComesAfterTheTenthDoesNotGain() {
    List<String> late = List.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "a");
    assertThat(Measures.of(TOPIC, late).ndcg()).isZero();
    assertThat(Measures.of(TOPIC, late).mrr()).isCloseTo(1 / 11.0, within(1e-9));
  }

  @Test
  void nothingFoundIsZero() {
    assertThat(Measures.of(TOPIC, List.of())).isEqualTo(new Measures(0, 0, 0, 0));
  }
}

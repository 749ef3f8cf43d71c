package wellhead.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeadlinePropertyTest {
  private static final long SEED = Long.getLong("seed", 20261123L);

  @Test
  void everyHeadlineHoldsTheTermsThatItAsksFor() {
    new MadeUpHeadlines(SEED)
        .stream()
            .limit(2000)
            .forEach(headline ->
                assertThat(WrittenTerms.of(headline))
                    .as("seed %d: %s", SEED, headline)
                    .containsAll(EnergyAnalysis.terms(headline)));
  }

  @Test
  void everyPartOfAHeadlineIsHeldByTheWhole() {
    new MadeUpHeadlines(SEED)
        .stream()
            .limit(2000)
            .forEach(headline -> {
              int space = headline.indexOf(' ', headline.length() / 2);
              if (space > 0) {
                assertThat(WrittenTerms.of(headline))
                    .as("seed %d: %s", SEED, headline)
                    .containsAll(EnergyAnalysis.terms(headline.substring(0, space)))
                    .containsAll(EnergyAnalysis.terms(headline.substring(space)));
              }
            });
  }
}

package wellhead.schema;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Headlines put together at random from what energy headlines are made of. */
final class MadeUpHeadlines {
  private static final List<String> PIECES =
      List.of(
          "U.S.",
          "US",
          "us",
          "OPEC",
          "OPEC+",
          "Plus",
          "Iran’s",
          "Shell's",
          "LNG",
          "natural gas",
          "liquefied natural gas",
          "liquids",
          "$7.38B",
          "$34 Billion",
          "80,000",
          "80k",
          "bpd",
          "b/d",
          "barrels",
          "per day",
          "1.2 million",
          "billion cubic feet",
          "5 billion",
          "Q2",
          "second",
          "quarter",
          "Exxon",
          "Mobil",
          "ExxonMobil-Hess",
          "oil/gas",
          "C++",
          "Refiners",
          "2%",
          "5.50",
          "350-Meter",
          "São",
          "‘Highly Likely’",
          "“quoted”",
          "Fed: Oilfield",
          "What Next?",
          "and",
          "the",
          "of",
          "-",
          "–",
          "+",
          "&",
          "(",
          ")",
          "*",
          "E.ON",
          "oilprice.com",
          "barrels.The",
          "United",
          "States",
          "power",
          "purchase",
          "agreement",
          "carbon capture, utilization",
          "and storage",
          "🛢",
          "石油",
          "Нефть",
          "pipe\u00adline",
          "100kb/d",
          "20GW",
          "'90s",
          "No.1",
          "Saudi",
          "Aramco",
          "0.0",
          "007",
          "1,000,000.50",
          "EVs",
          "R&D",
          "S&P",
          "a day",
          "M.A.N.");

  private final Random random;

  MadeUpHeadlines(long seed) {
    random = new Random(seed);
  }

  /** Endless; some lack spaces between pieces. */
  Stream<String> stream() {
    return Stream.generate(this::next);
  }

  private String next() {
    String separator = random.nextInt(10) == 0 ? "" : " ";
    return IntStream.range(0, 1 + random.nextInt(12))
        .mapToObj(i -> PIECES.get(random.nextInt(PIECES.size())))
        .collect(Collectors.joining(separator));
  }
}

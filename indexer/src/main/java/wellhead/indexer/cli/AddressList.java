package wellhead.indexer.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import wellhead.indexer.fetch.WebAddress;

/**
 * The pages of a list, one a line. A line that is wrong does not keep the others from being
 * captured: whoever added it is not there when cron reads it.
 *
 * @param wrong lines that are no web addresses, each named with what is wrong
 */
record AddressList(List<WebAddress> addresses, List<String> wrong) {
  AddressList {
    addresses = List.copyOf(addresses);
    wrong = List.copyOf(wrong);
  }

  /**
   * Reads a list.
   *
   * @param file {@code -} for standard input
   * @throws IOException when it cannot be read
   */
  static AddressList read(Path file, InputStream standardInput) throws IOException {
    byte[] bytes =
        file.toString().equals("-") ? standardInput.readAllBytes() : Files.readAllBytes(file);
    var addresses = new ArrayList<WebAddress>();
    var wrong = new ArrayList<String>();
    int number = 0;
    for (String line : new String(bytes, StandardCharsets.UTF_8).lines().toList()) {
      number++;
      String address = line.replaceFirst("^\\uFEFF", "").replaceFirst("(?:^|\\s)#.*$", "").strip();
      if (address.isEmpty()) {
        continue;
      }
      try {
        addresses.add(WebAddress.parse(address));
      } catch (IllegalArgumentException e) {
        wrong.add(file + ", line " + number + ": " + e.getMessage());
      }
    }
    return new AddressList(addresses, wrong);
  }
}

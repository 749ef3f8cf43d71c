package wellhead.indexer.fetch;

import java.net.InetAddress;
import java.util.HexFormat;

/**
 * A block of addresses.
 *
 * @param prefix the bytes of its first address, in hex
 * @param bits how many of them all its addresses share
 */
record AddressBlock(String prefix, int bits) {

  /** From the usual notation of IPv4, such as {@code 10.0.0.0/8}. */
  static AddressBlock v4(String block) {
    String[] parts = block.split("[./]");
    var hex = new StringBuilder();
    for (int i = 0; i < 4; i++) {
      hex.append(HexFormat.of().toHexDigits((byte) Integer.parseInt(parts[i])));
    }
    return new AddressBlock(hex.toString(), Integer.parseInt(parts[4]));
  }

  boolean contains(InetAddress address) {
    byte[] bytes = address.getAddress();
    byte[] first = HexFormat.of().parseHex(prefix);
    if (bytes.length != first.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> (bit % 8);
      if (((bytes[bit / 8] ^ first[bit / 8]) & mask) != 0) {
        return false;
      }
    }
    return true;
  }
}

package wellhead.indexer.fetch;

import java.util.Locale;
import java.util.Optional;
import okhttp3.HttpUrl;

/** An {@code http} or {@code https} address in the form in which it is asked for. */
public final class WebAddress {
  private final HttpUrl url;

  private WebAddress(HttpUrl url) {
    // whoever reads the capture must not read a password; a fragment never reaches the site
    this.url = url.newBuilder().username("").password("").fragment(null).build();
  }

  /**
   * Reads an address as a person writes it.
   *
   * @throws IllegalArgumentException saying what is wrong with it
   */
  public static WebAddress parse(String text) {
    String stripped = text.strip();
    HttpUrl url = stripped.matches("(?i)https?://[^/\\\\].*") ? HttpUrl.parse(stripped) : null;
    if (url == null) {
      throw new IllegalArgumentException(
          "not a web address: \"" + text + "\"; it must be like https://example.com/");
    }
    if (!url.username().isEmpty() || !url.password().isEmpty()) {
      throw new IllegalArgumentException(
          "an address with a name or password in it: it would be written into the capture of "
              + url.host());
    }
    return new WebAddress(url);
  }

  /** Where a link on this page leads; empty when it is no web address. */
  Optional<WebAddress> resolve(String link) {
    return Optional.ofNullable(url.resolve(link)).map(WebAddress::new);
  }

  /** Where the rules for robots of this scheme, host and port stand. */
  WebAddress robots() {
    return new WebAddress(url.newBuilder().encodedPath("/robots.txt").query(null).build());
  }

  HttpUrl url() {
    return url;
  }

  /** The host in its canonical form, without brackets. */
  public String host() {
    return url.host();
  }

  /** The host as a part of a file's name. */
  String hostInNames() {
    return url.host().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.-]", "-");
  }

  String path() {
    return url.encodedPath();
  }

  /** Scheme, host and port: what one robots.txt holds for. */
  String origin() {
    return url.scheme() + "://" + url.host() + ":" + url.port();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WebAddress address && url.equals(address.url);
  }

  @Override
  public int hashCode() {
    return url.hashCode();
  }

  @Override
  public String toString() {
    return url.toString();
  }
}

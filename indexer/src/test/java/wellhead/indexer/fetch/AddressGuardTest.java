package wellhead.indexer.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wellhead.indexer.fetch.LoopbackSite.Answer;

class AddressGuardTest {
  @TempDir Path folder;

  private static boolean isPublic(String address) throws Exception {
    return AddressGuard.PUBLIC_ONLY.allows(InetAddress.getByName(address));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "10.1.2.3",
        "100.64.0.1",
        "100.127.255.255",
        "127.0.0.1",
        "127.255.0.3",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.8",
        "192.0.2.1",
        "192.168.1.1",
        "198.18.0.1",
        "198.19.255.255",
        "198.51.100.7",
        "203.0.113.9",
        "224.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:127.0.0.1",
        "::127.0.0.1",
        "64:ff9b::7f00:1",
        "64:ff9b::808:808",
        "100::1",
        "2001::1",
        "2001:db8::1",
        "2002:7f00:1::",
        "3fff::1",
        "fc00::1",
        "fd12:3456::1",
        "fe80::1",
        "ff02::1"
      })
  void isNoAddressOfThePublicNetwork(String address) throws Exception {
    assertThat(isPublic(address)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "9.255.255.255",
        "100.63.255.255",
        "100.128.0.1",
        "172.15.0.1",
        "172.32.0.1",
        "198.17.255.255",
        "198.20.0.1",
        "223.255.255.255",
        "2606:4700::1111",
        "2a00:1450:4001:800::200e"
      })
  void isAnAddressOfThePublicNetwork(String address) throws Exception {
    assertThat(isPublic(address)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.1",
        "2130706433",
        "0x7f000001",
        "0x7f.1",
        "0177.0.0.1",
        "127.0.0.1.",
        "[::ffff:127.0.0.1]",
        "[::1]",
        "[0:0:0:0:0:0:0:1]",
        "localhost",
        "①②⑦.⓪.⓪.①"
      })
  void howeverThisMachineIsSpeltItIsNotAsked(String host) throws Exception {
    try (var site = new LoopbackSite().on("/", Answer.page("<p>Secret</p>"))) {
      String url = "http://" + host + ":" + site.port() + "/";
      try {
        CaptureOutcome outcome = new Desk(folder).publicOnly().capture(WebAddress.parse(url));
        assertThat(outcome).isInstanceOf(CaptureOutcome.Failed.class);
      } catch (IllegalArgumentException e) {
        assertThat(e).hasMessageContaining("not a web address");
      }
      assertThat(site.requests()).isEmpty();
    }
  }

  @Test
  void aNameThatLeadsToThisMachineIsNotAsked() throws Exception {
    try (var site = new LoopbackSite()) {
      Desk desk =
          new Desk(folder).publicOnly().naming(host -> List.of(InetAddress.getLoopbackAddress()));
      CaptureOutcome outcome = desk.capture(site.at("news.example", "/"));
      assertThat(((CaptureOutcome.Failed) outcome).reason())
          .contains("news.example is 127.0.0.1", "--allow-private");
      assertThat(site.requests()).isEmpty();
    }
  }

  @Test
  void aNameThatChangesBetweenTwoRequestsIsCheckedAtEach() throws Exception {
    // the first look-up is allowed to succeed, as one that only checks would see it
    var asked = new AtomicInteger();
    try (var site = new LoopbackSite()) {
      Desk desk =
          new Desk(folder)
              .publicOnly()
              .naming(host -> {
                byte[] address =
                    asked.getAndIncrement() == 0
                        ? new byte[] {(byte) 192, 88, 99, 1}
                        : new byte[] {127, 0, 0, 1};
                return List.of(InetAddress.getByAddress(host, address));
              });
      desk.capture(site.at("rebound.example", "/"));
      CaptureOutcome outcome = desk.capture(site.at("rebound.example", "/"));
      assertThat(outcome).isInstanceOf(CaptureOutcome.Failed.class);
      assertThat(asked).hasValue(2);
      assertThat(site.requests()).isEmpty();
    }
  }
}

package wellhead.indexer.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wellhead.indexer.fetch.LoopbackSite.Answer;

class CertificatesTest {
  private static final String PASSWORD = "only for this test";
  private static final String TRUSTED = "javax.net.ssl.trustStore";

  @TempDir Path folder;
  private LoopbackSite site;

  @BeforeEach
  void open() throws Exception {
    KeyStore keys = certificateOf("news.example");
    var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    site =
        new LoopbackSite(
                context
                    .getServerSocketFactory()
                    .createServerSocket(0, 50, InetAddress.getLoopbackAddress()),
                "https")
            .on("/", Answer.page("<p>News</p>"));
  }

  @AfterEach
  void close() throws Exception {
    System.clearProperty(TRUSTED);
    System.clearProperty(TRUSTED + "Password");
    site.close();
  }

  private KeyStore certificateOf(String host) throws Exception {
    Path file = folder.resolve("keys.p12");
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    Process made =
        new ProcessBuilder(
                keytool,
                "-genkeypair",
                "-alias",
                "site",
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + host,
                "-ext",
                "san=dns:" + host,
                "-validity",
                "30000",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                PASSWORD)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(made.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(made.exitValue()).isZero();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    return keys;
  }

  private void trust() throws Exception {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(folder.resolve("keys.p12"))) {
      keys.load(in, PASSWORD.toCharArray());
    }
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("site", keys.getCertificate("site"));
    Path file = folder.resolve("trusted.p12");
    try (var out = Files.newOutputStream(file)) {
      trusted.store(out, PASSWORD.toCharArray());
    }
    System.setProperty(TRUSTED, file.toString());
    System.setProperty(TRUSTED + "Password", PASSWORD);
  }

  private CaptureOutcome capture(String host) throws Exception {
    return new Desk(folder)
        .ignoringRobots()
        .naming(name -> List.of(InetAddress.getLoopbackAddress()))
        .capture(site.at(host, "/"));
  }

  private static String reason(CaptureOutcome outcome) {
    return ((CaptureOutcome.Failed) outcome).reason();
  }

  @Test
  void aCertificateThatNobodyVouchesForIsRefused() throws Exception {
    assertThat(reason(capture("news.example")))
        .isEqualTo("the certificate of news.example is not one to be trusted");
    assertThat(site.requests()).isEmpty();
  }

  @Test
  void aCertificateForAnotherHostIsRefused() throws Exception {
    trust();
    assertThat(reason(capture("other.example")))
        .isEqualTo("the certificate is not that of other.example");
    assertThat(site.requests()).isEmpty();
  }

  @Test
  void aCertificateThatIsTrustedAndOfThisHostIsTaken() throws Exception {
    trust();
    assertThat(capture("news.example")).isInstanceOf(CaptureOutcome.Page.class);
  }
}

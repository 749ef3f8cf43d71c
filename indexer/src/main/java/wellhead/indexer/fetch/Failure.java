package wellhead.indexer.fetch;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Why no answer came, in words for people. */
final class Failure {
  private Failure() {}

  static String of(IOException e, WebAddress address, Manners manners) {
    String host = address.host();
    var forbidden = find(e, AddressGuard.ForbiddenAddressException.class);
    if (forbidden.isPresent()) {
      return host
          + " is "
          + forbidden.get().getMessage()
          + ", no address of the public network; --allow-private asks it all the same";
    }
    if (find(e, UnknownHostException.class).isPresent()) {
      return "no address is known for " + host;
    }
    if (find(e, SSLPeerUnverifiedException.class).isPresent()) {
      return "the certificate is not that of " + host;
    }
    if (find(e, CertificateException.class).isPresent()) {
      return "the certificate of " + host + " is not one to be trusted";
    }
    if (e instanceof SSLException) {
      return "no secure connection to " + host + " could be made";
    }
    if (find(e, SocketTimeoutException.class).isPresent()
        || find(e, InterruptedIOException.class).isPresent()) {
      return host
          + " did not answer in time ("
          + manners.connect().toSeconds()
          + " s to connect, "
          + manners.whole().toSeconds()
          + " s in all)";
    }
    if (find(e, ConnectException.class).isPresent()
        || find(e, NoRouteToHostException.class).isPresent()) {
      return "nothing answers at " + host + ", port " + address.url().port();
    }
    if (e instanceof ProtocolException) {
      return host + " answered something that is not HTTP";
    }
    return host + " broke off before it answered";
  }

  private static <T extends Throwable> Optional<T> find(Throwable e, Class<T> type) {
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    var open = new ArrayDeque<Throwable>();
    open.add(e);
    while (!open.isEmpty()) {
      Throwable next = open.remove();
      if (type.isInstance(next)) {
        return Optional.of(type.cast(next));
      }
      if (seen.add(next)) {
        if (next.getCause() != null) {
          open.add(next.getCause());
        }
        for (Throwable suppressed : next.getSuppressed()) {
          open.add(suppressed);
        }
      }
    }
    return Optional.empty();
  }
}

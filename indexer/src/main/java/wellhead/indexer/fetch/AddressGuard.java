package wellhead.indexer.fetch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.List;
import java.util.stream.Stream;
import javax.net.SocketFactory;

/**
 * Which addresses may be connected to. It is asked by the socket itself, at the moment of
 * connecting: however an address was spelt, and whatever a name led to when it was looked up
 * before, the address that is checked is the one that is connected to.
 */
public enum AddressGuard {
  /** Those of the public network, for what strangers may have named. */
  PUBLIC_ONLY,
  /** All of them. */
  ANY;

  /** Blocks of IPv4 that IANA's registry of special-purpose addresses does not call global. */
  private static final List<AddressBlock> SPECIAL_V4 =
      Stream.of(
              "0.0.0.0/8",
              "10.0.0.0/8",
              "100.64.0.0/10", // shared by carriers
              "127.0.0.0/8",
              "169.254.0.0/16",
              "172.16.0.0/12",
              "192.0.0.0/24",
              "192.0.2.0/24",
              "192.88.99.0/24",
              "192.168.0.0/16",
              "198.18.0.0/15", // benchmarks
              "198.51.100.0/24",
              "203.0.113.0/24",
              "224.0.0.0/4",
              "240.0.0.0/4")
          .map(AddressBlock::v4)
          .toList();

  /** All of IPv6 that is handed out for the public network; the rest is special or not in use. */
  private static final AddressBlock GLOBAL_V6 =
      new AddressBlock("20000000000000000000000000000000", 3);

  /** Special blocks within it: protocols with other addresses inside (Teredo, 6to4), documents. */
  private static final List<AddressBlock> SPECIAL_V6 =
      List.of(
          new AddressBlock("20010000000000000000000000000000", 23),
          new AddressBlock("20010db8000000000000000000000000", 32),
          new AddressBlock("20020000000000000000000000000000", 16),
          new AddressBlock("3fff0000000000000000000000000000", 20));

  /** An address that must not be connected to. */
  static final class ForbiddenAddressException extends IOException {
    ForbiddenAddressException(InetAddress address) {
      super(address.getHostAddress());
    }
  }

  /** Whether an address may be connected to. */
  public boolean allows(InetAddress address) {
    return switch (this) {
      case ANY -> true;
      case PUBLIC_ONLY -> isPublic(address);
    };
  }

  private static boolean isPublic(InetAddress address) {
    return address.getAddress().length == 4
        ? SPECIAL_V4.stream().noneMatch(block -> block.contains(address))
        : GLOBAL_V6.contains(address)
            && SPECIAL_V6.stream().noneMatch(block -> block.contains(address));
  }

  /** Makes sockets that connect to what is allowed. */
  SocketFactory sockets() {
    return new SocketFactory() {
      @Override
      public Socket createSocket() {
        return new GuardedSocket();
      }

      @Override
      public Socket createSocket(String host, int port) throws IOException {
        return createSocket(InetAddress.getByName(host), port);
      }

      @Override
      public Socket createSocket(String host, int port, InetAddress local, int localPort)
          throws IOException {
        return createSocket(InetAddress.getByName(host), port, local, localPort);
      }

      @Override
      public Socket createSocket(InetAddress host, int port) throws IOException {
        Socket socket = createSocket();
        socket.connect(new InetSocketAddress(host, port));
        return socket;
      }

      @Override
      public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
          throws IOException {
        Socket socket = createSocket();
        socket.bind(new InetSocketAddress(local, localPort));
        socket.connect(new InetSocketAddress(host, port));
        return socket;
      }
    };
  }

  private final class GuardedSocket extends Socket {
    @Override
    public void connect(SocketAddress endpoint) throws IOException {
      connect(endpoint, 0);
    }

    @Override
    public void connect(SocketAddress endpoint, int timeout) throws IOException {
      if (!(endpoint instanceof InetSocketAddress internet) || internet.getAddress() == null) {
        throw new IOException("not an internet address: " + endpoint);
      }
      if (!allows(internet.getAddress())) {
        throw new ForbiddenAddressException(internet.getAddress());
      }
      super.connect(endpoint, timeout);
    }
  }
}

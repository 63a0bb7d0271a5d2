package dev.icrstreams.support;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** The cut that the fault tests rest on lets nothing through and loses nothing. */
class RelayTest {
  @Test
  void holdsBackWhatIsSentInSilenceAndDeliversItAfterwards() throws Exception {
    try (ServerSocket broker = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Relay relay = Relay.to(() -> (InetSocketAddress) broker.getLocalSocketAddress());
        Socket client = connect(relay);
        Socket accepted = broker.accept()) {
      client.getOutputStream().write("a".getBytes(UTF_8));
      assertEquals('a', accepted.getInputStream().read());
      relay.silence();
      client.getOutputStream().write("b".getBytes(UTF_8));
      accepted.getOutputStream().write("c".getBytes(UTF_8));
      accepted.setSoTimeout(300);
      client.setSoTimeout(300);
      assertThrows(SocketTimeoutException.class, () -> accepted.getInputStream().read());
      assertThrows(SocketTimeoutException.class, () -> client.getInputStream().read());
      relay.speak();
      accepted.setSoTimeout(30_000);
      client.setSoTimeout(30_000);
      assertEquals('b', accepted.getInputStream().read());
      assertEquals('c', client.getInputStream().read());
    }
  }

  @Test
  void leadsToWhereTheTargetIsNowAndClosesWhereNothingAnswers() throws Exception {
    AtomicReference<InetSocketAddress> target = new AtomicReference<>();
    try (ServerSocket moved = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Relay relay = Relay.to(target::get)) {
      try (Socket client = connect(relay)) {
        client.setSoTimeout(30_000);
        assertEquals(-1, client.getInputStream().read());
      }
      target.set((InetSocketAddress) moved.getLocalSocketAddress());
      try (Socket client = connect(relay);
          Socket accepted = moved.accept()) {
        client.getOutputStream().write('x');
        assertEquals('x', accepted.getInputStream().read());
      }
    }
  }

  private static Socket connect(Relay relay) throws IOException {
    String[] address = relay.address().split(":", -1);
    return new Socket(address[0], Integer.parseInt(address[1]));
  }
}

package dev.icrstreams.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * A port of this machine that leads to another, wherever that is at the moment. It can fall silent:
 * then nothing gets through and nothing is refused, as where packets are lost on the way; what was
 * sent meanwhile gets through afterwards, as TCP would see to. Thread-safe.
 */
public final class Relay implements AutoCloseable {
  private static final int CONNECT_MS = 2_000;
  private static final int BUFFER_BYTES = 64 * 1024;

  private final ServerSocket server;
  private final Supplier<InetSocketAddress> target;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private boolean silent;

  private Relay(ServerSocket server, Supplier<InetSocketAddress> target) {
    this.server = server;
    this.target = target;
  }

  /**
   * Opens a free port.
   *
   * @param target asked at each connection; where it throws, or nothing answers there, the
   *     connection is closed
   */
  public static Relay to(Supplier<InetSocketAddress> target) {
    try {
      Relay relay = new Relay(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), target);
      start(relay::accept);
      return relay;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where clients connect to: address and port. */
  public String address() {
    return "127.0.0.1:" + server.getLocalPort();
  }

  /** From now on nothing gets through. */
  public synchronized void silence() {
    silent = true;
  }

  /** All gets through again. */
  public synchronized void speak() {
    silent = false;
    notifyAll();
  }

  private synchronized void awaitSpeech() throws InterruptedException {
    while (silent && !server.isClosed()) {
      wait();
    }
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        start(() -> connect(client));
      } catch (IOException e) {
        close();
      }
    }
  }

  private void connect(Socket client) {
    Socket broker = new Socket();
    open.add(client);
    open.add(broker);
    try {
      awaitSpeech();
      client.setTcpNoDelay(true);
      broker.setTcpNoDelay(true);
      broker.connect(target.get(), CONNECT_MS);
      start(() -> pump(broker, client));
      pump(client, broker);
    } catch (IOException | RuntimeException e) {
      end(client, broker);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      end(client, broker);
    }
  }

  private void pump(Socket from, Socket to) {
    byte[] buffer = new byte[BUFFER_BYTES];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        awaitSpeech();
        out.write(buffer, 0, count);
      }
      // that one has gone is not heard either
      awaitSpeech();
      end(from, to);
    } catch (IOException e) {
      end(from, to);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      end(from, to);
    }
  }

  private void end(Socket... sockets) {
    for (Socket socket : sockets) {
      open.remove(socket);
      try {
        socket.close();
      } catch (IOException e) {
        // it is closed as far as it can be
      }
    }
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "relay");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      speak();
      end(open.toArray(new Socket[0]));
    }
  }
}

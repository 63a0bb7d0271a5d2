package dev.icrstreams.broker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** TCP ports on 127.0.0.1. */
final class LoopbackPorts {
  static final String HOST = "127.0.0.1";

  private static final byte[] ADDRESS = {127, 0, 0, 1};

  // Below every common system's range of ephemeral ports. A port out of that range could be taken
  // by any outgoing connection while the broker is down for a restart, even by a client that tries
  // to reach the broker: on loopback it then connects to itself.
  private static final int FIRST = 20_000;
  private static final int LAST = 32_767;
  private static final int TRIES = 200;

  private LoopbackPorts() {}

  static int findFree() {
    for (int i = 0; i < TRIES; i++) {
      int port = ThreadLocalRandom.current().nextInt(FIRST, LAST + 1);
      if (isFree(port)) {
        return port;
      }
    }
    throw new EmbeddedKafkaException(
        "no free port on " + HOST + " from " + FIRST + " to " + LAST + " in " + TRIES + " tries");
  }

  static void requireFree(int port) {
    if (!isFree(port)) {
      throw new EmbeddedKafkaException(
          "port "
              + port
              + " on "
              + HOST
              + " cannot be bound: another program, perhaps another broker, listens there");
    }
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByAddress(ADDRESS))) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }
}

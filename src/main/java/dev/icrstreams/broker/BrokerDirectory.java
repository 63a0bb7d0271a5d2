package dev.icrstreams.broker;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The directory of a broker's data: made, locked, formatted, and deleted if it was a temporary one.
 *
 * <p>The lock is our own and taken before anything else is written. Kafka's server locks too, but
 * only after its controller has opened the metadata log, so that a second broker ruins the first
 * one's log before it is refused.
 */
final class BrokerDirectory {
  private static final String META_PROPERTIES = "meta.properties";
  private static final String LOCK_FILE = ".embedded-kafka.lock";
  private static final Logger LOG = LoggerFactory.getLogger(BrokerDirectory.class);

  private final Path path;
  private final boolean temporary;
  private final FileChannel lock;

  private BrokerDirectory(Path path, boolean temporary, FileChannel lock) {
    this.path = path;
    this.temporary = temporary;
    this.lock = lock;
  }

  static BrokerDirectory open(BrokerOptions options) {
    try {
      boolean temporary = options.directory().isEmpty();
      Path path =
          temporary
              ? Files.createTempDirectory("icr-kafka-")
              : Files.createDirectories(options.directory().get());
      return new BrokerDirectory(path, temporary, lock(path));
    } catch (IOException e) {
      throw new EmbeddedKafkaException("cannot use the broker's directory: " + e, e);
    }
  }

  private static FileChannel lock(Path path) throws IOException {
    FileChannel channel = FileChannel.open(path.resolve(LOCK_FILE), CREATE, WRITE);
    try {
      if (channel.tryLock() != null) {
        return channel;
      }
    } catch (OverlappingFileLockException e) {
      LOG.debug("Locked by a broker in this process: {}", path, e);
    }
    channel.close();
    throw new EmbeddedKafkaException("another broker uses " + path);
  }

  Path path() {
    return path;
  }

  /** Writes the cluster's id and first metadata; leaves a directory alone that already has them. */
  void format() {
    if (Files.exists(path.resolve(META_PROPERTIES))) {
      return;
    }
    try (PrintStream quiet =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
      new Formatter()
          .setPrintStream(quiet)
          .setClusterId(Uuid.randomUuid().toString())
          .setNodeId(BrokerProperties.NODE_ID)
          .setReleaseVersion(MetadataVersion.latestProduction())
          .setControllerListenerName(BrokerProperties.CONTROLLER_LISTENER)
          .setMetadataLogDirectory(path.toString())
          .addDirectory(path.toString())
          .run();
    } catch (Exception e) {
      throw new EmbeddedKafkaException(
          "cannot format " + path + " for Kafka: " + e.getMessage(), e);
    }
  }

  /**
   * Gives up the lock and deletes a temporary directory; idempotent. What cannot be deleted is
   * logged: the broker is gone anyhow.
   */
  void release() {
    try {
      lock.close();
      if (temporary && Files.exists(path)) {
        deleteTree();
      }
    } catch (IOException e) {
      LOG.warn("Could not clean up the broker's directory {}", path, e);
    }
  }

  private void deleteTree() throws IOException {
    Files.walkFileTree(
        path,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, IOException failure)
              throws IOException {
            if (failure != null) {
              throw failure;
            }
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}

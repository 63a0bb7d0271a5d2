package dev.icrstreams.broker;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
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

/** The directory of a broker's data: made, formatted, and deleted if it was a temporary one. */
record BrokerDirectory(Path path, boolean temporary) {
  private static final String META_PROPERTIES = "meta.properties";
  private static final Logger LOG = LoggerFactory.getLogger(BrokerDirectory.class);

  static BrokerDirectory of(BrokerOptions options) {
    try {
      return options.directory().isPresent()
          ? new BrokerDirectory(Files.createDirectories(options.directory().get()), false)
          : new BrokerDirectory(Files.createTempDirectory("icr-kafka-"), true);
    } catch (IOException e) {
      throw new BrokerException("cannot make the broker's directory: " + e, e);
    }
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
      throw new BrokerException("cannot format " + path + " for Kafka: " + e.getMessage(), e);
    }
  }

  /** Deletes a temporary directory. What cannot be deleted is logged: the broker is gone anyhow. */
  void discard() {
    if (!temporary || !Files.exists(path)) {
      return;
    }
    try {
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
    } catch (IOException e) {
      LOG.warn("Could not delete the broker's temporary directory {}", path, e);
    }
  }
}

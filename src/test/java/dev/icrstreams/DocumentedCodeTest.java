package dev.icrstreams;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.icrstreams.broker.BrokerOptions;
import dev.icrstreams.broker.EmbeddedKafka;
import dev.icrstreams.client.Topics;
import dev.icrstreams.config.Config;
import dev.icrstreams.config.Keys;
import dev.icrstreams.form.SyntheticForm;
import dev.icrstreams.support.ChildJvm;
import dev.icrstreams.support.ReadSamples;
import dev.icrstreams.synth.Samples;
import dev.icrstreams.wire.RecordSizes;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The programs that {@code docs} shows, compiled and run as they stand there. */
class DocumentedCodeTest {
  private static final Pattern CLASS = Pattern.compile("(?m)^(?:public )?(?:final )?class (\\w+)");

  @TempDir Path folder;

  @Test
  void theProducerAndTheConsumerWorkWithTheFewLibrariesThatThePagesName() throws Exception {
    compile("docs/produce.md", "docs/consume.md");
    try (EmbeddedKafka kafka =
        EmbeddedKafka.start(
            BrokerOptions.defaults()
                .withMaxRecordBytes(RecordSizes.largestOutput(Config.defaults())))) {
      Config config =
          ReadSamples.CONFIG
              .with(Keys.BOOTSTRAP_SERVERS, kafka.bootstrapServers())
              .with(Keys.TOPIC_PARTITIONS, "1");
      new Topics(config).create();
      Samples.Sample sample = ReadSamples.accepted();
      Path scan = Files.write(folder.resolve(sample.file()), sample.image());
      try (IcrService service = IcrService.start(config)) {
        service.awaitRunning(Duration.ofMinutes(2));
        Process producer =
            program("ProduceFields", kafka.bootstrapServers(), scan.toString()).start();
        assertEquals(0, producer.waitFor(), () -> output(producer));
        Process consumer = program("ConsumeNumbers", kafka.bootstrapServers()).start();
        try (BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(consumer.getInputStream(), StandardCharsets.UTF_8))) {
          String line = lines.readLine();
          assertTrue(
              line != null
                  && line.startsWith(sample.file() + "\t" + sample.number() + "\tMODEL\t")
                  && line.endsWith("\ticr.scanned-fields-0-0"),
              line);
          // SIGTERM; Process.destroy would close its output too
          consumer.toHandle().destroy();
          assertEquals("stopped", lines.readLine());
        } finally {
          consumer.destroyForcibly();
        }
      }
    }
  }

  @Test
  void theTestOfTheTestingPagePasses() throws Exception {
    compile("docs/testing.md");
    try (URLClassLoader loader = new URLClassLoader(new java.net.URL[] {folder.toUri().toURL()})) {
      Method test =
          loader
              .loadClass("NumbersArriveTest")
              .getDeclaredMethod("theNumberOnAScanArrives", String.class);
      Method broker = loader.loadClass("WithoutDocker").getDeclaredMethod("run", Consumer.class);
      test.setAccessible(true);
      broker.setAccessible(true);
      List<String> brokers = new ArrayList<>();
      Consumer<String> run =
          bootstrapServers -> {
            brokers.add(bootstrapServers);
            try {
              test.invoke(null, bootstrapServers);
            } catch (ReflectiveOperationException e) {
              throw new AssertionError(e.getCause());
            }
          };
      broker.invoke(null, run);
      assertEquals(1, brokers.size());
    }
  }

  @Test
  void theTemplateOfTheProducersPageIsTheSamples() throws IOException {
    ObjectMapper json = JsonMapper.builder().build();
    List<String> blocks = blocks(Path.of("docs/produce.md"), "json");
    assertEquals(1, blocks.size());
    assertEquals(
        json.readTree(Files.readString(SyntheticForm.TEMPLATE)), json.readTree(blocks.get(0)));
  }

  private void compile(String... pages) throws IOException {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "-proc:none",
                "-Xlint:all,-path",
                "-Werror",
                "-d",
                folder.toString(),
                "-cp",
                all()));
    for (String page : pages) {
      List<String> blocks = blocks(Path.of(page), "java");
      assertTrue(!blocks.isEmpty(), page);
      for (String block : blocks) {
        Matcher name = CLASS.matcher(block);
        assertTrue(name.find(), page + " has a block without a class");
        Path file = Files.writeString(folder.resolve(name.group(1) + ".java"), block);
        arguments.add(file.toString());
      }
    }
    var errors = new java.io.ByteArrayOutputStream();
    int code =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, errors, arguments.toArray(String[]::new));
    assertEquals(0, code, () -> errors.toString(StandardCharsets.UTF_8));
  }

  private static List<String> blocks(Path page, String language) throws IOException {
    Matcher block =
        Pattern.compile("(?ms)^```" + language + "\n(.*?)^```$").matcher(Files.readString(page));
    return block.results().map(found -> found.group(1)).toList();
  }

  private static String all() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  /** With our classes, Kafka's clients, Avro, and what these two depend on; nothing else. */
  private ProcessBuilder program(String main, String... arguments) {
    String few =
        Stream.of(
                "dev.icrstreams.Icr",
                "org.apache.kafka.clients.producer.KafkaProducer",
                "net.jpountz.lz4.LZ4Factory",
                "org.apache.avro.Schema",
                "com.fasterxml.jackson.databind.JsonNode",
                "com.fasterxml.jackson.core.JsonFactory",
                "com.fasterxml.jackson.annotation.JsonProperty",
                "org.slf4j.Logger")
            .map(DocumentedCodeTest::placeOf)
            .collect(Collectors.joining(java.io.File.pathSeparator));
    ProcessBuilder builder =
        ChildJvm.of(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1"), main, List.of(arguments));
    List<String> command = builder.command();
    command.set(command.indexOf("-cp") + 1, folder + java.io.File.pathSeparator + few);
    return builder.redirectError(ProcessBuilder.Redirect.INHERIT);
  }

  private static String placeOf(String className) {
    try {
      return Path.of(
              Class.forName(className).getProtectionDomain().getCodeSource().getLocation().toURI())
          .toString();
    } catch (ClassNotFoundException | URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  private static String output(Process process) {
    try {
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return e.toString();
    }
  }
}

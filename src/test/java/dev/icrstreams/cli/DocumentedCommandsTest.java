package dev.icrstreams.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.broker.BrokerOptions;
import dev.icrstreams.broker.EmbeddedKafka;
import dev.icrstreams.config.Config;
import dev.icrstreams.support.RegistryServer;
import dev.icrstreams.synth.Samples;
import dev.icrstreams.wire.RecordSizes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/**
 * Runs every command of {@code ./icr} that a page of {@code docs} shows, in the pages' order, in a
 * folder with the files that they name, against one broker. The service there is the pages' own
 * {@code ./icr run}.
 */
class DocumentedCommandsTest {
  /** All that is changed in a command before it runs: where things are, and how much is learned. */
  private static final Map<String, String> CHANGES = new LinkedHashMap<>();

  static {
    CHANGES.put("\\b(HOST:PORT|BROKER:9092|broker:9092|localhost:9092)", "KAFKA");
    CHANGES.put("http://registry:8080/apis/ccompat/v7", "REGISTRY");
    // the reader's own networks, of few fields, and confidences of few more
    CHANGES.put(
        "--network (icr|sequence)\\b(.*)", "--network small/$1.yml$2 --calibration-fields 60");
    CHANGES.put("--trials \\d+", "--trials 3");
    CHANGES.put("--epochs 9", "--epochs 3");
    // what was learned of so little would be refused
    CHANGES.put("--candidate candidate", "--candidate as-good");
    CHANGES.put("candidate/icr-sequence.zip", "as-good/icr-sequence.zip");
  }

  /**
   * What a command comes to.
   *
   * @param command the beginning of its line, a regular expression; the first that fits counts
   * @param code its exit code
   * @param output is found in what it says
   */
  private record Outcome(String command, int code, String output) {}

  private static final List<Outcome> OUTCOMES =
      List.of(
          new Outcome("average", 0, "^mean.zip\tsequence-"),
          new Outcome("config --metrics", 0, "^\\| `icr_fields_received_total` \\| counter"),
          new Outcome("config", 0, "icr.accept.max-error-rate\t0.001\t"),
          new Outcome("corrections", 0, "^[1-9]\\d* numbers and 0 blank fields written"),
          new Outcome("evaluate --digits", 0, "^digits: \\d+ of 400 right"),
          new Outcome("evaluate .*=0.01", 0, "labels.tsv, model \\S+, error budget 0.01$"),
          new Outcome("evaluate", 0, "(?s)labels.tsv, model .*^classify +\\d"),
          new Outcome("explain", 0, "^66446, confidence 0\\.\\d+, (accepted|review)"),
          new Outcome("produce .*--out", 0, "^meter-card.png/zip\tcrops/"),
          new Outcome("produce", 0, "^scan-17.png/zip\ticr.scanned-fields-\\d-\\d+\t$"),
          new Outcome("promote", 0, "^not refused; copied to model$"),
          new Outcome("read", 0, "^meter-card.png/zip\t\\d{5}\t0"),
          new Outcome("redrive .*--execute", 0, "^icr redrive: 0 sent, 0 refused$"),
          new Outcome("redrive", 0, "^icr redrive: dry run: 0 would be sent, 0 refused;"),
          new Outcome("report", 0, "^run\tseed\taccuracy\t"),
          new Outcome("reset .*--execute", 0, "^icr reset: .* is reset$"),
          new Outcome("reset", 0, "^icr reset: nothing was changed;"),
          new Outcome("results .*--format json", 0, "\"decision\":\"review\""),
          new Outcome("results", 0, "^unreadable.png\t\t\trejected\tUNKNOWN_FORMAT$"),
          new Outcome("run .*format=json", 0, "^\\{.*\"formattedMessage\":\"rebalanced in"),
          new Outcome("run .*level=DEBUG", 0, "DEBUG.* -> RUNNING"),
          new Outcome("run", 0, "rebalanced in \\d+ ms"),
          new Outcome("schemas .*--register", 0, "icr.review-items-value.*registered now"),
          new Outcome("schemas", 3, "icr.review-items-value.*missing"),
          new Outcome("synth", 0, "^Composed from the 400 shipped digits"),
          // 30 days is what the topics were made with, 14 what the page then sets
          new Outcome("topics .*days=14 --check", 3, "^icr.review-items\twas there\t30 d$"),
          new Outcome("topics .*--apply-retention", 0, "^icr.review-items\twas there\t14 d$"),
          new Outcome("topics .*--check", 3, "^icr.review-items\twas there\t14 d$"),
          new Outcome("topics", 0, "^icr.review-items\twas there\t"),
          new Outcome("trace", 0, "^INPUT\ticr.scanned-fields\t\\d\t\\d+\t"),
          new Outcome("train --list", 0, "^cnn-64-32 .*published"),
          new Outcome("train", 0, "\\.zip$"),
          new Outcome("tune", 0, "^ *[1-3] "));

  private static final long PATIENCE = Duration.ofMinutes(3).toNanos();
  private static final int FIELDS = 12;

  private static EmbeddedKafka kafka;
  private static Path folder;
  private static WorkingFolder shell;
  private static final Map<DocumentedCommand, Process> GOING_ON = new LinkedHashMap<>();

  @BeforeAll
  static void prepare(@TempDir Path temporary) throws Exception {
    folder = temporary;
    // takes its time, beside the broker
    new Thread(RegistryServer::running).start();
    kafka =
        EmbeddedKafka.start(
            BrokerOptions.defaults()
                .withMaxRecordBytes(RecordSizes.largestOutput(Config.defaults())));
    DocumentedFiles.write(folder);
    shell = new WorkingFolder(folder, Map.of("ICR_BOOTSTRAP_SERVERS", kafka.bootstrapServers()));
    assertEquals(0, run("topics").code());
    for (DocumentedCommand command : commands()) {
      if (command.goesOn() && !command.line().contains("registry")) {
        begin(command);
      }
    }
    produceAndCorrect();
  }

  @AfterAll
  static void stop() {
    GOING_ON.values().forEach(Process::destroyForcibly);
    shell.close();
    kafka.close();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("commands")
  void doesWhatThePageSays(DocumentedCommand command) throws Exception {
    if (command.goesOn()) {
      goOn(command);
      return;
    }
    if (command.line().startsWith("reset")) {
      stopInstances();
    }
    Cli cli = shell.run(command.words());
    String said = cli.out() + cli.err();
    assertEquals(outcome(command).code(), cli.code(), command + "\n" + said);
    assertTrue(holds(said, outcome(command).output()), command + "\n" + said);
    if (command.out() != null) {
      assertTrue(Files.exists(folder.resolve(command.out())), command + "\n" + said);
    }
  }

  /** Capitals stand for what the reader puts there, so these cannot run as they stand. */
  @Test
  void theReadmesCommandsAreSuchAsIcrTakes() {
    List<DocumentedCommand> commands = DocumentedCommand.on(Path.of("README.md"));
    assertTrue(commands.size() > 20, commands.toString());
    for (DocumentedCommand command : commands) {
      String line = command.line().replace("PART", "views");
      if (!line.startsWith("COMMAND")) {
        try {
          IcrCommand.commandLine().parseArgs(line.split(" +"));
        } catch (CommandLine.ParameterException e) {
          throw new AssertionError(command + ": " + e.getMessage(), e);
        }
      }
    }
  }

  private static void goOn(DocumentedCommand command) throws Exception {
    boolean alone = !GOING_ON.containsKey(command);
    if (alone) {
      begin(command);
    }
    long deadline = System.nanoTime() + PATIENCE;
    while (!holds(Files.readString(log(command)), outcome(command).output())) {
      assertTrue(
          GOING_ON.get(command).isAlive() && System.nanoTime() < deadline,
          command + "\n" + Files.readString(log(command)));
      TimeUnit.MILLISECONDS.sleep(50);
    }
    if (alone) {
      stop(command);
    }
  }

  private static void begin(DocumentedCommand command) {
    GOING_ON.put(command, shell.begin(command.words(), log(command)));
  }

  /** By SIGTERM, after which a service ends with 0. */
  private static void stop(DocumentedCommand command) throws Exception {
    Process process = GOING_ON.remove(command);
    process.destroy();
    assertTrue(process.waitFor(30, TimeUnit.SECONDS), command.toString());
    if (command.line().startsWith("run")) {
      assertEquals(0, process.exitValue(), command + "\n" + Files.readString(log(command)));
    }
  }

  private static void stopInstances() throws Exception {
    for (DocumentedCommand command : List.copyOf(GOING_ON.keySet())) {
      stop(command);
    }
    // the last member may have left a moment before the broker says so
    await("reset", cli -> cli.code() == 0);
  }

  private static Path log(DocumentedCommand command) {
    return folder.resolve(Integer.toHexString(command.line().hashCode()) + ".log");
  }

  /** Fields answered, one of them unreadable, and people's answers to those in review. */
  private static void produceAndCorrect() throws Exception {
    Path fields = Files.createDirectory(folder.resolve("produced"));
    Map<String, String> numbers = new LinkedHashMap<>();
    for (Samples.Sample sample : Samples.all().subList(0, FIELDS)) {
      String id = numbers.isEmpty() ? "zip-1" : sample.file();
      Files.write(fields.resolve(id), sample.image());
      numbers.put(id, sample.number());
    }
    Files.writeString(fields.resolve("unreadable.png"), "no image");
    assertEquals(0, run("produce produced").code());
    Cli results = await("results --until-idle 1", cli -> cli.lines().size() == FIELDS + 2);
    String answers =
        results.lines().stream()
            .map(line -> line.split("\t", -1))
            .filter(cells -> cells[3].equals("review"))
            .map(cells -> cells[0] + "\t" + numbers.get(cells[0]) + "\n")
            .collect(Collectors.joining());
    Files.writeString(folder.resolve("answers.tsv"), "id\tnumber\n" + answers);
    Cli correct = run("correct --from answers.tsv");
    assertEquals(0, correct.code(), correct.out() + correct.err());
  }

  private static Cli run(String line) {
    return shell.run(List.of(line.split(" ")));
  }

  private static Cli await(String line, Predicate<Cli> enough) {
    long deadline = System.nanoTime() + PATIENCE;
    Cli cli = run(line);
    while (!enough.test(cli)) {
      assertTrue(System.nanoTime() < deadline, line + "\n" + cli.out() + cli.err());
      cli = run(line);
    }
    return cli;
  }

  private static boolean holds(String text, String pattern) {
    return Pattern.compile(pattern, Pattern.MULTILINE).matcher(text).find();
  }

  private static Outcome outcome(DocumentedCommand command) {
    return OUTCOMES.stream()
        .filter(outcome -> Pattern.compile(outcome.command()).matcher(command.line()).lookingAt())
        .findFirst()
        .orElseThrow(() -> new AssertionError("what does " + command + " come to?"));
  }

  /** Each once, however many pages show it. */
  private static Collection<DocumentedCommand> commands() throws IOException {
    Map<String, DocumentedCommand> commands = new LinkedHashMap<>();
    try (Stream<Path> pages = Files.list(Path.of("docs"))) {
      for (Path page : pages.filter(p -> p.toString().endsWith(".md")).sorted().toList()) {
        for (DocumentedCommand command : DocumentedCommand.on(page)) {
          String line = changed(command.line());
          commands.putIfAbsent(line, new DocumentedCommand(page, line));
        }
      }
    }
    assertTrue(commands.size() > 40, "only " + commands.keySet());
    return commands.values();
  }

  private static String changed(String line) {
    String changed = line;
    for (var change : CHANGES.entrySet()) {
      changed = changed.replaceAll(change.getKey(), change.getValue());
    }
    if (changed.contains("REGISTRY")) {
      changed = changed.replace("REGISTRY", RegistryServer.running().url());
    }
    return changed.replace("KAFKA", kafka.bootstrapServers());
  }
}

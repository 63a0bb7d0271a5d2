package dev.icrstreams.cli;

import dev.icrstreams.IcrService;
import dev.icrstreams.broker.BrokerOptions;
import dev.icrstreams.broker.EmbeddedKafka;
import dev.icrstreams.cli.process.CleanStop;
import dev.icrstreams.cli.process.ConfigOptions;
import dev.icrstreams.cli.process.ExitCode;
import dev.icrstreams.client.Conservation;
import dev.icrstreams.client.FieldProducer;
import dev.icrstreams.client.Result;
import dev.icrstreams.client.ResultConsumer;
import dev.icrstreams.client.Topics;
import dev.icrstreams.config.Config;
import dev.icrstreams.config.Keys;
import dev.icrstreams.field.Constraints;
import dev.icrstreams.synth.Samples;
import dev.icrstreams.wire.RecordSizes;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code icr demo}. */
@Command(
    name = "demo",
    description =
        "Starts a Kafka broker in this process, produces sample fields, runs the service and prints"
            + " every result as it arrives.")
final class DemoCommand implements Callable<Integer> {
  private static final String BUDGET = "0.01";
  private static final Duration START_TIMEOUT = Duration.ofSeconds(60);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration AFTERWARDS = Duration.ofSeconds(1);
  private static final Duration POLL = Duration.ofMillis(200);

  @Spec private CommandSpec spec;
  @Mixin private ConfigOptions options;

  @Option(
      names = "--once",
      description =
          "Ends when every produced field has come out, with exit code 0 if none is lost or"
              + " duplicated.")
  private boolean once;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "0",
      description = "The broker's port; 0, the default, takes a free one.")
  private int port;

  @Override
  public Integer call() {
    Config base = withBudget(options.config());
    BrokerOptions broker =
        BrokerOptions.defaults().withPort(port).withMaxRecordBytes(RecordSizes.largestOutput(base));
    say("Starting a Kafka broker in this process …");
    try (EmbeddedKafka kafka = EmbeddedKafka.start(broker)) {
      Config config = base.with(Keys.BOOTSTRAP_SERVERS, kafka.bootstrapServers());
      new Topics(config).create();
      say("Kafka listens on " + kafka.bootstrapServers() + "; starting the service …");
      try (IcrService service = IcrService.start(config);
          ResultConsumer results = new ResultConsumer(config)) {
        CleanStop signal = CleanStop.on(() -> close(service, kafka));
        try {
          service.awaitRunning(START_TIMEOUT);
          return show(config, results) ? ExitCode.DONE : ExitCode.FAILED;
        } finally {
          signal.disarm();
        }
      }
    }
  }

  /** Whether everything came out, once. */
  private boolean show(Config config, ResultConsumer results) {
    Conservation conservation = new Conservation();
    produce(config, conservation);
    boolean complete = print(results, conservation);
    say("");
    say(conservation.toString());
    if (!once) {
      invite(config);
      follow(results);
    }
    return complete && conservation.balances();
  }

  /** Shows more than the cautious default would, and says so. */
  private Config withBudget(Config config) {
    Config lenient =
        config.isDefault(Keys.MAX_ERROR_RATE) ? config.with(Keys.MAX_ERROR_RATE, BUDGET) : config;
    say("Error budget: " + Keys.MAX_ERROR_RATE.name() + "=" + lenient.get(Keys.MAX_ERROR_RATE));
    return lenient;
  }

  private static void close(IcrService service, EmbeddedKafka kafka) {
    service.close();
    kafka.close();
  }

  private void produce(Config config, Conservation conservation) {
    List<FieldProducer.Sent> sent = new ArrayList<>();
    try (FieldProducer producer = new FieldProducer(config)) {
      for (Samples.Sample sample : Samples.all()) {
        sent.add(
            producer.send(sample.file(), sample.image(), "", "sample", Constraints.NONE, Map.of()));
      }
      sent.forEach(field -> conservation.produced(field.origin()));
    }
    say(sent.size() + " sample fields produced to " + config.get(Keys.SCANNED_FIELDS) + ".");
    say("");
    say(String.format("%-34s %-14s %-10s %s", "FIELD", "NUMBER", "CONFIDENCE", "WENT TO"));
  }

  /** Until every field is answered and nothing more arrives; false if that takes too long. */
  private boolean print(ResultConsumer results, Conservation conservation) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (conservation.lost() > 0) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      if (arrive(results, conservation)) {
        deadline = System.nanoTime() + PATIENCE.toNanos();
      }
    }
    long end = System.nanoTime() + AFTERWARDS.toNanos();
    while (System.nanoTime() < end) {
      arrive(results, conservation);
    }
    return true;
  }

  private boolean arrive(ResultConsumer results, Conservation conservation) {
    List<Result> arrived = results.poll(POLL);
    for (Result result : arrived) {
      conservation.arrived(result);
      print(result);
    }
    return !arrived.isEmpty();
  }

  private void follow(ResultConsumer results) {
    while (!Thread.currentThread().isInterrupted()) {
      results.poll(POLL).forEach(this::print);
    }
  }

  private void print(Result result) {
    String confidence =
        result.confidence().isPresent()
            ? String.format("%.4f", result.confidence().getAsDouble())
            : "-";
    String place =
        switch (result.route()) {
          case ACCEPTED -> "recognized";
          case BLANK -> "recognized (blank)";
          case REVIEW -> "review: " + result.reason();
          case REJECTED -> "rejected: " + result.reason();
        };
    String number = result.number().isEmpty() ? "-" : result.number();
    say(String.format("%-34s %-14s %-10s %s", result.id(), number, confidence, place));
  }

  private void invite(Config config) {
    String brokers = config.get(Keys.BOOTSTRAP_SERVERS);
    say("");
    say(
        "The service goes on; stop it with Ctrl-C. In another terminal, send an image of your own:");
    say("  ./icr produce --bootstrap-server " + brokers + " my-scan.png");
    say(
        "  kcat -P -b "
            + brokers
            + " -t "
            + config.get(Keys.SCANNED_FIELDS)
            + " -k my-id my-scan.png");
    say("and read the results (they also appear here):");
    say("  ./icr results --bootstrap-server " + brokers);
  }

  private void say(String line) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(line);
    out.flush();
  }
}

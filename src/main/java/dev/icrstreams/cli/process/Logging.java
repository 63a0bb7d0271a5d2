package dev.icrstreams.cli.process;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.OutputStreamAppender;
import dev.icrstreams.config.Config;
import dev.icrstreams.config.LogFormat;
import dev.icrstreams.config.LogKeys;
import dev.icrstreams.config.LogLevel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sets Logback up as {@code icr.log.*} say. Only where our own {@code logback.xml} is in force: who
 * configures Logback, or embeds the service beside another logging library, keeps what they have.
 */
public final class Logging {
  private static final String OURS = "dev.icrstreams";
  private static final String MARK = "icr.log";

  private static volatile boolean json;

  private Logging() {}

  /** For a command: its own results are what it is for, so only what went wrong is logged. */
  public static void quiet(Config config) {
    apply(config, config.isDefault(LogKeys.LEVEL) ? LogLevel.WARN : config.get(LogKeys.LEVEL));
  }

  /** For the service, which has nothing but its log to tell what it does. */
  public static void service(Config config) {
    apply(config, config.get(LogKeys.LEVEL));
  }

  /** Whether every line on standard error should be a JSON object. */
  public static boolean isJson() {
    return json;
  }

  /** Tells why a command ends, as an object among objects. */
  public static void failure(String message) {
    LoggerFactory.getLogger(OURS).error(message);
  }

  private static void apply(Config config, LogLevel own) {
    if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)
        || context.getProperty(MARK) == null) {
      return;
    }
    level(context, OURS, own);
    config.logLevels().forEach((name, level) -> level(context, name, level));
    if (config.get(LogKeys.FORMAT) == LogFormat.JSON && !json) {
      json = true;
      context
          .getLogger(Logger.ROOT_LOGGER_NAME)
          .iteratorForAppenders()
          .forEachRemaining(appender -> encode(context, appender));
    }
  }

  private static void level(LoggerContext context, String name, LogLevel level) {
    context.getLogger(name).setLevel(Level.valueOf(level.name()));
  }

  private static void encode(LoggerContext context, Appender<ILoggingEvent> appender) {
    if (appender instanceof OutputStreamAppender<ILoggingEvent> stream) {
      JsonEncoder encoder = new JsonEncoder();
      encoder.setContext(context);
      encoder.setWithSequenceNumber(false);
      encoder.setWithNanoseconds(false);
      encoder.setWithContext(false);
      encoder.setWithMDC(false);
      encoder.setWithMarkers(false);
      // the message as it reads; pattern and arguments apart would be the same twice
      encoder.setWithMessage(false);
      encoder.setWithArguments(false);
      encoder.setWithFormattedMessage(true);
      encoder.start();
      stream.setEncoder(encoder);
    }
  }
}

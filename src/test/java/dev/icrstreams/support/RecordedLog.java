package dev.icrstreams.support;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** What some loggers say, stack traces included, at whatever level, until it is closed. */
public final class RecordedLog extends AppenderBase<ILoggingEvent> implements AutoCloseable {
  private final Map<Logger, Level> before = new LinkedHashMap<>();
  private final List<String> said = new CopyOnWriteArrayList<>();

  private RecordedLog() {}

  /** Records loggers, each from a level on. */
  public static RecordedLog of(Map<String, Level> levels) {
    RecordedLog log = new RecordedLog();
    log.start();
    levels.forEach(
        (name, level) -> {
          Logger logger = (Logger) LoggerFactory.getLogger(name);
          log.before.put(logger, logger.getLevel());
          logger.setLevel(level);
          logger.setAdditive(false);
          logger.addAppender(log);
        });
    return log;
  }

  @Override
  protected void append(ILoggingEvent event) {
    String trace =
        event.getThrowableProxy() == null
            ? ""
            : "\n" + ThrowableProxyUtil.asString(event.getThrowableProxy());
    said.add(event.getLoggerName() + " " + event.getFormattedMessage() + trace);
  }

  /** Everything that was said. */
  public List<String> said() {
    return said;
  }

  @Override
  public void close() {
    before.forEach(
        (logger, level) -> {
          logger.detachAppender(this);
          logger.setAdditive(true);
          logger.setLevel(level);
        });
    stop();
  }
}

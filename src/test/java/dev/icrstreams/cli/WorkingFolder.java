package dev.icrstreams.cli;

import dev.icrstreams.support.ChildJvm;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A folder in which command lines run as a user types them, relative paths and all. The current
 * folder is a process's, so they run in a process of their own, one after the other. For one
 * thread.
 */
final class WorkingFolder implements AutoCloseable {
  private static final List<String> SMALL_JVM =
      List.of(
          "-Xmx768m",
          "-XX:TieredStopAtLevel=1",
          // not that of the tests, which is on the class path too
          "-Dlogback.configurationFile=logback.xml");

  private final Path folder;
  private final Map<String, String> environment;
  private final Process process;
  private final DataOutputStream to;
  private final DataInputStream from;

  WorkingFolder(Path folder, Map<String, String> environment) {
    this.folder = folder;
    this.environment = environment;
    process = start(WorkingFolder.class.getName(), List.of(), folder.resolve("stderr.log"), false);
    to = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
    from = new DataInputStream(process.getInputStream());
  }

  /** Runs a command line to its end. */
  Cli run(List<String> words) {
    try {
      to.writeInt(words.size());
      for (String word : words) {
        write(to, word);
      }
      to.flush();
      return new Cli(from.readInt(), read(from), read(from));
    } catch (IOException e) {
      throw new UncheckedIOException("the process of " + folder + " ended at " + words, e);
    }
  }

  /** Starts a command line that goes on, in a process of its own; both its outputs go to a file. */
  Process begin(List<String> words, Path log) {
    return start("dev.icrstreams.Icr", words, log, true);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  private Process start(String main, List<String> words, Path log, boolean all) {
    ProcessBuilder builder = ChildJvm.of(SMALL_JVM, main, words).directory(folder.toFile());
    builder.environment().putAll(environment);
    builder.redirectError(log.toFile());
    if (all) {
      builder.redirectErrorStream(true).redirectOutput(log.toFile());
    }
    return ChildJvm.start(builder);
  }

  /** The process in the folder: takes command lines until there are no more. */
  public static void main(String[] none) throws IOException {
    DataInputStream lines = new DataInputStream(System.in);
    DataOutputStream answers =
        new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
    // nothing else may come between the answers
    System.setOut(System.err);
    try {
      while (true) {
        String[] words = new String[lines.readInt()];
        for (int i = 0; i < words.length; i++) {
          words[i] = read(lines);
        }
        Cli cli = Cli.run(words);
        answers.writeInt(cli.code());
        write(answers, cli.out());
        write(answers, cli.err());
        answers.flush();
      }
    } catch (EOFException e) {
      Runtime.getRuntime().halt(0);
    }
  }

  private static void write(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static String read(DataInputStream in) throws IOException {
    return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
  }
}

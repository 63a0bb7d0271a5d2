package dev.icrstreams.support;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A self-signed certificate for 127.0.0.1, made for one test by the running JDK's keytool.
 *
 * @param key its key, PKCS#12
 * @param trust the certificate alone, PKCS#12
 * @param password of both files
 */
record KeyStores(Path key, Path trust, String password) {
  static KeyStores make(Path folder, String name, String password) {
    Path key = folder.resolve(name + "-key.p12");
    Path trust = folder.resolve(name + "-trust.p12");
    Path certificate = folder.resolve(name + ".crt");
    keytool(
        password,
        key,
        "-genkeypair",
        "-keyalg",
        "EC",
        "-dname",
        "CN=" + name,
        "-ext",
        "SAN=ip:127.0.0.1");
    keytool(password, key, "-exportcert", "-file", certificate.toString());
    keytool(password, trust, "-importcert", "-noprompt", "-file", certificate.toString());
    return new KeyStores(key, trust, password);
  }

  private static void keytool(String password, Path store, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments));
    command.addAll(List.of("-alias", "broker", "-storetype", "PKCS12"));
    command.addAll(List.of("-keystore", store.toString(), "-storepass", password));
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException("keytool: " + said);
      }
    } catch (IOException e) {
      throw new IllegalStateException("keytool does not start", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}

package dev.icrstreams.support;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A self-signed certificate for 127.0.0.1, made for one test by the running JDK's keytool.
 *
 * @param key its key, PKCS#12
 * @param trust the certificate alone, PKCS#12
 * @param password of both files
 */
record KeyStores(Path key, Path trust, String password) {
  private static final String ALIAS = "own";

  static KeyStores make(Path folder, String name, String password) {
    Path key = folder.resolve(name + "-key.p12");
    Path trust = folder.resolve(name + "-trust.p12");
    keytool(password, key, "-keyalg", "EC", "-dname", "CN=" + name, "-ext", "SAN=ip:127.0.0.1");
    write(password, trust, Map.of(ALIAS, certificate(key, password)));
    return new KeyStores(key, trust, password);
  }

  /** A file that trusts both, under the one's password. */
  static Path trusting(KeyStores one, KeyStores other, Path file) {
    write(
        one.password(),
        file,
        Map.of(
            "one",
            certificate(one.key(), one.password()),
            "other",
            certificate(other.key(), other.password())));
    return file;
  }

  private static Certificate certificate(Path key, String password) {
    try {
      return KeyStore.getInstance(key.toFile(), password.toCharArray()).getCertificate(ALIAS);
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("cannot read " + key, e);
    }
  }

  private static void write(String password, Path trust, Map<String, Certificate> trusted) {
    try (OutputStream out = Files.newOutputStream(trust)) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      for (Map.Entry<String, Certificate> entry : trusted.entrySet()) {
        store.setCertificateEntry(entry.getKey(), entry.getValue());
      }
      store.store(out, password.toCharArray());
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("cannot write " + trust, e);
    }
  }

  private static void keytool(String password, Path store, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.add("-genkeypair");
    command.addAll(List.of(arguments));
    command.addAll(List.of("-alias", ALIAS, "-storetype", "PKCS12"));
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

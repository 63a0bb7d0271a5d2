package dev.icrstreams.wire;

import org.apache.avro.util.ClassSecurityValidator;

/**
 * Tells Avro, which since 1.12.2 makes no class it was not told to trust, of the generated ones.
 */
final class TrustedClasses {
  private static final String GENERATED = "dev.icrstreams.avro.";

  static {
    ClassSecurityValidator.setGlobal(
        ClassSecurityValidator.composite(
            ClassSecurityValidator.getGlobal(), type -> type.getName().startsWith(GENERATED)));
  }

  private TrustedClasses() {}

  /** Adds them to whatever the process trusts already, once. */
  static void trust() {}
}

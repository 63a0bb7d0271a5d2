package dev.icrstreams.train.run;

/** What every value of a run must be. */
final class Checks {
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};

  private Checks() {}

  static void present(String value, String name) {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(name + " is missing");
    }
  }

  static void png(byte[] image, String name) {
    boolean is = image != null && image.length > PNG.length;
    for (int i = 0; is && i < PNG.length; i++) {
      is = image[i] == PNG[i];
    }
    if (!is) {
      throw new IllegalArgumentException(name + " is no PNG image");
    }
  }
}

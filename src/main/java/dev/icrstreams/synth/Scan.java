package dev.icrstreams.synth;

/**
 * What a scanner does to a page.
 *
 * @param skew degrees the page was turned, clockwise
 * @param blur standard deviation of the optics' spread, in pixels
 * @param noise standard deviation of the sensor's, in levels
 * @param shading how much darker the darkest part of the glass is, 0 to 1
 * @param specks specks of dirt for every 10,000 pixels
 */
record Scan(double skew, double blur, double noise, double shading, double specks) {
  static Scan good(SeededRandom random) {
    return new Scan(
        random.chance(0.5) ? 0 : random.around(0, 0.4, -1, 1),
        random.between(0.3, 0.6),
        random.between(0, 1.8),
        0,
        0);
  }

  static Scan degraded(SeededRandom random) {
    return new Scan(
        random.around(0, 0.9, -2, 2),
        random.between(0.5, 1.6),
        random.between(2, 10),
        random.chance(0.6) ? random.between(0.05, 0.4) : 0,
        random.chance(0.7) ? random.between(1, 14) : 0);
  }

  Picture expose(Page page, Palette palette, WriterStyle style, SeededRandom random) {
    int width = page.width();
    int height = page.height();
    Plane ink = page.ink();
    Plane print = page.print();
    if (skew != 0) {
      Rotation turn = rotation(width, height);
      ink = ink.rotated(turn);
      print = print.rotated(turn);
    }
    SmoothNoise patches = new SmoothNoise(width, height, style.strokePixels() * 1.5, random);
    SmoothNoise glass = new SmoothNoise(width, height, Math.max(width, height) * 0.6, random);
    Plane dirt = dirt(width, height, random);
    float[][] channels = new float[palette.paper().length][width * height];
    for (int c = 0; c < channels.length; c++) {
      double paper = palette.paper()[c];
      double pen = palette.pen()[c] / paper;
      double form = palette.print()[c] / paper;
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          double covered = ink.at(x, y) * style.density();
          covered *= 1 - style.patchiness() * (0.5 + 0.5 * patches.at(x, y));
          double light = paper * (1 - covered * (1 - pen)) * (1 - print.at(x, y) * (1 - form));
          light *= 1 - shading * (0.5 + 0.5 * glass.at(x, y));
          channels[c][y * width + x] = (float) (light * (1 - 0.85 * dirt.at(x, y)));
        }
      }
      Blur.gaussian(channels[c], width, height, blur);
      for (int i = 0; i < channels[c].length; i++) {
        channels[c][i] += (float) (noise * random.gaussian());
      }
    }
    return new Picture(width, height, channels);
  }

  Rotation rotation(int width, int height) {
    return new Rotation(skew, width, height);
  }

  private Plane dirt(int width, int height, SeededRandom random) {
    Plane dirt = new Plane(width, height);
    int count = (int) Math.round(specks * width * height / 10_000);
    for (int i = 0; i < count; i++) {
      double x = random.between(0, width);
      double y = random.between(0, height);
      dirt.line(x, y, x + random.between(-1, 1), y + random.between(-1, 1), random.between(0.6, 3));
    }
    return dirt;
  }
}

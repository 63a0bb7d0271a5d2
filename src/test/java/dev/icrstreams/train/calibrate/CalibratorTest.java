package dev.icrstreams.train.calibrate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.config.Config;
import dev.icrstreams.data.ShippedDigits;
import dev.icrstreams.read.FieldReader;
import dev.icrstreams.read.confidence.Calibration;
import org.junit.jupiter.api.Test;

class CalibratorTest {
  private static final long SEED = 31;
  private static final int FIELDS = 120;
  private static final Config CONFIG = Config.defaults();

  @Test
  void comesToTheSameOnAnyNumberOfThreads() throws InterruptedException {
    Calibrator calibrator =
        new Calibrator(
            CONFIG,
            FieldReader.model(CONFIG),
            FieldReader.sequenceModel(CONFIG),
            ShippedDigits.load());
    Calibration one = calibrator.calibrate(FIELDS, SEED, 1, done -> {});
    int[] most = new int[1];
    Calibration three =
        calibrator.calibrate(FIELDS, SEED, 3, done -> most[0] = Math.max(most[0], done));
    assertEquals(one, three);
    assertTrue(most[0] > FIELDS / 2 && most[0] <= FIELDS, most[0] + " fields told of");
    assertEquals(FIELDS, one.fields());
    assertTrue(one.source().contains("seed " + SEED), one.source());
    Calibration other = calibrator.calibrate(FIELDS, SEED + 1, 2, done -> {});
    assertNotEquals(one.weights(), other.weights());
  }
}

package dev.icrstreams.train.calibrate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemperatureFitTest {
  /** Of two classes, one at nine to one: as often right as that once it is tempered. */
  @ParameterizedTest
  @CsvSource({"70", "90", "97"})
  void isAsSureAsItIsRight(int right) {
    float[][] logs = new float[100][];
    byte[] labels = new byte[100];
    for (int i = 0; i < logs.length; i++) {
      logs[i] = new float[] {(float) Math.log(0.9), (float) Math.log(0.1)};
      labels[i] = (byte) (i < right ? 0 : 1);
    }
    double temperature = TemperatureFit.of(logs, labels);
    double tempered = 1 / (1 + Math.pow(9, -1 / temperature));
    assertEquals(right / 100.0, tempered, 1e-3);
  }
}

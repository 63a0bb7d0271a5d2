package dev.icrstreams.read;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.config.Config;
import dev.icrstreams.data.ShippedDigits;
import dev.icrstreams.field.CheckDigit;
import dev.icrstreams.field.Constraints;
import dev.icrstreams.field.ConstraintsText;
import dev.icrstreams.field.Notice;
import dev.icrstreams.field.Reading;
import dev.icrstreams.field.StageListener;
import dev.icrstreams.synth.FieldSynthesizer;
import dev.icrstreams.synth.Recipe;
import dev.icrstreams.synth.RecipeMix;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Synthetic fields through the whole reader: what rules do for those that are misread. */
class ConstrainedFieldTest {
  private static final long SEED = 20_261_121;
  private static final int FIELDS = 40;

  @TempDir Path folder;

  @Test
  void rulesCorrectFieldsThatAreMisreadWithoutThem() throws IOException {
    Random random = new Random(SEED);
    List<String> accounts =
        IntStream.range(0, 400).mapToObj(i -> withLuhnDigit(random, 7)).toList();
    Path list = Files.write(folder.resolve("accounts.txt"), accounts);
    Config config = Config.defaults().with(Map.of("icr.allowed.accounts", list.toString()), "test");
    Constraints luhn =
        ConstraintsText.parse(Map.of("check", "LUHN", "min_digits", "8", "max_digits", "8"));
    Constraints listed = ConstraintsText.parse(Map.of("allowed", "accounts"));
    FieldSynthesizer synthesizer =
        new FieldSynthesizer(ShippedDigits.load(), RecipeMix.of(Recipe.DEGRADED, 1), SEED);
    List<Reading> corrected = new ArrayList<>();
    int free = 0;
    int checked = 0;
    int found = 0;
    try (FieldReader reader = FieldReader.create(config, StageListener.NONE)) {
      for (int i = 0; i < FIELDS; i++) {
        String number = accounts.get(i);
        byte[] image = synthesizer.generate(i, Recipe.DEGRADED, number).image();
        String without = reader.read(image, Constraints.NONE).number();
        Reading with = reader.read(image, listed);
        free += without.equals(number) ? 1 : 0;
        checked += reader.read(image, luhn).number().equals(number) ? 1 : 0;
        found += with.number().equals(number) ? 1 : 0;
        if (!without.equals(number) && with.number().equals(number)) {
          assertTrue(with.notices().contains(Notice.CHANGED_BY_CONSTRAINTS), with.toString());
          assertTrue(
              with.alternatives().stream().anyMatch(each -> each.value().equals(without)),
              with + " instead of " + without);
          corrected.add(with);
        }
      }
    }
    String counts = free + ", with Luhn " + checked + ", with the list " + found;
    assertTrue(checked > free && found > free, counts);
    assertTrue(!corrected.isEmpty(), counts);
  }

  private static String withLuhnDigit(Random random, int digits) {
    StringBuilder number = new StringBuilder();
    for (int i = 0; i < digits; i++) {
      number.append(random.nextInt(10));
    }
    return IntStream.range(0, 10)
        .mapToObj(last -> number.toString() + last)
        .filter(CheckDigit.LUHN::holds)
        .findFirst()
        .orElseThrow();
  }
}

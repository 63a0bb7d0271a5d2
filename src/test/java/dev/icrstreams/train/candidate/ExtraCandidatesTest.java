package dev.icrstreams.train.candidate;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.classify.DigitClassifier;
import dev.icrstreams.synth.FieldWriter;
import dev.icrstreams.synth.LabelledField;
import dev.icrstreams.synth.Recipe;
import dev.icrstreams.train.extra.ExtraSet;
import dev.icrstreams.train.extra.Fields;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtraCandidatesTest {
  private static final long SEED = 8;
  private static final int FIELDS = 12;

  @TempDir private Path folder;

  @Test
  void aFieldGivesItsDigitsAndTheRestOfItsCandidatesAsNone() throws IOException {
    List<LabelledField> fields = Fields.of(Recipe.TOUCHING, FIELDS, SEED);
    Fields.write(folder, fields, "");
    assertDigitsAndOthers(fields);
  }

  @Test
  void digitBoxesOfTheLabelsCountWhereThereAreAny() throws IOException {
    List<LabelledField> fields = Fields.of(Recipe.TOUCHING, FIELDS, SEED);
    try (FieldWriter writer = new FieldWriter(folder)) {
      for (LabelledField field : fields) {
        writer.write(field);
      }
    }
    assertDigitsAndOthers(fields);
  }

  @Test
  void aFieldWithoutANumberGivesNoDigit() throws IOException {
    Fields.write(folder, Fields.of(Recipe.SCRIBBLE, 4, SEED), "");
    ExtraSet<List<Sample>> set = Fields.read(folder).read(new ExtraCandidates());
    assertTrue(!set.lessons().isEmpty(), set.skipped().toString());
    assertTrue(
        set.lessons().stream()
            .flatMap(List::stream)
            .allMatch(sample -> sample.label() == DigitClassifier.NO_DIGIT));
  }

  private void assertDigitsAndOthers(List<LabelledField> fields) throws IOException {
    ExtraSet<List<Sample>> set = Fields.read(folder).read(new ExtraCandidates());
    List<String> skipped = set.skipped().stream().map(each -> each.file()).toList();
    List<LabelledField> used =
        fields.stream().filter(each -> !skipped.contains(each.file())).toList();
    assertTrue(used.size() >= FIELDS / 2, set.skipped() + ", seed " + SEED);
    long others = 0;
    int expected = 0;
    int found = 0;
    for (int i = 0; i < used.size(); i++) {
      List<Sample> samples = set.lessons().get(i);
      for (int digit = 0; digit < 10; digit++) {
        int value = digit;
        boolean written = used.get(i).number().indexOf('0' + value) >= 0;
        boolean taught = samples.stream().anyMatch(sample -> sample.label() == value);
        assertTrue(written || !taught, value + " of " + used.get(i).number() + ", seed " + SEED);
        expected += written ? 1 : 0;
        found += taught ? 1 : 0;
      }
      others += samples.stream().filter(s -> s.label() == DigitClassifier.NO_DIGIT).count();
    }
    // digits that the segmenter cannot cut apart are no candidates
    assertTrue(found >= 0.55 * expected, found + " of " + expected + ", seed " + SEED);
    assertTrue(others > used.size(), others + " that are no digit, seed " + SEED);
  }
}

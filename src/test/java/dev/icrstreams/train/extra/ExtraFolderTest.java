package dev.icrstreams.train.extra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.classify.DigitModel;
import dev.icrstreams.data.LabelledFields.Skipped;
import dev.icrstreams.field.Box;
import dev.icrstreams.segment.Candidate;
import dev.icrstreams.synth.LabelledField;
import dev.icrstreams.synth.Recipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtraFolderTest {
  private static final long SEED = 5;

  @TempDir private Path folder;

  @Test
  void listsEveryFieldThatItSkipsWithTheReason() throws IOException {
    List<LabelledField> fields = Fields.of(Recipe.CLEAN, 3, SEED);
    Fields.write(
        folder,
        fields.subList(0, 2),
        "lost.png\t12\tNUMBER\ntext.png\t12\tNUMBER\nodd.png\t1x\tNUMBER\nlong.png\t"
            + "1".repeat(101)
            + "\tNUMBER\n");
    Files.writeString(folder.resolve("text.png"), "no image");
    Files.write(folder.resolve("long.png"), fields.get(2).image());
    ExtraSet<String> set = Fields.read(folder).read(ExtraField::number);
    assertEquals(List.of(fields.get(0).number(), fields.get(1).number()), set.lessons());
    Map<String, String> reasons =
        set.skipped().stream().collect(Collectors.toMap(Skipped::file, Skipped::reason));
    assertEquals(4, reasons.size(), reasons.toString());
    assertEquals("the image is missing", reasons.get("lost.png"));
    assertTrue(reasons.get("text.png").startsWith("UNKNOWN_FORMAT"), reasons.toString());
    assertTrue(reasons.get("odd.png").contains("'1x' is no number"), reasons.toString());
    assertTrue(reasons.get("long.png").contains("more than 100 digits"), reasons.toString());
    assertEquals(DigitModel.sha256(Files.readAllBytes(folder.resolve("labels.tsv"))), set.sha256());
  }

  /** What the model accepts as another number is mistyped rather than misread. */
  @Test
  void doubtsALabelThatContradictsASureReading() throws IOException {
    List<LabelledField> fields = Fields.of(Recipe.CLEAN, 12, SEED);
    List<LabelledField> wrong =
        fields.stream()
            .map(
                each ->
                    new LabelledField(
                        each.file(),
                        "9" + each.number(),
                        each.image(),
                        each.digitBoxes(),
                        each.recipe()))
            .toList();
    Fields.write(folder, fields, "");
    assertEquals(List.of(), Fields.read(folder).read(ExtraField::number).skipped());
    Fields.write(folder, wrong, "");
    List<Skipped> skipped = Fields.read(folder).read(ExtraField::number).skipped();
    assertTrue(skipped.size() >= 6, skipped + ", seed " + SEED);
    Map<String, String> numbers =
        fields.stream().collect(Collectors.toMap(LabelledField::file, LabelledField::number));
    for (Skipped each : skipped) {
      String number = numbers.get(each.file());
      String start =
          "labelled 9" + number + ", but read as " + number + " with a confidence of 0.9";
      assertTrue(each.reason().startsWith(start), each.reason());
    }
  }

  @Test
  void findsWhereTheDigitsOfANumberStand() throws IOException {
    List<LabelledField> fields = Fields.of(Recipe.TOUCHING, 24, SEED);
    Fields.write(folder, fields, "");
    ExtraSet<List<Box>> set = Fields.read(folder).read(ExtraFolderTest::boxes);
    assertTrue(set.lessons().size() >= 12, set.skipped() + ", seed " + SEED);
    List<String> skipped = set.skipped().stream().map(Skipped::file).toList();
    List<LabelledField> used =
        fields.stream().filter(each -> !skipped.contains(each.file())).toList();
    int digits = 0;
    int right = 0;
    for (int i = 0; i < used.size(); i++) {
      for (int j = 0; j < used.get(i).number().length(); j++) {
        Box drawn = used.get(i).digitBoxes().get(j);
        Box found = set.lessons().get(i).get(j);
        int middle = found.x() + found.width() / 2;
        digits++;
        right += middle > drawn.x() && middle < drawn.right() ? 1 : 0;
      }
    }
    assertTrue(right >= 0.93 * digits, right + " of " + digits + ", seed " + SEED);
  }

  @Test
  void doesNotAlignANumberThatIsNotThere() throws IOException {
    List<LabelledField> others = Fields.of(Recipe.TOUCHING, 12, SEED + 1);
    List<LabelledField> wrong =
        Fields.of(Recipe.TOUCHING, 12, SEED).stream()
            .map(
                each ->
                    new LabelledField(
                        each.file(),
                        others.get((each.number().length() + each.image().length) % 12).number(),
                        each.image(),
                        List.of(),
                        each.recipe()))
            .toList();
    Fields.write(folder, wrong, "");
    ExtraSet<List<Box>> set = Fields.read(folder).read(ExtraFolderTest::boxes);
    assertTrue(set.lessons().size() <= 1, set.lessons() + ", seed " + SEED);
    set.skipped().forEach(each -> assertTrue(each.reason().matches(".*[0-9].*"), each.reason()));
  }

  @Test
  void refusesAFolderWithoutLabels() {
    IOException e =
        assertThrows(IOException.class, () -> Fields.read(folder).read(ExtraField::number));
    assertTrue(e.getMessage().contains(folder.resolve("labels.tsv").toString()), e.getMessage());
  }

  private static List<Box> boxes(ExtraField field) throws UnusableFieldException {
    return DigitAligner.align(field).stream()
        .map(field.segmentation().lattice().candidates()::get)
        .map(Candidate::box)
        .toList();
  }
}

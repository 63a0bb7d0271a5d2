package dev.icrstreams.form.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.config.ConfigException;
import dev.icrstreams.form.SyntheticForm;
import dev.icrstreams.form.geometry.Registration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateFileTest {
  @TempDir Path folder;

  @Test
  void readsWhatTheSampleSays() {
    FormTemplate template = FormTemplate.read(SyntheticForm.TEMPLATE);
    assertEquals("meter-card", template.form());
    assertEquals(4, template.registration().marks().size());
    assertEquals(Registration.Transform.AFFINE, template.registration().transform());
    FormField zip = template.fields().get(2);
    assertEquals("[0-9]{5}", zip.rules().regex());
    assertEquals(Map.of("of", "customer"), zip.attributes());
    assertEquals(6, template.fields().get(0).rules().minDigits());
    assertEquals(Set.of(), template.pages());
    assertTrue(template.isOn(7));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"form\": \"meter-card\" | \"form\": \"\" | form is missing or empty",
        "\"page\" | \"paper\" | paper is unknown; known are fields, form, page",
        "\"width\": 210 | \"width\": 0 | page.width is 0, which is not a number from",
        "\"by\": \"marks\" | \"by\": \"hand\" | registration.by is 'hand', none of marks, edges",
        "\"by\": \"marks\" | \"by\": \"edges\" | registration.marks go with by: marks",
        "\"shape\": \"disc\" | \"shape\": \"star\" | registration.marks[3].shape is 'star'",
        "\"x\": 0.12 | \"x\": 1.2 | fields[0].x is 1.2, which is not a number from 0.0 to 1.0",
        "\"x\": 0.12 | \"x\": 0.72 | fields[0].width reaches over the page's edge",
        "\"name\": \"zip\" | \"name\": \"meter\" | fields[2].name is there twice: meter",
        "\"min_digits\": 4 | \"min_digits\": 7 | fields[1].name is reading, and digits 7 to 6",
        "\"min_digits\": 4 | \"mindigits\": 4 | fields[1].mindigits is unknown",
        "\"fields\": [ | \"fields\": [}, | no JSON: ",
        "\"form\": | \"form\": \"a\", \"form\": | no JSON: Duplicate",
        "{ | {} { | no JSON: Trailing token",
        "\"width\": 210 | \"width\": 210, \"depth\": 1 | page.depth is unknown",
        "\"height\": 148 | \"height\": 0 | page.height is 0, which is not a number from",
        "\"fields\": [ | \"fields\": [], \"pages\": [ | fields are none",
        "\"page\": | \"pages\": [0], \"page\": | pages holds 0, which is no page number",
        "\"page\": | \"pages\": 3, \"page\": | pages is no array",
        "\"by\": \"marks\" | \"by\": \"marks\", \"skew\": 3 | registration.skew is unknown",
        "\"shape\": \"disc\" | \"shape\": \"disc\", \"z\": 1 | registration.marks[3].z is unknown",
        "\"size\": 0.036 | \"size\": 0.36 | registration.marks[3].size is 0.36",
        "{\"x\": 0.05, \"y\": 0.07, \"shape\": \"square\", \"size\": 0.03}, | ` `"
            + " | registration.marks are 3; four are needed",
        "\"height\": 0.11 | \"height\": 0.7 | fields[0].height reaches over the page's edge",
        "\"regex\": \"[0-9]{5}\" | \"regex\": true | fields[2].regex is neither a text nor",
      })
  void namesTheFileAndThePlaceThatIsWrong(String from, String to, String reason)
      throws IOException {
    Path file = changed(from, to);
    var e = assertThrows(ConfigException.class, () -> FormTemplate.read(file));
    assertTrue(e.getMessage().contains("changed.json: " + reason), e.getMessage());
  }

  @Test
  void aCameraMayBendThePageMoreThanAScanner() throws IOException {
    Registration scanned = FormTemplate.read(SyntheticForm.TEMPLATE).registration();
    assertEquals(
        new Registration(scanned.marks(), Registration.Transform.AFFINE, 0.2, 0.005, 10, 0.03),
        scanned);
    Path file = changed("\"by\":", "\"transform\": \"projective\", \"by\":");
    assertEquals(
        new Registration(scanned.marks(), Registration.Transform.PROJECTIVE, 0.2, 0.05, 10, 0.2),
        FormTemplate.read(file).registration());
  }

  @Test
  void pagesThatAreNamedAreFormsAndOthersNot() throws IOException {
    FormTemplate template = FormTemplate.read(changed("\"page\":", "\"pages\": [2, 4], \"page\":"));
    assertEquals(Set.of(2, 4), template.pages());
    assertTrue(template.isOn(4));
    assertFalse(template.isOn(3));
  }

  /** The sample's template, with the first of these words replaced. */
  private Path changed(String from, String to) throws IOException {
    String text = Files.readString(SyntheticForm.TEMPLATE);
    int at = text.indexOf(from);
    assertTrue(at >= 0, from);
    return Files.writeString(
        folder.resolve("changed.json"),
        text.substring(0, at) + to + text.substring(at + from.length()));
  }

  @Test
  void saysThatThereIsNoSuchFile() {
    var e =
        assertThrows(ConfigException.class, () -> FormTemplate.read(folder.resolve("none.json")));
    assertTrue(e.getMessage().startsWith("cannot use the template "), e.getMessage());
    assertTrue(e.getMessage().contains("none.json: "), e.getMessage());
  }
}

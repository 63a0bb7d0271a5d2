package dev.icrstreams.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.config.ConfigException;
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
        "\"fields\": [ | \"fields\": [}, | no JSON",
      })
  void namesTheFileAndThePlaceThatIsWrong(String from, String to, String reason)
      throws IOException {
    String text = Files.readString(SyntheticForm.TEMPLATE);
    assertTrue(text.contains(from), from);
    Path file =
        Files.writeString(
            folder.resolve("wrong.json"),
            text.substring(0, text.indexOf(from))
                + to
                + text.substring(text.indexOf(from) + from.length()));
    var e = assertThrows(ConfigException.class, () -> FormTemplate.read(file));
    assertTrue(e.getMessage().contains("wrong.json: " + reason), e.getMessage());
  }

  @Test
  void saysThatThereIsNoSuchFile() {
    var e =
        assertThrows(ConfigException.class, () -> FormTemplate.read(folder.resolve("none.json")));
    assertTrue(e.getMessage().contains("none.json"), e.getMessage());
  }
}

package dev.icrstreams.evaluate.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.config.Config;
import dev.icrstreams.evaluate.Result;
import dev.icrstreams.evaluate.Results;
import dev.icrstreams.evaluate.report.ReadField;
import dev.icrstreams.evaluate.report.Reports;
import dev.icrstreams.field.Decision.Route;
import dev.icrstreams.image.GreyImage;
import dev.icrstreams.image.ImageDecoder;
import dev.icrstreams.image.ImageLimits;
import dev.icrstreams.synth.Samples;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationPageTest {
  private static final Pattern PICTURE =
      Pattern.compile("(?:src|srcset)=\"data:image/png;base64,([^\"]+)\"");

  @TempDir private Path folder;

  @Test
  void showsPicturesThatDecodeInBothThemes() throws IOException {
    String page = page(List.of(field("a.png", Results.result("12", "13", 0.5, Route.REVIEW))));
    List<String> pictures =
        PICTURE.matcher(page).results().map((MatchResult match) -> match.group(1)).toList();
    assertEquals(4 * 2 + 1, pictures.size(), "four charts in two themes, and the wrong field");
    for (String picture : pictures) {
      byte[] png = Base64.getDecoder().decode(picture);
      assertNotNull(ImageIO.read(new ByteArrayInputStream(png)));
    }
    assertEquals(pictures.size(), pictures.stream().distinct().count(), "themes differ");
  }

  @Test
  void loadsNothingAndRunsNothing() throws IOException {
    String page = page(List.of(field("a.png", Results.result("12", "13", 0.5, Route.REVIEW))));
    assertFalse(page.contains("<script"), page);
    assertFalse(page.contains("http:") || page.contains("https:"), page);
    assertFalse(Pattern.compile("(?:src|srcset|href)=\"(?!data:)").matcher(page).find(), page);
  }

  @Test
  void keepsNamesTextWhateverTheyHold() throws IOException {
    String name = "<script>alert('1')</script>&\"x\".png".replace("/", "-");
    String page = page(List.of(field(name, Results.result("12", "13", 0.5, Route.REVIEW))));
    assertTrue(page.contains("&lt;script&gt;alert(&#39;1&#39;)&lt;-script&gt;&amp;&quot;x&quot;"));
    assertFalse(page.contains("<script"), page);
  }

  @Test
  void showsWhatGotOutFirstThenByConfidence() throws IOException {
    List<ReadField> fields =
        List.of(
            field("right.png", Results.result("1", "1", 0.99, Route.ACCEPTED)),
            field("unsure.png", Results.result("1", "2", 0.1, Route.REVIEW)),
            field("sure.png", Results.result("1", "2", 0.9, Route.REVIEW)),
            field("blank.png", Results.result("1", "", 0.3, Route.BLANK)),
            field("rejected.png", Result.rejected("1")),
            field("invented.png", Results.result("", "2", 0.2, Route.ACCEPTED)),
            field("accepted.png", Results.result("1", "2", 0.4, Route.ACCEPTED)));
    assertEquals(
        List.of("accepted.png", "invented.png", "blank.png", "sure.png", "unsure.png"),
        WorstFields.of(fields).stream().map(field -> field.entry().file()).toList());
  }

  @Test
  void showsNoMoreThanSixty() throws IOException {
    List<ReadField> fields = new ArrayList<>();
    ReadField wrong = field("a.png", Results.result("1", "2", 0.9, Route.REVIEW));
    for (int i = 0; i < 70; i++) {
      fields.add(wrong);
    }
    assertEquals(60, WorstFields.of(fields).size());
  }

  @Test
  void saysSoWhereAnImageIsGone() throws IOException {
    ReadField gone = field("a.png", Results.result("12", "13", 0.5, Route.REVIEW));
    Files.delete(gone.entry().path());
    assertTrue(page(List.of(gone)).contains("The image is gone"));
  }

  @Test
  void drawsFieldsOfWhichNothingWasRead() {
    assertTrue(
        page(List.of(Reports.field(folder, "x", "", Result.rejected("1")))).contains("</html>"));
  }

  @Test
  void scalesLargeFieldsDownByAveraging() {
    // 2,400 columns, black and white by turns: five of each ten become one grey pixel
    byte[] grey = new byte[2400 * 10];
    for (int i = 0; i < grey.length; i++) {
      grey[i] = (byte) (i % 2 == 0 ? 0 : 250);
    }
    BufferedImage picture = FieldPicture.of(new GreyImage(2400, 10, grey, 1));
    assertEquals(480, picture.getWidth());
    assertEquals(2, picture.getHeight());
    // three white columns of five in one pixel, two in the next
    assertEquals(100, picture.getRaster().getSample(0, 0, 0));
    assertEquals(150, picture.getRaster().getSample(1, 0, 0));
  }

  private ReadField field(String file, Result result) throws IOException {
    byte[] image = Samples.all().get(0).image();
    Files.write(folder.resolve(file), image);
    return Reports.field(folder, file, "clean", result);
  }

  private static String page(List<ReadField> fields) {
    return EvaluationPage.of(
        Reports.of(fields), new ImageDecoder(ImageLimits.from(Config.defaults())));
  }
}

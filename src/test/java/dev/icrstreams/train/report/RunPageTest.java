package dev.icrstreams.train.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.train.run.Runs;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class RunPageTest {
  private static final Pattern PICTURE =
      Pattern.compile("(?:src|srcset)=\"data:image/png;base64,([^\"]+)\"");

  @Test
  void showsAllThatARunHas() throws IOException {
    String page = RunPage.of(Runs.network("cnn-64-32"));

    for (String part :
        List.of(
            "<h1>cnn-64-32</h1>",
            "model cnn-64-32-0a1b2c3d · tested on test",
            "<th>accuracy</th><td>98.00 %</td><td>99.00 %</td>",
            "<td>95.70 – 99.26 %</td>",
            "<th>loss</th><td>0.0625</td><td>0.0241</td>",
            "<th>parameters</th><td>12,345</td>",
            "<th>MFLOP</th><td>1.50</td>",
            "<th>training time</th><td>24.8 s</td>",
            "Epoch 2 was kept",
            "<td style=\"--heat: 1.00\">3</td>",
            "<th>2</th><td>100</td><td>100.00 %</td><td>96.00 %</td><td>97.96 %</td>",
            "Expected calibration error 1.00 %",
            "4 after augmentation",
            "1 of 6 images taken wrong",
            "a 2 taken for 0",
            "0.9375 <small>no. 17</small>",
            "./icr train --network cnn-64-32",
            "<th>seed</th><td>7</td>",
            "SHA-256 ab12")) {
      assertTrue(page.contains(part), part + " in " + page.replaceAll("base64,[^\"]+", ""));
    }
    List<String> pictures = PICTURE.matcher(page).results().map(match -> match.group(1)).toList();
    assertEquals(4 * 2 + 2 + 1, pictures.size(), "four charts in two themes, a sample, an error");
    assertEquals(pictures.size(), pictures.stream().distinct().count(), "themes differ");
    for (String picture : pictures) {
      assertNotNull(ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(picture))));
    }
  }

  @Test
  void leavesOutWhatAClassicalModelDoesNotHave() {
    String page = RunPage.of(Runs.classical("knn"));

    for (String part :
        List.of(
            "How it learned",
            "MFLOP",
            "epochs",
            "Reliability",
            "Augmentation",
            "worst",
            "loss",
            "published",
            "NaN",
            "null")) {
      assertFalse(page.contains(part), part + " in " + page.replaceAll("base64,[^\"]+", ""));
    }
    assertTrue(page.contains("98.00 %"));
    assertTrue(page.contains("<th>validation accuracy</th><td>91.25 %</td>"));
  }

  @Test
  void showsATrainingThatStillGoesOn() {
    String page = RunPage.of(Runs.untested(Runs.network("cnn")));

    assertTrue(page.contains("no model yet · not tested yet"), page);
    assertTrue(page.contains("How it learned"));
    assertFalse(page.contains("Confusion"));
  }

  @Test
  void loadsNothingRunsNothingAndKeepsTextText() {
    String page = RunPage.of(Runs.network("<script>alert('1')</script>"));

    assertTrue(page.contains("&lt;script&gt;alert(&#39;1&#39;)"));
    assertFalse(page.contains("<script"), page);
    assertFalse(page.contains("http:") || page.contains("https:"), page);
    assertFalse(Pattern.compile("(?:src|srcset|href)=\"(?!data:)").matcher(page).find(), page);
  }
}

package dev.icrstreams.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.cli.process.ExitCode;
import dev.icrstreams.image.CleaningListener.Choice;
import dev.icrstreams.image.CleaningListener.Step;
import dev.icrstreams.synth.Samples;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainCommandTest {
  private static final Pattern PICTURE =
      Pattern.compile(
          "<img src=\"data:image/png;base64,([^\"]+)\" alt=\"([^\"]*)\""
              + " width=\"(\\d+)\" height=\"(\\d+)\"");

  @TempDir Path folder;

  /** A number in black, struck out in red. */
  @Test
  void saysWhichOfTwoInksWasRead() throws IOException {
    BufferedImage sample = ImageIO.read(new ByteArrayInputStream(sample("clean").image()));
    BufferedImage scan =
        new BufferedImage(sample.getWidth(), sample.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
    scan.createGraphics().drawImage(sample, 0, 0, null);
    BufferedImage coloured =
        new BufferedImage(scan.getWidth(), scan.getHeight(), BufferedImage.TYPE_INT_RGB);
    Graphics2D g = coloured.createGraphics();
    g.drawImage(scan, 0, 0, null);
    g.setColor(Color.RED);
    for (int x = 0; x < scan.getWidth(); x += 12) {
      g.drawLine(x, 0, x + scan.getHeight(), scan.getHeight());
      g.drawLine(x, scan.getHeight(), x + scan.getHeight(), 0);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(coloured, "png", bytes);
    assertTrue(page(write("red.png", bytes.toByteArray())).contains(Choice.KEPT.words()));
    assertFalse(page(write("scan.png", sample("clean").image())).contains("of two inks"));
  }

  @Test
  void showsEveryStepTheCandidatesAndTheNumber() throws IOException {
    Samples.Sample sample = sample("boxed");
    String page = page(write("scan.png", sample.image()));
    for (Step step : Step.values()) {
      assertEquals(step != Step.POLARITY, page.contains(step.title()), step.title());
    }
    List<String> pictures = new ArrayList<>();
    for (Matcher picture = PICTURE.matcher(page); picture.find(); ) {
      BufferedImage image =
          ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(picture.group(1))));
      assertEquals(picture.group(3), Integer.toString(image.getWidth()), picture.group(2));
      assertEquals(picture.group(4), Integer.toString(image.getHeight()), picture.group(2));
      pictures.add(picture.group(2).replaceFirst(" \\d+$", ""));
    }
    BufferedImage scan = ImageIO.read(new ByteArrayInputStream(sample.image()));
    assertTrue(page.contains(scan.getWidth() + " × " + scan.getHeight() + " pixels"));
    long inks = pictures.stream().filter("ink of candidate"::equals).count();
    long inputs = pictures.stream().filter("network input of candidate"::equals).count();
    assertTrue(inks >= 3, inks + " candidates");
    assertEquals(inks, inputs);
    assertEquals(inks, count(page, "class=\"chip\""));
    String number = Cli.run("read", folder.resolve("scan.png").toString()).lines().get(1);
    assertTrue(page.contains("<p class=\"number\">" + number.split("\t", -1)[1] + "</p>"), number);
    assertTrue(page.contains("confidence " + number.split("\t", -1)[2]), number);
  }

  @Test
  void tellsWhichPartOfTheScanWasCleaned() throws IOException {
    BufferedImage scan = ImageIO.read(new ByteArrayInputStream(sample("clean").image()));
    assertTrue(page(write("whole.png", sample("clean").image())).contains("all of it"));
    int margin = 3 * scan.getHeight();
    BufferedImage far =
        new BufferedImage(
            scan.getWidth() + 2 * margin,
            scan.getHeight() + 2 * margin,
            BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D g = far.createGraphics();
    g.setColor(new Color(scan.getRGB(0, 0)));
    g.fillRect(0, 0, far.getWidth(), far.getHeight());
    g.drawImage(scan, margin, margin, null);
    g.dispose();
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(far, "png", png);
    String page = page(write("far.png", png.toByteArray()));
    assertTrue(
        Pattern.compile("\\d+ × \\d+ at \\d+, \\d+; the rest is cut off").matcher(page).find());
  }

  @Test
  void namesTheRuleThatANumberBreaks() throws IOException {
    String page = page(write("scan.png", sample("clean").image()), "--regex", "<x>&9{12}");
    assertTrue(page.contains("CONSTRAINT_VIOLATED: regular expression &lt;x&gt;&amp;9{12}"));
  }

  @Test
  void needsNothingFromElsewhereAndRunsNothing() throws IOException {
    String page = page(write("<img src=x onerror=alert(1)>&'.png", sample("clean").image()));
    assertFalse(page.contains("<img src=x"));
    assertTrue(page.contains("&lt;img src=x onerror=alert(1)&gt;&amp;&#39;.png"));
    assertTrue(page.contains("default-src &#39;none&#39;"));
    assertFalse(Pattern.compile("https?:|<script|<link|\\son\\w+=\"|url\\(").matcher(page).find());
  }

  @Test
  void explainsAFieldWithoutDigits() throws IOException {
    assertTrue(page(write("blank.png", sample("blank").image())).contains(">blank</p>"));
  }

  @Test
  void tellsWhyAnImageIsRejected() throws IOException {
    Path image = Files.writeString(folder.resolve("notes.png"), "no image");
    Path out = folder.resolve("page.html");
    Cli cli = Cli.run("explain", image.toString(), "--out", out.toString());
    assertEquals(ExitCode.SOME_REJECTED, cli.code(), cli.err());
    assertTrue(cli.err().contains("notes.png is rejected: UNKNOWN_FORMAT"), cli.err());
    assertTrue(Files.readString(out).contains("UNKNOWN_FORMAT"));
  }

  @Test
  void replacesItsOwnPagesAndNothingElse() throws IOException {
    Path image = write("scan.png", sample("clean").image());
    Path page = folder.resolve("page.html");
    assertEquals(ExitCode.DONE, Cli.run("explain", "" + image, "--out", "" + page).code());
    assertEquals(ExitCode.DONE, Cli.run("explain", "" + image, "--out", "" + page).code());

    Path letter = Files.writeString(folder.resolve("letter.html"), "<!DOCTYPE html>\nDear all");
    Cli overLetter = Cli.run("explain", "" + image, "--out", "" + letter);
    assertEquals(ExitCode.USAGE, overLetter.code());
    assertTrue(overLetter.err().contains("letter.html is there already"), overLetter.err());
    assertEquals("<!DOCTYPE html>\nDear all", Files.readString(letter));

    Cli overImage = Cli.run("explain", "" + image, "--out", "" + image);
    assertEquals(ExitCode.USAGE, overImage.code());
    assertTrue(overImage.err().contains("is the image itself"), overImage.err());
    assertArrayEquals(sample("clean").image(), Files.readAllBytes(image));
  }

  @Test
  void missingFilesAndFoldersAreThreeAndNamed() throws IOException {
    Cli missing = Cli.run("explain", "" + folder.resolve("gone.png"), "--out", "x.html");
    assertEquals(ExitCode.FAILED, missing.code());
    assertTrue(missing.err().contains("there is no " + folder.resolve("gone.png")), missing.err());

    Path image = write("scan.png", sample("clean").image());
    Cli nowhere = Cli.run("explain", "" + image, "--out", "" + folder.resolve("no/page.html"));
    assertEquals(ExitCode.FAILED, nowhere.code());
    assertTrue(nowhere.err().contains("page.html: there is no such folder"), nowhere.err());
  }

  private String page(Path image, String... more) throws IOException {
    Path out = folder.resolve("page.html");
    List<String> arguments =
        new ArrayList<>(List.of("explain", image.toString(), "--out", out.toString()));
    arguments.addAll(List.of(more));
    Cli cli = Cli.run(arguments.toArray(String[]::new));
    assertEquals(ExitCode.DONE, cli.code(), cli.err());
    return Files.readString(out);
  }

  private static long count(String text, String part) {
    return Pattern.compile(part, Pattern.LITERAL).matcher(text).results().count();
  }

  private static Samples.Sample sample(String recipe) {
    return Samples.all().stream()
        .filter(sample -> sample.file().startsWith(recipe) && sample.file().endsWith(".png"))
        .findFirst()
        .orElseThrow();
  }

  private Path write(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }
}

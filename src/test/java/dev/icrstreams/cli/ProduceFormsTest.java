package dev.icrstreams.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.broker.BrokerOptions;
import dev.icrstreams.broker.EmbeddedKafka;
import dev.icrstreams.cli.process.ExitCode;
import dev.icrstreams.config.Config;
import dev.icrstreams.field.Origin;
import dev.icrstreams.field.ScannedField;
import dev.icrstreams.form.SyntheticForm;
import dev.icrstreams.image.TestImages;
import dev.icrstreams.support.BrokerProbe;
import dev.icrstreams.wire.InputDecoder;
import dev.icrstreams.wire.RecordFormat;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code icr produce --template}. */
class ProduceFormsTest {
  @TempDir Path folder;

  @Test
  void theSampleFormIsCutIntoFieldsThatReadAsWritten() throws IOException {
    Path out = folder.resolve("crops");
    Cli cut = produce(out, SyntheticForm.SAMPLE);
    assertEquals(ExitCode.DONE, cut.code(), cut.out() + cut.err());
    assertEquals("", cut.err());
    assertEquals(
        "meter-card.png/reading\t" + out.resolve("meter-card.png-reading.png") + "\t",
        cut.lines().get(2));
    List<String> manifest = Files.readAllLines(out.resolve("manifest.tsv"));
    assertEquals(
        "meter-card.png-reading.png\tmeter-card.png/reading\tmeter-card.png\treading"
            + "\t4\t6\t\t\t\t500000\t",
        manifest.get(2));
    Cli read = Cli.run("read", "--manifest", out.resolve("manifest.tsv").toString());
    Map<String, String> numbers = new TreeMap<>();
    for (String line : read.lines().subList(1, 4)) {
      String[] cells = line.split("\t", -1);
      numbers.put(cells[0].replace("meter-card.png/", ""), cells[1]);
    }
    assertEquals(new TreeMap<>(SyntheticForm.NUMBERS), numbers);
  }

  @Test
  void everyPageOfATiffIsAFormAndOneThatDoesNotFitIsRefusedByItself() throws IOException {
    BufferedImage form = ImageIO.read(Files.newInputStream(SyntheticForm.SAMPLE));
    BufferedImage other = new BufferedImage(620, 440, BufferedImage.TYPE_BYTE_GRAY);
    Path scans = Files.createDirectory(folder.resolve("scans"));
    Files.write(scans.resolve("a.tif"), TestImages.tiff("LZW", List.of(form, other, form)));
    Files.writeString(scans.resolve("b.png"), "no image");
    Cli cut = produce(folder.resolve("out"), scans);
    assertEquals(ExitCode.SOME_REJECTED, cut.code(), cut.err());
    List<String> lines = cut.lines();
    assertEquals(9, lines.size(), cut.out());
    assertTrue(lines.get(1).startsWith("a.tif#1/meter\t"), cut.out());
    assertTrue(
        lines.get(4).startsWith("a.tif#2\t\tPAGE_REFUSED: page 2: marks not found: square at"),
        lines.get(4));
    assertTrue(lines.get(7).startsWith("a.tif#3/zip\t"), cut.out());
    assertTrue(lines.get(8).startsWith("b.png\t\tUNKNOWN_FORMAT: "), cut.out());
  }

  @Test
  void eachFieldIsARecordWithItsFormItsNameAndItsRules() throws Exception {
    try (EmbeddedKafka kafka = EmbeddedKafka.start(BrokerOptions.defaults())) {
      BrokerProbe probe = new BrokerProbe(kafka.bootstrapServers());
      probe.createTopics("icr.scanned-fields");
      Cli sent =
          Cli.run(
              "produce",
              "--bootstrap-server",
              kafka.bootstrapServers(),
              "--template",
              SyntheticForm.TEMPLATE.toString(),
              SyntheticForm.SAMPLE.toString());
      assertEquals(ExitCode.DONE, sent.code(), sent.out() + sent.err());
      assertEquals("meter-card.png/zip\ticr.scanned-fields-0-2\t", sent.lines().get(3));
      var records = probe.committed("icr.scanned-fields");
      assertEquals(3, records.size());
      InputDecoder decoder =
          new InputDecoder(Config.defaults(), RecordFormat.of(Config.defaults()));
      var zip = records.get(2);
      ScannedField field =
          decoder.decode(new Origin(zip.topic(), 0, 2), zip.key(), zip.value(), zip.headers());
      assertEquals("meter-card.png/zip", field.fieldId());
      assertEquals("meter-card.png", field.formId());
      assertEquals("zip", field.fieldName());
      assertEquals("[0-9]{5}", field.constraints().regex());
      assertEquals(Map.of("form", "meter-card", "of", "customer"), field.attributes());
      assertManifestIsFollowed(kafka.bootstrapServers(), probe, decoder);
    }
  }

  /** The form's name and attributes are the manifest's; its rules are for fields without own. */
  private void assertManifestIsFollowed(String brokers, BrokerProbe probe, InputDecoder decoder)
      throws Exception {
    Path template = changed(",\n      \"min_digits\": 6, \"max_digits\": 6", "");
    Files.copy(SyntheticForm.SAMPLE, folder.resolve("scan.png"));
    Path manifest =
        Files.writeString(
            folder.resolve("scans.tsv"),
            "file\tform\tmin_digits\tattr.batch\tattr.of\nscan.png\tcard-7\t3\tb-1\tnobody\n");
    Cli sent =
        Cli.run(
            "produce",
            "--bootstrap-server",
            brokers,
            "--template",
            template.toString(),
            "--manifest",
            manifest.toString());
    assertEquals(ExitCode.DONE, sent.code(), sent.out() + sent.err());
    List<ScannedField> fields = new ArrayList<>();
    for (var record : probe.committed("icr.scanned-fields").subList(3, 6)) {
      Origin origin = new Origin(record.topic(), 0, fields.size() + 3);
      fields.add(decoder.decode(origin, record.key(), record.value(), record.headers()));
    }
    assertEquals("card-7/meter", fields.get(0).fieldId());
    assertEquals("card-7", fields.get(0).formId());
    assertEquals(3, fields.get(0).constraints().minDigits());
    assertEquals(4, fields.get(1).constraints().minDigits());
    assertEquals(
        Map.of("form", "meter-card", "batch", "b-1", "of", "nobody"), fields.get(0).attributes());
    assertEquals(
        Map.of("form", "meter-card", "batch", "b-1", "of", "customer"), fields.get(2).attributes());
  }

  @Test
  void warnsOfMarksThatLookAlikeUpsideDown() throws IOException {
    Path template =
        changed("\"shape\": \"disc\", \"size\": 0.036", "\"shape\": \"square\", \"size\": 0.03");
    Cli cut =
        Cli.run(
            "produce",
            "--template",
            template.toString(),
            "--out",
            folder.resolve("out").toString(),
            SyntheticForm.SAMPLE.toString());
    assertTrue(cut.err().contains("the four marks look alike upside down"), cut.err());
  }

  /** The sample's template with something else in it. */
  private Path changed(String from, String to) throws IOException {
    String text = Files.readString(SyntheticForm.TEMPLATE);
    assertTrue(text.contains(from), from);
    return Files.writeString(folder.resolve("template.json"), text.replace(from, to));
  }

  @Test
  void saysWhatDoesNotGoTogether() {
    String template = SyntheticForm.TEMPLATE.toString();
    String sample = SyntheticForm.SAMPLE.toString();
    assertRefused("--out goes with --template", "--out", folder.toString(), sample);
    assertRefused("--rate", "--template", template, "--rate", "3", sample);
    assertRefused("none.json", "--template", "none.json", "--out", folder.toString(), sample);
  }

  private static void assertRefused(String reason, String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "produce";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    Cli cli = Cli.run(all);
    assertEquals(ExitCode.USAGE, cli.code(), cli.err());
    assertTrue(cli.err().contains(reason), cli.err());
  }

  private static Cli produce(Path out, Path forms) {
    return Cli.run(
        "produce",
        "--template",
        SyntheticForm.TEMPLATE.toString(),
        "--out",
        out.toString(),
        forms.toString());
  }
}

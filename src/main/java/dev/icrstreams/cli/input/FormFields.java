package dev.icrstreams.cli.input;

import dev.icrstreams.config.Config;
import dev.icrstreams.config.Keys;
import dev.icrstreams.field.Constraints;
import dev.icrstreams.field.ImageFormat;
import dev.icrstreams.field.RejectedFieldException;
import dev.icrstreams.form.CutField;
import dev.icrstreams.form.FormCutter;
import dev.icrstreams.form.PageRefusedException;
import dev.icrstreams.form.template.FormTemplate;
import dev.icrstreams.image.GreyImage;
import dev.icrstreams.image.ImageDecoder;
import dev.icrstreams.image.ImageLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Whole scanned forms to the fields on them, a page at a time. */
public final class FormFields {
  /** The attribute that tells which kind of form a field is from. */
  private static final String KIND = "form";

  private final FormTemplate template;
  private final FormCutter cutter;
  private final ImageDecoder decoder;

  public FormFields(FormTemplate template, Config config) {
    this.template = template;
    this.cutter = new FormCutter(template);
    // whole pages are larger files than records may be
    this.decoder =
        new ImageDecoder(
            new ImageLimits(
                Integer.MAX_VALUE,
                config.get(Keys.LIMIT_PIXELS),
                config.get(Keys.LIMIT_SIDE),
                config.get(Keys.LIMIT_FRAMES)));
  }

  /** Who gets the fields, and the pages without any. */
  public interface Receiver {
    void field(Outgoing field);

    /** The page, by its file and number, and why nothing was cut out of it. */
    void refused(String page, String reason);
  }

  /** Every page of a file that the template is for. */
  public void cut(InputFiles.Input input, Receiver receiver) {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(input.file());
    } catch (IOException e) {
      receiver.refused(input.id(), "NOT_READABLE: " + e);
      return;
    }
    boolean several = ImageFormat.detect(bytes).equals(Optional.of(ImageFormat.TIFF));
    int pages = 1;
    for (int page = 1; page <= pages; page++) {
      String name = pages == 1 ? "" : "#" + page;
      try {
        GreyImage image = decoder.decode(bytes, page - 1);
        pages = several ? image.pages() : 1;
        name = pages == 1 ? "" : "#" + page;
        if (template.isOn(page)) {
          cut(input, name, image, receiver);
        }
      } catch (RejectedFieldException e) {
        receiver.refused(input.id() + name, e.code() + ": " + e.getMessage());
      } catch (PageRefusedException e) {
        receiver.refused(input.id() + name, "PAGE_REFUSED: page " + page + ": " + e.getMessage());
      }
    }
  }

  private void cut(InputFiles.Input input, String page, GreyImage image, Receiver receiver) {
    String given = input.row().form();
    String form = (given.isEmpty() ? input.id() : given) + page;
    for (CutField cut : cutter.cut(image)) {
      Constraints own = cut.field().rules();
      Map<String, String> attributes = new HashMap<>(input.row().attributes());
      attributes.put(KIND, template.form());
      attributes.putAll(cut.field().attributes());
      receiver.field(
          new Outgoing(
              form + "/" + cut.field().name(),
              cut.png(),
              form,
              cut.field().name(),
              own.equals(Constraints.NONE) ? input.constraints() : own,
              attributes));
    }
  }
}

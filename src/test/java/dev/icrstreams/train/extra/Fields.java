package dev.icrstreams.train.extra;

import dev.icrstreams.classify.DigitModel;
import dev.icrstreams.config.Config;
import dev.icrstreams.data.ShippedDigits;
import dev.icrstreams.synth.FieldSynthesizer;
import dev.icrstreams.synth.LabelledField;
import dev.icrstreams.synth.Recipe;
import dev.icrstreams.synth.RecipeMix;
import dev.icrstreams.synth.style.HandMix;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Folders of synthetic fields as people's corrections come: without boxes. */
public final class Fields {
  private Fields() {}

  /** Synthetic fields. */
  public static List<LabelledField> of(Recipe recipe, int count, long seed) {
    FieldSynthesizer synthesizer =
        new FieldSynthesizer(ShippedDigits.load(), RecipeMix.MIXED, HandMix.named("digits"), seed);
    List<LabelledField> fields = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      fields.add(synthesizer.generate(i, recipe));
    }
    return fields;
  }

  /** Writes fields with their numbers, and more lines of labels. */
  public static void write(Path folder, List<LabelledField> fields, String more)
      throws IOException {
    StringBuilder labels = new StringBuilder("file\tnumber\tverdict\n");
    Files.createDirectories(folder);
    for (LabelledField field : fields) {
      Files.write(folder.resolve(field.file()), field.image());
      labels.append(field.file() + "\t" + field.number() + "\tNUMBER\n");
    }
    Files.writeString(folder.resolve("labels.tsv"), labels + more);
  }

  /** A folder as the shipped model reads it. */
  public static ExtraFolder read(Path folder) {
    return new ExtraFolder(
        folder,
        Config.defaults(),
        DigitModel.builtIn(),
        DigitModel.builtIn(DigitModel.SEQUENCE_FILE));
  }
}

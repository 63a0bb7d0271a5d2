package dev.icrstreams.form.template;

import dev.icrstreams.form.geometry.Blob;
import dev.icrstreams.form.geometry.Mark;
import dev.icrstreams.form.geometry.Registration;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * What is known of a printed form: its proportions, how its page is found in a scan, and where its
 * fields are. Immutable.
 *
 * @param form its name
 * @param width the page's width, in any unit
 * @param height the page's height, in the same unit
 * @param pages which pages of a file are such forms, from 1; empty: all
 * @param registration how the page is found
 * @param fields at least one, no two of one name
 */
public record FormTemplate(
    String form,
    double width,
    double height,
    Set<Integer> pages,
    Registration registration,
    List<FormField> fields) {
  /** Copies the collections. */
  public FormTemplate {
    pages = Set.copyOf(pages);
    fields = List.copyOf(fields);
  }

  /**
   * Reads a template; {@code docs/produce.md} describes the file.
   *
   * @throws dev.icrstreams.config.ConfigException if it cannot be read or makes no sense; the
   *     message names the file and the place in it
   */
  public static FormTemplate read(Path file) {
    return TemplateFile.read(file);
  }

  /** Whether that page of a file, counted from 1, is such a form. */
  public boolean isOn(int page) {
    return pages.isEmpty() || pages.contains(page);
  }

  /** Whether a page fed upside down would be taken for an upright one. */
  public boolean looksAlikeUpsideDown() {
    List<Mark> marks = registration.marks();
    return marks.stream().allMatch(mark -> marks.stream().anyMatch(other -> mayBe(mark, other)));
  }

  private boolean mayBe(Mark mark, Mark turned) {
    double dx = 1 - mark.x() - turned.x();
    double dy = (1 - mark.y() - turned.y()) * height / width;
    return mark.shape() == turned.shape()
        && Math.hypot(dx, dy) < 2 * registration.maxResidual()
        && Math.abs(Math.log(mark.size() / turned.size())) < Math.log(Blob.LARGEST);
  }
}

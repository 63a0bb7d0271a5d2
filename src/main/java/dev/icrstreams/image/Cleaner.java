package dev.icrstreams.image;

import dev.icrstreams.field.Box;
import dev.icrstreams.field.Ink;
import dev.icrstreams.field.ReviewReason;
import dev.icrstreams.image.CleaningListener.Step;
import dev.icrstreams.image.clean.Background;
import dev.icrstreams.image.clean.Binariser;
import dev.icrstreams.image.clean.Polarity;
import dev.icrstreams.image.clean.ScanEdge;
import dev.icrstreams.image.clean.Skew;
import dev.icrstreams.image.clean.Stains;
import dev.icrstreams.image.form.FormLines;
import dev.icrstreams.image.form.HeavyFrame;
import dev.icrstreams.image.ink.Components;
import dev.icrstreams.image.ink.PaleInk;
import dev.icrstreams.image.ink.Runs;
import dev.icrstreams.image.ink.StrokeWidth;
import dev.icrstreams.image.plane.Plane;
import dev.icrstreams.image.plane.Resampler;
import dev.icrstreams.image.plane.Turn;
import java.util.List;
import java.util.Optional;

/**
 * Grey pixels to clean ink: lost rows, streaks, dots of shades, working resolution, polarity,
 * background, binarisation, printed rules, specks. Threads may share it.
 */
public final class Cleaner {
  /** Rows at working resolution. */
  public static final int HEIGHT = 96;

  private static final int MAX_WIDTH = 40 * HEIGHT;
  private static final double MAX_ENLARGEMENT = 8;
  private static final double BACKGROUND_WINDOW = 0.45;
  private static final double THRESHOLD_WINDOW = 1.0;
  private static final double SPECK = 0.035;
  private static final double LEAST_ONE = 0.07;
  private static final double LEAST_DIGIT = 0.2;

  private final boolean levels;
  private final boolean dropsForm;

  /** A cleaner that does everything. */
  public Cleaner() {
    this(true, true);
  }

  /**
   * A cleaner for measurements.
   *
   * @param levels whether it turns fields by their printed rules
   * @param dropsForm whether it takes boxes, combs and rules out
   */
  public Cleaner(boolean levels, boolean dropsForm) {
    this.levels = levels;
    this.dropsForm = dropsForm;
  }

  /**
   * Only the grey contrast of a field, as {@link CleanField#contrast} has it: at working
   * resolution, the background divided out.
   */
  public Plane contrast(GreyImage image) {
    Plane grey = scaled(mended(image, CleaningListener.NONE));
    darkOnLight(grey, Polarity.isInverted(grey), CleaningListener.NONE);
    return contrast(grey, CleaningListener.NONE);
  }

  /** Without what a machine did to the scan. */
  private static GreyImage mended(GreyImage scan, CleaningListener listener) {
    GreyImage filled = Streaks.fill(LostRows.fill(scan));
    GreyImage smoothed = Halftone.smoothed(filled);
    if (!smoothed.equals(filled)) {
      listener.halftone();
    }
    return smoothed;
  }

  private static void darkOnLight(Plane grey, boolean inverted, CleaningListener listener) {
    listener.grey(Step.GREY, grey);
    if (inverted) {
      Polarity.invert(grey);
      listener.grey(Step.POLARITY, grey);
    }
  }

  private static Plane contrast(Plane grey, CleaningListener listener) {
    Plane ink =
        Background.divideOut(
            grey,
            (int) (BACKGROUND_WINDOW * grey.height()),
            paper -> listener.grey(Step.PAPER, paper));
    listener.contrast(Step.CONTRAST, ink);
    return ink;
  }

  /** Cleans a field. A field without ink comes out empty, however noisy its paper is. */
  public CleanField clean(GreyImage image) {
    return clean(image, CleaningListener.NONE);
  }

  /** The same, for somebody who wants to see what each step makes. */
  public CleanField clean(GreyImage scan, CleaningListener listener) {
    GreyImage image = mended(scan, listener);
    Cleaned whole = clean(image, image.whole(), Optional.empty(), listener);
    Box framed =
        whole
            .frame()
            .map(frame -> WrittenPart.in(frame, whole.field()))
            .orElse(whole.field().part());
    Cleaned within = nearer(image, framed, whole, listener);
    return nearer(image, WrittenPart.of(within.field()), within, listener).field();
  }

  private Cleaned nearer(GreyImage image, Box part, Cleaned seen, CleaningListener listener) {
    if (part.equals(seen.field().part())) {
      return seen;
    }
    listener.nearer();
    return clean(image, part, Optional.of(seen), listener);
  }

  private record Cleaned(
      CleanField field, boolean inverted, Stains stains, Optional<HeavyFrame> frame) {}

  /** Cleans a part; of a nearer one, what was found out of more of the scan is known. */
  private Cleaned clean(
      GreyImage image, Box box, Optional<Cleaned> whole, CleaningListener listener) {
    Plane grey = scaled(image.part(box));
    Box part = within(ScanEdge.within(grey), grey, box);
    if (!part.equals(box)) {
      grey = scaled(image.part(part));
    }
    boolean inverted = whole.isPresent() ? whole.get().inverted() : Polarity.isInverted(grey);
    darkOnLight(grey, inverted, listener);
    if (whole.isPresent()) {
      whole.get().stains().removeFrom(grey, part, whole.get().field().part());
    }
    Stains stains = Stains.remove(grey);
    Plane ink = contrast(grey, listener);
    int width = ink.width();
    int height = ink.height();
    Binariser.Binarised binarised = Binariser.binarise(ink, (int) (THRESHOLD_WINDOW * height));
    byte[] soft = binarised.soft();
    listener.ink(Step.BINARISED, new Ink(width, height, soft));
    Runs columns = Runs.down(soft, width, height);
    Turn turn = levels ? Skew.of(columns) : Turn.none(width, height);
    if (!turn.isNone()) {
      Plane turned = turn.of(Plane.of(soft, width, height));
      int room = turn.top();
      turn = Skew.fitted(turn, turned, Ink.THRESHOLD);
      int first = turn.top() - room;
      soft = turned.rows(first, first + turn.height()).bytes();
      ink = turn.of(ink);
      height = turn.height();
      columns = Runs.down(soft, width, height);
    }
    FormLines.Removed form =
        dropsForm ? FormLines.remove(soft, ink, columns) : FormLines.Removed.NONE;
    PaleInk.darken(soft, width, height, form.cells());
    listener.ink(Step.WITHOUT_LINES, new Ink(width, height, soft));
    Ink clean = new Ink(width, height, soft);
    Components components = dropSpecks(clean);
    boolean unclear =
        stains.areLeft()
            || whole.map(Cleaned::stains).filter(Stains::areLeft).isPresent()
            || binarised.unclear()
            || (!isWritten(components, height)
                && (form.graph() || form.angular() || stains.mayHideWriting() || isPale(clean)));
    CleanField field =
        new CleanField(
            clean,
            components,
            ink,
            turn,
            form.cells(),
            StrokeWidth.of(components.rows(), Runs.down(soft, width, height)),
            part,
            unclear ? List.of(ReviewReason.Code.POOR_IMAGE) : List.of());
    CleanField alone =
        dropsForm ? Parentheses.remove(NeighbourLines.remove(Discs.remove(field, image))) : field;
    // a nearer part may lie within the parentheses, or cut them off
    if (!isEnclosed(alone) && whole.map(Cleaned::field).filter(Cleaner::isEnclosed).isPresent()) {
      alone = alone.doubted(ReviewReason.Code.NOT_A_NUMBER);
    }
    listener.ink(Step.WITHOUT_SPECKS, clean);
    return new Cleaned(alone, inverted, stains, form.frame());
  }

  /** Whether parentheses were taken out of it. */
  private static boolean isEnclosed(CleanField field) {
    return field.doubts().contains(ReviewReason.Code.NOT_A_NUMBER);
  }

  /** A box of the plane that a part of the scan was scaled to, in the scan's pixels. */
  private static Box within(Box box, Plane plane, Box part) {
    double scaleX = (double) part.width() / plane.width();
    double scaleY = (double) part.height() / plane.height();
    int left = part.x() + (int) Math.round(box.x() * scaleX);
    int top = part.y() + (int) Math.round(box.y() * scaleY);
    int right = part.x() + (int) Math.round(box.right() * scaleX);
    int bottom = part.y() + (int) Math.round(box.bottom() * scaleY);
    return new Box(left, top, Math.max(1, right - left), Math.max(1, bottom - top));
  }

  /** At working resolution. */
  private static Plane scaled(GreyImage image) {
    double scale =
        Math.min(
            MAX_ENLARGEMENT,
            Math.min((double) HEIGHT / image.height(), (double) MAX_WIDTH / image.width()));
    int width = (int) Math.max(1, Math.round(image.width() * scale));
    int height = (int) Math.max(1, Math.round(image.height() * scale));
    return Resampler.scale(image.grey(), image.width(), image.height(), width, height);
  }

  /**
   * Takes specks out of ink that nobody else has yet; tells what is left. Where all are specks, the
   * tallest stays if it might be a 1 amid much paper.
   */
  private static Components dropSpecks(Ink ink) {
    Components components = Components.of(ink);
    double least = Math.pow(SPECK * ink.height(), 2);
    int tallest = 0;
    boolean specksAlone = true;
    for (int component = 1; component <= components.count(); component++) {
      specksAlone &= components.area(component) < least;
      boolean taller = components.box(component).height() > height(components, tallest);
      tallest = taller ? component : tallest;
    }
    boolean isOne = specksAlone && height(components, tallest) >= LEAST_ONE * ink.height();
    boolean erased = false;
    for (int component = 1; component <= components.count(); component++) {
      if (components.area(component) < least && !(isOne && component == tallest)) {
        erase(components, component, ink.values(), ink.width());
        erased = true;
      }
    }
    return erased ? Components.of(ink) : components;
  }

  /**
   * Whether something is as tall as a digit. If nothing is left that is, what was taken for graph
   * paper may have been a row of 1s in a tight crop, a lone heavy box an angular 0, and pale ink
   * may have missed a threshold that a dark line set.
   */
  private static boolean isWritten(Components components, int height) {
    return components.boxes().stream().anyMatch(box -> box.height() >= LEAST_DIGIT * height);
  }

  /** Whether there would be something as tall as a digit by half the threshold. */
  private static boolean isPale(Ink ink) {
    byte[] twice = new byte[ink.values().length];
    for (int i = 0; i < twice.length; i++) {
      twice[i] = (byte) Math.min(255, 2 * (ink.values()[i] & 0xff));
    }
    return isWritten(Components.of(new Ink(ink.width(), ink.height(), twice)), ink.height());
  }

  private static int height(Components components, int component) {
    return component == 0 ? 0 : components.box(component).height();
  }

  private static void erase(Components components, int component, byte[] soft, int width) {
    Box box = components.box(component);
    for (int y = box.y(); y < box.bottom(); y++) {
      for (int x = box.x(); x < box.right(); x++) {
        if (components.at(x, y) == component) {
          soft[y * width + x] = 0;
        }
      }
    }
  }
}

package dev.icrstreams.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.image.ink.Components;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Boxes and combs go; what was written into them stays. */
class FormFurnitureTest {
  private static final Color PALE = new Color(170, 170, 170);

  @Test
  void separateBoxesWithNothingInThemAreBlank() {
    for (Color colour : new Color[] {Color.BLACK, PALE, new Color(60, 120, 110)}) {
      CleanField clean = new Cleaner().clean(separateBoxes(3, colour).grey());
      assertEquals(0, Components.of(clean.ink()).count(), colour.toString());
    }
  }

  @Test
  void aLoneOneInSeparateBoxesStays() {
    CleanField clean = new Cleaner().clean(separateBoxes(3, PALE).pen(0.06).write(" 1").grey());
    assertEquals(1, Components.of(clean.ink()).count());
    assertTrue(Components.of(clean.ink()).box(1).height() > 0.5 * clean.ink().height());
  }

  @Test
  void aCombWhoseLastCellIsNarrowerIsBlank() {
    DrawnField field = new DrawnField(4, 100, Color.WHITE);
    Graphics2D g = field.graphics();
    g.setColor(Color.BLACK);
    g.fillRect(20, 80, 293, 3);
    for (int x : new int[] {20, 100, 180, 260, 310}) {
      g.fillRect(x, 55, 3, 28);
    }
    assertEquals(0, Components.of(new Cleaner().clean(field.grey()).ink()).count());
  }

  @Test
  void cupsAndBracketsWithNothingInThemAreBlank() {
    for (boolean brackets : new boolean[] {false, true}) {
      DrawnField field = new DrawnField(3, 100, Color.WHITE);
      for (int x : new int[] {23, 103, 183}) {
        drawOpenCell(field.graphics(), x, brackets);
      }
      CleanField clean = new Cleaner().clean(field.grey());
      assertEquals(0, Components.of(clean.ink()).count(), brackets ? "brackets" : "cups");
    }
  }

  private static void drawOpenCell(Graphics2D g, int x, boolean bracket) {
    g.setColor(Color.BLACK);
    g.fillRect(x, 20, 2, 70);
    g.fillRect(x + 66, 20, 2, 70);
    if (bracket) {
      g.fillRect(x, 20, 9, 2);
      g.fillRect(x, 88, 9, 2);
      g.fillRect(x + 59, 20, 9, 2);
      g.fillRect(x + 59, 88, 9, 2);
    } else {
      g.fillRect(x, 88, 68, 2);
    }
  }

  @Test
  void findsTheCells() {
    CleanField clean = new Cleaner().clean(separateBoxes(3, Color.BLACK).write("207").grey());
    assertEquals(3, clean.cells().size(), clean.cells().toString());
    for (int i = 0; i < 3; i++) {
      assertEquals(23 + 80 * i, clean.toScan(clean.cells().get(i)).x(), 4);
      assertEquals(68, clean.toScan(clean.cells().get(i)).width(), 5);
    }
  }

  /** What is darkest sets the threshold between paper and ink, and here that is print. */
  @Test
  void paleWritingInHeavyBoxesStays() {
    for (int grey : new int[] {180, 190}) {
      Color pencil = new Color(grey, grey, grey);
      for (String written : new String[] {"207", " 4 ", "   "}) {
        DrawnField field = heavyBoxes(3).ink(pencil).pen(0.05).write(written);
        CleanField clean = new Cleaner().clean(field.grey());
        long digits =
            IntStream.rangeClosed(1, clean.components().count())
                .filter(i -> clean.components().box(i).height() > 0.4 * clean.ink().height())
                .count();
        assertEquals(written.strip().length(), digits, grey + " " + written);
      }
    }
  }

  private static DrawnField heavyBoxes(int count) {
    DrawnField field = new DrawnField(count, 100, Color.WHITE);
    Graphics2D g = field.graphics();
    g.setColor(Color.BLACK);
    g.setStroke(new BasicStroke(5));
    for (int i = 0; i < count; i++) {
      g.drawRect(25 + i * 80, 12, 64, 76);
    }
    return field;
  }

  private static DrawnField separateBoxes(int count, Color colour) {
    DrawnField field = new DrawnField(count, 100, Color.WHITE);
    Graphics2D g = field.graphics();
    g.setColor(colour);
    for (int i = 0; i < count; i++) {
      int x = 23 + i * 80;
      g.fillRect(x, 8, 70, 2);
      g.fillRect(x, 90, 70, 2);
      g.fillRect(x, 8, 2, 84);
      g.fillRect(x + 68, 8, 2, 84);
    }
    return field;
  }
}

package dev.icrstreams.field;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionSizeTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "[0-9]{5}(-[0-9]{4})? 12 false",
        "[0-9]{5}(-[0-9]{4})? 10 true",
        "((1{50}){50}){50} 2000 true",
        "((1{1,50}){2,}){1,3} 2000 false",
        "[]0-9{999}]{3} 3 false",
        "[[:digit:]{999}]+ 1 false",
        "\\Q(1{999}\\E 1 false",
        "\\{999\\} 5 false",
        "1{x} 4 false",
        "1{,5} 5 false",
        "(((( 4 false",
        ")))){1000} 999 true"
      })
  void countsAtomsWithRepetitionsWrittenOut(String regex, long most, boolean over) {
    assertEquals(over, ExpressionSize.isOver(regex, most), regex);
  }
}

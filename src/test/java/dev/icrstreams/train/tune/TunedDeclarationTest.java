package dev.icrstreams.train.tune;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TunedDeclarationTest {
  private static final TunedDeclaration DECLARATION =
      TunedDeclaration.parse(
          """
          # a network
          kind: layers
          layers:
            - {dense: 32}
            - {dropout: 0.3}
            - {dense: 16}
            - {dropout: 0.3}
          training: {rate: 0.001, batch: 60}
          """);

  @Test
  void putsValuesWhereTheirParametersAre() {
    String yaml =
        DECLARATION
            .with(
                Map.of(
                    "training.rate", DoubleNode.valueOf(0.01),
                    "layers[3].dense", IntNode.valueOf(64),
                    "layers[*].dropout", DoubleNode.valueOf(0.5),
                    "augmentation.rotation", IntNode.valueOf(12),
                    "kind", TextNode.valueOf("other")))
            .yaml();

    assertEquals(
        """
        kind: other
        layers:
        - dense: 32
        - dropout: 0.5
        - dense: 64
        - dropout: 0.5
        training:
          rate: 0.01
          batch: 60
        augmentation:
          rotation: 12
        """,
        yaml);
    assertTrue(DECLARATION.yaml().contains("dropout: 0.3"), "the original stays as it was");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "layers[5].dense",
        "layers[0].dense",
        "layers[*].kernel",
        "kind.rate",
        "training[1].rate",
        "training..rate",
        "layers[x].dense",
        "training.rate[1]",
        ""
      })
  void saysForWhatThereIsNoPlace(String parameter) {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> DECLARATION.with(Map.of(parameter, IntNode.valueOf(1))).yaml());
    assertTrue(e.getMessage().endsWith(" " + parameter), e.getMessage());
  }
}

package dev.icrstreams.train.classic;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import libsvm.svm;
import libsvm.svm_model;
import libsvm.svm_node;
import libsvm.svm_parameter;
import libsvm.svm_problem;

/**
 * A support vector machine with a radial basis function, one class against one (C.-C. Chang and
 * C.-J. Lin, "LIBSVM: a library for support vector machines", 2011), its probabilities by pairwise
 * coupling (T.-F. Wu, C.-J. Lin and R. Weng, 2004).
 */
final class SupportVectors implements ClassicModel {
  private static final int CLASSES = 10;
  private static final double CACHE_MEGABYTES = 300;

  private final svm_model model;

  private SupportVectors(svm_model model) {
    this.model = model;
  }

  /**
   * Fits one; the library's random numbers are set by the seed, so that one fit at a time is the
   * same every time.
   */
  static SupportVectors fit(
      float[][] features, byte[] labels, double cost, double gamma, long seed) {
    svm.svm_set_print_string_function(text -> {});
    svm.rand.setSeed(seed);
    svm_problem problem = new svm_problem();
    problem.l = labels.length;
    problem.x = new svm_node[labels.length][];
    problem.y = new double[labels.length];
    for (int i = 0; i < labels.length; i++) {
      problem.x[i] = nodes(features[i]);
      problem.y[i] = labels[i];
    }
    svm_parameter parameter = new svm_parameter();
    parameter.svm_type = svm_parameter.C_SVC;
    parameter.kernel_type = svm_parameter.RBF;
    parameter.C = cost;
    parameter.gamma = gamma;
    parameter.cache_size = CACHE_MEGABYTES;
    parameter.eps = 1e-2;
    parameter.shrinking = 1;
    parameter.probability = 1;
    return new SupportVectors(svm.svm_train(problem, parameter));
  }

  private static svm_node[] nodes(float[] row) {
    List<svm_node> nodes = new ArrayList<>();
    for (int i = 0; i < row.length; i++) {
      if (row[i] != 0) {
        svm_node node = new svm_node();
        node.index = i + 1;
        node.value = row[i];
        nodes.add(node);
      }
    }
    return nodes.toArray(svm_node[]::new);
  }

  @Override
  public float[][] probabilities(float[][] rows) {
    float[][] probabilities = new float[rows.length][CLASSES];
    double[] coupled = new double[model.nr_class];
    for (int i = 0; i < rows.length; i++) {
      svm.svm_predict_probability(model, nodes(rows[i]), coupled);
      for (int c = 0; c < coupled.length; c++) {
        probabilities[i][model.label[c]] = (float) coupled[c];
      }
    }
    return probabilities;
  }

  @Override
  public long parameters() {
    long values = (long) model.l * (model.nr_class - 1);
    for (svm_node[] vector : model.SV) {
      values += vector.length;
    }
    return values;
  }

  /** LibSVM's own format, which its other tools read too. */
  @Override
  public byte[] bytes() throws IOException {
    Path file = Files.createTempFile("icr-svm", ".txt");
    try {
      svm.svm_save_model(file.toString(), model);
      return Files.readAllBytes(file);
    } finally {
      Files.delete(file);
    }
  }

  /** Reads what {@link #bytes} wrote. */
  static SupportVectors read(byte[] bytes) throws IOException {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    return new SupportVectors(svm.svm_load_model(new BufferedReader(new StringReader(text))));
  }
}

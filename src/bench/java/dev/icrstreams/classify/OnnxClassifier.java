package dev.icrstreams.classify;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Map;

/** The same trained weights in ONNX Runtime, on one thread and with buffers that are made once. */
final class OnnxClassifier implements AutoCloseable {
  private final OrtSession session;
  private final FloatBuffer pixels;
  private final OnnxTensor input;

  OnnxClassifier(DigitModel model, int n) throws OrtException, IOException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        FoldedNetwork network = FoldedNetwork.of(model.network())) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      byte[] onnx = OnnxModel.write(network.stages(), n, model.metadata().classes());
      session = environment.createSession(onnx, options);
    }
    pixels =
        ByteBuffer.allocateDirect(n * InputEncoder.CHANNELS * DigitNormaliser.PIXELS * Float.BYTES)
            .order(ByteOrder.nativeOrder())
            .asFloatBuffer();
    long[] shape = {n, InputEncoder.CHANNELS, DigitNormaliser.SIZE, DigitNormaliser.SIZE};
    input = OnnxTensor.createTensor(environment, pixels, shape);
  }

  /**
   * Class probabilities of as many digits as the classifier was made for.
   *
   * @param planar {@code [n, channels, 28, 28]}, flat
   */
  float[][] classify(float[] planar) throws OrtException {
    pixels.clear().put(planar, 0, pixels.capacity());
    try (OrtSession.Result result = session.run(Map.of(OnnxModel.INPUT, input))) {
      return (float[][]) result.get(0).getValue();
    }
  }

  @Override
  public void close() throws OrtException {
    input.close();
    session.close();
  }
}

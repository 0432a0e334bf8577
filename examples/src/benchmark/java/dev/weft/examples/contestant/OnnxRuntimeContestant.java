package dev.weft.examples.contestant;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.weft.examples.onnx.OnnxFile;
import java.util.Map;

/** ONNX Runtime on its default provider for processors, with all its optimisations. */
final class OnnxRuntimeContestant implements Contestant {
  private final OrtSession session;
  private final Map<String, OnnxTensor> images;

  OnnxRuntimeContestant(Assignment assignment) throws OrtException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(assignment.threads());
      options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
      session = environment.createSession(assignment.onnx().toString(), options);
    }
    images =
        Map.of(
            OnnxFile.INPUT,
            OnnxTensor.createTensor(environment, assignment.images(), assignment.shape()));
  }

  @Override
  public void predict() {
    run().close();
  }

  private OrtSession.Result run() {
    try {
      return session.run(images);
    } catch (OrtException failed) {
      throw new IllegalStateException(failed);
    }
  }

  @Override
  public float[] output() {
    try (OrtSession.Result result = run()) {
      OnnxTensor output = (OnnxTensor) result.get(0);
      float[] values = new float[output.getFloatBuffer().remaining()];
      output.getFloatBuffer().get(values);
      return values;
    }
  }

  @Override
  public double step() {
    throw new UnsupportedOperationException("ONNX Runtime's Java API for inference does not train");
  }
}

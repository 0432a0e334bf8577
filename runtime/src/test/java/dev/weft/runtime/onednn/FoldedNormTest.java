package dev.weft.runtime.onednn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.dsl.op.BatchNormOp;
import dev.weft.dsl.op.ConvOp;
import dev.weft.dsl.op.Window;
import dev.weft.runtime.layer.Arithmetic;
import dev.weft.runtime.layer.Fused;
import dev.weft.runtime.nd4j.ParameterFactory;
import dev.weft.runtime.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/** Folding reads the parameters of a normalisation, which is no change of theirs. */
class FoldedNormTest {
  private final Cpu cpu = new Cpu(Numbers.FLOAT);
  private final ParameterFactory parameters =
      new ParameterFactory(DataType.FLOAT, 1, cpu::parametersChange, Arithmetic.ND4J);

  @Test
  void isFoldedOnceForAllPredictions() {
    ConvOp op = ConvOp.of(2, 3, Window.of(1, 1)).noBias();
    DnnlConv2d conv = new DnnlConv2d("conv", op, parameters, cpu);
    DnnlBatchNorm norm = new DnnlBatchNorm("norm", new BatchNormOp(3, 1e-5, 0.1), parameters, cpu);
    Fused fused = new DnnlFused(conv, norm, null, cpu);
    Tensor x = tensor(1, 2, 4, 4);
    Tensor y = tensor(1, 3, 4, 4);
    fused.forward(x, y);
    long changes = cpu.changes();
    fused.forward(x, y);
    assertThat(cpu.changes()).isEqualTo(changes);
  }

  private Tensor tensor(long... dims) {
    return new DnnlBuffer(cpu, Nd4j.rand(new long[] {Tensor.elements(dims)}).castTo(DataType.FLOAT))
        .view(dims);
  }
}

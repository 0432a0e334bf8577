package dev.weft.runtime.onednn;

import dev.weft.runtime.layer.DropPath;
import dev.weft.runtime.layer.Dropout;
import dev.weft.runtime.nd4j.Masks;
import dev.weft.runtime.tensor.Tensor;
import java.lang.ref.WeakReference;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Dropout of single elements, or of whole images, with masks that ND4J draws. */
final class DnnlDropout implements Dropout, DropPath {
  private final Masks masks;
  private final Programs programs;
  private final Programs.Maker forward = this::addForward;
  private final Programs.Maker backward = this::addBackward;

  DnnlDropout(Masks masks, Cpu cpu) {
    this.masks = masks;
    this.programs = new Programs(cpu);
  }

  @Override
  public void forward(Tensor x, Tensor mask, Tensor y) {
    programs.run(forward, x, mask, y);
  }

  private void addForward(Program program, DnnlTensor... tensors) {
    addDrawing(program, tensors[1]);
    addProduct(program, tensors[0], tensors[1], tensors[2]);
  }

  /** Draws in the order of the dimensions, so that a seed gives the masks of all kernels. */
  private void addDrawing(Program program, DnnlTensor mask) {
    boolean isPlain = mask.layout().isLike(Layout.plain(mask.dims()));
    if (isPlain && mask.numbers() == Numbers.FLOAT) {
      // The caller holds the mask; held here, the memory of a pass that is gone would not go.
      WeakReference<DnnlTensor> held = new WeakReference<>(mask);
      program.add(() -> masks.draw(held.get().storage()));
    } else {
      INDArray drawn = Nd4j.createUninitializedDetached(DataType.FLOAT, mask.dims());
      program.add(() -> masks.draw(drawn));
      program.copy(DnnlTensor.plain(program.cpu(), drawn), mask);
    }
  }

  @Override
  public void backward(Tensor mask, Tensor gy, Tensor gx) {
    programs.run(backward, mask, gy, gx);
  }

  private void addBackward(Program program, DnnlTensor... tensors) {
    addProduct(program, tensors[1], tensors[0], tensors[2]);
  }

  private static void addProduct(Program program, DnnlTensor x, DnnlTensor mask, DnnlTensor y) {
    Operand product = program.writeAsItLies(y);
    Operand value = program.read(x, product.layout());
    if (Tensor.elements(mask.dims()) == Tensor.elements(y.dims())) {
      Operand factors = program.read(mask, product.layout());
      Pairs.add(program, algorithm.binary_mul, value, factors, product);
    } else {
      addImageProduct(program, value, mask, product);
    }
  }

  /** Adds a product with a factor for each image; these stand as channels, for which it is fast. */
  private static void addImageProduct(
      Program program, Operand value, DnnlTensor mask, Operand product) {
    long images = mask.dims()[0];
    Layout asChannels =
        Layout.plain(1, images, 1, Tensor.elements(product.layout().dims()) / images);
    Operand factors = program.read(mask);
    Pairs.add(
        program,
        algorithm.binary_mul,
        program.by(asChannels, value),
        program.by(Layout.plain(1, images, 1, 1), factors),
        program.by(asChannels, product));
  }
}

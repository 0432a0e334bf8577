package dev.weft.runtime.onednn;

import dev.weft.runtime.tensor.Tensor;
import org.bytedeco.dnnl.memory;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.shape.Shape;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Activations in memory of ND4J's, with channels last. */
final class DnnlTensor implements Tensor {
  private final Cpu cpu;
  private final INDArray elements;
  private final long[] dims;

  /** Of the dimensions that the elements were written in, which may be others. */
  private final Layout layout;

  /** Made when first used, as for the input and the output of a pass at each batch. */
  private Transfer reading;

  private Transfer writing;

  DnnlTensor(Cpu cpu, INDArray elements, long[] dims, Layout layout) {
    this.cpu = cpu;
    this.elements = elements;
    this.dims = dims.clone();
    this.layout = layout;
  }

  /** An array in C order. */
  static DnnlTensor plain(Cpu cpu, INDArray array) {
    return new DnnlTensor(cpu, array, array.shape(), Layout.plain(array.shape()));
  }

  Layout layout() {
    return layout;
  }

  /** The type of its elements. */
  Numbers numbers() {
    return elements.dataType() == Numbers.FLOAT.array() ? Numbers.FLOAT : cpu.activations();
  }

  /** Where its first element lies. */
  Pointer pointer() {
    return pointerTo(layout);
  }

  /** Where the first element of some of its elements lies. */
  Pointer pointerTo(Layout some) {
    return Pointers.to(elements, some.offset());
  }

  /** Some of its elements, or all by other dimensions, as primitives see them. */
  memory memoryOf(Layout some) {
    return cpu.memory(some, numbers(), pointerTo(some));
  }

  @Override
  public long[] dims() {
    return dims.clone();
  }

  @Override
  public Tensor channels(long from, long to) {
    long[] some = dims.clone();
    some[1] = to - from;
    return new DnnlTensor(cpu, elements, some, layout.range(1, from, to));
  }

  /** Every so many pixels of an image, from the first; the memory is shared. */
  DnnlTensor sampled(long rows, long columns) {
    Layout some = layout.every(2, rows).every(3, columns);
    return new DnnlTensor(cpu, elements, some.dims(), some);
  }

  /**
   * The same elements. Where the order of storage is not that of the new dimensions, the layout
   * stays that of the old ones, and layers put the elements in order.
   */
  @Override
  public Tensor reshaped(long... other) {
    return new DnnlTensor(cpu, elements, other, layout.viewed(other).orElse(layout));
  }

  @Override
  public INDArray toArray() {
    INDArray array = Nd4j.createUninitializedDetached(Numbers.FLOAT.array(), dims);
    if (reading == null) {
      reading = Transfer.outOf(cpu, this);
    }
    reading.run(array);
    return array;
  }

  @Override
  public void assign(INDArray array) {
    Tensor.requireShape(dims, array);
    if (array.dataType() == Numbers.FLOAT.array() && isPlain(array)) {
      write(array);
    } else {
      // Given back at once, as there is one for each batch, and nothing else makes Java collect it.
      try (INDArray copy = Nd4j.createUninitializedDetached(Numbers.FLOAT.array(), dims)) {
        copy.assign(array);
        write(copy);
      }
    }
  }

  private void write(INDArray array) {
    if (writing == null) {
      writing = Transfer.into(cpu, this);
    }
    writing.run(array);
  }

  /** Whether an array lies dense and in C order; ND4J calls the strides of either order usual. */
  private static boolean isPlain(INDArray array) {
    return array.ordering() == 'c' && Shape.hasDefaultStridesForShape(array);
  }

  @Override
  public INDArray storage() {
    if (!layout.isDense()) {
      throw new UnsupportedOperationException("the elements of " + layout + " do not lie together");
    }
    long first = layout.offset();
    return elements.get(NDArrayIndex.interval(first, first + Tensor.elements(dims)));
  }
}

package dev.weft.runtime.onednn;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Addresses of elements of ND4J's arrays. */
final class Pointers {
  private Pointers() {}

  /** The address of an element, counted from the array's first in the order of storage. */
  static Pointer to(INDArray array, long element) {
    return new BytePointer(array.data().addressPointer())
        .getPointer(element * array.dataType().width());
  }
}

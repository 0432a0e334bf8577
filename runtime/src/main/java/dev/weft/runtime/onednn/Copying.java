package dev.weft.runtime.onednn;

import dev.weft.runtime.layer.ChannelShuffle;
import dev.weft.runtime.layer.Crop;
import dev.weft.runtime.layer.Pad;
import dev.weft.runtime.layer.PadChannels;
import dev.weft.runtime.layer.PixelShuffle;
import dev.weft.runtime.tensor.Tensor;
import java.util.function.UnaryOperator;

/**
 * A layer that only copies elements from some places of its input to some places of its output;
 * other places of the output are zero.
 */
final class Copying implements Pad, Crop, PadChannels, PixelShuffle, ChannelShuffle {
  private final UnaryOperator<Layout> read;
  private final UnaryOperator<Layout> written;
  private final Programs programs;
  private final Programs.Maker forward = this::addForward;
  private final Programs.Maker backward = this::addBackward;

  /**
   * A layer.
   *
   * @param read the places that are read of the input
   * @param written where these go in the output, by the same dimensions
   */
  Copying(UnaryOperator<Layout> read, UnaryOperator<Layout> written, Cpu cpu) {
    this.read = read;
    this.written = written;
    this.programs = new Programs(cpu);
  }

  @Override
  public void forward(Tensor x, Tensor y) {
    programs.run(forward, x, y);
  }

  private void addForward(Program program, DnnlTensor... tensors) {
    addTo(program, tensors[0], read, tensors[1], written);
  }

  @Override
  public void backward(Tensor gy, Tensor gx) {
    programs.run(backward, gy, gx);
  }

  private void addBackward(Program program, DnnlTensor... tensors) {
    addTo(program, tensors[0], written, tensors[1], read);
  }

  private static void addTo(
      Program program,
      DnnlTensor from,
      UnaryOperator<Layout> read,
      DnnlTensor to,
      UnaryOperator<Layout> written) {
    Layout source = read.apply(from.layout());
    Layout target = written.apply(to.layout());
    if (Tensor.elements(target.dims()) < Tensor.elements(to.dims())) {
      program.clear(to);
    }
    program.copy(from, source, to, target);
  }
}

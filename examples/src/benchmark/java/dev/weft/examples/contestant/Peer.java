package dev.weft.examples.contestant;

import java.util.Locale;
import org.bytedeco.pytorch.global.torch.MemoryFormat;

/** Who takes part. */
public enum Peer {
  /** Weft by oneDNN. */
  WEFT("Weft", WeftContestant::inFloat),
  /** Weft in bfloat16, where the processor has it. */
  WEFT_BFLOAT16("Weft, bfloat16", WeftContestant::inBfloat16),
  /** libtorch with channels first. */
  LIBTORCH("libtorch", assignment -> new LibtorchContestant(assignment, MemoryFormat.Contiguous)),
  /** libtorch with channels last. */
  LIBTORCH_CHANNELS_LAST(
      "libtorch, channels last",
      assignment -> new LibtorchContestant(assignment, MemoryFormat.ChannelsLast)),
  /** ONNX Runtime, which only infers. */
  ONNX_RUNTIME("ONNX Runtime", OnnxRuntimeContestant::new),
  /** DL4J. */
  DL4J("DL4J", Dl4jContestant::new);

  private interface Maker {
    Contestant make(Assignment assignment) throws Exception;
  }

  private final String title;
  private final Maker maker;

  Peer(String title, Maker maker) {
    this.title = title;
    this.maker = maker;
  }

  /** Its name in tables. */
  public String title() {
    return title;
  }

  /** Its name on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether it is another library, not Weft itself. */
  public boolean isRival() {
    return this != WEFT && this != WEFT_BFLOAT16;
  }

  /** Whether it computes this at all. */
  public boolean canDo(Mode mode) {
    return this != ONNX_RUNTIME || mode == Mode.INFERENCE;
  }

  /** How many times as large as in float its errors of rounding are. */
  public double coarseness() {
    return this == WEFT_BFLOAT16 ? 20 : 1;
  }

  /** Whether a step of its optimiser is that of classical momentum. */
  public boolean hasClassicalMomentum() {
    return this != DL4J;
  }

  /**
   * Prepares it for an assignment.
   *
   * @throws UnsupportedOperationException if it cannot express the network; the message says why
   */
  public Contestant prepare(Assignment assignment) throws Exception {
    return maker.make(assignment);
  }
}

package dev.weft.dsl.problem;

import java.util.Locale;

/**
 * The kinds of mistakes, and of what is legal but hardly meant, each with the stable code that
 * messages show in brackets.
 */
public enum Code {
  /** The two paths of a residual block differ in shape. */
  SKIP_MISMATCH,
  /** The branches of a concatenation differ in height or width. */
  CONCAT_MISMATCH,
  /** The branches of an addition differ in shape. */
  ADD_MISMATCH,
  /** The factors of a {@code scaleBy} fit neither the channels nor the elements. */
  SCALE_MISMATCH,
  /** A shape or a count that was declared differs from the one that follows. */
  EXPECT_MISMATCH,
  /** A stage takes its input from one that is not there. */
  UNKNOWN_STAGE,
  /** Nothing reads what a stage computes. */
  UNUSED_STAGE,
  /** A crop or a padding leaves nothing of the image. */
  EMPTY_OUTPUT,
  /** A window is larger than the padded input. */
  KERNEL_LARGER_THAN_INPUT,
  /** Groups do not divide the channels. */
  GROUPS_DO_NOT_DIVIDE,
  /** A layer for images stands behind a vector. */
  INPUT_RANK,
  /** A value has more elements than an array can hold. */
  TOO_LARGE,
  /** A network or a block without layers. */
  EMPTY_NETWORK,
  /** Two siblings have the same name. */
  DUPLICATE_NAME,
  /** An argument that a factory or a modifier refuses. */
  INVALID_ARGUMENT,
  /** Java that a declaration cannot contain, or that cannot be read where it stands. */
  NOT_INTERPRETABLE,
  /** A body that would throw an exception if it ran: a division by zero, an index out of bounds. */
  EXCEPTION,
  /** A declaration that exceeds the bounds on steps, depth or sizes. */
  STEP_LIMIT,
  /** A compilation without the classes that generated code calls. */
  MISSING_RUNTIME,
  /** A directory for reports that cannot be written to. */
  REPORT_NOT_WRITTEN,
  /** An annotation where it does not fit. */
  MISUSE,
  /** A network that is larger than its {@code @Budget}. */
  OVER_BUDGET,
  /** An output of another shape than its {@code @Output}. */
  OUTPUT_MISMATCH,
  /** A file of weights whose names, shapes or types are not the network's. */
  WEIGHTS_MISMATCH,
  /** A file of weights that is not there or that is not in the format. */
  WEIGHTS_UNREADABLE,

  /** Windows that never reach the last rows or columns of their input. */
  INEXACT_STRIDE(Severity.WARNING),
  /** A bias that the normalisation behind it takes out again. */
  REDUNDANT_BIAS(Severity.WARNING),
  /** A large kernel where a stack of small ones sees as far with fewer weights. */
  LARGE_KERNEL(Severity.WARNING),
  /** A kernel some of whose elements only ever see padding. */
  DEAD_RECEPTIVE_FIELD(Severity.WARNING),
  /** An activation that does nothing sensible behind the one in front of it. */
  DOUBLE_ACTIVATION(Severity.WARNING),
  /** A dropout of the network's own output. */
  DROPOUT_AFTER_OUTPUT(Severity.WARNING),
  /** Most of a network's parameters in one dense layer that flattens an image. */
  HEAVY_DENSE_HEAD(Severity.WARNING),
  /** An auxiliary head that trains nothing. */
  UNUSED_AUXILIARY(Severity.WARNING),
  /** A normalisation over a single element. */
  DEGENERATE_NORM(Severity.WARNING),
  /** A {@code @SuppressWarnings} that names no warning. */
  UNKNOWN_WARNING(Severity.WARNING);

  private final Severity severity;

  Code() {
    this(Severity.ERROR);
  }

  Code(Severity severity) {
    this.severity = severity;
  }

  /** Whether it stands in the way of a network. */
  public Severity severity() {
    return severity;
  }

  /** The code as messages show it: {@code skip-mismatch}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

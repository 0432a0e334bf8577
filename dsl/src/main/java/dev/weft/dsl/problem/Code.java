package dev.weft.dsl.problem;

import java.util.Locale;

/**
 * The kinds of mistakes, and of what is legal but hardly meant, each with the stable code that
 * messages show in brackets. README's table has a line for each; here is an example and the way
 * out.
 */
public enum Code {
  /**
   * The two paths of a residual block differ in shape. Nothing is broadcast, 64 and 1 channels do
   * not add up either. For example {@code residual(conv3x3(64), conv3x3(128))}, where the input has
   * 64 channels. What to do: project the shortcut, {@code residual(...).project()}, or let the body
   * end in the shape of the input.
   */
  SKIP_MISMATCH,
  /**
   * The branches of a concatenation differ in height or width. For example {@code
   * concat(conv1x1(8), maxPool(3))}, which make 56x56 and 18x18 of 56x56. What to do: pad the
   * branch that shrinks, or give all the same stride.
   */
  CONCAT_MISMATCH,
  /**
   * The branches of an addition differ in shape. For example {@code add(conv3x3(64), conv3x3(1))},
   * where nothing is broadcast. What to do: give all branches the same filters and strides.
   */
  ADD_MISMATCH,
  /**
   * The factors of a {@code scaleBy} fit neither the channels nor the elements. For example {@code
   * scaleBy(globalAvgPool(), conv1x1(8))}, where the input has 64 channels. What to do: end the
   * gate in as many channels as the input has.
   */
  SCALE_MISMATCH,
  /**
   * A shape or a number that was declared differs from the one that follows. For example {@code
   * expect(64, 28, 28)}, where 64x14x14 arrives. What to do: correct the declared value, or the
   * layers before it.
   */
  EXPECT_MISMATCH,
  /**
   * A stage takes its input from one that is not there, or not above it. For example
   * {@code @From("donw1")}, where the stage is down1. What to do: write the nearest name, which the
   * message has.
   */
  UNKNOWN_STAGE,
  /**
   * Nothing reads what a stage computes. What to do: name it in the {@code @From} of a stage below,
   * or remove it.
   */
  UNUSED_STAGE,
  /**
   * A crop or a padding leaves nothing of the image. For example {@code crop(16)} of a 32x32 image.
   * What to do: cut off less.
   */
  EMPTY_OUTPUT,
  /**
   * A window is larger than the padded input. For example {@code maxPool(2)} behind a
   * globalAvgPool(). What to do: take a smaller kernel, pad the input, or shrink it less before.
   */
  KERNEL_LARGER_THAN_INPUT,
  /**
   * Groups do not divide the channels or the filters. For example {@code conv3x3(66).groups(4)}.
   * What to do: take the number that the message proposes.
   */
  GROUPS_DO_NOT_DIVIDE,
  /**
   * A layer for images stands behind a vector. For example {@code sequential(dense(10),
   * conv3x3(8))}. What to do: move it in front of the first dense layer or {@code flatten()}.
   */
  INPUT_RANK,
  /**
   * A value or a parameter has more elements than an array can hold. For example {@code
   * dense(16_000_000)} of a 4096x4096 image. What to do: pool before it.
   */
  TOO_LARGE,
  /**
   * A network or a block without layers. For example {@code sequential()}. What to do: put a layer
   * into it, or {@code identity()}.
   */
  EMPTY_NETWORK,
  /**
   * Two siblings have the same name, so that their parameters would. For example {@code
   * conv1x1(8).named("conv1"), conv1x1(8).named("conv1")}. What to do: give one of them another
   * name.
   */
  DUPLICATE_NAME,
  /**
   * An argument that a factory, a modifier, an annotation or an option refuses. For example {@code
   * conv3x3(64).stride(0)}. What to do: the message has the range.
   */
  INVALID_ARGUMENT,
  /**
   * Java that a declaration cannot contain, or that cannot be read where it stands. Bodies are
   * read, not run. For example {@code synchronized (this) { ... }}. What to do: the message has a
   * way to say the same.
   */
  NOT_INTERPRETABLE,
  /**
   * A body that would throw an exception if it ran. For example {@code conv3x3(64 / n)}, where n is
   * 0. What to do: mend the computation; a {@code throw} of your own is reported with its text.
   */
  EXCEPTION,
  /**
   * A declaration that exceeds the bounds on steps, depth or sizes. For example {@code while (true)
   * { ... }}. What to do: end the loop or the recursion.
   */
  STEP_LIMIT,
  /**
   * A library of the processor's own that is not on the processor path. For example {@code
   * -processorpath weft-processor.jar} alone. What to do: add the jars that the message names.
   */
  INCOMPLETE_PROCESSOR_PATH,
  /**
   * A compilation without the classes that generated code calls. What to do: add the dependency
   * {@code dev.weft:weft-runtime}.
   */
  MISSING_RUNTIME,
  /**
   * A directory for reports that cannot be written to. For example {@code
   * -Aweft.report=/no/such/place}. What to do: name a directory that can be.
   */
  REPORT_NOT_WRITTEN,
  /**
   * An annotation, a method or an interface where it does not fit. For example {@code @Network
   * class Net { }}. What to do: the message says what fits there.
   */
  MISUSE,
  /**
   * A network that is larger than its {@code @Budget}. For example {@code @Budget(parameters =
   * 1_000_000)}. What to do: shrink one of the layers that the message names, or raise the budget.
   */
  OVER_BUDGET,
  /**
   * An output of another shape than its {@code @Output}. For example {@code @Output(1000)}, where
   * the last layer is dense(10). What to do: correct the last layer, or the annotation.
   */
  OUTPUT_MISMATCH,
  /**
   * A file of weights whose names, shapes or types are not the network's. For example
   * {@code @Weights("resnet18.safetensors")}. What to do: rename the layers, {@code .named("...")},
   * or take the right file.
   */
  WEIGHTS_MISMATCH,
  /**
   * A file of weights that is not there or that is not in the format. For example
   * {@code @Weights("missing.safetensors")}. What to do: the message lists where it was looked for.
   */
  WEIGHTS_UNREADABLE,
  /**
   * A network all of whose parameters are frozen. For example {@code
   * frozen(network(ResNet18.class))} as the only stage. What to do: put a head behind it, or leave
   * a stage unfrozen; a network that is only to predict needs nothing frozen.
   */
  NOTHING_TO_TRAIN,

  /**
   * Windows that never reach the last rows or columns of their input: {@code (N - F + 2P) / S + 1}
   * is not whole. For example {@code conv(8, 3).stride(2)} on 32x32. What to do: pad, round up with
   * {@code ceilMode()}, or take an input that fits.
   */
  INEXACT_STRIDE(Severity.WARNING),
  /**
   * A bias that the normalisation behind it takes out again. For example {@code conv3x3(64),
   * batchNorm()}. What to do: {@code .noBias()}.
   */
  REDUNDANT_BIAS(Severity.WARNING),
  /**
   * A large kernel where a stack of small ones sees as far with fewer weights (Simonyan and
   * Zisserman 2014, section 2.3). For example {@code conv5x5(64)} of 64 channels. What to do: two
   * {@code conv3x3(64)}.
   */
  LARGE_KERNEL(Severity.WARNING),
  /**
   * A kernel some of whose elements only ever see padding. For example {@code conv3x3(8)} of a 1x1
   * image. What to do: a smaller kernel, or a larger image.
   */
  DEAD_RECEPTIVE_FIELD(Severity.WARNING),
  /**
   * An activation that does nothing sensible behind the one in front of it. For example {@code
   * relu(), relu()}. What to do: remove the one that the message names.
   */
  DOUBLE_ACTIVATION(Severity.WARNING),
  /**
   * A dropout of the network's own output. For example {@code dense(10), dropout(0.5)}. What to do:
   * move it in front of the last layer.
   */
  DROPOUT_AFTER_OUTPUT(Severity.WARNING),
  /**
   * Most of a network's parameters in one dense layer that flattens an image. For example {@code
   * dense(4096)} of 512x7x7. What to do: {@code globalAvgPool()} in front of it (Lin et al. 2013).
   */
  HEAVY_DENSE_HEAD(Severity.WARNING),
  /**
   * An auxiliary head that trains nothing: its weight is 0, or no layer in front of it has
   * parameters. For example {@code auxiliary(dense(10)).weight(0)}. What to do: remove it, or move
   * it behind the layers that it is to train.
   */
  UNUSED_AUXILIARY(Severity.WARNING),
  /**
   * A normalisation over a single element, which is always 0. For example {@code instanceNorm()} of
   * a 1x1 image. What to do: move it in front of the pooling.
   */
  DEGENERATE_NORM(Severity.WARNING),
  /**
   * An input that looks like height x width x channels. For example {@code @Network(input = {224,
   * 224, 3})}, which is 224 channels of 224x3. What to do: channels come first, {@code input = {3,
   * 224, 224}}.
   */
  CHANNELS_LAST(Severity.WARNING),
  /**
   * A stage that is called, so that its layers exist once more, with weights of their own. For
   * example {@code default Layer features() { return sequential(block1(), block2()); }}, where both
   * are stages. What to do: make what is called {@code static} or {@code private}, which are no
   * stages.
   */
  REPEATED_STAGE(Severity.WARNING),
  /**
   * A {@code @SuppressWarnings} that names no warning of Weft's. For example
   * {@code @SuppressWarnings("weft:inexact-strid")}. What to do: write the nearest name, which the
   * message has.
   */
  UNKNOWN_WARNING(Severity.WARNING),
  /**
   * An annotation of a layer or a contract, or an interface of default stages, in a type that is no
   * network, so that nothing reads it. For example {@code @Conv(filters = 8, kernel = 3)} in an
   * interface without {@code @Network}. What to do: annotate the type with {@code @Network}, or
   * with {@code @NetworkParts} if networks of other builds inherit from it.
   */
  UNREAD_ANNOTATION(Severity.WARNING);

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

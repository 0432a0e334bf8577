package dev.weft.processor.emit;

import dev.weft.dsl.Activation;
import dev.weft.dsl.Extent;
import dev.weft.dsl.Init;
import dev.weft.dsl.Shape;
import dev.weft.dsl.Sides;
import dev.weft.dsl.op.ActivationOp;
import dev.weft.dsl.op.AdaptiveAvgPoolOp;
import dev.weft.dsl.op.AddOp;
import dev.weft.dsl.op.AvgPoolOp;
import dev.weft.dsl.op.BatchNormOp;
import dev.weft.dsl.op.ChannelShuffleOp;
import dev.weft.dsl.op.ConcatOp;
import dev.weft.dsl.op.ConvOp;
import dev.weft.dsl.op.CropOp;
import dev.weft.dsl.op.DenseOp;
import dev.weft.dsl.op.DropPathOp;
import dev.weft.dsl.op.DropoutOp;
import dev.weft.dsl.op.GlobalAvgPoolOp;
import dev.weft.dsl.op.GroupNormOp;
import dev.weft.dsl.op.LayerNormOp;
import dev.weft.dsl.op.LeakyReluOp;
import dev.weft.dsl.op.LocalResponseNormOp;
import dev.weft.dsl.op.MaxPoolOp;
import dev.weft.dsl.op.Op;
import dev.weft.dsl.op.PadChannelsOp;
import dev.weft.dsl.op.PadOp;
import dev.weft.dsl.op.PixelShuffleOp;
import dev.weft.dsl.op.ScaleOp;
import dev.weft.dsl.op.SoftmaxOp;
import dev.weft.dsl.op.SubsampleOp;
import dev.weft.dsl.op.TransposedConvOp;
import dev.weft.dsl.op.UpsampleOp;
import dev.weft.dsl.op.Window;
import dev.weft.processor.emit.code.ClassName;
import dev.weft.processor.emit.code.CodeBlock;
import dev.weft.processor.emit.code.Numeral;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * How an operation stands in generated code: the type of its layer, and the call that makes it. The
 * table has one line an operation.
 */
final class OpWriter {
  private record Entry<O extends Op>(
      ClassName type, BiFunction<CodeBlock, O, CodeBlock> creation) {}

  private static final Map<Class<? extends Op>, Entry<?>> TABLE = new HashMap<>();

  static {
    add(ConvOp.class, "Conv2d", (name, op) -> CodeBlock.of("conv2d($L, $L)", name, conv(op)));
    add(
        TransposedConvOp.class,
        "TransposedConv2d",
        (name, op) -> CodeBlock.of("transposedConv2d($L, $L)", name, transposedConv(op)));
    add(DenseOp.class, "Dense", (name, op) -> CodeBlock.of("dense($L, $L)", name, dense(op)));
    add(SoftmaxOp.class, "Softmax", (name, op) -> CodeBlock.of("softmax($L)", name));
    add(AddOp.class, "Add", (name, op) -> CodeBlock.of("add($L)", name));
    add(ConcatOp.class, "Concat", (name, op) -> CodeBlock.of("concat($L)", name));
    add(ScaleOp.class, "Scale", (name, op) -> CodeBlock.of("scale($L)", name));
    add(
        GlobalAvgPoolOp.class,
        "GlobalAvgPool2d",
        (name, op) -> CodeBlock.of("globalAvgPool2d($L)", name));
    add(LeakyReluOp.class, "Elementwise", (name, op) -> layer("leakyRelu", name, op, op.slope()));
    add(DropoutOp.class, "Dropout", (name, op) -> layer("dropout", name, op, numeral(op.p(), "p")));
    add(
        DropPathOp.class,
        "DropPath",
        (name, op) -> layer("dropPath", name, op, numeral(op.p(), "p")));
    add(
        ActivationOp.class,
        "Elementwise",
        (name, op) ->
            layer(
                "elementwise",
                name,
                op,
                CodeBlock.of("$T.$L", Activation.class, op.function().name())));
    addNorms();
    addPoolings();
    addGeometry();
  }

  private static void addNorms() {
    add(
        BatchNormOp.class,
        "BatchNorm",
        (name, op) ->
            layer(
                "batchNorm",
                name,
                op,
                numeral(op.channels(), "channels"),
                op.epsilon(),
                op.momentum()));
    add(
        LayerNormOp.class,
        "LayerNorm",
        (name, op) -> layer("layerNorm", name, op, shape(op.shape()), op.epsilon()));
    add(
        GroupNormOp.class,
        "GroupNorm",
        (name, op) ->
            layer(
                "groupNorm",
                name,
                op,
                numeral(op.channels(), "channels"),
                numeral(op.groups(), "groups"),
                op.epsilon(),
                op.affine()));
    add(
        LocalResponseNormOp.class,
        "LocalResponseNorm",
        (name, op) ->
            layer("localResponseNorm", name, op, op.size(), op.alpha(), op.beta(), op.k()));
  }

  private static void addPoolings() {
    add(
        MaxPoolOp.class,
        "MaxPool2d",
        (name, op) -> layer("maxPool2d", name, op, window(op.window())));
    add(
        AvgPoolOp.class,
        "AvgPool2d",
        (name, op) -> layer("avgPool2d", name, op, window(op.window()), op.countIncludePad()));
    add(
        AdaptiveAvgPoolOp.class,
        "AdaptiveAvgPool2d",
        (name, op) -> layer("adaptiveAvgPool2d", name, op, extent(op.size())));
  }

  private static void addGeometry() {
    add(
        SubsampleOp.class,
        "Subsample",
        (name, op) -> layer("subsample", name, op, extent(op.stride())));
    add(
        PadChannelsOp.class,
        "PadChannels",
        (name, op) ->
            layer(
                "padChannels",
                name,
                op,
                numeral(op.before(), "before"),
                numeral(op.after(), "after")));
    add(PadOp.class, "Pad", (name, op) -> layer("pad", name, op, sides(op.sides())));
    add(CropOp.class, "Crop", (name, op) -> layer("crop", name, op, sides(op.sides())));
    add(UpsampleOp.class, "Upsample", (name, op) -> layer("upsample", name, op, op.factor()));
    add(
        PixelShuffleOp.class,
        "PixelShuffle",
        (name, op) -> layer("pixelShuffle", name, op, op.factor()));
    add(
        ChannelShuffleOp.class,
        "ChannelShuffle",
        (name, op) -> layer("channelShuffle", name, op, op.groups()));
  }

  private OpWriter() {}

  private static <O extends Op> void add(
      Class<O> kind, String type, BiFunction<CodeBlock, O, CodeBlock> creation) {
    TABLE.put(kind, new Entry<>(Types.layer(type), creation));
  }

  /** The simple names of all operations and their layers. */
  static List<String> names() {
    List<String> names = new ArrayList<>();
    TABLE.forEach(
        (op, entry) -> {
          names.add(op.getSimpleName());
          names.add(entry.type().simpleName());
        });
    return names;
  }

  /** The type of the operation's layer. */
  static ClassName type(Op op) {
    return TABLE.get(op.getClass()).type();
  }

  /**
   * The call of the kernels that makes the operation's layer.
   *
   * @param kernels the expression for the kernels
   * @param name the expression for the layer's full name
   */
  static CodeBlock creation(String kernels, CodeBlock name, Op op) {
    return CodeBlock.of("$L.$L", kernels, create(name, op));
  }

  @SuppressWarnings("unchecked") // the table maps each class to an entry for that class
  private static <O extends Op> CodeBlock create(CodeBlock name, O op) {
    return ((Entry<O>) TABLE.get(op.getClass())).creation().apply(name, op);
  }

  /** The call that makes the layer of an operation with these arguments. */
  private static CodeBlock layer(String method, CodeBlock name, Op op, Object... arguments) {
    return CodeBlock.of("$L($L, $L)", method, name, made(op, arguments));
  }

  private static CodeBlock made(Op op, Object... arguments) {
    CodeBlock.Builder code = CodeBlock.builder().add("new $T(", op.getClass());
    String before = "";
    for (Object argument : arguments) {
      code.add("$L$L", before, argument);
      before = ", ";
    }
    return code.add(")").build();
  }

  private static CodeBlock conv(ConvOp op) {
    CodeBlock.Builder code =
        CodeBlock.builder()
            .add(
                "$T.of($L, $L, $L)",
                ConvOp.class,
                numeral(op.channels(), "channels"),
                numeral(op.filters(), "filters"),
                window(op.window()));
    if (op.groups() > 1) {
      code.add(".groups($L)", numeral(op.groups(), "groups"));
    }
    if (!op.bias()) {
      code.add(".noBias()");
    }
    return code.add(init(op.init())).build();
  }

  private static CodeBlock transposedConv(TransposedConvOp op) {
    CodeBlock.Builder code =
        CodeBlock.builder()
            .add(
                "$T.of($L, $L, $L)",
                TransposedConvOp.class,
                numeral(op.channels(), "channels"),
                numeral(op.filters(), "filters"),
                window(op.window()));
    if (!op.outputPadding().is(0)) {
      code.add(".outputPadding($L)", pair(op.outputPadding(), "outputPadding"));
    }
    if (op.groups() > 1) {
      code.add(".groups($L)", numeral(op.groups(), "groups"));
    }
    if (!op.bias()) {
      code.add(".noBias()");
    }
    return code.add(init(op.init())).build();
  }

  private static CodeBlock dense(DenseOp op) {
    CodeBlock.Builder code =
        CodeBlock.builder()
            .add(
                "$T.of($L, $L)",
                DenseOp.class,
                numeral(op.inputs(), "inputs"),
                numeral(op.outputs(), "outputs"));
    if (!op.bias()) {
      code.add(".noBias()");
    }
    return code.add(init(op.init())).build();
  }

  private static CodeBlock init(Init init) {
    return init == Init.HE
        ? CodeBlock.of("")
        : CodeBlock.of(".init($T.$L)", Init.class, init.name());
  }

  private static CodeBlock window(Window window) {
    CodeBlock.Builder code =
        CodeBlock.builder().add("$T.of($L)", Window.class, pair(window.kernel(), "kernel"));
    if (!window.stride().is(1)) {
      code.add(".stride($L)", pair(window.stride(), "stride"));
    }
    if (!window.padding().is(0)) {
      code.add(".padding($L)", padding(window.padding()));
    }
    if (!window.dilation().is(1)) {
      code.add(".dilation($L)", pair(window.dilation(), "dilation"));
    }
    if (window.ceilMode()) {
      code.add(".ceil()");
    }
    return code.build();
  }

  private static CodeBlock padding(Sides sides) {
    return sides.isSymmetric()
        ? pair(new Extent(sides.top(), sides.left()), "padding")
        : CodeBlock.of("$L", all(sides));
  }

  static CodeBlock shape(Shape shape) {
    return CodeBlock.of("$T.of($L)", Shape.class, shape.listed());
  }

  /** A number that blocks may differ in that are alike in all else. */
  private static Numeral numeral(Number value, String role) {
    return new Numeral(value, role);
  }

  private static CodeBlock extent(Extent extent) {
    return CodeBlock.of("new $T($L)", Extent.class, pair(extent, "size"));
  }

  private static CodeBlock sides(Sides sides) {
    return CodeBlock.of("new $T($L)", Sides.class, all(sides));
  }

  private static String all(Sides sides) {
    return sides.top() + ", " + sides.left() + ", " + sides.bottom() + ", " + sides.right();
  }

  private static CodeBlock pair(Extent extent, String role) {
    return CodeBlock.of("$L, $L", numeral(extent.height(), role), numeral(extent.width(), role));
  }
}

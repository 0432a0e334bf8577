package dev.weft.dsl.infer;

import dev.weft.dsl.Layer;
import dev.weft.dsl.Shape;
import dev.weft.dsl.Stage;
import dev.weft.dsl.WithChannelsLayer;
import dev.weft.dsl.problem.Code;
import dev.weft.dsl.problem.Problem;
import java.util.List;
import java.util.Optional;

/** A layer that depends on the channels that come in: it is made here, and stands for itself. */
final class WithChannelsRule implements Rule<WithChannelsLayer> {
  /** So many blocks deep stands only a layer whose helper calls itself without end. */
  private static final int DEEPEST = 64;

  @Override
  public Flow apply(WithChannelsLayer layer, Flow input, Scope scope) {
    return make(layer, input, scope)
        .map(made -> scope.infer(made, input))
        .orElseGet(() -> scope.standIn(Shape.unknown(), layer));
  }

  /** What a layer stands for, itself unless it waits for its channels; empty if that is unknown. */
  static Optional<Layer> make(Layer layer, Flow input, Scope scope) {
    Layer made = layer;
    int depth = scope.depth();
    while (made instanceof WithChannelsLayer waiting) {
      int channels = input.shape().channels();
      if (channels == Shape.UNKNOWN) {
        return Optional.empty();
      }
      if (depth++ > DEEPEST) {
        scope.report(tooDeep(layer));
        return Optional.empty();
      }
      made = waiting.layer().apply(channels);
    }
    if (made == null) {
      scope.missesSomething();
    }
    return Optional.ofNullable(made);
  }

  private static Problem tooDeep(Layer layer) {
    return new Problem(
        Code.STEP_LIMIT,
        layer,
        null,
        "`withChannels` stands inside what it makes, " + DEEPEST + " blocks deep",
        List.of(),
        List.of(Problem.Fix.of("let it end")));
  }

  /** Whether any layer waits for its channels: the author's code makes it, which is run once. */
  static boolean isIn(NetworkDeclaration declaration) {
    return declaration.stages().stream().map(Stage::layer).anyMatch(WithChannelsRule::waits);
  }

  private static boolean waits(Layer layer) {
    return layer instanceof WithChannelsLayer
        || layer != null && layer.children().stream().anyMatch(WithChannelsRule::waits);
  }
}

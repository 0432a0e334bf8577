package dev.weft.dsl.naive;

import dev.weft.dsl.AddLayer;
import dev.weft.dsl.AppendLayer;
import dev.weft.dsl.AuxiliaryLayer;
import dev.weft.dsl.ConcatLayer;
import dev.weft.dsl.ExpectLayer;
import dev.weft.dsl.IdentityLayer;
import dev.weft.dsl.Layer;
import dev.weft.dsl.NetworkLayer;
import dev.weft.dsl.RepeatLayer;
import dev.weft.dsl.ResidualLayer;
import dev.weft.dsl.ScaleByLayer;
import dev.weft.dsl.SequentialLayer;
import dev.weft.dsl.Shortcut;
import dev.weft.dsl.WithChannelsLayer;
import dev.weft.dsl.problem.Code;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Blocks of layers: what they are made of, one after the other. */
final class NaiveBlocks {
  private final Tally tally;
  private final NaiveLayers layers;

  NaiveBlocks(Tally tally) {
    this.tally = tally;
    this.layers = new NaiveLayers(tally);
  }

  Value apply(Layer layer, Value input) {
    if (layer instanceof IdentityLayer) {
      return input;
    } else if (layer instanceof ExpectLayer expect) {
      return check(expect.shape().equals(input.shape()), Code.EXPECT_MISMATCH, input);
    } else if (layer instanceof SequentialLayer sequential) {
      return all(sequential.layers(), input, new HashSet<>());
    } else if (layer instanceof RepeatLayer repeat) {
      return all(repeat.layers(), input, new HashSet<>());
    } else if (layer instanceof ConcatLayer concat) {
      return concatenated(branches(concat.branches(), input));
    } else if (layer instanceof AddLayer add) {
      return added(branches(add.branches(), input));
    } else if (layer instanceof ResidualLayer residual) {
      return residual(residual, input);
    } else if (layer instanceof ScaleByLayer scaleBy) {
      return scaled(input, all(scaleBy.gate(), input, new HashSet<>()));
    } else if (layer instanceof AppendLayer append) {
      return concatenated(List.of(input, all(append.layers(), input, new HashSet<>())));
    } else if (layer instanceof WithChannelsLayer waiting) {
      return apply(waiting.layer().apply(input.channels()), input);
    } else if (layer instanceof AuxiliaryLayer auxiliary) {
      all(auxiliary.head(), input, new HashSet<>());
      return input;
    } else if (layer instanceof NetworkLayer network) {
      check(!network.stages().isEmpty(), Code.EMPTY_NETWORK, input);
      return NaiveNetwork.stages(network.stages(), input, tally);
    }
    return layers.apply(layer, input);
  }

  private static Value check(boolean isRight, Code code, Value value) {
    if (!isRight) {
      throw new Wrong(code);
    }
    return value;
  }

  /** Layers one after the other; names are those already taken. */
  private Value all(List<Layer> siblings, Value input, Set<String> names) {
    check(!siblings.isEmpty(), Code.EMPTY_NETWORK, input);
    Value value = input;
    for (Layer layer : siblings) {
      boolean isUnnamedRepeat = layer instanceof RepeatLayer && layer.name() == null;
      if (isUnnamedRepeat) {
        value = all(layer.children(), value, names);
      } else {
        claim(layer.name(), names);
        value = apply(layer, value);
      }
    }
    return value;
  }

  private static void claim(String name, Set<String> names) {
    if (name != null && !names.add(name)) {
      throw new Wrong(Code.DUPLICATE_NAME);
    }
  }

  private List<Value> branches(List<Layer> layers, Value input) {
    Set<String> names = new HashSet<>();
    List<Value> values = new ArrayList<>();
    for (Layer layer : layers) {
      claim(layer.name(), names);
      values.add(apply(layer, input));
    }
    return values;
  }

  Value concatenated(List<Value> values) {
    Value first = values.get(0);
    int channels = 0;
    for (Value value : values) {
      boolean fits =
          value.isVector()
              ? first.isVector()
              : !first.isVector()
                  && value.height() == first.height()
                  && value.width() == first.width();
      check(fits, Code.CONCAT_MISMATCH, value);
      channels += value.channels();
    }
    return first.isVector()
        ? new Value(channels)
        : new Value(channels, first.height(), first.width());
  }

  Value added(List<Value> values) {
    for (Value value : values) {
      check(value.isLike(values.get(0)), Code.ADD_MISMATCH, value);
    }
    return values.get(0).computed();
  }

  private Value scaled(Value input, Value factors) {
    boolean isOneAChannel =
        !input.isVector()
            && factors.channels() == input.channels()
            && (factors.isVector() || factors.height() == 1 && factors.width() == 1);
    return check(factors.isLike(input) || isOneAChannel, Code.SCALE_MISMATCH, input.computed());
  }

  private Value residual(ResidualLayer layer, Value input) {
    Set<String> names = new HashSet<>();
    Value body = all(layer.body(), input, names);
    Value shortcut = shortcut(layer.shortcut(), input, body, names);
    check(shortcut.isLike(body), Code.SKIP_MISMATCH, body);
    Value sum = body.computed();
    return layer.then().isEmpty() ? sum : all(layer.then(), sum, names);
  }

  private Value shortcut(Shortcut shortcut, Value input, Value body, Set<String> names) {
    if (shortcut instanceof Shortcut.Identity) {
      return input;
    }
    String name = "shortcut";
    if (shortcut instanceof Shortcut.Custom custom) {
      claim(custom.layer().name() == null ? name : custom.layer().name(), names);
      return apply(custom.layer(), input);
    }
    claim(name, names);
    boolean projects = shortcut instanceof Shortcut.Projection;
    if (input.isLike(body) || input.isVector() != body.isVector()) {
      return input;
    }
    if (!input.isVector()) {
      boolean canStride =
          Pixels.strideBetween(input.height(), body.height()) > 0
              && Pixels.strideBetween(input.width(), body.width()) > 0;
      boolean canGrow = projects || body.channels() >= input.channels();
      check(canStride && canGrow, Code.SKIP_MISMATCH, input);
    } else if (!projects) {
      return input;
    }
    if (projects) {
      long weights = (long) input.channels() * body.channels();
      check(weights <= Integer.MAX_VALUE, Code.TOO_LARGE, input);
      tally.parameters += weights;
      tally.macs += weights * (body.elements() / body.channels());
    }
    return body;
  }
}

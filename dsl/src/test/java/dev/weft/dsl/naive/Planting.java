package dev.weft.dsl.naive;

import dev.weft.dsl.AddLayer;
import dev.weft.dsl.AppendLayer;
import dev.weft.dsl.AuxiliaryLayer;
import dev.weft.dsl.ConcatLayer;
import dev.weft.dsl.Layer;
import dev.weft.dsl.RepeatLayer;
import dev.weft.dsl.ResidualLayer;
import dev.weft.dsl.ScaleByLayer;
import dev.weft.dsl.SequentialLayer;
import dev.weft.dsl.Shape;
import dev.weft.dsl.Shortcut;
import dev.weft.dsl.Stage;
import dev.weft.dsl.infer.NetworkDeclaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Puts one layer more into a network, in front of one of its layers, all of them being counted. */
final class Planting {
  private final int place;
  private final Function<Shape, Layer> planted;
  private int seen;

  private Planting(int place, Function<Shape, Layer> planted) {
    this.place = place;
    this.planted = planted;
  }

  /** The places of a network. */
  static int places(NetworkDeclaration network) {
    Planting counting = new Planting(-1, null);
    counting.stages(network);
    return counting.seen;
  }

  /** A network with the layer that is made from the shape at a place. */
  static NetworkDeclaration at(
      int place, Function<Shape, Layer> planted, NetworkDeclaration network) {
    List<Stage> stages = new Planting(place, planted).stages(network);
    return new NetworkDeclaration(network.name(), network.input(), stages);
  }

  private List<Stage> stages(NetworkDeclaration network) {
    List<Stage> all = new ArrayList<>();
    Map<String, Shape> inputs = NaiveNetwork.inputs(network);
    for (Stage stage : network.stages()) {
      Layer layer = layer(stage.layer(), inputs.get(stage.name()));
      all.add(new Stage(stage.name(), layer, stage.input()));
    }
    return all;
  }

  private List<Layer> siblings(List<Layer> layers, Shape input) {
    List<Layer> all = new ArrayList<>();
    Shape shape = input;
    for (Layer layer : layers) {
      if (seen++ == place) {
        all.add(planted.apply(shape));
      }
      all.add(layer(layer, shape));
      shape = NaiveNetwork.after(layer, shape).orElseThrow();
    }
    return all;
  }

  private List<Layer> branches(List<Layer> layers, Shape input) {
    return layers.stream().map(branch -> layer(branch, input)).toList();
  }

  private Layer layer(Layer layer, Shape input) {
    if (layer instanceof SequentialLayer block) {
      return new SequentialLayer(block.name(), siblings(block.layers(), input));
    } else if (layer instanceof RepeatLayer block) {
      return new RepeatLayer(block.name(), siblings(block.layers(), input));
    } else if (layer instanceof ScaleByLayer block) {
      return new ScaleByLayer(block.name(), siblings(block.gate(), input));
    } else if (layer instanceof AppendLayer block) {
      return new AppendLayer(block.name(), siblings(block.layers(), input));
    } else if (layer instanceof AuxiliaryLayer block) {
      return new AuxiliaryLayer(block.name(), siblings(block.head(), input), block.weight());
    } else if (layer instanceof ConcatLayer block) {
      return new ConcatLayer(block.name(), branches(block.branches(), input));
    } else if (layer instanceof AddLayer block) {
      return new AddLayer(block.name(), branches(block.branches(), input));
    } else if (layer instanceof ResidualLayer block) {
      Shape body = NaiveNetwork.after(new SequentialLayer(null, block.body()), input).orElseThrow();
      Shortcut shortcut = block.shortcut();
      if (shortcut instanceof Shortcut.Custom custom) {
        shortcut = new Shortcut.Custom(layer(custom.layer(), input));
      }
      return new ResidualLayer(
          block.name(), siblings(block.body(), input), shortcut, siblings(block.then(), body));
    }
    return layer;
  }
}

package dev.weft.processor.source.interpret;

import com.sun.source.tree.Tree;
import dev.weft.dsl.Network;
import dev.weft.dsl.NetworkLayer;
import dev.weft.dsl.Stage;
import dev.weft.processor.diagnostic.Place;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.TypeElement;

/** Reads {@code network(Other.class)}: the stages of another network as a block of this one. */
final class NetworkBlocks {
  private final Machine machine;
  private final OtherNetworks others;
  private final Set<TypeElement> inProgress = new HashSet<>();

  NetworkBlocks(Machine machine, OtherNetworks others) {
    this.machine = machine;
    this.others = others;
  }

  /** The network that is being read itself, which must not contain itself. */
  void start(TypeElement network) {
    inProgress.clear();
    inProgress.add(network);
  }

  NetworkLayer read(TypeElement network, Tree call, Activation at) {
    String name = network.getSimpleName().toString();
    if (network.getAnnotation(Network.class) == null) {
      throw machine.mistakes.invalidArgument(
          call, at, "`" + name + "` is no network: it has no @Network annotation");
    }
    if (!inProgress.add(network)) {
      throw machine.mistakes.invalidArgument(
          call, at, "the network `" + name + "` contains itself");
    }
    try {
      Place place = machine.places.of(at.home().unit(), call);
      List<Stage> stages = others.read(network, stage -> at.calls().stageOf(name, stage, place));
      return new NetworkLayer(null, name, stages);
    } finally {
      inProgress.remove(network);
    }
  }
}

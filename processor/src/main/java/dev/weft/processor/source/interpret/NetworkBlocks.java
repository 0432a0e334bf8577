package dev.weft.processor.source.interpret;

import com.sun.source.tree.Tree;
import dev.weft.dsl.Network;
import dev.weft.dsl.NetworkLayer;
import dev.weft.dsl.Stage;
import dev.weft.processor.diagnostic.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.lang.model.element.TypeElement;

/** Reads {@code network(Other.class)}: the stages of another network as a block of this one. */
final class NetworkBlocks {
  private final Machine machine;
  private final OtherNetworks others;
  private final Map<TypeElement, Entry> inProgress = new LinkedHashMap<>();

  /** The call through which a network is read; empty for the one that is being compiled. */
  private record Entry(Tree call, Activation at) {}

  NetworkBlocks(Machine machine, OtherNetworks others) {
    this.machine = machine;
    this.others = others;
  }

  /** The network that is being read itself, which must not contain itself. */
  void start(TypeElement network) {
    inProgress.clear();
    inProgress.put(network, null);
  }

  /** Whether the code that runs is of the network that is being read itself. */
  boolean isOutermost(TypeElement network) {
    return inProgress.size() == 1 && inProgress.containsKey(network);
  }

  NetworkLayer read(TypeElement network, Tree call, Activation at) {
    String name = network.getSimpleName().toString();
    if (network.getAnnotation(Network.class) == null) {
      throw machine.mistakes.invalidArgument(
          call, at, "`" + name + "` is no network: it has no @Network annotation");
    }
    if (inProgress.containsKey(network)) {
      throw circle(network, new Entry(call, at));
    }
    inProgress.put(network, new Entry(call, at));
    try {
      Place place = machine.places.of(at.home().unit(), call);
      List<Stage> stages =
          others.read(
              network,
              stage ->
                  at.calls()
                      .stageOf(
                          name,
                          stage.getSimpleName().toString(),
                          place,
                          machine.silenced.apply(stage)));
      return new NetworkLayer(null, name, stages);
    } finally {
      inProgress.remove(network);
    }
  }

  /**
   * The mistake of networks that contain each other. It is the same one from whichever of them the
   * circle is entered: that of the first by name, at the call that brings it in.
   */
  private Mistake circle(TypeElement again, Entry last) {
    List<TypeElement> circle =
        new ArrayList<>(
            inProgress.keySet().stream().dropWhile(each -> !each.equals(again)).toList());
    TypeElement first =
        Collections.min(circle, Comparator.comparing(each -> each.getQualifiedName().toString()));
    Entry entry = first.equals(again) ? last : inProgress.get(first);
    Collections.rotate(circle, -circle.indexOf(first));
    String between =
        circle.stream()
            .skip(1)
            .map(each -> "`" + each.getSimpleName() + "`")
            .collect(Collectors.joining(" and "));
    return machine.mistakes.invalidArgument(
        entry.call(),
        entry.at(),
        "the network `"
            + first.getSimpleName()
            + "` contains itself"
            + (between.isEmpty() ? "" : ", through " + between));
  }
}

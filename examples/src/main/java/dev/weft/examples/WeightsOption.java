package dev.weft.examples;

import static dev.weft.examples.Arguments.wrong;

import dev.weft.runtime.layer.Parameter;
import dev.weft.runtime.model.Model;
import dev.weft.runtime.weights.LoadedWeights;
import dev.weft.runtime.weights.WeightsException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The files of weights that a training begins with. */
final class WeightsOption {
  static final String NAME = "--weights";

  private static final int MOST_NAMED = 10;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = NAME,
      paramLabel = "[BLOCK=]FILE",
      converter = InitialWeights.Converter.class,
      description =
          "A safetensors file to begin with, or a run, whose best checkpoint counts; arrays that it"
              + " lacks stay as they are drawn."
              + " backbone=FILE: the file of the network that is the block backbone of this one."
              + " May be given several times.")
  private List<InitialWeights> files = new ArrayList<>();

  /** Whether there is any. */
  boolean isGiven() {
    return !files.isEmpty();
  }

  /**
   * Loads all files.
   *
   * @return what was loaded and what not, a line each
   * @throws IOException if a file cannot be read or does not fit
   * @throws ParameterException if there is no such block, or something that is frozen is in none of
   *     the files
   */
  List<String> load(Model model) throws IOException {
    List<String> lines = new ArrayList<>();
    Set<String> left =
        model.arrays().stream()
            .map(Parameter::name)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    for (InitialWeights given : files) {
      InitialWeights each = given.found();
      LoadedWeights loaded = load(each, model);
      left.removeAll(new HashSet<>(each.names(loaded)));
      lines.add(
          loaded.loaded().size()
              + " arrays of "
              + each.file()
              + rest("; not used: ", loaded.unexpected()));
    }
    requireFrozen(model, left);
    if (!files.isEmpty() && !left.isEmpty()) {
      lines.add(rest("as they are drawn: ", left));
    }
    return lines;
  }

  private LoadedWeights load(InitialWeights each, Model model) throws IOException {
    try {
      return each.load(model);
    } catch (IllegalArgumentException noSuchBlock) {
      throw wrong(spec, "--weights: " + noSuchBlock.getMessage());
    } catch (WeightsException misfit) {
      if (each.block().isPresent() || misfit.block().isEmpty()) {
        throw misfit;
      }
      String block = misfit.block().get();
      throw wrong(
          spec,
          "`%s` fits the block %s, not the whole network: give --weights %s=%s"
              .formatted(each.file(), block, block, each.file()));
    }
  }

  /** What is frozen is never trained: drawn at random, it would stay so. */
  private void requireFrozen(Model model, Set<String> left) {
    Set<String> layers =
        model.frozenParameters().stream()
            .map(each -> layer(each.name()))
            .collect(Collectors.toSet());
    List<String> frozen = left.stream().filter(name -> layers.contains(layer(name))).toList();
    if (!frozen.isEmpty()) {
      String block = frozen.get(0).substring(0, frozen.get(0).indexOf('.'));
      throw wrong(
          spec,
          rest("frozen, and in no file of weights: ", frozen)
              + "; what is frozen stays as it is drawn: give the file that has it with --weights"
              + " FILE, or with --weights "
              + block
              + "=FILE if that is of the block alone");
    }
  }

  /** A norm's statistics belong to the layer of its parameters. */
  private static String layer(String name) {
    return name.substring(0, name.lastIndexOf('.'));
  }

  private static String rest(String what, Collection<String> names) {
    String first = names.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
    int more = names.size() - MOST_NAMED;
    return names.isEmpty() ? "" : what + first + (more > 0 ? " and " + more + " more" : "");
  }
}

package dev.weft.processor.source.weights;

import dev.weft.dsl.problem.Code;
import dev.weft.dsl.problem.Problem.Fix;
import dev.weft.dsl.weights.InvalidHeaderException;
import dev.weft.dsl.weights.SafetensorsHeader;
import dev.weft.processor.diagnostic.Located;
import dev.weft.processor.diagnostic.Place;
import dev.weft.processor.source.tree.SourceTrees;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;

/** Reads what the file of weights that a network names says that it contains. */
public final class WeightsReader {
  private final ResourceFinder finder;
  private final TypeElement network;

  /** A reader of the files that {@code network} names. */
  public WeightsReader(SourceTrees trees, ProcessingEnvironment environment, TypeElement network) {
    this.finder = new ResourceFinder(trees, environment);
    this.network = network;
  }

  /** The file's header; empty if it cannot be read, which is added to the problems. */
  public Optional<SafetensorsHeader> read(String name, Place place, List<Located> problems) {
    Optional<Resource> file = finder.find(name, network);
    if (file.isEmpty()) {
      problems.add(
          unreadable(
              place,
              "there is no file `" + name + "`",
              "put it beside the source, into src/main/resources, or on the class path"));
      return Optional.empty();
    }
    try (InputStream in = file.get().open()) {
      return Optional.of(SafetensorsHeader.read(in, file.get().size()));
    } catch (InvalidHeaderException invalid) {
      problems.add(
          unreadable(
              place,
              "`" + name + "` is no safetensors file: " + invalid.getMessage(),
              "save the weights again, for example with safetensors.torch.save_file"));
    } catch (IOException failed) {
      problems.add(
          unreadable(place, "`" + name + "` cannot be read: " + failed, "make it readable"));
    }
    return Optional.empty();
  }

  private static Located unreadable(Place place, String headline, String fix) {
    return Located.of(Code.WEIGHTS_UNREADABLE, place, List.of(), headline, Fix.of(fix));
  }
}

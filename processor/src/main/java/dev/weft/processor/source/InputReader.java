package dev.weft.processor.source;

import dev.weft.dsl.Network;
import dev.weft.dsl.Shape;
import dev.weft.dsl.problem.Code;
import dev.weft.dsl.problem.Problem.Fix;
import dev.weft.processor.diagnostic.Located;
import dev.weft.processor.diagnostic.Place;
import dev.weft.processor.source.place.Places;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.TypeElement;

/** Reads the shape of a network's input from its annotation. */
final class InputReader {
  private static final String INPUT = "input";

  private final Places places;

  InputReader(Places places) {
    this.places = places;
  }

  /** The shape, or an unknown one if it is declared wrongly, which is added to the problems. */
  Shape read(TypeElement type, List<Located> problems) {
    AnnotationMirror network = AnnotationArguments.annotation(type, Network.class).orElseThrow();
    Optional<AnnotationValue> found = AnnotationArguments.find(network, INPUT);
    if (found.isEmpty()) {
      // The compiler itself reports a value that is missing.
      return Shape.unknown();
    }
    AnnotationValue value = found.get();
    List<Integer> dims = new ArrayList<>();
    for (AnnotationValue part : AnnotationArguments.parts(value)) {
      if (!(part.getValue() instanceof Integer dim)) {
        Place place = places.of(type, network, value);
        problems.add(misuse(place, "the input's shape cannot be read", fix()));
        return Shape.unknown();
      }
      if (dim < 1) {
        problems.add(
            misuse(
                places.of(type, network, part),
                "a dimension of the input must be at least 1, but is " + dim));
        return Shape.unknown();
      }
      dims.add(dim);
    }
    if (dims.size() != 1 && dims.size() != 3) {
      String written = dims.stream().map(String::valueOf).collect(Collectors.joining(", "));
      problems.add(
          misuse(
              places.of(type, network, value),
              "the input has " + dims.size() + " dimensions, {" + written + "}, but needs 1 or 3",
              fix(dims)));
      return Shape.unknown();
    }
    return Shape.of(dims.stream().mapToInt(Integer::intValue).toArray());
  }

  /** Height and width of a grey image, or a batch of images, are easily mended. */
  private static Fix fix(List<Integer> dims) {
    return switch (dims.size()) {
      case 2 -> image("the channels come first, 1 of a grey image", 1, dims.get(0), dims.get(1));
      case 4 -> image("leave out the size of the batch", dims.get(1), dims.get(2), dims.get(3));
      default -> fix();
    };
  }

  private static Fix image(String action, int... dims) {
    return new Fix(action, "@Network(input = {" + Shape.of(dims).listed() + "})", null);
  }

  private static Fix fix() {
    return new Fix(
        "give channels, height and width, or a number of features",
        "@Network(input = {3, 224, 224})",
        null);
  }

  private static Located misuse(Place place, String headline, Fix... fixes) {
    return Located.of(Code.MISUSE, place, List.of(), headline, fixes);
  }
}

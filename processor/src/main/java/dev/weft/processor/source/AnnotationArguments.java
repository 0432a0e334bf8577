package dev.weft.processor.source;

import dev.weft.dsl.Extent;
import dev.weft.dsl.Shape;
import dev.weft.dsl.Sides;
import dev.weft.dsl.problem.Code;
import dev.weft.processor.diagnostic.Frame;
import dev.weft.processor.diagnostic.Located;
import dev.weft.processor.diagnostic.Place;
import dev.weft.processor.source.interpret.Mistake;
import dev.weft.processor.source.interpret.StandIns;
import dev.weft.processor.source.place.Places;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;

/** The values of one annotation, each with the place where it is written. */
final class AnnotationArguments {
  private final Places places;
  private final Element element;
  private final AnnotationMirror annotation;
  private final List<Frame> frames;
  private final Consumer<Mistake> mistakes;

  /**
   * The values of an annotation.
   *
   * @param mistakes takes those that leave the others of the annotation to be read
   */
  AnnotationArguments(
      Places places,
      Element element,
      AnnotationMirror annotation,
      List<Frame> frames,
      Consumer<Mistake> mistakes) {
    this.places = places;
    this.element = element;
    this.annotation = annotation;
    this.frames = frames;
    this.mistakes = mistakes;
  }

  /** The annotation's own place. */
  Place place() {
    return places.of(element, annotation);
  }

  /** Where each value that is written out stands. */
  Map<String, Place> written() {
    Map<String, Place> all = new HashMap<>();
    annotation
        .getElementValues()
        .forEach(
            (method, value) ->
                all.put(method.getSimpleName().toString(), places.of(element, annotation, value)));
    return all;
  }

  int number(String name) {
    return value(name, Integer.class);
  }

  /** The numbers of a list, which may be a single one. */
  List<Integer> numbers(String name) {
    List<Integer> numbers = new ArrayList<>();
    for (AnnotationValue part : parts(value(name))) {
      numbers.add(read(name, part.getValue(), Integer.class));
    }
    return numbers;
  }

  /** The parts of a list, which may be a single one. */
  static List<AnnotationValue> parts(AnnotationValue value) {
    return value.getValue() instanceof List<?> list
        ? list.stream().map(AnnotationValue.class::cast).toList()
        : List.of(value);
  }

  /**
   * The dimensions of a list as a shape.
   *
   * @throws IllegalArgumentException if they are none
   */
  Shape shape(String name) {
    return Shape.of(numbers(name).stream().mapToInt(Integer::intValue).toArray());
  }

  /** A list of at most one number. */
  Optional<Integer> optional(String name) {
    List<Integer> numbers = numbers(name);
    if (numbers.size() > 1) {
      String headline = "`" + name + "` takes one number, but has " + numbers.size();
      throw refused(Code.INVALID_ARGUMENT, placeOf(name), headline, false);
    }
    return numbers.stream().findFirst();
  }

  /**
   * One number for both directions, or height and width.
   *
   * @throws IllegalArgumentException if there are more or none
   */
  Extent extent(String name) {
    List<Integer> numbers = numbers(name);
    return switch (numbers.size()) {
      case 1 -> Extent.square(numbers.get(0));
      case 2 -> new Extent(numbers.get(0), numbers.get(1));
      default ->
          throw new IllegalArgumentException(
              "`" + name + "` takes 1 number or 2, height and width, but has " + numbers.size());
    };
  }

  /**
   * One number for all sides, height and width, or all four.
   *
   * @throws IllegalArgumentException if there is another number of numbers
   */
  Sides sides(String name) {
    List<Integer> numbers = numbers(name);
    return switch (numbers.size()) {
      case 1 -> Sides.all(numbers.get(0));
      case 2 -> Sides.of(numbers.get(0), numbers.get(1));
      case 4 -> new Sides(numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3));
      default ->
          throw new IllegalArgumentException(
              "`"
                  + name
                  + "` takes 1 number, 2 (height, width) or 4 (top, left, bottom, right), but has "
                  + numbers.size());
    };
  }

  boolean flag(String name) {
    return value(name, Boolean.class);
  }

  double real(String name) {
    return value(name, Double.class);
  }

  long longNumber(String name) {
    return value(name, Long.class);
  }

  String text(String name) {
    return value(name, String.class);
  }

  <E extends Enum<E>> E constant(String name, Class<E> type) {
    VariableElement constant = value(name, VariableElement.class);
    return Enum.valueOf(type, constant.getSimpleName().toString());
  }

  private <T> T value(String name, Class<T> type) {
    return read(name, value(name).getValue(), type);
  }

  /** A value; that one is missing is an error of the compiler's own. */
  private AnnotationValue value(String name) {
    return find(annotation, name).orElseThrow(Mistake::consequence);
  }

  private <T> T read(String name, Object value, Class<T> type) {
    if (!type.isInstance(value)) {
      String headline = "the value of `" + name + "` cannot be read";
      throw refused(Code.NOT_INTERPRETABLE, placeOf(name), headline, true);
    }
    return type.cast(value);
  }

  /** An element's annotation of a type. */
  static Optional<AnnotationMirror> annotation(Element element, Class<? extends Annotation> type) {
    for (AnnotationMirror annotation : element.getAnnotationMirrors()) {
      TypeElement found = (TypeElement) annotation.getAnnotationType().asElement();
      if (found.getQualifiedName().contentEquals(type.getName())) {
        return Optional.of(annotation);
      }
    }
    return Optional.empty();
  }

  /**
   * A value that is written, or the default; empty if it is missing, which the compiler reports.
   */
  static Optional<AnnotationValue> find(AnnotationMirror annotation, String name) {
    Optional<AnnotationValue> written =
        annotation.getElementValues().entrySet().stream()
            .filter(entry -> entry.getKey().getSimpleName().contentEquals(name))
            .<AnnotationValue>map(Map.Entry::getValue)
            .findFirst();
    Element type = annotation.getAnnotationType().asElement();
    return written.or(
        () ->
            ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                .filter(method -> method.getSimpleName().contentEquals(name))
                .flatMap(method -> Optional.ofNullable(method.getDefaultValue()).stream())
                .findFirst());
  }

  /** What a factory or modifier makes of a value; its refusal is a mistake at that value. */
  <T> T at(String name, Function<AnnotationArguments, T> made) {
    try {
      return made.apply(this);
    } catch (IllegalArgumentException refusal) {
      throw refused(Code.INVALID_ARGUMENT, placeOf(name), refusal.getMessage(), false);
    }
  }

  /** The same of a value without which there is {@code instead}, of the same shape. */
  <T> T at(String name, T instead, Function<AnnotationArguments, T> made) {
    try {
      return at(name, made);
    } catch (Mistake mistake) {
      mistakes.accept(StandIns.changesCounts(name) ? mistake.ofCounts() : mistake);
      return instead;
    }
  }

  /** Where a value is written, or the annotation if it is not. */
  Place placeOf(String name) {
    return written().getOrDefault(name, place());
  }

  private Mistake refused(Code code, Place place, String headline, boolean isUnresolvedName) {
    return new Mistake(Located.of(code, place, frames, headline), isUnresolvedName);
  }
}

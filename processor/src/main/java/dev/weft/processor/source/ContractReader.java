package dev.weft.processor.source;

import dev.weft.dsl.Extent;
import dev.weft.dsl.annotation.Budget;
import dev.weft.dsl.annotation.Expect;
import dev.weft.dsl.annotation.Output;
import dev.weft.dsl.annotation.Weights;
import dev.weft.dsl.contract.Contract;
import dev.weft.dsl.contract.Expectation;
import dev.weft.dsl.contract.ExpectedOutput;
import dev.weft.dsl.contract.WeightsFile;
import dev.weft.processor.diagnostic.Located;
import dev.weft.processor.diagnostic.Origin;
import dev.weft.processor.diagnostic.Origins;
import dev.weft.processor.source.interpret.Mistake;
import dev.weft.processor.source.place.Places;
import dev.weft.processor.source.weights.WeightsReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.TypeElement;

/** Reads what a network promises as a whole: the annotations beside {@code @Network}. */
final class ContractReader {
  private final Places places;
  private final Origins origins;
  private final List<Located> problems;
  private final Map<String, Function<AnnotationArguments, Optional<Contract>>> contracts;
  private boolean hasUnresolvedName;

  /**
   * A reader that notes in {@code origins} where each contract was declared, and adds to {@code
   * problems} what is wrong with one.
   */
  ContractReader(Places places, Origins origins, WeightsReader weights, List<Located> problems) {
    this.places = places;
    this.origins = origins;
    this.problems = problems;
    this.contracts =
        Map.of(
            Budget.class.getName(),
            values -> Optional.of(budget(values)),
            Expect.class.getName(),
            values -> Optional.of(expectation(values)),
            Output.class.getName(),
            values -> Optional.of(output(values)),
            Weights.class.getName(),
            values -> weights(values, weights, problems));
  }

  /** Whether a value was not found, which another processor may yet generate. */
  boolean hasUnresolvedName() {
    return hasUnresolvedName;
  }

  /** The contracts of a network; a value that is wrong is left out of its contract. */
  List<Contract> read(TypeElement network) {
    List<Contract> all = new ArrayList<>();
    for (AnnotationMirror annotation : network.getAnnotationMirrors()) {
      TypeElement type = (TypeElement) annotation.getAnnotationType().asElement();
      var contract = contracts.get(type.getQualifiedName().toString());
      if (contract != null) {
        AnnotationArguments values =
            new AnnotationArguments(places, network, annotation, List.of(), this::note);
        orReported(() -> contract.apply(values)).ifPresent(made -> all.add(placed(made, values)));
      }
    }
    return all;
  }

  /** What is read; nothing if it is a mistake, so that the next value is read all the same. */
  private <T> Optional<T> orReported(Supplier<Optional<T>> read) {
    try {
      return read.get();
    } catch (Mistake mistake) {
      note(mistake);
      return Optional.empty();
    }
  }

  private void note(Mistake mistake) {
    mistake.located().ifPresent(problems::add);
    hasUnresolvedName |= mistake.isUnresolvedName();
  }

  private Contract placed(Contract contract, AnnotationArguments values) {
    origins.put(contract, Origin.annotated(values.place(), List.of(), values.written()));
    return contract;
  }

  private Contract budget(AnnotationArguments values) {
    return new dev.weft.dsl.contract.Budget(
        count("parameters", values), count("macs", values), count("activationMegabytes", values));
  }

  private Contract expectation(AnnotationArguments values) {
    return new Expectation(
        count("parameters", values), count("macs", values), receptiveField(values));
  }

  private OptionalLong count(String name, AnnotationArguments values) {
    Optional<Long> count = written(name, values, each -> notNegative(name, each.longNumber(name)));
    return count.map(OptionalLong::of).orElse(OptionalLong.empty());
  }

  private <T> Optional<T> written(
      String name, AnnotationArguments values, Function<AnnotationArguments, T> read) {
    return values.written().containsKey(name)
        ? orReported(() -> Optional.of(values.at(name, read)))
        : Optional.empty();
  }

  private static long notNegative(String name, long count) {
    if (count < 0) {
      throw new IllegalArgumentException(name + " must be at least 0, but is " + count);
    }
    return count;
  }

  private Optional<Extent> receptiveField(AnnotationArguments values) {
    return written("receptiveField", values, each -> each.extent("receptiveField"));
  }

  private static Contract output(AnnotationArguments values) {
    return values.at("value", each -> new ExpectedOutput(each.shape("value")));
  }

  private static Optional<Contract> weights(
      AnnotationArguments values, WeightsReader reader, List<Located> problems) {
    String name = values.text("value");
    return reader
        .read(name, values.placeOf("value"), problems)
        .map(header -> new WeightsFile(name, header));
  }
}

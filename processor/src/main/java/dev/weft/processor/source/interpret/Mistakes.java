package dev.weft.processor.source.interpret;

import com.sun.source.tree.Tree;
import dev.weft.dsl.problem.Code;
import dev.weft.dsl.problem.Problem.Fix;
import dev.weft.processor.diagnostic.Frame;
import dev.weft.processor.diagnostic.Located;
import dev.weft.processor.diagnostic.Place;
import dev.weft.processor.source.place.Places;
import dev.weft.processor.source.tree.Absence;
import java.util.List;
import java.util.Optional;

/** Makes the mistakes that end an evaluation, each at its tree. */
final class Mistakes {
  private final Places places;

  Mistakes(Places places) {
    this.places = places;
  }

  /** Java that is outside of what a declaration may contain. */
  Mistake notInterpretable(Tree tree, Activation at, String headline, String wayOut) {
    return notInterpretable(tree, at, headline, Fix.of(wayOut));
  }

  /** Java that is outside of what a declaration may contain. */
  Mistake notInterpretable(Tree tree, Activation at, String headline, Fix fix) {
    return at(Code.NOT_INTERPRETABLE, tree, at, headline, fix);
  }

  /** A construct of Java that a declaration cannot contain. */
  Mistake cannotContain(Tree tree, Activation at) {
    Constructs.Construct construct = Constructs.of(tree);
    return notInterpretable(
        tree, at, "a declaration cannot contain " + construct.name(), construct.wayOut());
  }

  /** A declaration without source. */
  Mistake absent(Absence absence, Tree tree, Activation at) {
    return absent(absence, places.of(at.home().unit(), tree), at.calls().frames());
  }

  /** A declaration without source, which is needed at a place. */
  Mistake absent(Absence absence, Place needed, List<Frame> frames) {
    // At a broken file itself, so that it is one mistake however many calls lead there.
    Place place = absence.broken().map(file -> places.of(file, file)).orElse(needed);
    Fix fix = Fix.of(absence.wayOut());
    return new Mistake(
        Located.of(Code.NOT_INTERPRETABLE, place, frames, absence.headline(), fix), false);
  }

  /**
   * A name that means nothing here.
   *
   * @param known what to do about it, if that is known
   * @param mayAppear whether another processor may generate what it means
   */
  Mistake cannotFind(
      Tree tree, Activation at, String what, Optional<Fix> known, boolean mayAppear) {
    Fix fix = known.orElse(Fix.of("declare it, or import it"));
    return new Mistake(
        located(Code.NOT_INTERPRETABLE, tree, at, "cannot find " + what, fix), mayAppear);
  }

  /** What would be an exception if the body ran. */
  Mistake exception(Tree tree, Activation at, String headline) {
    return at(Code.EXCEPTION, tree, at, headline);
  }

  /** The exception of Java's that null makes where a number or a boolean is needed. */
  Mistake nullUnboxed(Tree tree, Activation at, String type) {
    return exception(tree, at, "NullPointerException: null is unboxed to " + type);
  }

  /** An argument that a factory or modifier refused, with the ways out that are known. */
  Mistake invalidArgument(Tree tree, Activation at, String headline, Fix... fixes) {
    return at(Code.INVALID_ARGUMENT, tree, at, headline, fixes);
  }

  /** What Java allows and means nothing in a declaration. */
  Mistake misuse(Tree tree, Activation at, String headline, Fix fix) {
    return at(Code.MISUSE, tree, at, headline, fix);
  }

  /** A bound that was exceeded. */
  Mistake limit(Tree tree, Activation at, String headline, String wayOut) {
    return at(Code.STEP_LIMIT, tree, at, headline, Fix.of(wayOut));
  }

  private Mistake at(Code code, Tree tree, Activation at, String headline, Fix... fixes) {
    return new Mistake(located(code, tree, at, headline, fixes), false);
  }

  private Located located(Code code, Tree tree, Activation at, String headline, Fix... fixes) {
    return Located.of(
        code, places.of(at.home().unit(), tree), at.calls().frames(), headline, fixes);
  }
}

package dev.weft.processor.source.interpret;

import com.sun.source.tree.Tree;
import dev.weft.dsl.problem.Counts;
import java.util.function.Supplier;

/**
 * Bounds on what one stage may take, so that an endless loop in a declaration is an error and not a
 * hung build.
 *
 * <p>A step is the evaluation of one expression or statement. What takes longer costs more steps,
 * so that all of them are used up within about a second, whatever a loop does; and what is kept, as
 * each layer's origin, stays small. The largest network that {@link LayerSizes} allows takes less
 * than half of them.
 */
final class Budget {
  static final long MOST_STEPS = 4_000_000;

  /** Of a method, a constructor, or one of the JDK's methods, besides the steps in it. */
  static final int STEPS_OF_A_CALL = 50;

  /** Of a lambda, besides the steps in it. */
  static final int STEPS_OF_A_LAMBDA = 10;

  /** Of an array that lists its elements, besides the steps in them. */
  static final int STEPS_OF_AN_ARRAY = 20;

  /** Of a factory or a modifier, which notes where the layer was declared. */
  static final int STEPS_OF_A_LAYER = 60;

  static final int DEEPEST_CALL = 200;

  /** Of collections in collections. */
  static final int DEEPEST_VALUE = 200;

  static final long MOST_CELLS = 1_000_000;
  static final int LONGEST_STRING = 65_536;
  static final long MOST_CHARACTERS = 100_000_000;

  /** Unwinds to the loop that used up the steps, or to the stage if there is none. */
  static final class OutOfSteps extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Mistake mistake;

    private OutOfSteps(Mistake mistake) {
      super(null, null, false, false);
      this.mistake = mistake;
    }

    Mistake mistake() {
      return mistake;
    }
  }

  private final Mistakes mistakes;
  private long steps;
  private long cells;
  private long characters;
  private int depth;
  private Tree tree;
  private Activation activation;

  Budget(Mistakes mistakes) {
    this.mistakes = mistakes;
  }

  /** Starts afresh, for the next stage. */
  void reset() {
    steps = 0;
    cells = 0;
    characters = 0;
    depth = 0;
  }

  void step(Tree next, Activation at) {
    steps(1, next, at);
  }

  void steps(long count, Tree next, Activation at) {
    tree = next;
    activation = at;
    steps += count;
    if (steps > MOST_STEPS) {
      String headline =
          "this stage takes more than " + Counts.number(MOST_STEPS) + " steps to evaluate";
      throw new OutOfSteps(mistakes.limit(next, at, headline, "let it do less"));
    }
  }

  /** The tree of the last step. */
  Tree tree() {
    return tree;
  }

  /** The code of the last step. */
  Activation activation() {
    return activation;
  }

  /** Runs a loop; if the steps run out and it took most of them, it is the one to blame. */
  <T> T loop(Tree tree, Activation at, Supplier<T> loop) {
    return loop("this loop", tree, at, loop);
  }

  <T> T loop(String what, Tree tree, Activation at, Supplier<T> loop) {
    long before = steps;
    try {
      return loop.get();
    } catch (OutOfSteps outOfSteps) {
      if (steps - before <= MOST_STEPS / 2) {
        throw outOfSteps;
      }
      String headline = what + " does not end within " + Counts.number(MOST_STEPS) + " steps";
      throw mistakes.limit(tree, at, headline, "let it end, or do less");
    }
  }

  /** Runs a call. */
  <T> T call(Tree tree, Activation at, String name, Supplier<T> call) {
    steps(STEPS_OF_A_CALL, tree, at);
    depth++;
    try {
      if (depth > DEEPEST_CALL) {
        throw mistakes.limit(
            tree,
            at,
            "the calls nest more than " + DEEPEST_CALL + " deep at `" + name + "`",
            "let the recursion end at a condition, or write a loop");
      }
      return call.get();
    } finally {
      depth--;
    }
  }

  /** Refuses to walk on into a value: it is endless if the value holds itself. */
  void nesting(int depth, Tree tree, Activation at) {
    if (depth > DEEPEST_VALUE) {
      String headline = "a value holds itself, or others more than " + DEEPEST_VALUE + " deep";
      throw mistakes.limit(tree, at, headline, "nest the values less deep");
    }
  }

  /** Charges elements of arrays and lists, before they are allocated. */
  void cells(long count, Tree tree, Activation at) {
    cells += count;
    if (cells > MOST_CELLS || count > MOST_CELLS) {
      String headline =
          "arrays and lists hold more than " + Counts.number(MOST_CELLS) + " elements in all";
      throw mistakes.limit(tree, at, headline, "make fewer");
    }
  }

  String string(String text, Tree tree, Activation at) {
    characters(text.length(), text.length(), tree, at);
    return text;
  }

  /** Charges {@code added} characters of a string that is then {@code length} long. */
  void characters(long length, long added, Tree tree, Activation at) {
    if (length > LONGEST_STRING) {
      String headline = "a string is longer than " + Counts.number(LONGEST_STRING) + " characters";
      throw mistakes.limit(tree, at, headline, "make a shorter one");
    }
    characters += added;
    if (characters > MOST_CHARACTERS) {
      String headline =
          "strings have more than " + Counts.number(MOST_CHARACTERS) + " characters in all";
      throw mistakes.limit(tree, at, headline, "make fewer, or shorter ones");
    }
  }
}

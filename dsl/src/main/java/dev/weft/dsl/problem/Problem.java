package dev.weft.dsl.problem;

import dev.weft.dsl.Declared;
import dev.weft.dsl.Shape;
import java.util.List;

/**
 * A mistake in a declaration, or something hardly meant, as data. It knows layers, not files:
 * whoever read the declaration knows where each layer was written, and turns the problem into text.
 *
 * @param code the kind of mistake
 * @param at the layer, or whatever else was declared, at fault, or null for the network as a whole
 * @param modifier the modifier at fault ({@code stride}), or null for the call that made the layer
 * @param headline what disagrees, with both values, in one line: lower case, no full stop
 * @param details what each side has and why
 * @param fixes what to write instead; the first is the likeliest
 */
public record Problem(
    Code code,
    Declared at,
    String modifier,
    String headline,
    List<Detail> details,
    List<Fix> fixes) {

  /** Copies the lists. */
  public Problem {
    details = List.copyOf(details);
    fixes = List.copyOf(fixes);
  }

  /** The same problem with other fixes. */
  public Problem with(List<Fix> others) {
    return new Problem(code, at, modifier, headline, details, others);
  }

  /**
   * One side of a disagreement.
   *
   * @param label what it is, in one or two words: {@code shortcut}
   * @param value what it has; a {@link Shape} or a number, or null if the reason says it all
   * @param source the layer, or whatever else, that the reason speaks of, whose place is printed
   *     behind it; or null
   * @param reason where the value comes from or why it is so, in a few words
   */
  public record Detail(String label, Object value, Declared source, String reason) {}

  /**
   * A change that mends the mistake.
   *
   * @param action what to do, in a few words: {@code project the shortcut}
   * @param edit what to write, as it would stand in the source, or null
   * @param effect what comes of it, or null: {@code adds a 1x1 convolution, 8,192 parameters}
   * @param at the layer to edit, if it is not the one at fault; else null
   * @param fit which of the layers it mends that one call makes
   */
  public record Fix(String action, String edit, String effect, Declared at, Fit fit) {
    /** Which of the layers that one call makes, as in a loop, a fix of that call mends. */
    public enum Fit {
      /** Those that are at fault, or that can be told. */
      ANY,
      /** The one at fault, and all that need the very same edit. */
      ONE,
      /** All, where those at fault need different edits or others need none. */
      ALL
    }

    /** A change of what is at fault, or of another layer. */
    public Fix(String action, String edit, String effect, Declared at) {
      this(action, edit, effect, at, Fit.ANY);
    }

    /** A change of what is at fault. */
    public Fix(String action, String edit, String effect) {
      this(action, edit, effect, null);
    }

    /** A change for which words say all. */
    public static Fix of(String action) {
      return new Fix(action, null, null);
    }

    /** What to do and what to write, as part of a sentence. */
    public String inWords() {
      return edit == null ? action : action + " with " + edit;
    }

    /** For a name that was misspelt; the edit has the nearest there is. */
    public static Fix nearestName(String edit) {
      return new Fix("write the nearest name", edit, null);
    }
  }
}

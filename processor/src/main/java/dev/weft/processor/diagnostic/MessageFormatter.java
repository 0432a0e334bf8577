package dev.weft.processor.diagnostic;

import dev.weft.dsl.Declared;
import dev.weft.dsl.problem.Problem;
import dev.weft.dsl.problem.Problem.Fix;
import dev.weft.dsl.problem.Problem.Fix.Fit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns a problem into the one message that javac prints: the headline, what each side has, the
 * calls that led there, where else, and the fixes. All of it is in the message because Maven shows
 * neither source line nor caret nor notes.
 */
public final class MessageFormatter {
  /** Together with the two columns that javac itself adds to every line after the first. */
  private static final String INDENT = "  ";

  /** A size is the first argument of the call that makes a layer, and no modifier. */
  private static final Pattern SIZE = Pattern.compile("\\.(?:filters|features)\\((\\d+)\\)");

  /** Neither is what makes a convolution anew. */
  private static final Pattern CONV =
      Pattern.compile("\\.filters\\((\\d+)\\)\\.kernel\\((\\d+)\\)");

  private final Origins origins;
  private final Sides sides;

  /** A formatter that finds the places of the layers it mentions in {@code origins}. */
  public MessageFormatter(Origins origins) {
    this.origins = origins;
    this.sides = new Sides(origins);
  }

  /** The message for a mistake that occurs {@code elsewhere} as well. */
  public String format(Located located, List<String> elsewhere) {
    return format(located, elsewhere, true);
  }

  /**
   * The same.
   *
   * @param areAlike whether all that the call at fault makes is mended by the same edit
   */
  String format(Located located, List<String> elsewhere, boolean areAlike) {
    Problem problem = located.problem();
    List<String> lines = new ArrayList<>(sides.lines(problem.details()));
    CallPath.of(located.frames()).ifPresent(lines::add);
    if (!elsewhere.isEmpty()) {
      lines.add("also in " + String.join(", ", elsewhere));
    }
    Fit other = areAlike ? Fit.ALL : Fit.ONE;
    List<Fix> fixes = problem.fixes().stream().filter(fix -> fix.fit() != other).toList();
    for (int i = 0; i < fixes.size(); i++) {
      lines.add((i == 0 ? "fix: " : " or: ") + text(fixes.get(i), problem.at()));
    }
    StringBuilder message = new StringBuilder("[weft:" + problem.code().id() + "] ");
    message.append(problem.headline());
    lines.forEach(line -> message.append('\n').append(INDENT).append(line));
    return message.toString();
  }

  private String text(Fix fix, Declared fault) {
    Optional<Origin> edited = origin(fix.at() == null ? fault : fix.at());
    StringBuilder text = new StringBuilder(fix.action());
    Optional.ofNullable(fix.edit())
        .flatMap(edit -> written(edit, edited))
        .ifPresent(code -> text.append(": ").append(code));
    if (fix.effect() != null) {
      text.append("      ").append(fix.effect());
    }
    if (fix.fit() == Fit.ALL) {
      text.append("      what is made here gets different inputs");
    }
    if (fix.at() != null) {
      edited.ifPresent(origin -> text.append(" (").append(origin.place().reference()).append(')'));
    }
    return text.toString();
  }

  /** An edit as its layer is written; empty if it cannot be written so. */
  private static Optional<String> written(String edit, Optional<Origin> origin) {
    if (origin.filter(Origin::isAnnotation).isPresent()) {
      return AnnotationEdit.of(edit);
    }
    Matcher conv = CONV.matcher(edit);
    if (conv.matches()) {
      return Optional.of("conv(" + conv.group(1) + ", " + conv.group(2) + ")");
    }
    Matcher size = SIZE.matcher(edit);
    return size.matches()
        ? origin.flatMap(Origin::size).map(call -> call.with(size.group(1)))
        : Optional.of(edit);
  }

  private Optional<Origin> origin(Declared declared) {
    return declared == null ? Optional.empty() : origins.of(declared);
  }
}

package dev.weft.dsl.lint;

import dev.weft.dsl.problem.Problem;
import java.util.stream.Stream;

/** Looks for one kind of thing that was hardly meant. */
interface Check {
  Stream<Problem> problems(Readers network);
}

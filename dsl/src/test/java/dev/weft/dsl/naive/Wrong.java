package dev.weft.dsl.naive;

import dev.weft.dsl.problem.Code;

/** The first mistake of a network. */
final class Wrong extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Code code;

  Wrong(Code code) {
    super(code.id());
    this.code = code;
  }

  Code code() {
    return code;
  }
}

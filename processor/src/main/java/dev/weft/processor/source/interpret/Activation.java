package dev.weft.processor.source.interpret;

import dev.weft.processor.source.resolve.Home;

/**
 * A piece of code that is running.
 *
 * @param home where it stands
 * @param self what {@code this} is: the network's {@code TypeElement}, a record's value, or null
 * @param scope its local variables
 * @param calls the calls that led here
 */
record Activation(Home home, Object self, Scope scope, CallStack calls) {
  /** The same code with room for variables of its own. */
  Activation nested() {
    return new Activation(home, self, new Scope(scope), calls);
  }
}

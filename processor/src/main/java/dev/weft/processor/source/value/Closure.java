package dev.weft.processor.source.value;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.lang.model.element.TypeElement;

/**
 * A lambda or a method reference.
 *
 * @param arity the number of its parameters, or -1 for a method reference, which fits several
 * @param body what it does
 * @param method the method of the functional interface it was assigned to, or null if not yet
 */
public record Closure(int arity, Body body, FunctionalMethod method) {

  /** What a closure does. */
  public interface Body {
    /** Runs with these arguments, for parameters of these types. */
    Object run(List<Object> arguments, List<ValueType> types);
  }

  /**
   * The one abstract method of a functional interface.
   *
   * @param type the interface, or null if it is one of the DSL's or the JDK's
   * @param name the method's name
   * @param parameters the types of its parameters
   * @param result the type of its result
   */
  public record FunctionalMethod(
      TypeElement type, String name, List<ValueType> parameters, ValueType result) {
    /** Copies the list. */
    public FunctionalMethod {
      parameters = List.copyOf(parameters);
    }
  }

  /** This closure as a value of a functional interface. */
  public Closure as(FunctionalMethod target) {
    return new Closure(arity, body, target);
  }

  /** Whether calling the method of this name runs the body. */
  public boolean isCalledBy(String name) {
    return method == null || method.name().equals(name);
  }

  /** Runs the body with arguments and result brought to the types of the interface's method. */
  public Object call(List<Object> arguments) {
    if (method == null) {
      return body.run(arguments, Collections.nCopies(arguments.size(), ValueType.ANY));
    }
    List<Object> coerced = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      coerced.add(method.parameters().get(i).coerce(arguments.get(i)));
    }
    return method.result().coerce(body.run(coerced, method.parameters()));
  }
}

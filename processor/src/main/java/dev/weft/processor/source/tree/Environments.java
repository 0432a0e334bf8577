package dev.weft.processor.source.tree;

import com.sun.source.util.Trees;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;

/**
 * Finds javac's own environment behind the one that a build tool hands over in its place: Gradle's
 * keeps it in a field, IntelliJ IDEA's unwraps it on request, a proxy's handler has it in a field.
 */
final class Environments {
  private static final String INTELLIJ = "org.jetbrains.jps.javac.APIWrappers";
  private static final int DEEPEST = 5;

  private Environments() {}

  /** javac's trees; empty if the compiler is not javac, or hides behind something unknown. */
  static Optional<Trees> trees(ProcessingEnvironment environment) {
    return trees(environment, DEEPEST);
  }

  private static Optional<Trees> trees(ProcessingEnvironment environment, int depth) {
    try {
      return Optional.of(Trees.instance(environment));
    } catch (IllegalArgumentException notJavacs) {
      return depth == 0
          ? Optional.empty()
          : wrapped(environment).flatMap(inner -> trees(inner, depth - 1));
    }
  }

  private static Optional<ProcessingEnvironment> wrapped(ProcessingEnvironment environment) {
    Object holder =
        Proxy.isProxyClass(environment.getClass())
            ? Proxy.getInvocationHandler(environment)
            : environment;
    return byIntellij(environment).or(() -> inField(holder));
  }

  private static Optional<ProcessingEnvironment> byIntellij(ProcessingEnvironment environment) {
    try {
      Object unwrapped =
          Class.forName(INTELLIJ, false, environment.getClass().getClassLoader())
              .getMethod("unwrap", Class.class, Object.class)
              .invoke(null, ProcessingEnvironment.class, environment);
      return Optional.ofNullable((ProcessingEnvironment) unwrapped)
          .filter(inner -> inner != environment);
    } catch (ClassNotFoundException
        | NoSuchMethodException
        | IllegalAccessException
        | InvocationTargetException notIntellij) {
      return Optional.empty();
    }
  }

  private static Optional<ProcessingEnvironment> inField(Object holder) {
    for (Class<?> type = holder.getClass(); type != null; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (ProcessingEnvironment.class.isAssignableFrom(field.getType())
            && !Modifier.isStatic(field.getModifiers())
            && field.trySetAccessible()) {
          Optional<ProcessingEnvironment> inner = value(field, holder);
          if (inner.isPresent()) {
            return inner;
          }
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<ProcessingEnvironment> value(Field field, Object holder) {
    try {
      return Optional.ofNullable((ProcessingEnvironment) field.get(holder));
    } catch (IllegalAccessException hidden) {
      return Optional.empty();
    }
  }
}

package dev.weft.processor.source.interpret;

import dev.weft.dsl.Layer;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** The processor's own copy of the types that declarations are written with. */
public final class DslTypes {
  private static final String PACKAGE = Layer.class.getPackageName();

  /** What to do in place of implementing one of them, or calling a constructor. */
  static final String ONLY_FACTORIES = "layers are made by the factories of Layers only";

  private DslTypes() {}

  /** The class of a type of the DSL; empty for every other type. */
  public static Optional<Class<?>> of(TypeElement type) {
    String name = type.getQualifiedName().toString();
    if (!name.startsWith(PACKAGE + ".") || name.indexOf('.', PACKAGE.length() + 1) >= 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(Class.forName(name, true, Layer.class.getClassLoader()));
    } catch (ClassNotFoundException | LinkageError usersOwn) {
      return Optional.empty();
    }
  }

  /** Whether a declared type is a layer's. */
  public static boolean isLayer(TypeMirror type) {
    return type instanceof DeclaredType declared
        && declared.asElement() instanceof TypeElement element
        && of(element).filter(Layer.class::isAssignableFrom).isPresent();
  }

  /** Whether a value is an object of the DSL. */
  static boolean isInstance(Object value) {
    return value != null && value.getClass().getPackageName().equals(PACKAGE);
  }

  /** The value of a public constant of a class of the DSL, such as {@code Layers.SAME}. */
  static Optional<Object> constant(TypeElement type, String name) {
    return of(type)
        .flatMap(
            found ->
                Arrays.stream(found.getFields())
                    .filter(field -> field.getName().equals(name))
                    .filter(field -> Modifier.isStatic(field.getModifiers()))
                    .findFirst())
        .map(DslTypes::valueOf);
  }

  private static Object valueOf(Field field) {
    try {
      return field.get(null);
    } catch (IllegalAccessException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}

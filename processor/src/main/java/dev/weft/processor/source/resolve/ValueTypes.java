package dev.weft.processor.source.resolve;

import com.sun.source.tree.AnnotatedTypeTree;
import com.sun.source.tree.ArrayTypeTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.Tree;
import dev.weft.processor.source.value.Closure.FunctionalMethod;
import dev.weft.processor.source.value.Prim;
import dev.weft.processor.source.value.ValueType;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Declared types, as written in bodies and as the compiler knows them from signatures. */
public final class ValueTypes {
  private final Names names;
  private final Members members;

  /** Types whose names {@code names} resolves. */
  public ValueTypes(Names names, Members members) {
    this.names = names;
    this.members = members;
  }

  /** A type as written in a body; null stands for {@code var} and for a lambda's bare parameter. */
  public ValueType of(Tree type, Home home) {
    if (type instanceof PrimitiveTypeTree primitive) {
      return primitive.getPrimitiveTypeKind() == TypeKind.VOID
          ? ValueType.ANY
          : ValueType.primitive(Prim.valueOf(primitive.getPrimitiveTypeKind().name()));
    }
    if (type instanceof ArrayTypeTree array) {
      return ValueType.arrayOf(of(array.getType(), home));
    }
    if (type instanceof ParameterizedTypeTree generic) {
      ValueType raw = of(generic.getType(), home);
      return generic.getTypeArguments().size() == 1 && raw.element() != null
          ? ValueType.of(raw.element(), of(generic.getTypeArguments().get(0), home))
          : raw;
    }
    if (type instanceof AnnotatedTypeTree annotated) {
      return of(annotated.getUnderlyingType(), home);
    }
    return named(type, home).map(ValueTypes::of).orElse(ValueType.ANY);
  }

  /** The class or interface that a type tree names. */
  public Optional<TypeElement> named(Tree type, Home home) {
    if (type instanceof ParameterizedTypeTree generic) {
      return named(generic.getType(), home);
    }
    if (type instanceof IdentifierTree name) {
      return names.type(name.getName().toString(), home);
    }
    if (type instanceof MemberSelectTree select) {
      String name = select.getIdentifier().toString();
      Optional<TypeElement> outer = named(select.getExpression(), home);
      return outer.isPresent()
          ? members.type(outer.get(), name)
          : names.qualifiedType(select.toString(), home);
    }
    return Optional.empty();
  }

  /** A type of a signature. */
  public static ValueType of(TypeMirror type) {
    if (type.getKind().isPrimitive()) {
      return ValueType.primitive(Prim.valueOf(type.getKind().name()));
    }
    if (type instanceof ArrayType array) {
      return ValueType.arrayOf(of(array.getComponentType()));
    }
    if (type.getKind() == TypeKind.DECLARED
        && ((DeclaredType) type).asElement() instanceof TypeElement element) {
      List<? extends TypeMirror> arguments = ((DeclaredType) type).getTypeArguments();
      return arguments.size() == 1 ? ValueType.of(element, of(arguments.get(0))) : of(element);
    }
    return ValueType.ANY;
  }

  private static ValueType of(TypeElement element) {
    Prim boxed = Prim.boxedBy(element.getQualifiedName().toString());
    return boxed != null ? ValueType.box(boxed) : ValueType.of(element);
  }

  /** The method that a lambda assigned to this type implements. */
  public Optional<FunctionalMethod> functionalMethod(ValueType type) {
    return Optional.ofNullable(type.element())
        .flatMap(members::functionalMethod)
        .map(ValueTypes::signature);
  }

  private static FunctionalMethod signature(ExecutableElement method) {
    List<ValueType> parameters =
        method.getParameters().stream().map(parameter -> of(parameter.asType())).toList();
    return new FunctionalMethod(
        method.getSimpleName().toString(), parameters, of(method.getReturnType()));
  }
}

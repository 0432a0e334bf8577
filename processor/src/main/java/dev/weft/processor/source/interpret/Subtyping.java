package dev.weft.processor.source.interpret;

import dev.weft.processor.source.resolve.Members;
import dev.weft.processor.source.value.Prim;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Types;

/** Java's relation between types, as far as it does not depend on type arguments. */
final class Subtyping {
  private static final Set<String> OF_ARRAYS =
      Set.of("java.lang.Object", "java.lang.Cloneable", "java.io.Serializable");

  private final Types types;
  private final Members members;

  Subtyping(Types types, Members members) {
    this.types = types;
    this.members = members;
  }

  /** Whether a type is a subtype of another, both erased; widening counts among primitives. */
  boolean isSubtype(TypeMirror one, TypeMirror other) {
    if (one.getKind().isPrimitive() || other.getKind().isPrimitive()) {
      return one.getKind().isPrimitive()
          && other.getKind().isPrimitive()
          && prim(one).widensTo(prim(other));
    }
    if (one.getKind() == TypeKind.ERROR
        || other.getKind() == TypeKind.ERROR
        || one.getKind() == TypeKind.NULL) {
      return true;
    }
    if (other instanceof TypeVariable || other instanceof IntersectionType) {
      return other.equals(one) || isSubtype(one, types.erasure(other));
    }
    if (one instanceof TypeVariable variable) {
      return isSubtype(variable.getUpperBound(), other);
    }
    if (one instanceof WildcardType wildcard) {
      return wildcard.getExtendsBound() == null
          ? isObject(other)
          : isSubtype(wildcard.getExtendsBound(), other);
    }
    if (one instanceof IntersectionType both) {
      return both.getBounds().stream().anyMatch(bound -> isSubtype(bound, other));
    }
    return isSubtypeOfClass(one, other);
  }

  private boolean isSubtypeOfClass(TypeMirror one, TypeMirror other) {
    if (one instanceof ArrayType array) {
      return other instanceof ArrayType same
          ? isSubtypeOfCell(array.getComponentType(), same.getComponentType())
          : OF_ARRAYS.contains(other.toString());
    }
    return isObject(other)
        || one instanceof DeclaredType left
            && other instanceof DeclaredType right
            && members.isSubtype((TypeElement) left.asElement(), (TypeElement) right.asElement());
  }

  private boolean isSubtypeOfCell(TypeMirror one, TypeMirror other) {
    return one.getKind().isPrimitive() || other.getKind().isPrimitive()
        ? one.getKind() == other.getKind()
        : isSubtype(one, other);
  }

  private static boolean isObject(TypeMirror type) {
    return type.toString().equals("java.lang.Object");
  }

  private static Prim prim(TypeMirror type) {
    return Prim.valueOf(type.getKind().name());
  }

  /** The parameterisation of a class that a type inherits from. */
  Optional<DeclaredType> supertype(TypeMirror type, TypeElement element) {
    if (type instanceof DeclaredType declared && declared.asElement().equals(element)) {
      return Optional.of(declared);
    }
    if (type.getKind().isPrimitive() || type instanceof WildcardType) {
      return Optional.empty();
    }
    return types.directSupertypes(type).stream()
        .flatMap(each -> supertype(each, element).stream())
        .findFirst();
  }

  /** What a type variable extends at last; any other type as it is. */
  static TypeMirror upper(TypeMirror type) {
    return type instanceof TypeVariable variable ? upper(variable.getUpperBound()) : type;
  }

  /** The box of a primitive type; any other type as it is. */
  TypeMirror boxed(TypeMirror type) {
    return type.getKind().isPrimitive() ? types.boxedClass((PrimitiveType) type).asType() : type;
  }

  /** The primitive type that a type is or boxes. */
  Optional<Prim> unboxed(TypeMirror type) {
    if (type.getKind().isPrimitive()) {
      return Optional.of(prim(type));
    }
    return type instanceof DeclaredType declared
            && declared.asElement() instanceof TypeElement element
        ? Optional.ofNullable(Prim.boxedBy(element.getQualifiedName().toString()))
        : Optional.empty();
  }
}

package dev.weft.processor.source.resolve;

import com.sun.source.tree.AnnotatedTypeTree;
import com.sun.source.tree.ArrayTypeTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.WildcardTree;
import dev.weft.processor.source.value.Closure.FunctionalMethod;
import dev.weft.processor.source.value.Prim;
import dev.weft.processor.source.value.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Parameterizable;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Types;

/** Declared types, as written in bodies and as the compiler knows them from signatures. */
public final class ValueTypes {
  private final Names names;
  private final Members members;
  private final Types types;

  /** Types whose names {@code names} resolves. */
  public ValueTypes(Names names, Members members, Types types) {
    this.names = names;
    this.members = members;
    this.types = types;
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
      return generic(generic, home);
    }
    if (type instanceof AnnotatedTypeTree annotated) {
      return of(annotated.getUnderlyingType(), home);
    }
    return variable(type, home)
        .or(() -> named(type, home).map(ValueTypes::of))
        .orElse(ValueType.ANY);
  }

  /** The type variable of a method, or of a class around it, that a name means. */
  private static Optional<ValueType> variable(Tree type, Home home) {
    if (!(type instanceof IdentifierTree name)) {
      return Optional.empty();
    }
    Stream<Parameterizable> scopes = Members.enclosing(home.owner()).map(each -> each);
    return Stream.concat(Stream.ofNullable(home.method()), scopes)
        .flatMap(scope -> scope.getTypeParameters().stream())
        .filter(variable -> variable.getSimpleName().contentEquals(name.getName()))
        .findFirst()
        .map(variable -> ValueType.variable(variable.asType()));
  }

  private ValueType generic(ParameterizedTypeTree tree, Home home) {
    ValueType raw = of(tree.getType(), home);
    List<TypeMirror> arguments = new ArrayList<>();
    for (Tree each : tree.getTypeArguments()) {
      mirror(each, home).ifPresent(arguments::add);
    }
    boolean isKnown =
        raw.element() != null
            && !arguments.isEmpty()
            && arguments.size() == raw.element().getTypeParameters().size();
    return isKnown
        ? ValueType.of(
            raw.element(),
            types.getDeclaredType(raw.element(), arguments.toArray(new TypeMirror[0])))
        : raw;
  }

  private Optional<TypeMirror> mirror(Tree type, Home home) {
    if (type instanceof WildcardTree wildcard) {
      Optional<TypeMirror> bound =
          wildcard.getBound() == null ? Optional.empty() : mirror(wildcard.getBound(), home);
      boolean isSuper = wildcard.getKind() == Tree.Kind.SUPER_WILDCARD;
      return bound.isEmpty() && wildcard.getBound() != null
          ? Optional.empty()
          : Optional.of(
              types.getWildcardType(
                  isSuper ? null : bound.orElse(null), isSuper ? bound.orElse(null) : null));
    }
    return mirror(of(type, home));
  }

  /** The compiler's view of a type; empty if the type is not known. */
  public Optional<TypeMirror> mirror(ValueType type) {
    if (type == null) {
      return Optional.empty();
    }
    if (type.mirror() != null) {
      return Optional.of(type.mirror());
    }
    if (type.prim() != null) {
      PrimitiveType primitive = types.getPrimitiveType(TypeKind.valueOf(type.prim().name()));
      return Optional.of(type.boxed() ? types.boxedClass(primitive).asType() : primitive);
    }
    if (type.isArray()) {
      return mirror(type.component()).map(types::getArrayType);
    }
    return Optional.ofNullable(type.element()).map(types::getDeclaredType);
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
      return ((DeclaredType) type).getTypeArguments().isEmpty()
          ? of(element)
          : ValueType.of(element, type);
    }
    return type.getKind() == TypeKind.TYPEVAR ? ValueType.variable(type) : ValueType.ANY;
  }

  private static ValueType of(TypeElement element) {
    Prim boxed = Prim.boxedBy(element.getQualifiedName().toString());
    return boxed != null ? ValueType.box(boxed) : ValueType.of(element);
  }

  /** The method that a lambda assigned to this type implements. */
  public Optional<FunctionalMethod> functionalMethod(ValueType type) {
    return Optional.ofNullable(type.element())
        .flatMap(element -> members.functionalMethod(element).map(m -> signature(type, m)));
  }

  private FunctionalMethod signature(ValueType type, ExecutableElement method) {
    ExecutableType signature = (ExecutableType) method.asType();
    if (type.mirror() instanceof DeclaredType declared) {
      signature = (ExecutableType) types.asMemberOf(withoutWildcards(declared), method);
    }
    return new FunctionalMethod(
        type.element(),
        method.getSimpleName().toString(),
        signature.getParameterTypes().stream().map(ValueTypes::of).toList(),
        of(signature.getReturnType()));
  }

  /** A lambda for {@code Function<? super A, ? extends B>} takes an A and yields a B. */
  public DeclaredType withoutWildcards(DeclaredType type) {
    TypeElement element = (TypeElement) type.asElement();
    TypeMirror[] arguments = type.getTypeArguments().toArray(new TypeMirror[0]);
    for (int i = 0; i < arguments.length; i++) {
      if (arguments[i] instanceof WildcardType wildcard) {
        TypeMirror ofParameter = element.getTypeParameters().get(i).getBounds().get(0);
        arguments[i] =
            wildcard.getSuperBound() != null
                ? wildcard.getSuperBound()
                : wildcard.getExtendsBound() != null ? wildcard.getExtendsBound() : ofParameter;
      }
    }
    return arguments.length == 0 ? type : types.getDeclaredType(element, arguments);
  }
}

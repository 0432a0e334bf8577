package dev.weft.processor.emit.code;

/**
 * A class or a primitive type.
 *
 * @param packageName its package; empty for the unnamed one, for classes nested in the source that
 *     is written, and for primitive types
 * @param name its name within the package, that of a nested class behind its outer class's and a
 *     dot
 */
public record ClassName(String packageName, String name) implements TypeName {
  /** The class of that name in a package. */
  public static ClassName get(String packageName, String name) {
    return new ClassName(packageName, name);
  }

  /** A class that this program knows. */
  public static ClassName get(Class<?> type) {
    String name = type.getCanonicalName();
    String packageName = type.getPackageName();
    return type.isPrimitive()
        ? new ClassName("", name)
        : new ClassName(packageName, name.substring(packageName.length() + 1));
  }

  /** A class nested in this one. */
  public ClassName nestedClass(String nested) {
    return new ClassName(packageName, name + "." + nested);
  }

  /** The name without those of outer classes. */
  public String simpleName() {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** The name with the package's, as {@code import} takes it. */
  public String canonicalName() {
    return packageName.isEmpty() ? name : packageName + "." + name;
  }

  /** The outermost class around it, or itself. */
  ClassName topLevel() {
    int dot = name.indexOf('.');
    return dot < 0 ? this : new ClassName(packageName, name.substring(0, dot));
  }

  @Override
  public String toString() {
    return canonicalName();
  }

  @Override
  public void print(Printer printer) {
    printer.text(printer.imports().named(this));
  }
}

package dev.weft.processor.source.value;

import java.util.Arrays;

/** An array of a declaration. */
public final class JavaArray {
  private final ValueType component;
  private final Object[] cells;

  private JavaArray(ValueType component, Object[] cells) {
    this.component = component;
    this.cells = cells;
  }

  /** A fresh array of zeros, or of null. */
  public static JavaArray create(ValueType component, int length) {
    Object[] cells = new Object[length];
    Arrays.fill(cells, component.zero());
    return new JavaArray(component, cells);
  }

  /** An array of these values, which are brought to the component's type. */
  public static JavaArray of(ValueType component, Object... values) {
    return new JavaArray(component, Arrays.stream(values).map(component::coerce).toArray());
  }

  /** What the cells hold. */
  public ValueType component() {
    return component;
  }

  /** The number of cells. */
  public int length() {
    return cells.length;
  }

  /**
   * The value of a cell.
   *
   * @throws ArrayIndexOutOfBoundsException if there is no such cell
   */
  public Object get(int index) {
    return cells[index];
  }

  /**
   * Puts a value into a cell and returns it as the cell holds it.
   *
   * @throws ArrayIndexOutOfBoundsException if there is no such cell
   */
  public Object set(int index, Object value) {
    cells[index] = component.coerce(value);
    return cells[index];
  }

  /** The cells' values; a copy. */
  public Object[] toArray() {
    return cells.clone();
  }
}

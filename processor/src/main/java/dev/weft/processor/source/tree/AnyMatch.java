package dev.weft.processor.source.tree;

import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;

/** Looks for something in a tree; the methods of its kinds of trees say whether it is there. */
public abstract class AnyMatch extends TreeScanner<Boolean, Void> {
  /** Whether it is anywhere in a tree, or the tree itself. */
  public final boolean isIn(Tree tree) {
    return reduce(false, scan(tree, null));
  }

  @Override
  public final Boolean reduce(Boolean one, Boolean other) {
    return Boolean.TRUE.equals(one) || Boolean.TRUE.equals(other);
  }
}

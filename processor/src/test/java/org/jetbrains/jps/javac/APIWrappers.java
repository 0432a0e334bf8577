package org.jetbrains.jps.javac;

import java.lang.reflect.Proxy;
import java.util.IdentityHashMap;
import java.util.Map;

/** A stand-in for the class of that name by which IntelliJ IDEA's builds wrap environments. */
public final class APIWrappers {
  private static final Map<Object, Object> WRAPPED = new IdentityHashMap<>();

  private APIWrappers() {}

  /** Wraps an object so that only {@link #unwrap} leads back to it. */
  public static <T> T wrap(Class<T> type, T object) {
    Object[] hidden = {object};
    Object wrapper =
        Proxy.newProxyInstance(
            APIWrappers.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> method.invoke(hidden[0], arguments));
    WRAPPED.put(wrapper, object);
    return type.cast(wrapper);
  }

  /** What {@link #wrap} was given; else the argument itself. */
  public static <T> T unwrap(Class<? extends T> type, T wrapper) {
    return type.cast(WRAPPED.getOrDefault(wrapper, wrapper));
  }
}

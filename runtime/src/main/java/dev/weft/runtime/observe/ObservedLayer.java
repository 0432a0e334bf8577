package dev.weft.runtime.observe;

import dev.weft.runtime.observe.LayerCall.Direction;
import dev.weft.runtime.observe.LayerCall.Part;
import dev.weft.runtime.tensor.Tensor;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;

/**
 * What stands in for a layer and reports its calls. All layers have their methods called alike, so
 * one proxy serves them all, those of later methods too: whatever is called {@code forward}, {@code
 * infer} or {@code backward} is a call, tensors among its arguments are the call's, and layers
 * among them are computed along with it.
 */
final class ObservedLayer implements InvocationHandler {
  private final Object layer;
  private final Part part;
  private final Watch watch;

  private ObservedLayer(Object layer, Part part, Watch watch) {
    this.layer = layer;
    this.part = part;
    this.watch = watch;
  }

  /** A layer of some type that reports its calls. */
  static <L> L of(Class<L> type, L layer, Part part, Watch watch) {
    ObservedLayer handler = new ObservedLayer(layer, part, watch);
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  /** The layer that another stands in for. */
  static <L> L unwrapped(Class<L> type, L layer) {
    return type.cast(unwrapped((Object) layer));
  }

  /** What a layer is called. */
  static Part part(Object layer) {
    return ((ObservedLayer) Proxy.getInvocationHandler(layer)).part;
  }

  private static boolean isObserved(Object object) {
    return object != null
        && Proxy.isProxyClass(object.getClass())
        && Proxy.getInvocationHandler(object) instanceof ObservedLayer;
  }

  private static Object unwrapped(Object object) {
    return isObserved(object) ? ((ObservedLayer) Proxy.getInvocationHandler(object)).layer : object;
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    Object[] own = arguments == null ? new Object[0] : arguments.clone();
    for (int i = 0; i < own.length; i++) {
      own[i] = unwrapped(own[i]);
    }
    switch (method.getName()) {
      case "forward", "infer" -> observe(Direction.FORWARD, method, arguments, own);
      case "backward" -> observe(Direction.BACKWARD, method, arguments, own);
      default -> {
        return call(method, own);
      }
    }
    return null;
  }

  private void observe(Direction direction, Method method, Object[] arguments, Object... own)
      throws Throwable {
    List<Part> parts = new ArrayList<>(List.of(part));
    List<Tensor> tensors = new ArrayList<>();
    for (Object argument : arguments) {
      if (isObserved(argument)) {
        parts.add(part(argument));
      } else if (argument instanceof Tensor[] several) {
        tensors.addAll(List.of(several));
      } else {
        tensors.add((Tensor) argument);
      }
    }
    watch.over(() -> call(method, own), parts, direction, tensors);
  }

  private Object call(Method method, Object... arguments) throws Throwable {
    try {
      return method.invoke(layer, arguments);
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    }
  }
}

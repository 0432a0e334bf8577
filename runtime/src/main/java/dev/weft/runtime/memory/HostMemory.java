package dev.weft.runtime.memory;

import com.sun.management.OperatingSystemMXBean;
import dev.weft.dsl.report.Units;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;

/** The processor's memory, as this process can still have it. */
public final class HostMemory {
  private static final LinuxMemory LINUX = new LinuxMemory(Path.of("/"));

  private HostMemory() {}

  /**
   * What can still be allocated outside the Java heap: by the operating system, the control group
   * and JavaCPP, whichever allows least.
   */
  public static Room available() {
    Room system = LINUX.available().orElseGet(HostMemory::elsewhere);
    return system.least(byJavaCpp(Pointer.maxPhysicalBytes(), Pointer.physicalBytes()));
  }

  private static Room elsewhere() {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    // What macOS calls free leaves out all that it would give back when asked.
    long bytes =
        Loader.getPlatform().startsWith("macosx")
            ? system.getTotalMemorySize() - Pointer.physicalBytes()
            : system.getFreeMemorySize();
    return new Room(bytes, LinuxMemory.MACHINE);
  }

  /**
   * What JavaCPP allows, which refuses to allocate anything while the process as a whole uses more.
   *
   * @param most its limit; none if 0
   */
  static Room byJavaCpp(long most, long used) {
    return new Room(
        most == 0 ? Long.MAX_VALUE : most - used,
        "JavaCPP's limit of "
            + Units.readableBytes(most)
            + " for the process, which -Dorg.bytedeco.javacpp.maxphysicalbytes=0 lifts");
  }
}

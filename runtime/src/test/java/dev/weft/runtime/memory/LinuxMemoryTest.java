package dev.weft.runtime.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** By files as Linux writes them. */
class LinuxMemoryTest {
  @TempDir private Path root;

  @BeforeEach
  void machine() throws IOException {
    write("proc/meminfo", "MemTotal: 16000 kB", "MemFree: 500 kB", "MemAvailable:   1000 kB");
  }

  private void write(String file, String... lines) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.write(path, java.util.List.of(lines));
  }

  private Room available() {
    return new LinuxMemory(root).available().orElseThrow();
  }

  @Test
  void anotherSystemHasNoSuchFiles() throws IOException {
    Files.delete(root.resolve("proc/meminfo"));
    assertThat(new LinuxMemory(root).available()).isEmpty();
  }

  @Test
  void withoutGroupsItIsTheMachines() {
    assertThat(available()).isEqualTo(new Room(1_024_000, "the machine's memory"));
  }

  @Test
  void theSecondVersionsGroupBoundsIt() throws IOException {
    write("proc/self/cgroup", "0::/user/job");
    write("sys/fs/cgroup/user/job/memory.max", "500000");
    write("sys/fs/cgroup/user/job/memory.current", "300000");
    write("sys/fs/cgroup/user/job/memory.stat", "anon 200000", "inactive_file 50000");
    assertThat(available().bytes()).isEqualTo(250_000);
    assertThat(available().bound())
        .isEqualTo(
            "the limit of the control group, " + root.resolve("sys/fs/cgroup/user/job/memory.max"));
  }

  @Test
  void theGroupAboveBoundsItToo() throws IOException {
    write("proc/self/cgroup", "0::/user/job");
    write("sys/fs/cgroup/user/job/memory.max", "max");
    write("sys/fs/cgroup/user/job/memory.current", "300000");
    write("sys/fs/cgroup/user/memory.max", "400000");
    write("sys/fs/cgroup/user/memory.current", "390000");
    assertThat(available().bytes()).isEqualTo(10_000);
  }

  @Test
  void aContainerThatDoesNotSeeItsPathFindsItsGroupAtTheTop() throws IOException {
    write("proc/self/cgroup", "7:cpu,cpuacct:/docker/a1", "4:memory:/docker/a1", "0::/docker/a1");
    write("sys/fs/cgroup/memory/memory.limit_in_bytes", "500000");
    write("sys/fs/cgroup/memory/memory.usage_in_bytes", "600000");
    write("sys/fs/cgroup/memory/memory.stat", "inactive_file 1", "total_inactive_file 150000");
    assertThat(available().bytes()).isEqualTo(50_000);
  }

  @Test
  void aGroupWithoutLimitBoundsNothing() throws IOException {
    write("proc/self/cgroup", "4:memory:/");
    write("sys/fs/cgroup/memory/memory.limit_in_bytes", "9223372036854771712");
    write("sys/fs/cgroup/memory/memory.usage_in_bytes", "600000");
    assertThat(available().bound()).isEqualTo("the machine's memory");
  }

  @Test
  void moreInUseThanAllowedLeavesNothing() {
    assertThat(HostMemory.byJavaCpp(4_000_000_000L, 5_000_000_000L))
        .isEqualTo(
            new Room(
                0,
                "JavaCPP's limit of 4.0 GB for the process, which"
                    + " -Dorg.bytedeco.javacpp.maxphysicalbytes=0 lifts"));
  }

  @Test
  void javaCppMayHaveNoLimit() {
    assertThat(HostMemory.byJavaCpp(0, 5_000_000_000L).bytes()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void thisMachineHasSome() {
    assertThat(HostMemory.available().bytes()).isBetween(1L << 20, 1L << 50);
  }
}

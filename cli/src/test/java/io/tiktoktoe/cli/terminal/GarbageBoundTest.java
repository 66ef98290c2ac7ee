package io.tiktoktoe.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Garbage is let go of when it outgrows what is alive, and not before. */
class GarbageBoundTest {

  /** Each report adds garbage; what is alive grows more slowly. */
  private static final class Growing implements GarbageBound.Memory {
    private static final long MEGABYTE = 1 << 20;
    private long alive;
    private long garbage;
    private long most;
    private int collections;

    void grow() {
      alive += MEGABYTE;
      garbage += 20 * MEGABYTE;
      most = Math.max(most, alive + garbage);
    }

    @Override
    public long held() {
      return alive + garbage;
    }

    @Override
    public void collect() {
      garbage = 0;
      collections++;
    }
  }

  @Test
  void garbageStaysBelowWhatIsAlive() {
    Growing memory = new Growing();
    List<Long> heard = new ArrayList<>();
    GarbageBound bound = new GarbageBound((step, done, total) -> heard.add(done), memory);
    for (long day = 0; day < 300; day++) {
      memory.grow();
      bound.report("simulating", day, 300);
    }
    assertThat(heard).hasSize(300);
    assertThat(memory.most).isLessThan(600L << 20);
    assertThat(memory.collections).isBetween(20, 80);
  }
}

package io.tiktoktoe.cli.terminal;

import io.tiktoktoe.work.Progress;

/**
 * Lets Java collect when what it holds has grown well beyond what was alive at the last collection
 * (a bound on floating garbage). Its collector would otherwise fill the memory that it may take
 * before it looks, which work that holds things for days of simulated time does.
 */
public final class GarbageBound implements Progress {

  /** What may be held beside {@value #MOST} times what was alive, bytes. */
  private static final long SLACK = 64L << 20;

  private static final double MOST = 1.3;

  private final Progress next;
  private final Memory memory;
  private long alive;

  /** What is held, and a way to let go of it. */
  interface Memory {
    /** Bytes that are held, garbage included. */
    long held();

    /** Lets go of garbage. */
    void collect();
  }

  private static final class Heap implements Memory {
    @Override
    public long held() {
      return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    @Override
    public void collect() {
      System.gc();
    }
  }

  /** Looks at the heap at each report, which it passes on. */
  public GarbageBound(Progress next) {
    this(next, new Heap());
  }

  GarbageBound(Progress next, Memory memory) {
    this.next = next;
    this.memory = memory;
  }

  @Override
  public synchronized void report(String step, long done, long total) {
    if (memory.held() > SLACK + MOST * alive) {
      memory.collect();
      alive = memory.held();
    }
    next.report(step, done, total);
  }
}

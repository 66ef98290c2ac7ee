package io.tiktoktoe.simulation.draw;

import java.util.PriorityQueue;

/**
 * What will happen to one creator later, in order of time. Each task has random numbers of its own,
 * forked when it is added, so that it draws alike whatever happens before it.
 */
public final class Agenda {

  private final PriorityQueue<Entry> entries = new PriorityQueue<>();
  private final Draws draws;
  private long order;

  public Agenda(Draws draws) {
    this.draws = draws;
  }

  /** Something that happens at its moment. */
  @FunctionalInterface
  public interface Task {
    void run(long at);
  }

  private record Entry(long at, long order, long key, Task task) implements Comparable<Entry> {
    @Override
    public int compareTo(Entry other) {
      int byTime = Long.compare(at, other.at);
      return byTime == 0 ? Long.compare(order, other.order) : byTime;
    }
  }

  /** Will run {@code task} on the day that holds {@code at}, epoch milliseconds. */
  public void add(long at, Task task) {
    entries.add(new Entry(at, order++, draws.fork(), task));
  }

  /** Runs everything before {@code until}, also what is added meanwhile. */
  public void runBefore(long until) {
    for (Entry next = entries.peek(); next != null && next.at < until; next = entries.peek()) {
      entries.poll();
      draws.at(next.key);
      next.task.run(next.at);
    }
  }
}

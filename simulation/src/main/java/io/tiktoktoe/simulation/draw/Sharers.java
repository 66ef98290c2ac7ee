package io.tiktoktoe.simulation.draw;

/** The fans of one creator who shared lately; some of those who join now were brought by them. */
public final class Sharers {

  private final int[] people = new int[64];
  private int count;

  public void add(int person) {
    people[count % people.length] = person;
    count++;
  }

  /** One of them, or -1 if nobody shared yet. */
  public int pick(Draws draws) {
    return count == 0 ? -1 : people[draws.below(Math.min(count, people.length))];
  }
}

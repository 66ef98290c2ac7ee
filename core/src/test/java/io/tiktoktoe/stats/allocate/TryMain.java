package io.tiktoktoe.stats.allocate;

import io.tiktoktoe.work.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

class TryMain {
  public static void main(String[] a) {
    int n = Integer.parseInt(a[0]), m = Integer.parseInt(a[1]), g = Integer.parseInt(a[2]);
    boolean caps = a[3].equals("1"), ints = a.length > 6 && a[6].equals("int");
    for (int seed = 1; seed <= Integer.parseInt(a[4]); seed++) {
      Random r = new Random(seed);
      int[] first = new int[n + 1];
      for (int i = 0; i <= n; i++) first[i] = i * m;
      List<double[]> vs = new ArrayList<>();
      for (int j = 0; j < 3; j++) vs.add(new double[n * m]);
      double[][] u = new double[g][n * m];
      int[] mark = new int[n * m];
      for (int o = 0; o < n * m; o++) {
        for (int k = 0; k < g; k++) u[k][o] = ints ? 1 + r.nextInt(20) : 1 + 9 * r.nextDouble();
        for (int j = 0; j < 3; j++) vs.get(j)[o] = ints ? r.nextInt(30) : u[0][o] * (0.5 + r.nextDouble());
        mark[o] = o % m;
      }
      AllocationProblem p = AllocationProblem.of(first, vs);
      for (int k = 0; k < g; k++) p = p.with(Limit.atMost("r" + k, u[k], 5.5 * n * 0.4));
      if (caps)
        for (int k = 0; k < m; k++)
          p = p.with(Limit.atMostMarked("cap" + k, mark, k, Math.floor(n / (double) m * 0.6)));
      AllocationOptions op = AllocationOptions.defaults();
      if (a[5].contains("s")) show(p, op, "strict");
      if (a[5].contains("t")) show(p, op.withTolerances(List.of(.02, .02)), "tolerant");
      if (a[5].contains("f")) {
        long t = System.nanoTime();
        ParetoFront f = Allocator.front(p, op, Progress.SILENT);
        System.out.printf("front %d certified %s %.2fs%n", f.points().size(), f.certified(), (System.nanoTime() - t) / 1e9);
        for (Allocation one : f.points()) System.out.printf("   %.4f %.4f %.4f %s%n", one.total(0), one.total(1), one.total(2), one.exact());
      }
    }
  }

  static void show(AllocationProblem p, AllocationOptions op, String what) {
    long t = System.nanoTime();
    AllocationOutcome s = Allocator.lexicographic(p, op, Progress.SILENT);
    if (s instanceof Allocation one) {
      Choice c = new Choice(p, one.choice());
      System.out.printf(
          "%s %.8f %.6f %.6f bound %.8f %.6f %.6f gap %.2e exact %s allowed %s acting %d %.2fs heap %d MB%n",
          what, one.total(0), one.total(1), one.total(2), one.bound(0), one.bound(1), one.bound(2), one.gap(0), one.exact(), c.allowed(), one.acting(),
          (System.nanoTime() - t) / 1e9, (Runtime.getRuntime().totalMemory()-Runtime.getRuntime().freeMemory())>>20);
    } else System.out.println(s);
  }
}

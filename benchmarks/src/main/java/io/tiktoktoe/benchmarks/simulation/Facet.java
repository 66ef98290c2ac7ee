package io.tiktoktoe.benchmarks.simulation;

/**
 * One facet of an economy.
 *
 * @param name what is measured
 * @param low least value that is near the real one
 * @param high most value that is
 * @param source where the range comes from
 * @param value measured; NaN where there is too little of it
 */
record Facet(String name, double low, double high, String source, double value) {

  boolean holds() {
    return value >= low && value <= high;
  }
}

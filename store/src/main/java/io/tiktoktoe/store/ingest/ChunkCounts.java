package io.tiktoktoe.store.ingest;

/**
 * What became of the rows of one chunk, or of several.
 *
 * @param nothing totals of nothing, of which nothing was ever told: no events
 */
record ChunkCounts(
    long accepted, long corrections, long duplicates, long conflicts, long rejected, long nothing) {

  static final ChunkCounts NONE = new ChunkCounts(0, 0, 0, 0, 0, 0);

  ChunkCounts plus(ChunkCounts other) {
    return new ChunkCounts(
        accepted + other.accepted,
        corrections + other.corrections,
        duplicates + other.duplicates,
        conflicts + other.conflicts,
        rejected + other.rejected,
        nothing + other.nothing);
  }

  long rows() {
    return accepted + duplicates + conflicts + rejected + nothing;
  }
}

package io.tiktoktoe.content.attribution;

import io.tiktoktoe.content.insight.ContentKind;
import io.tiktoktoe.content.insight.CreatorContent;
import java.util.List;

/** When live streams are on air: whoever pays then, and names the stream, is touched by it. */
final class OnAir {

  private static final double DAY = 86_400;

  private final long[] from;
  private final long[] to;

  OnAir(List<CreatorContent> contents) {
    from = new long[contents.size()];
    to = new long[contents.size()];
    for (int i = 0; i < from.length; i++) {
      CreatorContent one = contents.get(i);
      from[i] = one.published().getEpochSecond();
      to[i] = one.kind() == ContentKind.LIVE ? from[i] + one.durationMs() / 1_000 : from[i];
    }
  }

  boolean at(int content, long seconds) {
    return seconds >= from[content] && seconds < to[content];
  }

  /** How long a content is on air, days. */
  double days(int content) {
    return (to[content] - from[content]) / DAY;
  }

  long from(int content) {
    return from[content];
  }
}

package io.tiktoktoe.content.brief;

import io.tiktoktoe.content.insight.ContentActs;
import io.tiktoktoe.content.insight.ContentHistory;
import java.util.HashMap;
import java.util.Map;

/**
 * The platform where each content was watched most, as its maker meant it: a list of all on which
 * it was seen would tell how many watched it, which is no choice.
 */
public final class HomePlatforms {

  private HomePlatforms() {}

  /** By the content's id; contents that nobody watched are left out. */
  public static Map<String, String> of(ContentHistory history) {
    ContentActs acts = history.acts();
    int platforms = history.platforms().size();
    long[][] views = new long[history.contents().size()][platforms];
    for (int row = 0; row < acts.size(); row++) {
      if (acts.kind()[row] == ContentActs.Kind.VIEW.ordinal()) {
        views[acts.content()[row]][acts.platform()[row]] += acts.quantity()[row];
      }
    }
    Map<String, String> homes = new HashMap<>();
    for (int content = 0; content < views.length; content++) {
      int most = -1;
      for (int platform = 0; platform < platforms; platform++) {
        boolean more = views[content][platform] > (most < 0 ? 0 : views[content][most]);
        most = more ? platform : most;
      }
      if (most >= 0) {
        homes.put(history.contents().get(content).id(), history.platforms().get(most));
      }
    }
    return homes;
  }
}

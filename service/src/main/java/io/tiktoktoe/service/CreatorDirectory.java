package io.tiktoktoe.service;

import io.tiktoktoe.answer.CreatorProfile;
import io.tiktoktoe.service.model.ServiceException;
import io.tiktoktoe.store.Store;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** Finds the creator that a request is about. */
public final class CreatorDirectory {

  private static final int SUGGESTIONS = 5;

  private CreatorDirectory() {}

  /**
   * The creator of this name, or the only one.
   *
   * @throws ServiceException.UnknownCreator if it has no events
   * @throws ServiceException.NothingThere if nobody has events
   * @throws ServiceException.BadRequest if no name is given and there are several
   */
  static CreatorProfile find(Store store, Optional<String> name) {
    List<String> creators = store.settings().creators();
    if (creators.isEmpty()) {
      throw new ServiceException.NothingThere("%s has no events. Ingest some first.", store.file());
    }
    String wanted = name.orElseGet(() -> only(creators));
    if (!creators.contains(wanted)) {
      throw new ServiceException.UnknownCreator(
          wanted, store.file(), creators.size(), alike(creators, wanted));
    }
    return store.settings().profileOrGuess(wanted);
  }

  /** The same, read in another zone or currency where one is given. */
  public static CreatorProfile profile(
      Store store, Optional<String> name, Optional<ZoneId> zone, Optional<Currency> currency) {
    CreatorProfile known = find(store, name);
    return new CreatorProfile(
        known.creator(), zone.orElse(known.zone()), currency.orElse(known.currency()));
  }

  private static String only(List<String> creators) {
    if (creators.size() > 1) {
      throw new ServiceException.BadRequest(
          "creator",
          "{creator} is missing; the store has %,d, such as %s",
          creators.size(),
          String.join(", ", alike(creators, "")));
    }
    return creators.getFirst();
  }

  private static List<String> alike(List<String> creators, String wanted) {
    return creators.stream()
        .sorted(
            Comparator.comparing((String name) -> !name.equalsIgnoreCase(wanted))
                .thenComparing(name -> -common(name, wanted)))
        .limit(SUGGESTIONS)
        .toList();
  }

  /** Letters that both begin with, whatever their case. */
  private static int common(String one, String other) {
    int common = 0;
    int most = Math.min(one.length(), other.length());
    while (common < most && one.regionMatches(true, common, other, common, 1)) {
      common++;
    }
    return common;
  }
}

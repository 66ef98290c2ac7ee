package io.tiktoktoe.service.model.upkeep;

import io.tiktoktoe.service.model.ServiceException;
import java.util.Optional;

/**
 * Asks to take a fan out of a store for good.
 *
 * @param fan the id as its platform gave it, or the address or the pseudonym that it became
 * @param creator only from this creator's events, when given
 * @param source only from this platform's events, when given
 * @param only whether only to say what would go
 */
public record EraseRequest(
    String fan, Optional<String> creator, Optional<String> source, boolean only) {

  public EraseRequest {
    if (fan.isBlank()) {
      throw new ServiceException.BadRequest(
          "fan", "{fan} is empty. Give the fan's id, mail address or pseudonym");
    }
  }
}

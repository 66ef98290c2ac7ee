package io.tiktoktoe.service.model.experiment;

import java.util.List;

/**
 * The offers of fans.
 *
 * @param offers in the order in which the fans were asked for
 * @param refused rows that name no fan
 */
public record AssignAnswer(List<AssignedOffer> offers, List<RefusedRow> refused) {

  public AssignAnswer {
    offers = List.copyOf(offers);
    refused = List.copyOf(refused);
  }
}

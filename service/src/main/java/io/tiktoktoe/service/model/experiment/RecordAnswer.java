package io.tiktoktoe.service.model.experiment;

import java.util.List;

/**
 * What was recorded.
 *
 * @param recorded outcomes that are new
 * @param duplicates outcomes that were there already
 * @param refused rows that were not taken
 */
public record RecordAnswer(long recorded, long duplicates, List<RefusedRow> refused) {

  public RecordAnswer {
    refused = List.copyOf(refused);
  }
}

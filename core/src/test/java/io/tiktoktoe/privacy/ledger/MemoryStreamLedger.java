package io.tiktoktoe.privacy.ledger;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A ledger of one stream that grants every step and forgets when the test ends. */
public final class MemoryStreamLedger implements StreamLedger {

  private final Map<String, byte[]> answers = new LinkedHashMap<>();

  @Override
  public synchronized StepCharge charge(BudgetAccount account, StreamStep step) {
    byte[] known = answers.get(step.key());
    if (known != null) {
      return new StepCharge.Otherwise(new Charge.Answered(known));
    }
    return new StepCharge.Granted(
        answers.size(),
        answers.isEmpty()
            ? Optional.empty()
            : Optional.of(answers.values().stream().reduce((a, b) -> b).orElseThrow()));
  }

  @Override
  public synchronized List<byte[]> answers(BudgetAccount account, String stream) {
    return List.copyOf(answers.values());
  }

  @Override
  public synchronized Optional<byte[]> keep(
      BudgetAccount account, StreamStep step, long number, byte[] answer) {
    if (number != answers.size()) {
      return Optional.empty();
    }
    answers.put(step.key(), answer);
    return Optional.of(answer);
  }
}

package io.tiktoktoe.service.model;

import io.tiktoktoe.answer.Message;

/** A finished step of a demo. */
public sealed interface DemoStep extends Message {

  /** Events were made. */
  record Simulated(int creators, int months, long deliveries) implements DemoStep {
    @Override
    public String code() {
      return "simulated";
    }
  }

  /** Events were stored. */
  record TakenIn(long events, long repeated) implements DemoStep {
    @Override
    public String code() {
      return "taken-in";
    }
  }

  /** A creator's revenue was analysed. */
  record Analysed(String creator) implements DemoStep {
    @Override
    public String code() {
      return "analysed";
    }
  }
}

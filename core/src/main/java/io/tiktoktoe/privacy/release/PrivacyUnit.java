package io.tiktoktoe.privacy.release;

/** Unit of privacy: what is added or removed between neighbouring data. */
public enum PrivacyUnit {
  /** Everything that one person did in the period. */
  PERSON
}

package io.tiktoktoe.content.brief;

/** The audience segments that a brief may be for, by what fans did before they watched. */
public enum BriefAudience {
  /** Fans who had paid before. */
  PAYERS,
  /** Fans who had watched on five days or more before and not paid. */
  REGULARS,
  /** All others who are known. */
  NEWCOMERS
}

package io.tiktoktoe.simulation.draw;

/** What random numbers are for: each purpose of an entity and day has numbers of its own. */
public enum Purpose {
  LEVEL,
  LIFE,
  PUBLISH,
  JOIN,
  EARLY,
  VISIT,
  WEEK,
  LEAVE,
  LIVE,
  ANONYMOUS,
  ADVERTISING,
  BRAND,
  SURVEY,
  LAUNCH,
  CAMPAIGN,
  TEST,
  MEMBERSHIP,
  GIFTS,
  COST,
  RIVAL,
  DISCOUNT,
  IDENTITY,
  WILLINGNESS,
  ACTION
}

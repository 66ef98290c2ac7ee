/** The use cases, each a call with a request and an answer; answers as JSON and in words. */
@org.jspecify.annotations.NullMarked
module io.tiktoktoe.service {
  requires transitive io.tiktoktoe.core;
  requires transitive io.tiktoktoe.simulation;
  requires transitive io.tiktoktoe.store;
  requires tools.jackson.core;

  exports io.tiktoktoe.service;
  exports io.tiktoktoe.service.audience;
  exports io.tiktoktoe.service.experiment;
  exports io.tiktoktoe.service.json;
  exports io.tiktoktoe.service.model;
  exports io.tiktoktoe.service.model.audience;
  exports io.tiktoktoe.service.model.experiment;
  exports io.tiktoktoe.service.content;
  exports io.tiktoktoe.service.model.content;
  exports io.tiktoktoe.service.model.price;
  exports io.tiktoktoe.service.model.privacy;
  exports io.tiktoktoe.service.model.upkeep;
  exports io.tiktoktoe.service.price;
  exports io.tiktoktoe.service.privacy;
  exports io.tiktoktoe.service.text;
}

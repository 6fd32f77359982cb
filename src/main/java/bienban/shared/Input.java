package bienban.shared;

/** A request body that {@link JsonBody} reads strictly, telling all its faults at once. */
public interface Input {}

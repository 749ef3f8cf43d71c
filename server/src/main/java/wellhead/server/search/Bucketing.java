package wellhead.server.search;

/** How a histogram is to be cut: into spans of one size, or so that it fits what it shows. */
public sealed interface Bucketing permits BucketSize, Fitting {}

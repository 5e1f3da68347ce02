package org.enf.core.egnn.cpu;

/** What one thread needs for the edges of one chunk, used again from chunk to chunk. */
final class Scratch {
  /** So many elements of a matrix of a chunk, with its tangents, stay in the cache. */
  private static final int CHUNK_ELEMENTS = 16384;

  private final int width;
  private final Buffer firstBuffer = new Buffer();
  private final Buffer slopeBuffer = new Buffer();
  private final Buffer curveBuffer = new Buffer();
  private final Buffer messageBuffer = new Buffer();
  private final Buffer gatedBuffer = new Buffer();
  private final Buffer messageSlopeBuffer = new Buffer();
  private final Buffer messageCurveBuffer = new Buffer();
  private final Buffer cotangentBuffer = new Buffer();
  private final Buffer otherCotangentBuffer = new Buffer();
  private final Buffer headCotangentBuffer = new Buffer();
  private final Buffer dHeadCotangentBuffer = new Buffer();

  float[] first;
  float[] firstSlope;
  float[] firstCurve;
  float[] message;
  float[] gated;
  float[] slope;
  float[] curve;
  float[] cotangent;
  float[] otherCotangent;
  float[] headCotangent;
  float[] dHeadCotangent;

  Scratch(int width) {
    this.width = width;
  }

  /** Makes room for a block and returns the most edges of a chunk. */
  int start(Block block, int tangents, boolean reverse) {
    int copies = reverse ? 2 : 1 + tangents;
    int most = Math.max(block.mostEdgesOfANode(), CHUNK_ELEMENTS / (width * copies));
    int one = most * width;
    int all = Math.multiplyExact(copies, one);
    first = firstBuffer.atLeast(all);
    firstSlope = slopeBuffer.atLeast(one);
    message = messageBuffer.atLeast(reverse ? all : one);
    gated = gatedBuffer.atLeast(all);
    slope = messageSlopeBuffer.atLeast(one);
    if (reverse) {
      firstCurve = curveBuffer.atLeast(one);
      curve = messageCurveBuffer.atLeast(one);
      cotangent = cotangentBuffer.atLeast(all);
      otherCotangent = otherCotangentBuffer.atLeast(all);
      headCotangent = headCotangentBuffer.atLeast(most);
      dHeadCotangent = dHeadCotangentBuffer.atLeast(most);
    }
    return most;
  }
}

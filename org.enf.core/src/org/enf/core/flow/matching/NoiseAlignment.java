package org.enf.core.flow.matching;

import java.util.HashSet;
import java.util.Set;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.enf.core.egnn.BatchShape;
import org.jgrapht.alg.matching.KuhnMunkresMinimalWeightBipartitePerfectMatching;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleWeightedGraph;

/**
 * Brings noise nearer to the data by what neither the model nor its prior notices: the order of the
 * atoms of a molecule and its orientation (Klein et al., "Equivariant Flow Matching", 2023, §4;
 * Song et al., "Equivariant Flow Matching with Hybrid Probability Transport", 2023, §3.2). Paths
 * become straighter, so that sampling needs fewer evaluations.
 *
 * <p>First the atoms of the noise are given to those of the data with the least sum of squared
 * distances over all columns (Hungarian algorithm), then its positions are turned by the rotation
 * that brings them nearest (Kabsch, "A solution for the best rotation to relate two sets of
 * vectors", 1976). Each is the best one given the other; both together may not be.
 *
 * @param dimensions the first columns of a row: positions
 */
public record NoiseAlignment(int dimensions) {
  /**
   * Aligned noise.
   *
   * @param data [atoms × width], positions with zero mean
   * @param noise [atoms × width], positions with zero mean
   * @return [atoms × width], in a new array
   */
  public double[] of(BatchShape shape, double[] data, double[] noise) {
    int width = data.length / shape.atoms();
    double[] aligned = new double[noise.length];
    for (int b = 0; b < shape.molecules(); b++) {
      int first = shape.offset(b);
      int[] partner = assignment(data, noise, first, shape.size(b), width);
      for (int i = 0; i < partner.length; i++) {
        System.arraycopy(noise, (first + partner[i]) * width, aligned, (first + i) * width, width);
      }
      turn(data, aligned, first, shape.size(b), width);
    }
    return aligned;
  }

  /** For each atom of the data, counted from 0, that of the noise. */
  private static int[] assignment(double[] data, double[] noise, int first, int atoms, int width) {
    int[] partner = new int[atoms];
    if (atoms == 1) {
      return partner;
    }
    SimpleWeightedGraph<Integer, DefaultWeightedEdge> graph =
        new SimpleWeightedGraph<>(DefaultWeightedEdge.class);
    Set<Integer> ofData = new HashSet<>();
    Set<Integer> ofNoise = new HashSet<>();
    for (int i = 0; i < atoms; i++) {
      graph.addVertex(i);
      graph.addVertex(atoms + i);
      ofData.add(i);
      ofNoise.add(atoms + i);
    }
    for (int i = 0; i < atoms; i++) {
      for (int j = 0; j < atoms; j++) {
        double squares = 0;
        for (int k = 0; k < width; k++) {
          double d = data[(first + i) * width + k] - noise[(first + j) * width + k];
          squares += d * d;
        }
        graph.setEdgeWeight(graph.addEdge(i, atoms + j), squares);
      }
    }
    for (DefaultWeightedEdge edge :
        new KuhnMunkresMinimalWeightBipartitePerfectMatching<>(graph, ofData, ofNoise)
            .getMatching()) {
      partner[graph.getEdgeSource(edge)] = graph.getEdgeTarget(edge) - atoms;
    }
    return partner;
  }

  /** Turns positions of the noise, in place. */
  private void turn(double[] data, double[] noise, int first, int atoms, int width) {
    RealMatrix covariance = new Array2DRowRealMatrix(dimensions, dimensions);
    for (int i = first * width; i < (first + atoms) * width; i += width) {
      for (int a = 0; a < dimensions; a++) {
        for (int c = 0; c < dimensions; c++) {
          covariance.addToEntry(a, c, data[i + a] * noise[i + c]);
        }
      }
    }
    RealMatrix rotation = rotation(covariance);
    double[] position = new double[dimensions];
    for (int i = first * width; i < (first + atoms) * width; i += width) {
      System.arraycopy(noise, i, position, 0, dimensions);
      System.arraycopy(rotation.operate(position), 0, noise, i, dimensions);
    }
  }

  /** The rotation R with the largest trace of R·Cᵀ, for C = Σ data·noiseᵀ. */
  private RealMatrix rotation(RealMatrix covariance) {
    SingularValueDecomposition parts = new SingularValueDecomposition(covariance);
    RealMatrix u = parts.getU();
    RealMatrix vt = parts.getVT();
    // a reflection would be nearer, but is no rotation: the least singular value pays for it
    if (new LUDecomposition(u.multiply(vt)).getDeterminant() < 0) {
      int last = dimensions - 1;
      for (int a = 0; a < dimensions; a++) {
        u.multiplyEntry(a, last, -1);
      }
    }
    return u.multiply(vt);
  }
}

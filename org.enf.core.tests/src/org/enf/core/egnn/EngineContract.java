package org.enf.core.egnn;

import static org.junit.Assert.assertFalse;

import org.enf.core.vector.Precision;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/**
 * What every engine must do. A new engine passes by a subclass for each of its precisions.
 *
 * <p>The numbers come from plain loops in double precision, the derivatives from their finite
 * differences; an engine in double must agree to ten digits in values and seven in derivatives, one
 * in float to four.
 */
public abstract class EngineContract {
  private Engine engine;
  private VectorChecks vectors;
  private NetworkChecks networks;
  private DerivativeChecks derivatives;
  private OrthogonaliserChecks orthogonalisers;

  /** A new engine. */
  protected abstract Engine newEngine();

  @Before
  public void start() {
    engine = newEngine();
    boolean single = engine.precision() == Precision.FLOAT;
    vectors = new VectorChecks(engine, single ? 1e-6 : 1e-14);
    networks = new NetworkChecks(engine, single ? 1e-4 : 1e-10);
    orthogonalisers = new OrthogonaliserChecks(engine);
    derivatives = new DerivativeChecks(engine, single ? 1e-4 : 1e-7);
  }

  @After
  public void stop() {
    // there is none where the tests are skipped
    if (engine != null) {
      engine.close();
    }
  }

  @Test
  public void engineSaysWhatItIs() {
    assertFalse(engine.name().isBlank());
    assertFalse(engine.description().isBlank());
  }

  @Test
  public void newVectorsAndSiblingsAreZero() {
    vectors.newOnesAreZero();
  }

  @Test
  public void vectorKeepsWhatItsPrecisionHolds() {
    vectors.keepsWhatItsPrecisionHolds();
  }

  @Test
  public void vectorArithmeticAgreesWithPlainJava() {
    vectors.arithmeticAgrees();
  }

  @Test
  public void weightedErrorAgreesWithPlainJava() {
    vectors.weightedErrorAgrees();
  }

  @Test
  public void brokenErrorsStayVisibleInTheWeightedError() {
    vectors.weightedErrorKeepsWhatIsNotFinite();
  }

  @Test
  public void segmentsOfUnequalLengthAgreeWithPlainJava() {
    vectors.segmentsAgree();
  }

  @Test
  public void vectorsOfWrongLengthAreRefused() {
    vectors.wrongLengthsAreRefused();
  }

  @Test
  public void orthogonaliserActsOnSingularValuesAlone() {
    orthogonalisers.quinticActsOnSingularValues();
  }

  @Test
  public void orthogonaliserTreatsEachMatrixOnItsOwn() {
    orthogonalisers.eachMatrixIsOnItsOwn();
  }

  @Test
  public void valueAgreesWithTheEquations() {
    networks.valueAgrees();
  }

  @Test
  public void moleculesDoNotSeeEachOther() {
    networks.batchEqualsMoleculeByMolecule();
  }

  @Test
  public void aLongBatchEqualsItsParts() {
    networks.longBatchEqualsItsParts();
  }

  @Test
  public void eachMoleculeHasItsOwnTime() {
    networks.timeIsOfOneMolecule();
  }

  @Test
  public void aSingleAtomStaysAtItsPlace() {
    networks.singleAtomStays();
  }

  @Test
  public void aMoleculeAsAWholeStaysAtItsPlace() {
    networks.moleculesStayWhereTheyAre();
  }

  @Test
  public void parametersAreThoseSetLast() {
    networks.parametersAreThoseSetLast();
  }

  @Test
  public void networkRefusesWrongLengths() {
    networks.wrongLengthsAreRefused();
  }

  @Test
  public void valueIsEquivariant() {
    networks.valueIsEquivariant();
  }

  @Test
  public void directionalDerivativeAgreesWithFiniteDifferences() {
    derivatives.jvpAgrees();
  }

  @Test
  public void traceIsTheSumOfTheDiagonalOfEachMolecule() {
    derivatives.traceAgrees();
  }

  @Test
  public void vectorJacobianProductAgreesWithFiniteDifferences() {
    derivatives.vjpAgrees();
  }

  @Test
  public void gradientOfTheDirectionalDerivativeAgreesWithFiniteDifferences() {
    derivatives.reverseAgrees();
  }

  @Test
  public void gradientOfLeastSquaresAgreesWithFiniteDifferences() {
    derivatives.leastSquaresAgrees();
  }

  @Test
  public void bothProductsWithTheJacobianAgree() {
    derivatives.productsAgree();
  }

  @Test
  public void gradientsByParametersAreAdded() {
    derivatives.parameterGradientIsAdded();
  }

  @Test
  public void gradientsThatNobodyWantsLeaveNoTrace() {
    derivatives.unwantedGradientsLeaveNoTrace();
  }

  @Test
  public void aBrokenInputDoesNotSpoilTheNextCall() {
    derivatives.brokenInputDoesNotSpoilTheNextCall();
  }

  @Test
  public void atomsAtOnePlaceHaveFiniteDerivatives() {
    derivatives.coincidentAtomsAreFinite();
  }

  @Test
  public void atomsFarFromEachOtherHaveFiniteDerivatives() {
    derivatives.farAtomsAreFinite();
  }

  @Test
  public void derivativesAreEquivariant() {
    derivatives.areEquivariant();
  }
}

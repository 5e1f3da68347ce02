package org.enf.core.molecule.io;

/** Small molecules as files have them. */
final class Examples {
  /** Water, named {@code water}. */
  static final String WATER_XYZ =
      """
      3
      water
      O 0.0 0.0 0.119262
      H 0.0 0.763239 -0.477047
      H 0.0 -0.763239 -0.477047
      """;

  /** Carbon monoxide, named {@code monoxide}. */
  static final String MONOXIDE_XYZ =
      """
      2
      monoxide
      C 0 0 0
      O 0 0 1.128
      """;

  /** A molecule as QM9 has them: blanks and tabs, Mulliken charges, Mathematica's exponents. */
  static final String QM9_HYDROGEN_CYANIDE =
      "3\n"
          + "gdb 5\t0.\t44.593883\t44.593883\t2.8937\t12.99\t-0.3604\t0.0191\t0.3796\t48.7476"
          + "\t0.016601\t-93.411888\t-93.40937\t-93.408425\t-93.431246\t6.278\t\n"
          + "C\t-0.0133239314\t 1.1324657151\t 8.2758861*^-6\t-0.083614\n"
          + "N\t 0.0023107662\t-0.0191585618\t 0.0019287139\t-0.207734\n"
          + "H\t-0.0278026991\t 2.1989492272\t 1.4*^-2\t 0.291348\n"
          + "799.0101\t799.0101\t2198.4393\t3490.3686\n"
          + "C#N\tC#N\t\n"
          + "InChI=1S/CHN/c1-2/h1H\tInChI=1S/CHN/c1-2/h1H\n";

  /** Methanal in SDF V2000 with two data items, named {@code methanal}. */
  static final String METHANAL_SDF =
      """
      methanal
           test           3D

        4  3  0  0  0  0  0  0  0  0999 V2000
         -0.0000    0.0000   -0.5296 C   0  0
          0.0000    0.0000    0.6741 O   0  0
          0.0000    0.9354   -1.1125 H   0  0
          0.0000   -0.9354   -1.1125 H   0  0
        1  2  2  0
        1  3  1  0
        1  4  1  0
      M  END
      > <dipole>
      2.33

      >  <source> (7)
      first line
      second line

      $$$$
      """;

  /**
   * Ethyne in SDF V3000, named {@code ethyne}; one line is continued, the atoms are labelled oddly.
   */
  static final String ETHYNE_V3000 =
      """
      ethyne


        0  0  0     0  0            999 V3000
      M  V30 BEGIN CTAB
      M  V30 COUNTS 4 3 0 0 0
      M  V30 BEGIN ATOM
      M  V30 11 C 0 0 0.601 0
      M  V30 7 C 0 0 -0.6-
      M  V30 01 0
      M  V30 3 H 0 0 1.663123456 0
      M  V30 4 H 0 0 -1.663 0 CHG=0
      M  V30 END ATOM
      M  V30 BEGIN BOND
      M  V30 1 3 11 7
      M  V30 2 1 11 3
      M  V30 3 1 7 4
      M  V30 END BOND
      M  V30 END CTAB
      M  END
      $$$$
      """;

  private Examples() {}
}

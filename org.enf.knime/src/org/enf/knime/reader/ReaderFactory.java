package org.enf.knime.reader;

import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** The node QM9 Reader. */
public final class ReaderFactory extends DefaultNodeFactory {
  private static final DefaultNode NODE =
      DefaultNode.create()
          .name("QM9 Reader")
          .icon("reader.png")
          .shortDescription("Reads molecules in 3D from QM9 and from XYZ and SDF files.")
          .fullDescription(
              """
              <p>Reads the molecules of QM9 as it is published (an archive of XYZ files with computed
              properties), and any XYZ and SDF file, packed or not, or a folder of them. Molecules
              without bonds get those that the distances of their atoms tell. The cells are SDF with
              3D coordinates and bonds, which the nodes of CDK, RDKit, Indigo and Vernalis read.</p>
              <p>One broken record does not end the reading; a warning counts them. 3,054 molecules of
              QM9 are not what their names say (uncharacterized.txt); name that list to leave them
              out.</p>
              """)
          .sinceVersion(0, 1, 0)
          .ports(
              ports ->
                  ports.addOutputTable(
                      "Molecules", "The molecules with name, number, formula and properties."))
          .model(
              model ->
                  model
                      .parametersClass(ReaderParameters.class)
                      .configure(ReaderNode::configure)
                      .execute(ReaderNode::execute))
          .nodeType(NodeType.Source)
          .keywords("XYZ", "SDF", "3D", "quantum chemistry", "GDB", "import")
          .addExternalResource(
              "https://doi.org/10.1038/sdata.2014.22",
              "Quantum chemistry structures and properties of 134 kilo molecules");

  /** For KNIME. */
  public ReaderFactory() {
    super(NODE);
  }
}

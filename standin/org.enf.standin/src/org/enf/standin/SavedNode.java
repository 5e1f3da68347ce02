package org.enf.standin;

import java.nio.file.Path;
import java.util.Map;
import org.knime.core.node.BufferedDataTable;

/**
 * A saved node. Its settings and port objects are in files laid out as KNIME does; its tables stay
 * in memory, as KNIME's files of tables are KNIME's own affair.
 *
 * @param folder where the files are
 * @param tables the tables, by the folders KNIME would put them in
 */
public record SavedNode(Path folder, Map<String, BufferedDataTable> tables) {}

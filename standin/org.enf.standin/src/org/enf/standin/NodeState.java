package org.enf.standin;

/** How far a node is. */
public enum NodeState {
  /** Its settings or its inputs do not allow an execution yet. */
  IDLE,
  /** It can be executed. */
  CONFIGURED,
  /** Its outputs are there. */
  EXECUTED
}

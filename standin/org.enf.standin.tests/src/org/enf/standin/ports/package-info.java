/** Port objects that the tests send from node to node. */
package org.enf.standin.ports;

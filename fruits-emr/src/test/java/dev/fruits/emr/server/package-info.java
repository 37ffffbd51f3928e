/** Stand-ins for EMR and EMR Serverless, which check requests as the services do. */
@NullMarked
package dev.fruits.emr.server;

import org.jspecify.annotations.NullMarked;

import { deferBelowFold } from './defer-below-fold'
import { takeOver } from './take-over'

/** The inline script of every first screen. Its text is constant, so that the CSP can allow it by hash. */
export const SCRIPTS = `<script>(${deferBelowFold.toString()})();(${takeOver.toString()})()</script>`

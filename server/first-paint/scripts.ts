import { deferBelowFold } from './defer-below-fold'
import { replaceFirstPaint } from './replace-first-paint'

/** The inline script of every first screen. Its text is constant, so that the CSP can allow it by hash. */
export const SCRIPTS = `<script>(${deferBelowFold.toString()})();(${replaceFirstPaint.toString()})()</script>`

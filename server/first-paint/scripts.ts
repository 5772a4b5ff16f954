import { firstFrame } from './first-frame'
import { takeOver } from './take-over'

/** The script of every first screen: always the same text, so the pages' policy can name it by its hash. */
export const SCRIPTS = `<script>(${firstFrame.toString()})();(${takeOver.toString()})()</script>`

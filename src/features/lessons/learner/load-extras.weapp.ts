import { extras } from './extras/extras'
import type { LoadExtras } from './strip-props'

/** The mini-program has these parts in the wizard's package, so nothing is loaded. */
export const loadExtras: LoadExtras = async () => extras

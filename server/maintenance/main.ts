import { begin } from '../start/begin'

void begin(() => import('./run'))

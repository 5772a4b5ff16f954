import { runProgram } from '../start/run-program'

void runProgram(() => import('./run'))

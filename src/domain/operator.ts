import type { Static } from '@sinclair/typebox'
import type { OperatorShape } from '@/contract/health'

/** Who runs an installation. */
export type Operator = Static<typeof OperatorShape>

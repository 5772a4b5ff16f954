import { Value } from '@sinclair/typebox/value'
import { OperatorShape } from '@/contract/health'
import type { Operator } from '@/domain/operator'
import { SetupError } from './setup-error'

type Env = Record<string, string | undefined>

/** Reads who runs the installation: the name and a contact together, and the numbers under which its site is filed. */
export function readOperator(env: Env): Operator | undefined {
  const name = env.OPERATOR_NAME?.trim() || undefined
  const contact = env.OPERATOR_CONTACT?.trim() || undefined
  const icp = env.ICP_NUMBER?.trim() || undefined
  const police = env.POLICE_NUMBER?.trim() || undefined
  if (name === undefined && contact === undefined && icp === undefined && police === undefined)
    return undefined
  if (name === undefined || contact === undefined)
    throw new SetupError(
      'OPERATOR_NAME and OPERATOR_CONTACT belong together, and ICP_NUMBER and POLICE_NUMBER need them.',
    )
  const operator = { name, contact, ...(icp ? { icp } : {}), ...(police ? { police } : {}) }
  if (Value.Check(OperatorShape, operator)) return operator
  throw new SetupError(
    'OPERATOR_NAME, ICP_NUMBER and POLICE_NUMBER have at most 60 characters, OPERATOR_CONTACT 100.',
  )
}

/** Reads the address of the robot in the operators' chat group. The message never quotes it, as it is the robot's credential. */
export function readOperatorWebhook(env: Env): string | undefined {
  const text = env.OPERATOR_WEBHOOK?.trim()
  if (!text) return undefined
  const url = URL.canParse(text) ? new URL(text) : undefined
  const isLocal = url?.hostname === '127.0.0.1' || url?.hostname === 'localhost'
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && isLocal)) return url.href
  throw new SetupError(
    'OPERATOR_WEBHOOK is not an address that begins with https: copy it from the robot of the group.',
  )
}

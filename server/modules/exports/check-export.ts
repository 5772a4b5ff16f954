import Ajv from 'ajv'
import { EXPORT_FORMAT, EXPORT_KIND, ShopExport } from '@/contract/exports'
import { lookFaults } from '@/templates/check'
import { upgradeLook } from '@/templates/upgrade'
import { SetupError } from '../../settings'
import type { Exported } from './read-export'

const isObject = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value)

function parsed(text: string): Record<string, unknown> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new SetupError('shop.json is not JSON.')
  }
  if (!isObject(value) || value.kind !== EXPORT_KIND) throw new SetupError('shop.json is no exported shop.')
  if (value.format !== EXPORT_FORMAT)
    throw new SetupError(
      `shop.json has the format ${String(value.format)}; this version reads ${EXPORT_FORMAT}.`,
    )
  return value
}

let validate: ReturnType<Ajv['compile']> | undefined

/** Reads `shop.json`, an older look brought to today's form. What is wrong with it is a `SetupError` that names where. */
export function checkExport(text: string): Exported {
  const value = parsed(text)
  const raised = isObject(value.look) ? { ...value, look: upgradeLook(value.look as never) } : value
  validate ??= new Ajv({ strict: false }).compile(ShopExport)
  if (!validate(raised)) {
    const [fault] = validate.errors ?? []
    throw new SetupError(`shop.json: ${fault?.instancePath || '/'} ${fault?.message ?? 'does not fit'}.`)
  }
  const exported = raised as Exported
  const [fault] = lookFaults(exported.look)
  if (fault) throw new SetupError(`shop.json: /look${fault.path}: ${fault.message}.`)
  return exported
}

import { ID_PATTERN } from './id'
import type { Look } from './look'

/** A thing that a section's settings name, and where: a JSON pointer into the look. */
export type Named<T> = T & { path: string }

const isId = new RegExp(ID_PATTERN)
const isHash = /^[0-9a-f]{1,128}$/

/** Whether an object names a file of the server's: by an id and a hash. */
export function isFile(value: object): value is { id: string; hash: string } {
  const { id, hash } = value as { id?: unknown; hash?: unknown }
  return typeof id === 'string' && typeof hash === 'string' && isId.test(id) && isHash.test(hash)
}

function namedIn<T>(value: unknown, path: string, read: (value: object) => T | undefined): Named<T>[] {
  if (value === null || typeof value !== 'object') return []
  const found = read(value)
  if (found !== undefined) return [{ ...found, path }]
  return Object.entries(value).flatMap(([name, part]) => namedIn(part, `${path}/${name}`, read))
}

/** Every thing of a kind that a look names, wherever in its settings it stands. */
export const namedBy = <T>(
  { sections }: Pick<Look, 'sections'>,
  read: (value: object) => T | undefined,
): Named<T>[] => sections.flatMap(({ settings }, at) => namedIn(settings, `/sections/${at}/settings`, read))

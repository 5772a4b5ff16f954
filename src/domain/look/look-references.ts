import { ID_PATTERN } from '../id'
import type { Look } from './look'

/** An item referenced by a section's settings; `path` is a JSON pointer into the look. */
export type Referenced<T> = T & { path: string }

const isId = new RegExp(ID_PATTERN)
const isHash = /^[0-9a-f]{1,128}$/

/** True for an object that references an uploaded file by id and hash. */
export function isFileReference(value: object): value is { id: string; hash: string } {
  const { id, hash } = value as { id?: unknown; hash?: unknown }
  return typeof id === 'string' && typeof hash === 'string' && isId.test(id) && isHash.test(hash)
}

function namedIn<T>(value: unknown, path: string, read: (value: object) => T | undefined): Referenced<T>[] {
  if (value === null || typeof value !== 'object') return []
  const found = read(value)
  if (found !== undefined) return [{ ...found, path }]
  return Object.entries(value).flatMap(([name, part]) => namedIn(part, `${path}/${name}`, read))
}

/** Every item in a look's settings, at any depth, for which `read` returns a value. */
export const findReferences = <T>(
  { sections }: Pick<Look, 'sections'>,
  read: (value: object) => T | undefined,
): Referenced<T>[] =>
  sections.flatMap(({ settings }, at) => namedIn(settings, `/sections/${at}/settings`, read))

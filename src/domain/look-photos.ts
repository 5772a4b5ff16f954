import { ID_PATTERN } from './id'
import type { Look } from './look'
import type { Photo } from './photo'

/** A photo that a section's settings name, and where: a JSON pointer into the look. */
export interface NamedPhoto extends Photo {
  path: string
}

const isId = new RegExp(ID_PATTERN)
const isHash = /^[0-9a-f]{1,128}$/

function isPhoto(value: object): value is Photo {
  const { id, hash } = value as Partial<Record<keyof Photo, unknown>>
  return typeof id === 'string' && typeof hash === 'string' && isId.test(id) && isHash.test(hash)
}

function photosIn(value: unknown, path: string): NamedPhoto[] {
  if (value === null || typeof value !== 'object') return []
  if (isPhoto(value)) return [{ id: value.id, hash: value.hash, path }]
  return Object.entries(value).flatMap(([name, part]) => photosIn(part, `${path}/${name}`))
}

/** Every photo that a look names: in settings a photo is an object of its id and its hash, wherever it stands. */
export const lookPhotos = (look: Pick<Look, 'sections'>): NamedPhoto[] =>
  look.sections.flatMap(({ settings }, at) => photosIn(settings, `/sections/${at}/settings`))

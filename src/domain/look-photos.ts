import type { Look } from './look'
import type { Photo } from './photo'

const isPhoto = (value: object): value is Photo => {
  const { id, hash } = value as Partial<Photo>
  return typeof id === 'string' && typeof hash === 'string'
}

function photosIn(value: unknown): Photo[] {
  if (value === null || typeof value !== 'object') return []
  if (Array.isArray(value)) return value.flatMap(photosIn)
  return isPhoto(value) ? [{ id: value.id, hash: value.hash }] : Object.values(value).flatMap(photosIn)
}

/** The photos that a look's own sections show, besides those of its goods; each as often as it stands there. */
export const lookPhotos = (look: Look): Photo[] => look.sections.flatMap(({ settings }) => photosIn(settings))
